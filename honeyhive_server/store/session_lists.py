"""Queries for the viewer's lists of sessions and events.

Every function takes the connection of the caller's transaction.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any, NamedTuple

from sqlalchemy import (
    CTE,
    ColumnElement,
    Connection,
    Select,
    and_,
    exists,
    func,
    literal,
    not_,
    select,
    tuple_,
)
from sqlalchemy.sql.selectable import NamedFromClause

from ..model.filters import Condition, TimeRange
from ..model.search_terms import read_terms
from . import failed_events, word_search
from .db_schema import events, is_root, last_change
from .dialect import BY_KEY, BY_ROWID, Dialect, dialect_of
from .project_scope import key_project, scope
from .queries import PageWindow, matching, within
from .word_query import Window, WordQuery

_LISTED = (events.c.session_id, events.c.event_id, events.c.document, events.c.lint)
# Maximum number of events or sessions that a list checks for conditions without an index. The first attempt checks
# only FIRST_SCANNED of them.
MAX_SCANNED = 100_000
FIRST_SCANNED = 2_000
# Maximum number of sessions, found by the time or the status, of which all events are searched for words.
MAX_SESSIONS = 2_000
# Maximum number of events in these sessions.
MAX_EVENTS = 50_000


class ListFilter(NamedTuple):
    """Filter of a list; empty values have no effect."""

    conditions: Sequence[Condition] = ()
    time_range: TimeRange = TimeRange()
    name: str = ""
    """A part of the name, ignoring case."""
    text: str = ""
    """Search text for an event, parsed by read_terms; for a session, one of its events must match."""
    failed: bool | None = None
    """True for events with an error, or sessions with such an event; False for all others; None for both."""

    @property
    def has_more_than_text(self) -> bool:
        """Return True if there is a filter besides the text."""
        return bool(self.conditions or self.name) or self.time_range != TimeRange() or self.failed is not None


class ListedEvent(NamedTuple):
    """One session or event of a list, with its lint."""

    session_id: str
    event_id: str
    document: str
    lint: str | None
    changed_at: int | None = None
    """Unix microseconds of the last change, if requested."""


class ListedPage(NamedTuple):
    """One page of a list, plus one row if more rows follow."""

    rows: list[ListedEvent]
    only_newest: int | None = None
    """The number of newest events, sessions or matches that were searched, if there may be further matches."""
    matches: int | None = None
    """The number of matching events, at most word_query.MAX_COUNT + 1; None if they were not counted."""


def find_events(connection: Connection, search: ListFilter, page: PageWindow) -> ListedPage:
    """Return one page of the matching events, the newest first."""
    dialect = dialect_of(connection)
    clauses = [matching(dialect, search.conditions, search.time_range), *_named(dialect, search)]
    few = failed_events.find(connection) if search.failed and not search.text else None
    if few is not None:
        key = tuple_(events.c.session_id, events.c.event_id)
        return ListedPage(_page(connection, [*clauses, key.in_(select(few))], page, BY_KEY))
    if search.failed is not None:
        failed = dialect.is_failed(events.c.document)
        clauses.append(failed if search.failed else not_(failed))
    if not search.text:
        slow = bool(search.name) or search.failed is not None or "event_type" in _exact(search)
        return _newest(connection, clauses, page, search, slow=slow)
    query = _word_query(search, **_exact(search), failed=search.failed, first=search.time_range.first)
    if query is None:
        return ListedPage([])
    matches = word_search.find(connection, query)
    found = _first_window(
        page, matches.windows(events, page.offset + page.limit + 1), partial(_matches, connection, clauses, page)
    )
    if search.name or search.time_range != TimeRange():
        return found
    is_last = found.only_newest is None and len(found.rows) <= page.limit and (bool(found.rows) or page.number == 1)
    return found._replace(matches=page.offset + len(found.rows) if is_last else matches.count())


def find_sessions(connection: Connection, search: ListFilter, page: PageWindow) -> ListedPage:
    """Return one page of the matching sessions, including sessions that were never sent but have events."""
    dialect = dialect_of(connection)
    clauses = [matching(dialect, search.conditions, search.time_range, placeholders=True), *_named(dialect, search)]
    inner = events.alias("inner_events")
    few = failed_events.find(connection) if search.failed else None
    if few is not None:
        clauses.append(_is_session_of(few))
    elif search.failed is not None:
        failed = exists().where(inner.c.session_id == events.c.session_id, dialect.is_failed(inner.c.document))
        clauses.append(failed if search.failed else not_(failed))
    if few is not None and not search.text:
        return ListedPage(_page(connection, clauses, page, BY_KEY))
    if not search.text:
        slow = bool(search.name) or search.failed is not None
        return _newest(connection, [is_root, *clauses], page, search, slow=slow, only=(is_root,), hint=_hint(search))
    # Within a project, only the project's own events are searched.
    sessions = partial(_sessions_if_few, connection, search, few)
    query = _word_query(search, project=_exact(search).get("project"), sessions=sessions)
    if query is None:
        return ListedPage([])
    # Several matches may be in one session.
    windows = word_search.find(connection, query).windows(inner, 2 * (page.offset + page.limit + 1))
    is_filtered = search.has_more_than_text or key_project.get() is not None
    return _first_window(page, windows, partial(_sessions, connection, clauses, page, inner, is_filtered=is_filtered))


def _hint(search: ListFilter) -> str:
    """Return the hint without which SQLite would read all events of a project to list its sessions."""
    has_project = "project" in _exact(search) or key_project.get() is not None
    return f"INDEXED BY sessions_by_{'project' if has_project else 'start'}"


def _is_session_of(few: CTE) -> ColumnElement[bool]:
    """Return the condition that an event is the session of one of the events."""
    return tuple_(events.c.session_id, events.c.event_id).in_(select(few.c.session_id, few.c.session_id))


def _sessions_if_few(connection: Connection, search: ListFilter, few: CTE | None) -> Sequence[str] | None:
    """Return the ids of the sessions in the time range and, given ``few`` events with an error, of these events.

    Return None if neither is set, or if there are many sessions or events in them.
    """
    if few is None and search.time_range == TimeRange():
        return None
    chosen = is_root if few is None else _is_session_of(few)
    statement = select(events.c.session_id).where(chosen, *within(events.c.start_time, search.time_range))
    statement = statement if few is None else statement.with_hint(events, BY_KEY, "sqlite")
    found = connection.scalars(statement.limit(MAX_SESSIONS + 1)).all()
    if len(found) > MAX_SESSIONS:
        return None
    is_one = dialect_of(connection).is_one_of(events.c.session_id, "sessions")
    some = select(events.c.event_id).where(is_one).limit(MAX_EVENTS + 1).subquery()
    # Without the project of the key, the index of the primary key is sufficient.
    with scope(None):
        number = connection.scalar(select(func.count()).select_from(some), {"sessions": found}) or 0
    return found if number <= MAX_EVENTS else None


def _word_query(search: ListFilter, **exact: Any) -> WordQuery | None:
    terms = read_terms(search.text)
    return WordQuery(terms, **exact) if terms else None


def _exact(search: ListFilter) -> dict[str, str]:
    """Return the values of the list's filters on the columns project and event_type."""
    return {
        each.field[0]: str(each.value)
        for each in search.conditions
        if each.test == "is" and not each.negated and each.field in (("project",), ("event_type",))
    }


