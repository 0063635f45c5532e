"""Kinds of API keys: their security schemes, their prefixes, and the settings that hold them."""

from typing import Final, NamedTuple

from honeyhive_api.connection import DEFAULT_SCHEME, SCHEMES
from honeyhive_api.keys import ApiKey


class KeyKind(NamedTuple):
    """One kind of API key."""

    scheme: str
    """The security scheme of the kind in the OpenAPI document."""
    header: str
    prefix: str
    """The string that is put before the key in the header."""
    name: str
    argument: str
    variables: tuple[str, ...]
    key_prefix: str
    """Prefix of every key of this kind; empty if it has no known prefix."""


BY_SCHEME: Final = {scheme: KeyKind(scheme, *row) for scheme, row in SCHEMES.items()}
PROJECT: Final = BY_SCHEME[DEFAULT_SCHEME]
SPECIAL: Final = tuple(kind for kind in BY_SCHEME.values() if kind is not PROJECT)
_NEVER_A_PROJECT_KEY: Final = "dataPlaneKey"


class Credential(NamedTuple):
    """A key and how it is sent."""

    kind: KeyKind
    key: ApiKey


def article(name: str) -> str:
    """Return "an" before a vowel, otherwise "a"."""
    return "an" if name[:1] in "aeiou" else "a"


def kind_of(key: ApiKey) -> KeyKind:
    """Return the kind that the key's prefix names; a project key if the prefix is unknown."""
    text = key.reveal()
    return next((kind for kind in SPECIAL if kind.key_prefix and text.startswith(kind.key_prefix)), PROJECT)


def takes(expected: KeyKind, kind: KeyKind) -> bool:
    """Return True if the argument of the expected kind accepts a key whose prefix names ``kind``.

    ``api_key`` accepts a key of any kind except a data plane key. Some methods have one route that needs a data plane
    key and another that refuses it, so a call would fail far from the mistake.
    """
    return kind in (expected, PROJECT) or (expected is PROJECT and kind.scheme != _NEVER_A_PROJECT_KEY)
