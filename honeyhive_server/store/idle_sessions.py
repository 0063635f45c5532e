"""Deletion of idle sessions: those without a new or changed event for a certain time.

Old events are read in the order of their arrival, a limited number in one transaction. So writers do not wait for long,
and events that are not old cost nothing.
"""

from collections.abc import Mapping
from typing import Final

from sqlalchemy import Connection, delete, func, select

from .db_schema import events, last_change, rows_with

STEP: Final = 500
"""Number of old events whose sessions are checked in one transaction."""
DELETED: Final = 1000
"""Number of deleted events after which a transaction deletes no further session. One session may have more events."""


def delete_idle(connection: Connection, first: int, before: int, kept: set[str]) -> tuple[int, int]:
    """Delete the idle sessions among the sessions of the next old events.

    Return (arrival time at which the next step begins, number of deleted events). Times of arrival are in Unix
    microseconds. Sessions that are not idle are added to ``kept``, and not checked again.
    """
    arrival = events.c.received_at
    old = select(arrival).where(arrival >= first, arrival < before).order_by(arrival)
    last = connection.scalar(old.offset(STEP - 1).limit(1))
    until = before if last is None else last + 1
    sessions = select(events.c.session_id).where(arrival >= first, arrival < until).distinct()
    named = set(connection.scalars(sessions)) - kept
    its = (events.c.session_id, func.max(last_change).label("at"), func.count().label("size"))
    found = rows_with(connection, select(*its).group_by(events.c.session_id), events.c.session_id, named)
    idle = {each.session_id: each.size for each in found if each.at < before}
    kept |= named - idle.keys()
    chosen = _first(idle)
    # On PostgreSQL, an event may have arrived since the query above.
    its_session = events.c.session_id.in_(chosen)
    recent = select(events.c.session_id).where(its_session, last_change >= before)
    doomed = delete(events).where(its_session, events.c.session_id.not_in(recent))
    deleted = connection.execute(doomed).rowcount if chosen else 0
    return until if len(chosen) == len(idle) else first, deleted


def _first(idle: Mapping[str, int]) -> list[str]:
    """Return ids of sessions with about as many events as one transaction deletes; ``idle`` has the event counts."""
    chosen: list[str] = []
    total = 0
    for session_id in sorted(idle):
        if total >= DELETED:
            break
        chosen.append(session_id)
        total += idle[session_id]
    return chosen
