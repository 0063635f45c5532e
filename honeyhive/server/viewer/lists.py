"""The lists: sessions, calls of models, and all events."""

import time
from collections.abc import Callable
from hashlib import sha256
from typing import Any, NamedTuple

from markupsafe import Markup
from sqlalchemy import Connection
from starlette.responses import Response

from ..codec import loads
from ..semantics import is_uuid
from ..store import summaries
from ..store.summaries import Found, Totals
from . import TABS, thread
from .render import html, render
from .search import AGES, STATUSES, TYPES, Filters, read
from .summary import Document, Usage, failed, length, usage
from .visit import Visit

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
    has_types: bool = False
    """Whether the type is chosen."""


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
    projects: list[str]


Finder = Callable[[Connection, Visit, Filters], Listed]


async def sessions(visit: Visit) -> Response:
    """The newest sessions."""
    return await _list(visit, _sessions, List(TABS["/"], "sessions.html"))


async def completions(visit: Visit) -> Response:
    """The newest calls of models."""
    return await _list(visit, _events, List(TABS["/completions"], "completions.html", event_type="model"))


async def all_events(visit: Visit) -> Response:
    """The newest events of any type."""
    return await _list(visit, _events, List(TABS["/all-events"], "events.html", has_types=True))


def _sessions(connection: Connection, visit: Visit, filters: Filters) -> Listed:
    dialect, limit = visit.store.dialect, filters.page.limit
    found = summaries.find_sessions(connection, dialect, filters.search, filters.page)
    numbers = summaries.totals(connection, dialect, [each.session_id for each in found[:limit]])
    rows = [_session_row(each, numbers.get(each.session_id, Totals())) for each in found[:limit]]
    return Listed(rows, len(found) > limit, summaries.projects(connection))


def _session_row(found: Found, totals: Totals) -> SessionRow:
    document = loads(found.document)
    inputs = thread.preview(thread.of_inputs(document["inputs"]))
    outputs = thread.preview(thread.of_outputs(document["outputs"], "session"))
    took = max((totals.end or 0) - document["start_time"], 0)
    return SessionRow(found.session_id, document, totals, took, inputs, outputs)


def _events(connection: Connection, visit: Visit, filters: Filters) -> Listed:
    limit = filters.page.limit
    found = summaries.find_events(connection, visit.store.dialect, filters.search, filters.page)
    return Listed(list(map(_event_row, found[:limit])), len(found) > limit, summaries.projects(connection))


def _event_row(found: Found) -> EventRow:
    document = loads(found.document)
    inputs = thread.preview(thread.of_inputs(document["inputs"]))
    outputs = thread.preview(thread.of_outputs(document["outputs"], document["event_type"]))
    numbers = usage(document), found.lint, failed(document), length(document)
    return EventRow(found.session_id, found.event_id, document, *numbers, inputs, outputs)


async def _list(visit: Visit, finder: Finder, kind: List) -> Response:
    started = time.perf_counter()
    filters = read(visit.query, time.time_ns() // 1_000_000, kind.event_type)
    listed = await visit.store.read(finder, visit, filters)
    took = time.perf_counter() - started
    context: dict[str, Any] = {
        "title": kind.title,
        "filters": filters,
        "listed": listed,
        "choices": _choices(kind, listed),
    }
    # The key that the server wants is not shown to whoever sees the page.
    key = "hh_local" if visit.behaviour.require_key is None else "THE_KEY"
    rows = Markup(render(kind.rows, visit, first_type=kind.event_type or "tool", key=key, short=_short, **context))
    seen = sha256(rows.encode()).hexdigest()[:16]
    if visit.part == "list" and visit.query.get("seen") == seen:
        return Response(status_code=204)
    refresh = min(max(REFRESH, round(REST * took)), LONGEST_REFRESH)
    page = "list.html" if visit.part == "list" else "listing.html"
    response = html(page, visit, rows=rows, seen=seen, refresh=refresh, **context)
    if visit.part == "list" and "seen" not in visit.query:
        response.headers["HX-Replace-Url"] = visit.address(part=None)
    return response


def _choices(kind: List, listed: Listed) -> list[Choice]:
    """The filters that are chosen from a list."""
    types = [Choice("type", "Type", "All types", TYPES)] if kind.has_types else []
    return [
        Choice("project", "Project", "All projects", {name: name for name in listed.projects}),
        *types,
        Choice("status", "Status", "Any status", STATUSES),
        Choice("age", "Time", "Any time", AGES),
    ]


def _short(identifier: str) -> str:
    """An id as it is recognized in a list."""
    return identifier[:8] if is_uuid(identifier) else identifier
