"""Pages that list sessions, model events and all events."""

import contextlib
import time
from collections.abc import Callable, Sequence
from functools import partial
from hashlib import sha256
from typing import Any, NamedTuple

from markupsafe import Markup
from sqlalchemy import Connection

from ..model.http_messages import ServerResponse
from ..model.json_codec import loads
from ..store import StoreError, session_lists, session_projects, session_totals
from ..store.session_lists import ListedEvent, ListedPage
from ..store.session_totals import SessionTotals
from ..store.word_query import MAX_COUNT
from .conversation import of_inputs, of_outputs, preview
from .event_numbers import Document, EventNumbers, numbers_of
from .list_filters import AGES, PAGE, STATUSES, TYPES, ListQuery, read
from .page_paths import TABS
from .page_request import PageRequest
from .page_templates import html, render

# Minimum and maximum seconds between refreshes of a list. A slow search is repeated after PAUSE_FACTOR times its
# duration, so that the search uses at most a sixth of the server's time.
REFRESH, LONGEST_REFRESH = 2, 60
PAUSE_FACTOR = 5


class SessionRow(NamedTuple):
    """A row of the list of sessions."""

    session_id: str
    document: Document
    totals: SessionTotals
    duration: float
    inputs: str
    outputs: str


class EventRow(NamedTuple):
    """A row of a list of events."""

    session_id: str
    event_id: str
    document: Document
    numbers: EventNumbers
    lint: str | None
    inputs: str
    outputs: str


class ListPage(NamedTuple):
    """Definition of a list page."""

    title: str
    rows: str
    """Template of the rows."""
    event_type: str = ""
    """The only event type in the list; empty for any."""
    has_text: bool = True
    """True if inputs and outputs can be searched."""
    limit: int = PAGE
    """Rows per page."""


class SelectFilter(NamedTuple):
    """A filter with a list of options."""

    name: str
    label: str
    all: str
    options: dict[str, str]


class ListRows(NamedTuple):
    """The content of a list page."""

    rows: list[Any]
    more: bool
    choices: list[SelectFilter]
    note: str = ""
    """The number of matches, or a note that only the newest events or sessions were searched."""


_TYPE = SelectFilter("type", "Type", "All types", TYPES)
AGE = SelectFilter("age", "Time", "Any time", AGES)
_CHOICES = [SelectFilter("status", "Status", "Any status", STATUSES), AGE]

Finder = Callable[[Connection, ListQuery], ListRows]


async def sessions(request: PageRequest) -> ServerResponse:
    """Return the list of sessions."""
    return await show(request, _sessions, ListPage(TABS["/"], "sessions.html"))


async def completions(request: PageRequest) -> ServerResponse:
    """Return the list of model events."""
    return await show(request, _events, ListPage(TABS["/completions"], "completions.html", event_type="model"))


async def all_events(request: PageRequest) -> ServerResponse:
    """Return the list of all events."""
    return await show(request, partial(_events, types=[_TYPE]), ListPage(TABS["/all-events"], "events.html"))


def _sessions(connection: Connection, filters: ListQuery) -> ListRows:
    limit = filters.page.limit
    found = session_lists.find_sessions(connection, filters.search, filters.page)
    shown = found.rows[:limit]
    numbers = session_totals.totals(connection, [each.session_id for each in shown])
    rows = [_session_row(each, numbers.get(each.session_id, SessionTotals())) for each in shown]
    choices = [project_choice(connection), *_CHOICES]
    return ListRows(rows, len(found.rows) > limit, choices, _note(found, filters, "sessions"))


def _session_row(found: ListedEvent, totals: SessionTotals) -> SessionRow:
    document = loads(found.document)
    inputs = preview(of_inputs(document["inputs"]))
    outputs = preview(of_outputs(document["outputs"], "session"))
    took = max((totals.end or 0) - document["start_time"], 0)
    return SessionRow(found.session_id, document, totals, took, inputs, outputs)


def _events(connection: Connection, filters: ListQuery, *, types: Sequence[SelectFilter] = ()) -> ListRows:
    limit = filters.page.limit
    found = session_lists.find_events(connection, filters.search, filters.page)
    choices = [project_choice(connection), *types, *_CHOICES]
    rows = list(map(_event_row, found.rows[:limit]))
    return ListRows(rows, len(found.rows) > limit, choices, _note(found, filters, "events"))


def _note(found: ListedPage, filters: ListQuery, what: str) -> str:
    if found.only_newest is not None:
        searched = "matching events" if filters.search.text else what
        return f"Only the newest {found.only_newest:,} {searched} were searched. Narrow the time or choose a project."
    if found.matches is None:
        return ""
    shown = f"{MAX_COUNT:,}+" if found.matches > MAX_COUNT else f"{found.matches:,}"
    return f"{shown} matching {'event' if found.matches == 1 else 'events'}"


def _event_row(found: ListedEvent) -> EventRow:
    document = loads(found.document)
    inputs = preview(of_inputs(document["inputs"]))
    outputs = preview(of_outputs(document["outputs"], document["event_type"]))
    return EventRow(found.session_id, found.event_id, document, numbers_of(document), found.lint, inputs, outputs)


async def show(request: PageRequest, finder: Finder, kind: ListPage) -> ServerResponse:
    """Return a list page, or the part requested by a script; 204 if nothing changed."""
    started = time.perf_counter()
    filters = read(request.query, time.time_ns() // 1_000_000, kind.event_type, kind.limit)
    if filters.search.text:
        # Most events are found without this indexing, so a full disk must not stop the search.
        with contextlib.suppress(StoreError):
            await request.store.index()
    listed = await request.store.read(finder, filters)
    took = time.perf_counter() - started
    context: dict[str, Any] = {"title": kind.title, "filters": filters, "listed": listed}
    # The required key itself is never shown on a page.
    key = "hh_local" if not request.config.keys else "THE_KEY"
    rows = Markup(render(kind.rows, request, first_type=kind.event_type or "tool", key=key, **context))
    seen = sha256(rows.encode()).hexdigest()[:16]
    if request.part == "list" and request.query.get("seen") == seen:
        return ServerResponse(204)
    page = "list.html" if request.part == "list" else "listing.html"
    response = html(page, request, rows=rows, seen=seen, refresh=refresh_after(took), has_text=kind.has_text, **context)
    if request.part == "list" and "seen" not in request.query:
        response.headers["HX-Replace-Url"] = request.address(part=None)
    return response


def refresh_after(took: float) -> int:
    """Return the seconds until the next refresh, given the seconds that the last one took."""
    return min(max(REFRESH, round(PAUSE_FACTOR * took)), LONGEST_REFRESH)


def project_choice(connection: Connection) -> SelectFilter:
    """Return the filter by project, with the projects that have a session."""
    return SelectFilter(
        "project", "Project", "All projects", {name: name for name in session_projects.names(connection)}
    )
