"""The projects of the stored sessions."""

from typing import Any

from sqlalchemy import Connection, FromClause, Select, select

from .db_schema import events


def names(connection: Connection) -> list[str]:
    """Return the names of the projects that have a session, in order."""
    # The query seeks once in the index for each project, because there are few projects and many sessions.
    # Each part is a scalar subquery, because a part of a union has no order.
    first = select(_first_project(events).scalar_subquery().label("project"))
    found = first.cte("found", recursive=True)
    later = events.alias("later")
    following = _first_project(later).where(later.c.project > found.c.project).scalar_subquery()
    found = found.union_all(select(following).where(found.c.project.is_not(None)))
    return sorted(connection.scalars(select(found.c.project).where(found.c.project.is_not(None))))


def _first_project(table: FromClause) -> Select[Any]:
    return select(table.c.project).where(table.c.event_id == table.c.session_id).order_by(table.c.project).limit(1)
