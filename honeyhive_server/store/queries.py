"""What is read from the store, on a connection that the caller holds; documents come as JSON texts."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, false, func, not_, or_, select, true

from ..model.filters import Condition, Span
from .dialect import Dialect
from .schema import chunks, events, has_run, is_key, is_root

TEXT_COLUMNS = {"session_id", "event_id", "project", "event_type"}
RUN = ("metadata", "run_id")
# Databases bind at most 64 bits.
MAX_ROWS = 2**62
_nodes = select(events.c.session_id, events.c.event_id, events.c.parent_id, events.c.document)


class Page(NamedTuple):
    """Which part of what matches."""

    limit: int
    number: int = 1

    @property
    def offset(self) -> int:
        """How many matches come before it."""
        return min((self.number - 1) * self.limit, MAX_ROWS)


class Node(NamedTuple):
    """One event of a session, as the tree needs it."""

    event_id: str
    parent_id: str | None
    document: str


def clause(dialect: Dialect, condition: Condition) -> ColumnElement[bool]:
    """A condition in SQL; it is true or false, never null."""
    # Columns are compared as they are, so that their indexes serve.
    if condition.test == "is" and condition.field[0] in TEXT_COLUMNS and len(condition.field) == 1:
        known: ColumnElement[bool] = events.c[condition.field[0]] == str(condition.value)
    elif condition.test == "is" and condition.field == RUN and is_key(condition.value):
        known = and_(has_run, events.c.run_id == condition.value)
    else:
        known = func.coalesce(or_(*(_test(dialect, condition, path) for path in _spellings(condition.field))), false())
    return not_(known) if condition.negated else known


def _spellings(path: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The places that a dotted field may mean: nested objects, or one key below the top that has dots itself."""
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
    dialect: Dialect, conditions: Iterable[Condition], span: Span, *, placeholders: bool = False
) -> ColumnElement[bool]:
    """Whether an event was sent, started in the range and meets every condition, in SQL."""
    clauses = [] if placeholders else [events.c.placeholder == false()]
    clauses += [clause(dialect, each) for each in conditions]
    if span.first is not None:
        clauses.append(events.c.start_time >= span.first)
    if span.last is not None:
        clauses.append(events.c.start_time <= span.last)
    return and_(true(), *clauses)


def find(
    connection: Connection, dialect: Dialect, conditions: Sequence[Condition], span: Span, page: Page
) -> tuple[list[str], int]:
    """One page of the events that match, the newest first, and how many match in all."""
    chosen = matching(dialect, conditions, span)
    newest_first = (events.c.start_time.desc(), events.c.received_at.desc())
    statement = select(events.c.document).where(chosen).order_by(*newest_first)
    documents = list(connection.scalars(statement.limit(page.limit).offset(page.offset)))
    if len(documents) < page.limit and (documents or page.number == 1):
        return documents, page.offset + len(documents)
    counted = connection.scalar(select(func.count()).select_from(events).where(chosen))
    return documents, counted or 0


def find_one(connection: Connection, event_id: str) -> str | None:
    """The event with this id, the one that came first if several sessions have it."""
    statement = select(events.c.document).where(events.c.event_id == event_id, events.c.placeholder == false())
    return connection.scalar(statement.order_by(events.c.received_at).limit(1))


def sessions(
    connection: Connection, dialect: Dialect, project: str | None, conditions: Sequence[Condition], limit: int
) -> list[list[Node]]:
    """The newest sessions that match, each as its events in the order of time, the session's own event first."""
    clauses = [is_root, *(clause(dialect, each) for each in conditions)]
    if project is not None:
        clauses.append(events.c.project == project)
    newest_first = (events.c.start_time.desc(), events.c.received_at.desc())
    roots = connection.execute(_nodes.where(*clauses).order_by(*newest_first).limit(limit))
    found = {root.event_id: [Node(root.event_id, None, root.document)] for root in roots}
    for chunk in chunks(found):
        statement = _nodes.where(events.c.session_id.in_(chunk), not_(is_root))
        for each in connection.execute(statement.order_by(events.c.start_time, events.c.received_at)):
            found[each.session_id].append(Node(each.event_id, each.parent_id, each.document))
    return list(found.values())


def everything(connection: Connection, session_id: str | None = None) -> list[str]:
    """Every event that was sent, in the order of arrival, without the sessions themselves."""
    statement = select(events.c.document).where(not_(is_root)).order_by(events.c.received_at)
    if session_id is not None:
        statement = statement.where(events.c.session_id == session_id)
    return list(connection.scalars(statement))


def known(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Those of the ids that are an event's."""
    return {
        event_id
        for chunk in chunks(ids)
        for event_id in connection.scalars(select(events.c.event_id).where(events.c.event_id.in_(chunk)))
    }


def find_these(connection: Connection, ids: Iterable[str]) -> list[str]:
    """The events with these ids, in the order of the ids."""
    ids = list(dict.fromkeys(ids))
    found: dict[str, str] = {}
    for chunk in chunks(ids):
        statement = select(events.c.event_id, events.c.document).where(events.c.event_id.in_(chunk))
        newest_first = statement.where(events.c.placeholder == false()).order_by(events.c.received_at.desc())
        found.update((each.event_id, each.document) for each in connection.execute(newest_first))
    return [found[each] for each in ids if each in found]
