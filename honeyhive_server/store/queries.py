"""Queries for events and sessions; documents are returned as JSON text.

Every function takes the connection of the caller's transaction.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, case, false, func, not_, or_, select, true

from ..model.filters import Condition, TimeRange
from .db_schema import events, has_run, is_key, is_root, rows_with
from .dialect import Dialect, dialect_of

TEXT_COLUMNS = {"session_id", "event_id", "project", "event_type"}
RUN_FIELD = ("metadata", "run_id")
# Databases bind integers of at most 64 bits.
MAX_ROWS = 2**62
_NODE_COLUMNS = ("session_id", "event_id", "parent_id", "document", "lint", "changed_at", "received_at")
_nodes = select(*(events.c[name] for name in _NODE_COLUMNS))


class PageWindow(NamedTuple):
    """One page of the matches."""

    limit: int
    number: int = 1

    @property
    def offset(self) -> int:
        """Return the number of matches before the page."""
        return min((self.number - 1) * self.limit, MAX_ROWS)


class EventNode(NamedTuple):
    """One event of a session, with the values that its tree needs."""

    event_id: str
    parent_id: str | None
    document: str
    lint: str | None = None
    changed_at: int | None = None
    """Unix microseconds of the last change; None if the event never changed."""
    received_at: int = 0
    """Unix microseconds of the arrival."""


def clause(dialect: Dialect, condition: Condition) -> ColumnElement[bool]:
    """Return the SQL of a condition; its value is never null."""
    # Columns are compared without conversion, so that their indexes are used.
    if condition.test == "is" and condition.field[0] in TEXT_COLUMNS and len(condition.field) == 1:
        known: ColumnElement[bool] = events.c[condition.field[0]] == str(condition.value)
    elif condition.test == "is" and condition.field == RUN_FIELD and is_key(condition.value):
        known = and_(has_run, events.c.run_id == condition.value)
    else:
        known = func.coalesce(or_(*(_test(dialect, condition, path) for path in _spellings(condition.field))), false())
    return not_(known) if condition.negated else known


def _spellings(path: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return the possible paths of a dotted field: nested objects, or a key with dots below the top level."""
    return [path] if len(path) < 3 else [path, (path[0], ".".join(path[1:]))]


def _test(dialect: Dialect, condition: Condition, path: tuple[str, ...]) -> ColumnElement[bool]:
    document, value = events.c.document, condition.value
    match condition.test, value:
        case "exists", _:
            return dialect.exists(document, path)
        case "contains", str():
            return dialect.contains(document, path, value)
        case "is", bool():
            return dialect.is_boolean(document, path, value)
        case "is", str():
            return dialect.is_text(document, path, value)
        case "is", _:
            return dialect.number(document, path) == value
        case "greater", _:
            return dialect.number(document, path) > value
        case _:
            return dialect.number(document, path) < value


def matching(
    dialect: Dialect, conditions: Iterable[Condition], time_range: TimeRange, *, placeholders: bool = False
) -> ColumnElement[bool]:
    """Return SQL that is true if the event was sent, started in the range and meets every condition."""
    clauses = [] if placeholders else [events.c.placeholder == false()]
    clauses += [clause(dialect, each) for each in conditions]
    return and_(true(), *clauses, *within(events.c.start_time, time_range))


def within(column: ColumnElement[Any], time_range: TimeRange, unit: int = 1) -> Iterator[ColumnElement[bool]]:
    """Yield the conditions for a time in a range. A millisecond has ``unit`` units of the column."""
    if time_range.first is not None:
        yield column >= time_range.first * unit
    if time_range.last is not None:
        yield column <= time_range.last * unit


def find(
    connection: Connection, conditions: Sequence[Condition], time_range: TimeRange, page: PageWindow
) -> tuple[list[str], int]:
    """Return one page of the matching events, the newest first, and the number of all matches."""
    dialect = dialect_of(connection)
    chosen = matching(dialect, conditions, time_range)
    newest_first = (events.c.start_time.desc(), events.c.received_at.desc())
    statement = select(events.c.document).where(chosen).order_by(*newest_first)
    documents = list(connection.scalars(statement.limit(page.limit).offset(page.offset)))
    if len(documents) < page.limit and (documents or page.number == 1):
        return documents, page.offset + len(documents)
    counted = connection.scalar(select(func.count()).select_from(events).where(chosen))
    return documents, counted or 0


def find_one(connection: Connection, event_id: str) -> str | None:
    """Return the event with this id, or None. If several sessions have it, return the earliest event."""
    statement = select(events.c.document).where(events.c.event_id == event_id, events.c.placeholder == false())
    return connection.scalar(statement.order_by(events.c.received_at).limit(1))


def session_ids(connection: Connection, project: str | None, conditions: Sequence[Condition], limit: int) -> list[str]:
    """Return the ids of the newest matching sessions."""
    dialect = dialect_of(connection)
    clauses = [is_root, *(clause(dialect, each) for each in conditions)]
    if project is not None:
        clauses.append(events.c.project == project)
    newest_first = (events.c.start_time.desc(), events.c.received_at.desc())
    return list(connection.scalars(select(events.c.session_id).where(*clauses).order_by(*newest_first).limit(limit)))


def sessions(connection: Connection, ids: Sequence[str]) -> list[list[EventNode]]:
    """Return the stored sessions among these ids, each as its events in time order, the session's own event first."""
    roots = {
        each.event_id: each.document for each in rows_with(connection, _nodes.where(is_root), events.c.session_id, ids)
    }
    found = {each: [EventNode(each, None, roots[each])] for each in ids if each in roots}
    in_order = _nodes.where(not_(is_root)).order_by(events.c.start_time, events.c.received_at)
    for each in rows_with(connection, in_order, events.c.session_id, found):
        found[each.session_id].append(EventNode(each.event_id, each.parent_id, each.document))
    return list(found.values())


def session(connection: Connection, session_id: str) -> list[EventNode]:
    """Return the events of one session in time order, its own event first; an empty list if there is none."""
    order = (case((is_root, 0), else_=1), events.c.start_time, events.c.received_at)
    found = connection.execute(_nodes.where(events.c.session_id == session_id).order_by(*order))
    return [EventNode(*each[1:]) for each in found]


def everything(connection: Connection, session_id: str | None = None) -> list[str]:
    """Return every event that was sent, in order of arrival, without the sessions themselves."""
    statement = select(events.c.document).where(not_(is_root)).order_by(events.c.received_at)
    if session_id is not None:
        statement = statement.where(events.c.session_id == session_id)
    return list(connection.scalars(statement))


def known(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Return the ids that belong to an event."""
    return {each.event_id for each in rows_with(connection, select(events.c.event_id), events.c.event_id, ids)}


def find_by_id(connection: Connection, ids: Iterable[str]) -> list[str]:
    """Return the events with these ids, in the order of the ids."""
    ids = list(dict.fromkeys(ids))
    sent = select(events.c.event_id, events.c.document).where(events.c.placeholder == false())
    newest_first = sent.order_by(events.c.received_at.desc())
    found = {each.event_id: each.document for each in rows_with(connection, newest_first, events.c.event_id, ids)}
    return [found[each] for each in ids if each in found]
