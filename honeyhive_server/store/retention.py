"""What is deleted from a store: whole sessions, once their last event is old enough."""

from sqlalchemy import Connection, delete, func, select

from .schema import CHUNK, events


def delete_sessions(connection: Connection, before: int) -> int:
    """Delete some of the sessions that got nothing since then, in Unix microseconds; how many events went.

    Each call deletes a few hundred sessions, so that writers need not wait for long; 0 says that none is left.
    """
    idle = select(events.c.session_id).group_by(events.c.session_id).having(func.max(events.c.received_at) < before)
    ids = list(connection.scalars(idle.limit(CHUNK)))
    return connection.execute(delete(events).where(events.c.session_id.in_(ids))).rowcount if ids else 0
