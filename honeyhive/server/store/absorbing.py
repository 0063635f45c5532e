"""A session that turns out to be part of another one: its events move there, and it is no more."""

from sqlalchemy import Connection, bindparam, delete, select

from ..codec import loads
from .dialect import Dialect
from .schema import Row, events, key, row
from .statements import insert_new

_all = select(events.c.event_id, events.c.received_at, events.c.document).where(
    events.c.session_id == bindparam("its_session")
)
_delete = delete(events).where(events.c.session_id == bindparam("its_session"))


def absorb(connection: Connection, dialect: Dialect, session_id: str, absorbed: str) -> None:
    """Move the events of the absorbed session, if there is one, and leave those that the other has already."""
    found = connection.execute(_all, {"its_session": absorbed}).all()
    moved = [
        _moved(document, received_at, session_id, absorbed)
        for event_id, received_at, document in found
        if event_id != absorbed
    ]
    if moved:
        insert_new(connection, dialect, sorted(moved, key=key))
    if found:
        connection.execute(_delete, {"its_session": absorbed})


def _moved(text: str, received_at: int, session_id: str, absorbed: str) -> Row:
    document = loads(text)
    document["session_id"] = session_id
    if document.get("parent_id") == absorbed:
        document["parent_id"] = session_id
    return row(document, received_at)
