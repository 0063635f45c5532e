"""Merges a session into another session when its spans turn out to belong to that session."""

import time
from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, delete, select, update

from ..model.event_model import Document
from ..model.implied_sessions import is_implied
from ..model.json_codec import loads
from .db_schema import Row, events, key, row
from .statements import insert_new
from .write import Merge

# Statements are built once: building one costs more than running it.
_in_session = events.c.session_id == bindparam("its_session")
_is_root = _in_session & (events.c.event_id == bindparam("its_session"))
_all = select(events.c.event_id, events.c.received_at, events.c.document, events.c.changed_at).where(_in_session)
_delete = delete(events).where(_in_session)
_root = select(events.c.placeholder, events.c.document).where(_is_root)
_MERGED = ("start_time", "document", "run_id")
_update_root = (
    update(events)
    .where(_is_root)
    .values({name: bindparam(f"its_{name}") for name in _MERGED})
    .values(changed_at=bindparam("its_changed_at"))
)


def absorb_implied(connection: Connection, session_id: str, others: Iterable[str], merge: Merge) -> None:
    """Merge the other sessions into this one, except sessions started by a call."""
    for other in others:
        stored = connection.execute(_root, {"its_session": other}).one_or_none()
        if stored is None or stored.placeholder or is_implied(loads(stored.document)):
            absorb(connection, session_id, other, merge)


def absorb(connection: Connection, session_id: str, absorbed: str, merge: Merge) -> None:
    """Move the events of the absorbed session to the other session, and merge the roots.

    The absorbed session may be missing, the other may not. Events that the other session already has are dropped.
    """
    if absorbed == session_id:
        raise ValueError(f"the session {session_id!r} cannot absorb itself")
    found = connection.execute(_all, {"its_session": absorbed}).all()
    if not found:
        return
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
    connection.execute(_delete, {"its_session": absorbed})


def _merge(connection: Connection, session_id: str, absorbed: Document, merge: Merge) -> None:
    stored = connection.execute(_root, {"its_session": session_id}).one()
    new = row(merge(loads(stored.document), absorbed), 0)
    values = {f"its_{name}": new[name] for name in _MERGED}
    now = time.time_ns() // 1000
    connection.execute(_update_root, {"its_session": session_id, "its_changed_at": now, **values})


def _moved(document: Document, session_id: str, absorbed: str) -> Document:
    above = document.get("parent_id")
    return {**document, "session_id": session_id, "parent_id": session_id if above == absorbed else above}
