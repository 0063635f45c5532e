"""A session that turns out to be part of another one: its events move there, and it is no more."""

from sqlalchemy import Connection, bindparam, delete, select, update

from ..model.event_model import Document
from ..model.json_codec import loads
from .dialect import Dialect
from .schema import Row, events, key, row
from .session_rows import Merge
from .statements import insert_new

_all = select(events.c.event_id, events.c.received_at, events.c.document).where(
    events.c.session_id == bindparam("its_session")
)
_delete = delete(events).where(events.c.session_id == bindparam("its_session"))
_one = (events.c.session_id == bindparam("its_session")) & (events.c.event_id == bindparam("its_session"))
_session = select(events.c.document).where(_one)
_GROWN = ("start_time", "document", "run_id")
_grow = update(events).where(_one).values({name: bindparam(f"its_{name}") for name in _GROWN})


def absorb(connection: Connection, dialect: Dialect, session_id: str, absorbed: str, merge: Merge) -> None:
    """Move the events of the absorbed session, if there is one, and merge it into the other, which has to be there.

    Events that the other has already are left.
    """
    if absorbed == session_id:
        raise ValueError(f"the session {session_id!r} cannot be a part of itself")
    found = connection.execute(_all, {"its_session": absorbed}).all()
    if not found:
        return
    moved: list[Row] = []
    for event_id, received_at, text in sorted(found, key=lambda each: str(each.event_id)):
        document = loads(text)
        if event_id == absorbed:
            _merge(connection, session_id, document, merge)
        else:
            moved.append(row(_moved(document, session_id, absorbed), received_at))
    if moved:
        insert_new(connection, dialect, sorted(moved, key=key))
    connection.execute(_delete, {"its_session": absorbed})


def _merge(connection: Connection, session_id: str, absorbed: Document, merge: Merge) -> None:
    stored = connection.execute(_session, {"its_session": session_id}).scalar_one()
    new = row(merge(loads(stored), absorbed), 0)
    connection.execute(_grow, {"its_session": session_id, **{f"its_{name}": new[name] for name in _GROWN}})


def _moved(document: Document, session_id: str, absorbed: str) -> Document:
    above = document.get("parent_id")
    return {**document, "session_id": session_id, "parent_id": session_id if above == absorbed else above}
