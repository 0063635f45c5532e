"""Totals of sessions for the viewer's list: numbers of events, end, tokens and cost.

PostgreSQL has a generated column for each number of an event. SQLite reads the numbers from the documents, because it
parses a document once for all of them.
"""

from collections.abc import Sequence
from functools import cache
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, case, func, literal_column, or_, select

from .db_schema import events
from .dialect import Dialect, Path, dialect_of

# Groups of fields that contain the tokens or the cost of an event. The first group that an event has counts, and the
# values of the group's fields are added. The columns of a stored PostgreSQL table are made from these groups, so a
# change of them needs a migration.
TOKENS: Final[tuple[tuple[Path, ...], ...]] = (
    (("metadata", "total_tokens"),),
    (("metadata", "prompt_tokens"), ("metadata", "completion_tokens")),
    (("metadata", "input_tokens"), ("metadata", "output_tokens")),
    (("metadata", "usage", "total_tokens"),),
    (("inputs", "usage", "total_tokens"),),
)
COST: Final[tuple[tuple[Path, ...], ...]] = (
    (("metadata", "cost"),),
    (("metadata", "total_cost"),),
    (("inputs", "cost"),),
)


class SessionTotals(NamedTuple):
    """Totals of one session, computed from its events."""

    events: int = 0
    models: int = 0
    errors: int = 0
    end: float | None = None
    """Latest end of an event in Unix milliseconds."""
    tokens: float | None = None
    cost: float | None = None
    lints: int = 0
    """The number of events with lint, if requested."""


class NumberColumns(NamedTuple):
    """SQL expressions for the numbers of one event."""

    ended_at: ColumnElement[Any]
    tokens: ColumnElement[Any]
    cost: ColumnElement[Any]


def in_document(dialect: Dialect, document: ColumnElement[Any]) -> NumberColumns:
    """Return SQL that reads the numbers from a document."""
    length = func.coalesce(dialect.number(document, ("duration",)), 0)
    end = func.coalesce(dialect.number(document, ("end_time",)), dialect.number(document, ("start_time",)) + length)
    return NumberColumns(end, _number(dialect, document, TOKENS), _number(dialect, document, COST))


def totals(connection: Connection, sessions: Sequence[str]) -> dict[str, SessionTotals]:
    """Return the totals of these sessions; tokens and costs are sums over their model events."""
    rows = connection.execute(_totals(dialect_of(connection)), {"sessions": list(sessions)})
    return {session_id: SessionTotals(*map(_plain, numbers)) for session_id, *numbers in rows}


@cache
def _totals(dialect: Dialect) -> Select[Any]:
    """Return the statement for `totals`. It is cached, because building it takes as long as the rest of a page."""
    number = in_document(dialect, events.c.document)
    if dialect.has_listed_columns:
        number = NumberColumns(*(literal_column(f"{events.name}.{name}") for name in NumberColumns._fields))
    below = events.c.event_id != events.c.session_id
    is_model = and_(below, events.c.event_type == "model")
    statement = select(
        events.c.session_id,
        _count(below),
        _count(is_model),
        _count(dialect.is_failed(events.c.document)),
        func.max(number.ended_at),
        func.sum(case((is_model, number.tokens))),
        func.sum(case((is_model, number.cost))),
        func.count(events.c.lint),
    )
    return statement.where(dialect.is_one_of(events.c.session_id, "sessions")).group_by(events.c.session_id)


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))


def _number(
    dialect: Dialect, document: ColumnElement[Any], alternatives: Sequence[Sequence[Path]]
) -> ColumnElement[Any]:
    sums = []
    for paths in alternatives:
        first, *others = parts = [dialect.number(document, path) for path in paths]
        added = sum((func.coalesce(part, 0) for part in others), start=func.coalesce(first, 0))
        sums.append(case((or_(*(part.is_not(None) for part in parts)), added)) if others else first)
    return func.coalesce(*sums)


def _plain(number: Any) -> Any:
    """Return the number as a Python type; PostgreSQL returns sums as decimals."""
    return number if number is None or isinstance(number, int) else float(number)
