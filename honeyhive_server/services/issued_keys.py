"""API keys issued by the server. The database has the SHA-256 of each key, so that all its servers accept the key."""

import time
from collections.abc import Sequence
from hashlib import sha256
from typing import Final, NamedTuple

from sqlalchemy import Connection

from ..model.access_keys import AccessKey, digest_of
from ..model.http_messages import HTTPError
from ..store import definitions
from ..store.definitions import DefinitionKey
from ..store.project_names import stored_name

PREFIXES: Final = {"data_plane": "hh_fgdp_", "ingestion": "hh_ingst_"}
_KIND: Final = "api_key"
ISSUED: Final = tuple(prefix.encode() for prefix in PREFIXES.values())
"""The beginnings of the keys that a server issues."""


class IssuedKey(NamedTuple):
    """A stored key: the operations and the project that it allows, and its expiry time."""

    kind: str
    project_id: str
    permissions: Sequence[str] = ()
    expires_at: float | None = None
    """The expiry time in Unix seconds; None for a key that does not expire."""


def insert_key(connection: Connection, value: str, key: IssuedKey, project: str, created_at: int) -> None:
    """Store a key of the project with this name."""
    document = {**key._asdict(), "parent_id": key.project_id}
    row = definitions.row(DefinitionKey(_KIND, digest_of(value)), project, document, created_at)
    definitions.insert(connection, [row])


def remove_keys(connection: Connection, project_id: str) -> None:
    """Let all keys of a project expire. Their rows stay, so that a server that accepts any other key refuses them."""
    definitions.change_below(connection, _KIND, project_id, lambda key: {**key, "expires_at": 0})


def find_issued(connection: Connection, value: bytes) -> AccessKey | None:
    """Return the stored key, or None if no server of this database issued it. Raises HTTPError (401) if it expired."""
    digest = sha256(value).hexdigest()
    stored = definitions.find(connection, DefinitionKey(_KIND, digest))
    if stored is None:
        return None
    if stored["expires_at"] is not None and stored["expires_at"] <= time.time():
        message = "the API key has expired or its project is archived; create another one"
        raise HTTPError(401, message, {"WWW-Authenticate": "Bearer"})
    if stored["kind"] == "data_plane":
        return AccessKey(digest, stored["kind"], stored["project_id"], frozenset(stored["permissions"]))
    # Events have the name of their project, which may have been renamed.
    name = stored_name(connection, stored["project_id"])
    return AccessKey(digest, stored["kind"], stored["project_id"] if name is None else name)
