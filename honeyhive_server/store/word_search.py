"""Search in the word index, the newest matches first."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, Subquery, func, select
from sqlalchemy.sql.selectable import NamedFromClause

from .dialect import BY_ROWID
from .postgresql_matches import PostgreSQLMatches
from .queries import PageWindow
from .sqlite_matches import SQLiteMatches
from .word_query import Window, WordMatches, WordQuery


def find(connection: Connection, query: WordQuery) -> WordMatches:
    """Return the matches of a query."""
    if connection.dialect.name == "sqlite":
        return SQLiteMatches(connection, query)
    return PostgreSQLMatches(connection, query)


def sessions_of(window: Window, table: NamedFromClause, page: PageWindow | None) -> Subquery:
    """Return (session_id, rank of the newest match) of each session with a match.

    The conditions refer to the events of ``table``. With a page, return only the sessions of the page and the next one.
    """
    if window.sessions is not None:
        found = select(window.sessions.c.session_id, window.sessions.c.rank)
        rank: ColumnElement[Any] = window.sessions.c.rank
    else:
        rank = func.max(window.rank).label("rank")
        found = select(table.c.session_id, rank).with_hint(table, BY_ROWID, "sqlite")
        found = found.where(window.condition).group_by(table.c.session_id)
    if page is not None:
        found = found.order_by(rank.desc(), found.selected_columns.session_id).limit(page.limit + 1).offset(page.offset)
    return found.subquery("found")
