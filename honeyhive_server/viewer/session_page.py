"""The page of a session: its numbers, the tree on the time axis, and one event in full."""

import time
from typing import Any, NamedTuple
from urllib.parse import quote

import orjson
from markupsafe import Markup
from sqlalchemy import Connection
from starlette.responses import Response

from ..api.runs import RUN
from ..model.filters import Condition
from ..model.http_error import Refusal
from ..model.json_codec import loads
from ..services.session_tree import breadth_first, session_json
from ..store import objects as definitions
from ..store import queries
from ..store import session_lists as summaries
from ..store.queries import Node
from . import conversation as thread
from .event_numbers import Document, failed, length, totals, usage
from .format import share
from .json_html import Field, fields
from .page_request import Visit
from .render import html, render
from .timeline import kind_of, ticks, timeline

# Fields that the head of an event shows, or that say nothing.
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
# How often a session that just got events is looked at again, and any other, in seconds.
REFRESH, REFRESH_OLD, RECENT = 2, 15, 60
# A browser gets slow beyond; the JSON has all.
MAX_ROWS = 10_000


class Section(NamedTuple):
    """One field of an event, as messages, as fields, or as both."""

    key: str
    title: str
    messages: list[thread.Message]
    fields: list[Field]


async def page(visit: Visit) -> Response:
    """The whole page, or the part of it that a script asks for."""
    chosen = visit.query.get("event", visit.session_id)
    if visit.part == "panel":
        return await visit.store.read(_panel, visit, chosen)
    return await visit.store.read(_page, visit, chosen)


async def as_json(visit: Visit) -> Response:
    """The tree below an event or the session as JSON, or one field of it."""
    return await visit.store.read(_json, visit)


def _page(connection: Connection, visit: Visit, chosen: str) -> Response:
    count, arrived = summaries.latest(connection, visit.session_id)
    seen = f"{count}-{arrived}"
    if visit.part == "tree" and visit.query.get("seen") == seen:
        return Response(status_code=204)
    nodes = _nodes(connection, visit)
    documents = [loads(node.document) for node in nodes]
    line = timeline(nodes, documents)
    numbers = totals(documents[0], documents[1:])
    lint = summaries.lint_of(connection, visit.session_id)
    found = next((row for row in line.rows if row.event_id == chosen), line.rows[0])
    context: dict[str, Any] = {
        "title": line.rows[0].name,
        "run": _run(connection, documents[0]),
        "root": documents[0],
        # Rendered by themselves: a loop inside of included templates costs twice as much.
        "rows": Markup(render("branches.html", visit, rows=line.rows[:MAX_ROWS], chosen=found.event_id, lint=lint)),
        "cut": max(len(line.rows) - MAX_ROWS, 0),
        "ticks": ticks(line.length),
        "totals": numbers,
        "success": _success(documents),
        "duration": max((numbers.end or 0) - documents[0]["start_time"], 0),
        "seen": seen,
        "refresh": REFRESH if time.time_ns() // 1000 - arrived < RECENT * 1_000_000 else REFRESH_OLD,
        **_event(found.document, lint.get(found.event_id)),
    }
    return html("tree.html" if visit.part == "tree" else "session.html", visit, **context)


def _run(connection: Connection, root: Document) -> Document | None:
    """The experiment that a session belongs to, if it is stored."""
    run_id = root["metadata"].get("run_id")
    return definitions.find(connection, RUN.key(run_id)) if isinstance(run_id, str) else None


def _success(documents: list[Document]) -> str:
    """The share of a session's events without an error; of its own event, if there is no other."""
    counted = documents[1:] or documents
    return share(len(counted) - sum(map(failed, counted)), len(counted))


def _panel(connection: Connection, visit: Visit, event_id: str) -> Response:
    found = summaries.find_one(connection, visit.session_id, event_id)
    if found is None:
        raise Refusal(404, "There is no such event in this session.")
    return html("panel.html", visit, **_event(loads(found.document), found.lint))


def _nodes(connection: Connection, visit: Visit) -> list[Node]:
    same = Condition(("session_id",), "is", value=visit.session_id)
    found = queries.sessions(connection, visit.store.dialect, None, [same], 1)
    if not found:
        raise Refusal(404, "There is no session with this id. It may have been deleted, or its events are on the way.")
    return found[0]


def _event(document: Document, lint: str | None) -> dict[str, Any]:
    """What the panel shows of an event."""
    rest = {key: value for key, value in document.items() if key not in HEAD and key not in SECTIONS}
    sections = [_section(key, title, document) for key, title in SECTIONS.items() if document.get(key)]
    if rest:
        sections.append(Section("", "Other fields", [], fields(rest)))
    return {
        "event": document,
        "kind": kind_of(document["event_type"]),
        "event_length": length(document),
        "event_failed": failed(document),
        "event_usage": usage(document),
        "event_lint": (lint or "").splitlines(),
        "sections": sections,
    }


def _section(key: str, title: str, document: Document) -> Section:
    found = thread.Thread([], document[key])
    if key == "inputs":
        found = thread.of_inputs(document[key])
    elif key == "outputs":
        found = thread.of_outputs(document[key], document["event_type"])
    rest = found.rest if isinstance(found.rest, dict) else {"": found.rest}
    return Section(key, title, found.messages, fields(rest))


def _json(connection: Connection, visit: Visit) -> Response:
    event_id = visit.query.get("event", visit.session_id)
    value = loads(session_json(_below(_nodes(connection, visit), event_id)))
    if "field" in visit.query:
        value = value.get(visit.query["field"])
    response = Response(orjson.dumps(value, option=orjson.OPT_INDENT_2), media_type="application/json")
    if "download" in visit.query:
        name = quote(f"{event_id[:80]}.json", safe="")
        response.headers["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
    return response


def _below(nodes: list[Node], event_id: str) -> list[Node]:
    """The event with this id and those below it. Raises Refusal (404)."""
    inside: set[int] = set()
    for index, above in breadth_first(nodes):  # parents come before children
        if nodes[index].event_id == event_id or above in inside:
            inside.add(index)
    if not inside:
        raise Refusal(404, "There is no such event in this session.")
    return [
        node
        for index, node in sorted(enumerate(nodes), key=lambda each: each[1].event_id != event_id)
        if index in inside
    ]