def _first_window(
    page: PageWindow, windows: Iterable[Window], find: Callable[[Window], list[ListedEvent]]
) -> ListedPage:
    """Return the page from the smallest window that fills the page."""
    found = ListedPage([])
    for window in windows:
        found = ListedPage(find(window), window.size)
        if len(found.rows) > page.limit:
            return found._replace(only_newest=None)
    return found


def _matches(
    connection: Connection, clauses: Sequence[ColumnElement[bool]], page: PageWindow, window: Window
) -> list[ListedEvent]:
    newest_first = (window.rank.desc(), events.c.received_at.desc(), events.c.event_id)
    return _sorted_first(connection, [*clauses, window.condition], newest_first, page, BY_ROWID)


def _sessions(
    connection: Connection,
    clauses: Sequence[ColumnElement[bool]],
    page: PageWindow,
    table: NamedFromClause,
    window: Window,
    *,
    is_filtered: bool,
) -> list[ListedEvent]:
    """Return the page of sessions, with the newest matches first."""
    found = word_search.sessions_of(window, table, None if is_filtered else page)
    # For equal columns, PostgreSQL would read all sessions of an index. So it looks up each session by its key.
    event_id = found.c.session_id.op("||")(literal(""))
    its_root = and_(events.c.session_id == found.c.session_id, events.c.event_id == event_id)
    statement = select(*_LISTED).with_hint(events, BY_KEY, "sqlite").join(found, its_root)
    statement = statement.order_by(found.c.rank.desc(), found.c.session_id)
    return _rows(connection, statement.where(*clauses), page if is_filtered else PageWindow(page.limit))


