"""Masking of secrets by the names of their keys."""

import re
from collections.abc import Callable
from typing import Any, Final, TypeAlias

MASKED: Final = "[masked]"
FAILED: Final = "[masked: the mask function failed]"

Mask: TypeAlias = Callable[[str, Any], Any]
"""Function of a field's name, such as "inputs", and a copy of its value as plain JSON; its result is sent."""

_SENSITIVE: Final = re.compile(
    "password|passwd|passphrase|secret(?!ar)|apikey|accesskey|privatekey|signingkey|encryptionkey|authorization"
    "|credential|cookie|bearer|creditcard|cardnumber|socialsecurity|connectionstring"
    "|(?:access|refresh|auth|api|session|csrf|xsrf|security|device|bot|client)token(?!s)"
    "|^(?:token|idtoken|pwd|auth|ssn|cvv|cvc|pin|iban)$"
)
_PUNCTUATION: Final = re.compile(r"[^a-z0-9]+")
# name=value and 'name': value, as in the repr of an object.
_PAIR: Final = re.compile(
    r"""(?<![\w.-])(?P<name>[\w.-]+)(?P<sign>['"]?\s*[=:]\s*)(?P<value>'[^']*(?:'|\Z)|"[^"]*(?:"|\Z)|[^\s,;)}\]]+)"""
)

LONGEST_NAME: Final = 100
_MOST_NAMES: Final = 10_000
harmless: Final[set[str]] = set()
"""Checked names that are not secret. The set only grows, up to a limit, so threads need no lock."""


def is_sensitive(name: str) -> bool:
    """Return True for a name of a secret, such as ``API-key``. Case and punctuation do not count."""
    if name in harmless:
        return False
    found = _SENSITIVE.search(_PUNCTUATION.sub("", name[:LONGEST_NAME].lower())) is not None
    if not found and len(name) <= LONGEST_NAME and len(harmless) < _MOST_NAMES and type(name) is str:
        harmless.add(name)
    return found


def mask_text(text: str) -> str:
    """Return a repr with the values of sensitive names masked."""
    return _PAIR.sub(_masked_pair, text)


def _masked_pair(pair: re.Match[str]) -> str:
    return f"{pair['name']}{pair['sign']}{MASKED}" if is_sensitive(pair["name"]) else pair[0]
