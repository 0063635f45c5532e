"""Sessions named by traces, shared by all servers of a database: the spans of one trace may reach several servers.

Every function takes the connection of the caller's transaction.
"""

import time
from collections.abc import Collection, Sequence
from typing import Final

from sqlalchemy import Connection, delete

from . import definitions
from .db_schema import definitions as table
from .definitions import DefinitionKey, columns
from .project_scope import key_project

KIND: Final = "trace_session"
MAX_AGE: Final = 24 * 3600
"""Seconds after which a trace is forgotten."""


def insert(connection: Connection, session_id: str, trace_ids: Sequence[str], project: str) -> None:
    """Store the session named by these traces. A trace that has named another session keeps that one."""
    if not trace_ids:
        return
    now = time.time_ns() // 1000
    connection.execute(delete(table).where(columns.kind == KIND, columns.created_at < now - MAX_AGE * 1_000_000))
    owner = key_project.get() or project
    # Sorted, because two servers that insert in different orders deadlock.
    keys = [DefinitionKey(KIND, trace_id) for trace_id in sorted(trace_ids)]
    definitions.insert(connection, [definitions.row(key, owner, {"session_id": session_id}, now) for key in keys])


def find(connection: Connection, trace_ids: Collection[str]) -> dict[str, str]:
    """Return the named sessions of these traces; traces without one are left out."""
    stored = definitions.find_by_id(connection, KIND, trace_ids)
    return {trace_id: document["session_id"] for trace_id, document in stored.items()}
