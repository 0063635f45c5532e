"""The lists: sessions, calls of models, and all events."""

import time
from collections.abc import Callable, Sequence
from functools import partial
from hashlib import sha256
from typing import Any, NamedTuple

from markupsafe import Markup
from sqlalchemy import Connection
from starlette.responses import Response

from ..model.json_codec import loads
from ..store import session_lists as summaries
from ..store.session_lists import Found, Totals
from . import TABS
from . import conversation as thread
from .event_numbers import Document, Usage, failed, length, usage
from .page_request import Visit
from .render import html, render
from .search import AGES, PAGE, STATUSES, TYPES, Filters, read

# How often a list looks for something new, in seconds; a slow search rests for so many times what it took.
REFRESH, LONGEST_REFRESH = 2, 60
REST = 5


class SessionRow(NamedTuple):
    """A session in a list."""

    session_id: str
    document: Document
    totals: Totals
    duration: float
    inputs: str
    outputs: str


class EventRow(NamedTuple):
    """An event in a list."""

    session_id: str
    event_id: str
    document: Document
    usage: Usage
    lint: str | None
    failed: bool
    duration: float | None
    inputs: str
    outputs: str


class List(NamedTuple):
    """One of the lists."""

    title: str
    rows: str
    """The template of its rows."""
    event_type: str = ""
    """The one type that it has."""
    has_text: bool = True
    """Whether inputs and outputs are searched."""
    limit: int = PAGE
    """How many rows a page has."""


class Choice(NamedTuple):
    """A filter that is chosen from a list."""

    name: str
    label: str
    all: str
    options: dict[str, str]


class Listed(NamedTuple):
    """What a list shows."""

    rows: list[Any]
    more: bool
    choices: list[Choice]


_TYPE = Choice("type", "Type", "All types", TYPES)
AGE = Choice("age", "Time", "Any time", AGES)
_CHOICES = [Choice("status", "Status", "Any status", STATUSES), AGE]

Finder = Callable[[Connection, Visit, Filters], Listed]


async def sessions(visit: Visit) -> Response:
    """The newest sessions."""
    return await show(visit, _sessions, List(TABS["/"], "sessions.html"))


async def completions(visit: Visit) -> Response:
    """The newest calls of models."""
    return await show(visit, _events, List(TABS["/completions"], "completions.html", event_type="model"))


async def all_events(visit: Visit) -> Response:
    """The newest events of any type."""
    return await show(visit, partial(_events, types=[_TYPE]), List(TABS["/all-events"], "events.html"))


def _sessions(connection: Connection, visit: Visit, filters: Filters) -> Listed:
    dialect, limit = visit.store.dialect, filters.page.limit
    found = summaries.find_sessions(connection, dialect, filters.search, filters.page)
    numbers = summaries.totals(connection, dialect, [each.session_id for each in found[:limit]])
    rows = [_session_row(each, numbers.get(each.session_id, Totals())) for each in found[:limit]]
    return Listed(rows, len(found) > limit, [project_choice(connection), *_CHOICES])


def _session_row(found: Found, totals: Totals) -> SessionRow:
    document = loads(found.document)
    inputs = thread.preview(thread.of_inputs(document["inputs"]))
    outputs = thread.preview(thread.of_outputs(document["outputs"], "session"))
    took = max((totals.end or 0) - document["start_time"], 0)
    return SessionRow(found.session_id, document, totals, took, inputs, outputs)


def _events(connection: Connection, visit: Visit, filters: Filters, *, types: Sequence[Choice] = ()) -> Listed:
    limit = filters.page.limit
    found = summaries.find_events(connection, visit.store.dialect, filters.search, filters.page)
    choices = [project_choice(connection), *types, *_CHOICES]
    return Listed(list(map(_event_row, found[:limit])), len(found) > limit, choices)


def _event_row(found: Found) -> EventRow:
    document = loads(found.document)
    inputs = thread.preview(thread.of_inputs(document["inputs"]))
    outputs = thread.preview(thread.of_outputs(document["outputs"], document["event_type"]))
    numbers = usage(document), found.lint, failed(document), length(document)
    return EventRow(found.session_id, found.event_id, document, *numbers, inputs, outputs)


async def show(visit: Visit, finder: Finder, kind: List) -> Response:
    """The page of a list, or the part of it that a script asks for."""
    started = time.perf_counter()
    filters = read(visit.query, time.time_ns() // 1_000_000, kind.event_type, kind.limit)
    listed = await visit.store.read(finder, visit, filters)
    took = time.perf_counter() - started
    context: dict[str, Any] = {
        "title": kind.title,
        "filters": filters,
        "listed": listed,
    }
    # The key that the server wants is not shown to whoever sees the page.
    key = "hh_local" if visit.behaviour.require_key is None else "THE_KEY"
    rows = Markup(render(kind.rows, visit, first_type=kind.event_type or "tool", key=key, **context))
    seen = sha256(rows.encode()).hexdigest()[:16]
    if visit.part == "list" and visit.query.get("seen") == seen:
        return Response(status_code=204)
    page = "list.html" if visit.part == "list" else "listing.html"
    response = html(page, visit, rows=rows, seen=seen, refresh=refresh_after(took), has_text=kind.has_text, **context)
    if visit.part == "list" and "seen" not in visit.query:
        response.headers["HX-Replace-Url"] = visit.address(part=None)
    return response


def refresh_after(took: float) -> int:
    """How many seconds a page rests that took so many."""
    return min(max(REFRESH, round(REST * took)), LONGEST_REFRESH)


def project_choice(connection: Connection) -> Choice:
    """The choice of a project among those that have a session."""
    return Choice("project", "Project", "All projects", {name: name for name in summaries.projects(connection)})
