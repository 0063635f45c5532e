"""Sessions named by traces, shared by all servers of a database: the spans of one trace may reach several servers.

A session absorbs another session, once it turns out that the other session's spans belong to it. Every function takes
the connection of the caller's transaction.
"""

import time
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from sqlalchemy import Connection, bindparam, delete, select, update

from ..model.event_model import Document
from ..model.implied_sessions import is_implied
from ..model.json_codec import loads
from . import definitions
from .db_schema import Row, events, key, row
from .db_schema import definitions as table
from .definitions import DefinitionKey, columns
from .project_scope import key_project
from .statements import insert_new
from .write import Merge

KIND: Final = "trace_session"
MAX_AGE: Final = 24 * 3600
"""Seconds after which a trace is forgotten."""

# Statements are built once: building one costs more than running it.
_in_session = events.c.session_id == bindparam("its_session")
_is_root = _in_session & (events.c.event_id == bindparam("its_session"))
# One statement reads and deletes the events, so that no event of another server is deleted unread.
_take = (
    delete(events)
    .where(_in_session)
    .returning(events.c.event_id, events.c.received_at, events.c.document, events.c.changed_at)
)
# The session's own row is locked: another server's spans of the session are either moved too, or start it again.
_root = select(events.c.placeholder, events.c.document).where(_is_root).with_for_update()
_MERGED = ("start_time", "document", "run_id")
_update_root = (
    update(events)
    .where(_is_root)
    .values({name: bindparam(f"its_{name}") for name in _MERGED})
    .values(changed_at=bindparam("its_changed_at"))
)


def link(
    connection: Connection,
    session_id: str,
    project: str,
    *,
    trace_ids: Sequence[str],
    absorbed: Iterable[str],
    merge: Merge,
) -> None:
    """Store that traces have named a session, and merge other sessions into it, except those that a call has started.

    A trace that has named another session before keeps that session.
    """
    if trace_ids:
        _insert(connection, session_id, trace_ids, project)
    for other in absorbed:
        stored = connection.execute(_root, {"its_session": other}).one_or_none()
        if stored is None or stored.placeholder or is_implied(loads(stored.document)):
            absorb(connection, session_id, other, merge)


def _insert(connection: Connection, session_id: str, trace_ids: Sequence[str], project: str) -> None:
    now = time.time_ns() // 1000
    connection.execute(delete(table).where(columns.kind == KIND, columns.created_at < now - MAX_AGE * 1_000_000))
    owner = key_project.get() or project
    # The ids are sorted, because two servers that insert in different orders deadlock.
    named = [DefinitionKey(KIND, trace_id) for trace_id in sorted(trace_ids)]
    definitions.insert(connection, [definitions.row(each, owner, {"session_id": session_id}, now) for each in named])


def find(connection: Connection, trace_ids: Collection[str]) -> dict[str, str]:
    """Return the session that each of these traces has named; traces that have named no session are left out."""
    stored = definitions.find_by_id(connection, KIND, trace_ids)
    return {trace_id: document["session_id"] for trace_id, document in stored.items()}


def absorb(connection: Connection, session_id: str, absorbed: str, merge: Merge) -> None:
    """Move the events of the session ``absorbed`` to the session ``session_id``, and merge the sessions' own events.

    If ``absorbed`` does not exist, nothing changes; ``session_id`` must exist. Events that ``session_id`` has already
    are dropped.
    """
    if absorbed == session_id:
        raise ValueError(f"the session {session_id!r} cannot absorb itself")
    found = connection.execute(_take, {"its_session": absorbed}).all()
    moved: list[Row] = []
    for event_id, received_at, text, changed_at in sorted(found, key=lambda each: str(each.event_id)):
        document = loads(text)
        if event_id == absorbed:
            _merge(connection, session_id, document, merge)
        else:
            new = row(_moved(document, session_id, absorbed), received_at)
            moved.append({**new, "changed_at": changed_at})
    if moved:
        insert_new(connection, sorted(moved, key=key))


def _merge(connection: Connection, session_id: str, absorbed: Document, merge: Merge) -> None:
    stored = connection.execute(_root, {"its_session": session_id}).one()
    new = row(merge(loads(stored.document), absorbed), 0)
    values = {f"its_{name}": new[name] for name in _MERGED}
    now = time.time_ns() // 1000
    connection.execute(_update_root, {"its_session": session_id, "its_changed_at": now, **values})


def _moved(document: Document, session_id: str, absorbed: str) -> Document:
    above = document.get("parent_id")
    return {**document, "session_id": session_id, "parent_id": session_id if above == absorbed else above}
