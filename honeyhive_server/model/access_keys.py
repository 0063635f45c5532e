"""API keys of the server: the SHA-256, the kind and the project of each; never the key itself."""

import shlex
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Final

from .http_messages import HTTPError

# Kinds of keys: the short name for users, and the name of the security scheme in openapi.yaml.
KINDS: Final = {
    "project": "projectKey",
    "ingestion": "ingestionKey",
    "data_plane": "dataPlaneKey",
    "control_plane": "controlPlaneKey",
}
_DIGEST_MARK = "sha256:"
_DIGEST_LENGTH = 64


@dataclass(frozen=True, slots=True)
class AccessKey:
    """One accepted key. Without a kind it allows every operation, without a project every project."""

    digest: str = field(repr=False)
    """The SHA-256 of the key in hexadecimal."""
    kind: str | None = None
    """One of KINDS, or None."""
    project: str | None = None
    """The only project that the key reads and writes, or None."""
    permissions: frozenset[str] | None = None
    """The permissions of a data plane key issued by the server; None for all."""


def digest_of(key: str | bytes) -> str:
    """Return the SHA-256 of a key. Raises ValueError for a key that does not fit into an Authorization header."""
    sent = key.encode() if isinstance(key, str) else key
    if not sent or sent.split() != [sent]:
        raise ValueError("the key is empty or contains whitespace; use a random string such as `openssl rand -hex 24`")
    return sha256(sent).hexdigest()


def check_kind(key: AccessKey | None, schemes: Iterable[str]) -> None:
    """Raise HTTPError (403) if these security schemes do not allow the kind of the key."""
    if key is None or key.kind is None or KINDS[key.kind] in schemes:
        return
    wanted = " or ".join(kind.replace("_", " ") for kind, scheme in KINDS.items() if scheme in schemes)
    raise HTTPError(403, f"this operation needs a key of the kind {wanted}; the given key is of the kind {key.kind}")


def check_permission(key: AccessKey | None, *permissions: str) -> None:
    """Raise HTTPError (403) if the key has limited permissions, but none of these."""
    if key is not None and key.permissions is not None and not key.permissions.intersection(permissions):
        wanted = (
            f"a key with the permission {permissions[0]}" if permissions else "a key that the server was started with"
        )
        raise HTTPError(403, f"this needs {wanted}")


def read_key_file(path: Path) -> tuple[AccessKey, ...]:
    """Return the keys of a file. Raises OSError, or ValueError with the line of the first fault.

    A line is `KEY [kind=KIND] [project=NAME]`; KEY is the key itself or `sha256:` and its SHA-256 in hexadecimal.
    """
    keys = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            if words := shlex.split(line, comments=True):
                keys.append(_key(*words))
        except ValueError as error:
            raise ValueError(f"line {number} of {path}: {error}") from None
    if not keys:
        raise ValueError(f"{path} has no key; write one per line: KEY [kind=KIND] [project=NAME]")
    return tuple(keys)


def _key(key: str, *options: str) -> AccessKey:
    found: dict[str, str] = {}
    for option in options:
        name, separator, value = option.partition("=")
        # The message does not repeat the option, which may be a part of a key with a space.
        if name not in ("kind", "project") or not separator or not value:
            raise ValueError("after the key, only kind=KIND and project=NAME are allowed")
        found[name] = value
    if found.get("kind", "project") not in KINDS:
        raise ValueError(f"kind {found['kind'][:40]!r} is not one of {', '.join(KINDS)}")
    return AccessKey(_digest(key), found.get("kind"), found.get("project"))


def _digest(key: str) -> str:
    if not key.startswith(_DIGEST_MARK):
        return digest_of(key)
    digest = key.removeprefix(_DIGEST_MARK).lower()
    if len(digest) != _DIGEST_LENGTH or not set(digest) <= set("0123456789abcdef"):
        raise ValueError("after sha256:, write 64 hexadecimal digits")
    return digest
