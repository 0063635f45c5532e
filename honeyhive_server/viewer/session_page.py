"""The page of a session: its numbers, its events as a tree with time axis, and one event in full."""

import time
from typing import Any, NamedTuple
from urllib.parse import quote

import orjson
from sqlalchemy import Connection

from ..model.http_messages import HTTPError, ServerResponse
from ..model.json_codec import loads
from ..services.definition_kinds import RUN
from ..services.session_tree import breadth_first, session_json
from ..store import definitions, queries, session_lists
from ..store.queries import EventNode
from .conversation import Message, of_field
from .event_numbers import Document, numbers_of, totals
from .format import share
from .json_html import JSONField, fields
from .page_request import PageRequest
from .page_templates import html
from .timeline import TimelineRow, kind_of, timeline

# Fields that the header of the event panel already shows, and fields without information.
HEAD = {"event_id", "session_id", "parent_id", "event_type", "event_name", "session_name", "error", "source", "project"}
HEAD |= {"start_time", "end_time", "duration", "org_id", "workspace_id", "project_id", "children_ids"}
SECTIONS = {
    "inputs": "Inputs",
    "outputs": "Outputs",
    "metrics": "Metrics",
    "feedback": "Feedback",
    "metadata": "Metadata",
    "config": "Configuration",
    "user_properties": "User properties",
}
# Seconds between refreshes: REFRESH for a session with a new or changed event in the last RECENT seconds, and
# REFRESH_OLD for any other session.
REFRESH, REFRESH_OLD, RECENT = 2, 15, 60
# Maximum number of rows: browsers become slow with more. The JSON has all events.
MAX_ROWS = 10_000


class EventSection(NamedTuple):
    """One field of an event, as messages, as key-value pairs, or as both."""

    key: str
    title: str
    messages: list[Message]
    fields: list[JSONField]


async def page(request: PageRequest) -> ServerResponse:
    """Return the page, or the part requested by a script."""
    chosen = request.query.get("event", request.session_id)
    if request.part == "panel":
        return await request.store.read(_panel, request, chosen)
    return await request.store.read(_page, request, chosen)


async def as_json(request: PageRequest) -> ServerResponse:
    """Return an event or the session with the tree below it as JSON, or one of its fields."""
    return await request.store.read(_json, request)


def _page(connection: Connection, request: PageRequest, chosen: str) -> ServerResponse:
    seen = request.query.get("seen") if request.part == "tree" else None
    # A refresh that finds nothing new does not read the events.
    if seen is not None and seen == _seen(*session_lists.latest(connection, request.session_id)):
        return ServerResponse(204)
    nodes = _nodes(connection, request)
    changed_at = max(node.received_at if node.changed_at is None else node.changed_at for node in nodes)
    documents = [loads(node.document) for node in nodes]
    line = timeline(nodes, documents)
    session_totals = totals(documents[0], documents[1:])
    lint = {node.event_id: node.lint for node in nodes if node.lint is not None}
    changes = {node.event_id: node.changed_at for node in nodes if node.changed_at is not None}
    found = next((row for row in line.rows if row.event_id == chosen), line.rows[0])
    context: dict[str, Any] = {
        "title": line.rows[0].name,
        "run": _run(connection, documents[0]),
        "root": documents[0],
        "rows": line.rows[:MAX_ROWS],
        "chosen": found.event_id,
        "lint": lint,
        "changes": changes,
        "cut": max(len(line.rows) - MAX_ROWS, 0),
        "ticks": line.ticks,
        "totals": session_totals,
        "success": _success(line.rows),
        "duration": max((session_totals.end or 0) - documents[0]["start_time"], 0),
        "seen": _seen(len(nodes), changed_at),
        "refresh": REFRESH if time.time_ns() // 1000 - changed_at < RECENT * 1_000_000 else REFRESH_OLD,
        **_event(found.document, found.kind, lint.get(found.event_id), changes.get(found.event_id)),
    }
    return html("session.html", request, block="tree" if request.part == "tree" else "", **context)


def _seen(count: int, changed_at: int) -> str:
    """Return the value that a refresh compares: the number of events, and the last arrival or change (Unix µs)."""
    return f"{count}-{changed_at}"


def _run(connection: Connection, root: Document) -> Document | None:
    """Return the run that a session belongs to, or None if it is not stored."""
    run_id = root["metadata"].get("run_id")
    return definitions.find(connection, RUN.key(run_id)) if isinstance(run_id, str) else None


def _success(rows: list[TimelineRow]) -> str:
    """Return the share of events without an error; the session's own event counts only if there is no other."""
    counted = rows[1:] or rows
    return share(sum(not row.failed for row in counted), len(counted))


def _panel(connection: Connection, request: PageRequest, event_id: str) -> ServerResponse:
    found = session_lists.find_one(connection, request.session_id, event_id)
    if found is None:
        raise HTTPError(404, "There is no such event in this session.")
    document = loads(found.document)
    shown = _event(document, kind_of(document["event_type"]), found.lint, found.changed_at)
    return html("session.html", request, block="panel", **shown)


def _nodes(connection: Connection, request: PageRequest) -> list[EventNode]:
    nodes = queries.session(connection, request.session_id)
    if not nodes:
        raise HTTPError(404, "There is no session with this id. It was deleted, or its events have not arrived yet.")
    return nodes


def _event(document: Document, kind: str, lint: str | None, changed_at: int | None) -> dict[str, Any]:
    """Return the template variables of an event's panel."""
    rest = {key: value for key, value in document.items() if key not in HEAD and key not in SECTIONS}
    sections = [_section(key, title, document) for key, title in SECTIONS.items() if document.get(key)]
    if rest:
        sections.append(EventSection("", "Other fields", [], fields(rest)))
    return {
        "event": document,
        "changed_at": changed_at,
        "kind": kind,
        "numbers": numbers_of(document),
        "event_lint": (lint or "").splitlines(),
        "sections": sections,
    }


def _section(key: str, title: str, document: Document) -> EventSection:
    found = of_field(document, key)
    rest = found.rest if isinstance(found.rest, dict) else {"": found.rest}
    return EventSection(key, title, found.messages, fields(rest))


def _json(connection: Connection, request: PageRequest) -> ServerResponse:
    event_id = request.query.get("event", request.session_id)
    value = orjson.loads(orjson.dumps(session_json(_below(_nodes(connection, request), event_id))))
    if "field" in request.query:
        value = value.get(request.query["field"])
    response = ServerResponse(200, orjson.dumps(value, option=orjson.OPT_INDENT_2))
    if "download" in request.query:
        name = quote(f"{event_id[:80]}.json", safe="")
        response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
    return response


def _below(nodes: list[EventNode], event_id: str) -> list[EventNode]:
    """Return the event with this id, followed by its descendants. Raises HTTPError (404)."""
    inside: set[int] = set()
    for index, above in breadth_first(nodes):  # parents come before children
        if nodes[index].event_id == event_id or above in inside:
            inside.add(index)
    if not inside:
        raise HTTPError(404, "There is no such event in this session.")
    return [
        node
        for index, node in sorted(enumerate(nodes), key=lambda each: each[1].event_id != event_id)
        if index in inside
    ]
