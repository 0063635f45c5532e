"""Deletion of sessions that nothing was added to or changed in for a while.

It goes through the old events in the order of their arrival, a limited number in one transaction, so that writers do
not wait for long and events that are not old cost nothing.
"""

from typing import Final

from sqlalchemy import Connection, delete, func, select

from .db_schema import chunks, events, last_change, rows_with

STEP: Final = 1000
"""Old events in one transaction; their sessions may have more."""


def delete_idle(connection: Connection, first: int, before: int, kept: set[str]) -> tuple[int, int]:
    """Delete idle sessions among those of the next old events; return (where the next step begins, deleted events).

    Times of arrival are in Unix microseconds. Sessions that are not idle are added to kept, and not looked at
    again.
    """
    arrival = events.c.received_at
    old = select(arrival).where(arrival >= first, arrival < before).order_by(arrival)
    last = connection.scalar(old.offset(STEP - 1).limit(1))
    until = before if last is None else last + 1
    sessions = select(events.c.session_id).where(arrival >= first, arrival < until).distinct()
    named = set(connection.scalars(sessions)) - kept
    changed = select(events.c.session_id, func.max(last_change).label("at")).group_by(events.c.session_id)
    idle = {each.session_id for each in rows_with(connection, changed, events.c.session_id, named) if each.at < before}
    kept |= named - idle
    deleted = 0
    for some in chunks(sorted(idle)):
        deleted += connection.execute(delete(events).where(events.c.session_id.in_(some))).rowcount
    return until, deleted
