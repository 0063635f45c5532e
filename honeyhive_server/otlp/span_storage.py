"""What came of a trace before it named its session moves there, on a connection that the caller holds."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from ..model.implied_sessions import is_implied
from ..model.json_codec import loads
from ..store.dialect import Dialect
from ..store.schema import events
from ..store.span_events import absorb
from .span_sessions import grow


def absorb_implied(connection: Connection, dialect: Dialect, session_id: str, others: Iterable[str]) -> None:
    """Make the other sessions a part of this one, except those that a call started: they stay what they are."""
    for other in others:
        root = (events.c.session_id == other) & (events.c.event_id == other)
        stored = connection.execute(select(events.c.placeholder, events.c.document).where(root)).one_or_none()
        if stored is None or stored.placeholder or is_implied(loads(stored.document)):
            absorb(connection, dialect, session_id, other, grow)