def _newest(
    connection: Connection,
    clauses: Sequence[ColumnElement[bool]],
    page: PageWindow,
    search: ListFilter,
    *,
    slow: bool,
    only: Sequence[ColumnElement[bool]] = (),
    hint: str = "",
) -> ListedPage:
    """Return the page. If the conditions have no index (``slow``), search only the newest rows."""
    if not slow:
        return ListedPage(_page(connection, clauses, page, hint))
    project = _exact(search).get("project")
    whole = select(events.c.start_time).where(*only, *([events.c.project == project] if project else []))
    whole = whole.with_hint(events, hint, "sqlite").order_by(events.c.start_time.desc()).limit(1)
    rows: list[ListedEvent] = []
    # Finding many newest rows takes longer than a page, so few are tried first.
    for size in (min(FIRST_SCANNED, MAX_SCANNED), MAX_SCANNED):
        since = connection.scalar(whole.offset(size))
        if since is None:
            return ListedPage(_page(connection, clauses, page, hint))
        rows = _page(connection, [*clauses, events.c.start_time > since], page, hint)
        if len(rows) > page.limit:
            return ListedPage(rows)
    return ListedPage(rows, MAX_SCANNED)


def _page(
    connection: Connection, clauses: Iterable[ColumnElement[bool]], page: PageWindow, hint: str = ""
) -> list[ListedEvent]:
    newest_first = (events.c.start_time.desc(), events.c.received_at.desc(), events.c.event_id)
    statement = select(*_LISTED).with_hint(events, hint, "sqlite").where(*clauses)
    return _rows(connection, statement.order_by(*newest_first), page)


def _sorted_first(
    connection: Connection,
    clauses: Iterable[ColumnElement[bool]],
    order: Sequence[ColumnElement[Any]],
    page: PageWindow,
    hint: str,
) -> list[ListedEvent]:
    """Return the page by sorting the keys of all rows, so that only the documents of the page are read."""
    keys = select(events.c.session_id, events.c.event_id).with_hint(events, hint, "sqlite").where(*clauses)
    keys = keys.order_by(*order).limit(page.limit + 1).offset(page.offset)
    key = tuple_(events.c.session_id, events.c.event_id)
    statement = select(*_LISTED).with_hint(events, BY_KEY, "sqlite").where(key.in_(keys.correlate(None)))
    return [ListedEvent(*row) for row in connection.execute(statement.order_by(*order))]


def _rows(connection: Connection, statement: Select[Any], page: PageWindow) -> list[ListedEvent]:
    return [ListedEvent(*row) for row in connection.execute(statement.limit(page.limit + 1).offset(page.offset))]


def _named(dialect: Dialect, search: ListFilter) -> list[ColumnElement[bool]]:
    return [dialect.is_named(events.c.document, search.name)] if search.name else []


def find_one(connection: Connection, session_id: str, event_id: str) -> ListedEvent | None:
    """Return one event of a session, or None."""
    columns = (events.c.session_id, events.c.event_id, events.c.document, events.c.lint, events.c.changed_at)
    statement = select(*columns).where(events.c.session_id == session_id, events.c.event_id == event_id)
    row = connection.execute(statement).one_or_none()
    return None if row is None else ListedEvent(*row)


def latest(connection: Connection, session_id: str) -> tuple[int, int]:
    """Return (number of events, last arrival or change in Unix microseconds) of a session; zeros without events."""
    statement = select(func.count(), func.max(last_change)).where(events.c.session_id == session_id)
    count, changed_at = connection.execute(statement).one()
    return count, changed_at or 0
