"""Queries for the viewer's lists of sessions and events, and for the numbers of a session.

Every function takes the connection of the caller's transaction.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, case, exists, func, not_, or_, select

from ..model.filters import Condition, TimeRange
from ..model.json_codec import write_json
from .db_schema import events, is_root, last_change
from .dialect import Dialect, dialect_of
from .queries import PageWindow, matching

Path = tuple[str, ...]
# The fields of a number: the first alternative that an event has counts, and its parts are added.
TOKENS: tuple[tuple[Path, ...], ...] = (
    (("metadata", "total_tokens"),),
    (("metadata", "prompt_tokens"), ("metadata", "completion_tokens")),
    (("metadata", "input_tokens"), ("metadata", "output_tokens")),
    (("metadata", "usage", "total_tokens"),),
    (("inputs", "usage", "total_tokens"),),
)
COST: tuple[tuple[Path, ...], ...] = ((("metadata", "cost"),), (("metadata", "total_cost"),), (("inputs", "cost"),))


class ListFilter(NamedTuple):
    """Filter of a list; empty values filter nothing."""

    conditions: Sequence[Condition] = ()
    time_range: TimeRange = TimeRange()
    name: str = ""
    """A part of the name, ignoring case."""
    text: str = ""
    """A part of the inputs or outputs, ignoring case; for a session, those of any of its events."""
    failed: bool | None = None
    """True for only those with an error (of a session, in any event), False for only those without, None for all."""


class ListedEvent(NamedTuple):
    """One session or event of a list, with its lint."""

    session_id: str
    event_id: str
    document: str
    lint: str | None
    changed_at: int | None = None
    """Unix microseconds of its last change, if it was queried."""


class SessionTotals(NamedTuple):
    """The numbers of one session, from its events."""

    events: int = 0
    models: int = 0
    errors: int = 0
    end: float | None = None
    """Unix milliseconds."""
    tokens: float | None = None
    cost: float | None = None
    lints: int = 0
    """The number of events with lint, if it was queried."""


def find_events(connection: Connection, search: ListFilter, page: PageWindow) -> list[ListedEvent]:
    """Return one page of the matching events, the newest first, plus one if there are more."""
    dialect = dialect_of(connection)
    clauses = [matching(dialect, search.conditions, search.time_range), *_named(dialect, search)]
    if search.text:
        clauses.append(_mentioned(dialect, events.c.document, search.text))
    if search.failed is not None:
        failed = dialect.exists(events.c.document, ("error",))
        clauses.append(failed if search.failed else not_(failed))
    return _page(connection, clauses, page)


def find_sessions(connection: Connection, search: ListFilter, page: PageWindow) -> list[ListedEvent]:
    """Return a page as find_events does, of sessions, including those that were never sent but have events."""
    dialect = dialect_of(connection)
    clauses = [
        is_root,
        matching(dialect, search.conditions, search.time_range, placeholders=True),
        *_named(dialect, search),
    ]
    inner = events.alias()
    its_own = inner.c.session_id == events.c.session_id
    if search.text:
        clauses.append(exists().where(its_own, _mentioned(dialect, inner.c.document, search.text)))
    if search.failed is not None:
        failed = exists().where(its_own, dialect.exists(inner.c.document, ("error",)))
        clauses.append(failed if search.failed else not_(failed))
    return _page(connection, clauses, page)


def _page(connection: Connection, clauses: Iterable[ColumnElement[bool]], page: PageWindow) -> list[ListedEvent]:
    columns = (events.c.session_id, events.c.event_id, events.c.document, events.c.lint)
    newest_first = (events.c.start_time.desc(), events.c.received_at.desc())
    statement = select(*columns).where(*clauses).order_by(*newest_first)
    return [ListedEvent(*row) for row in connection.execute(statement.limit(page.limit + 1).offset(page.offset))]


def _named(dialect: Dialect, search: ListFilter) -> list[ColumnElement[bool]]:
    return [dialect.mentions(events.c.document, ("event_name",), search.name)] if search.name else []


def _mentioned(dialect: Dialect, document: ColumnElement[Any], text: str) -> ColumnElement[bool]:
    # Inputs and outputs are searched as JSON text, in which quotes and line breaks are escaped.
    written = write_json(text)[1:-1]
    return or_(*(dialect.mentions(document, (key,), written) for key in ("inputs", "outputs")))


def find_one(connection: Connection, session_id: str, event_id: str) -> ListedEvent | None:
    """Return one event of a session, or None."""
    columns = (events.c.session_id, events.c.event_id, events.c.document, events.c.lint, events.c.changed_at)
    statement = select(*columns).where(events.c.session_id == session_id, events.c.event_id == event_id)
    row = connection.execute(statement).one_or_none()
    return None if row is None else ListedEvent(*row)


def totals(connection: Connection, sessions: Sequence[str]) -> dict[str, SessionTotals]:
    """Return the numbers of these sessions; tokens and costs are those of their model events."""
    dialect = dialect_of(connection)
    document = events.c.document
    below, failed = not_(is_root), dialect.exists(document, ("error",))
    is_model = and_(below, events.c.event_type == "model")
    length = func.coalesce(dialect.number(document, ("duration",)), 0)
    end = func.coalesce(dialect.number(document, ("end_time",)), events.c.start_time + length)
    statement = select(
        events.c.session_id,
        _count(below),
        _count(is_model),
        _count(failed),
        func.max(end),
        func.sum(case((is_model, _number(dialect, TOKENS)))),
        func.sum(case((is_model, _number(dialect, COST)))),
        func.count(events.c.lint),
    )
    found = connection.execute(statement.where(events.c.session_id.in_(sessions)).group_by(events.c.session_id))
    return {session_id: SessionTotals(*map(_plain, numbers)) for session_id, *numbers in found}


def _count(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((condition, 1), else_=0))


def _number(dialect: Dialect, alternatives: Sequence[Sequence[Path]]) -> ColumnElement[Any]:
    document = events.c.document
    sums = []
    for paths in alternatives:
        parts = [dialect.number(document, path) for path in paths]
        added = sum((func.coalesce(part, 0) for part in parts[1:]), start=func.coalesce(parts[0], 0))
        sums.append(case((or_(*(part.is_not(None) for part in parts)), added)))
    return func.coalesce(*sums) if len(sums) > 1 else sums[0]


def _plain(number: Any) -> Any:
    """Return the number as a Python type; PostgreSQL returns sums as decimals."""
    return number if number is None or isinstance(number, int) else float(number)


def projects(connection: Connection) -> list[str]:
    """Return the names of the projects that have a session."""
    return sorted(connection.scalars(select(events.c.project).where(is_root).distinct()))


def latest(connection: Connection, session_id: str) -> tuple[int, int]:
    """Return (number of events, last arrival or change in Unix microseconds) of a session; zeros without events."""
    statement = select(func.count(), func.max(last_change)).where(events.c.session_id == session_id)
    count, changed_at = connection.execute(statement).one()
    return count, changed_at or 0
