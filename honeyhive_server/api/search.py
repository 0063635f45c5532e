"""Search and export, and the names of the fields that occur."""

from collections.abc import Sequence
from typing import Any

import orjson

from ..model.event_model import OBJECTS, Document
from ..model.filters import Condition, Span, field_path, read_filters, read_span
from ..model.http_error import Refusal
from ..model.json_codec import loads, read_json
from ..store import queries
from ..store.queries import Page
from .request import Call

DEFAULT_LIMIT = 1000
# How many of the newest events the names of fields are taken from.
SCHEMA_SAMPLE = 1000
ANY_TIME = Span()


async def search_events(call: Call) -> bytes:
    """Answer one page of the events that meet every filter, the newest first."""
    given = call.body.get("dateRange", {})
    documents, count = await _find(call, read_span(given.get("start_time"), given.get("end_time")))
    return _page(documents, count)


async def export_events(call: Call) -> bytes:
    """As search_events, with larger pages and only the fields asked for."""
    given = call.body.get("dateRange", {})
    documents, count = await _find(call, read_span(given.get("$gte"), given.get("$lte")))
    if call.body.get("projections"):
        paths = [field_path(name) for name in call.body["projections"]]
        documents = [orjson.dumps(_project(loads(document), paths)).decode() for document in documents]
    return _page(documents, count)


async def _find(call: Call, span: Span) -> tuple[list[str], int]:
    body = call.body
    conditions = read_filters(body.get("filters", ())) + _of_run(body.get("evaluation_id"))
    # Older clients name a project in an export; the service takes it from the key, so it decides nothing here.
    page = Page(int(body.get("limit", DEFAULT_LIMIT)), int(body.get("page", 1)))
    return await call.store.read(queries.find, call.store.dialect, conditions, span, page)


def _of_run(evaluation_id: str | None) -> list[Condition]:
    return [Condition(("metadata", "run_id"), "is", value=evaluation_id)] if evaluation_id else []


def _page(documents: list[str], count: int) -> bytes:
    return f'{{"events":[{",".join(documents)}],"count":{count}}}'.encode()


def _project(document: dict[str, Any], paths: list[tuple[str, ...]]) -> dict[str, Any]:
    """The parts of a document at these paths, in the shape they have there."""
    chosen: dict[str, Any] = {}
    for path in paths:
        source: Any = document
        for step in path:
            source = source.get(step, _MISSING) if isinstance(source, dict) else _MISSING
        if source is _MISSING:
            continue
        target = chosen
        for step in path[:-1]:
            inner = target.get(step)
            target[step] = target = dict(inner) if isinstance(inner, dict) else {}
        target[path[-1]] = source
    return chosen


_MISSING = object()


async def get_events_schema(call: Call) -> bytes:
    """Answer which fields occur in the newest events, by type, and which datasets they refer to.

    Unverified: of the mappings there is only the document's example, in which `question` stands for `inputs.question`
    of sessions. So each name without its object stands for every field that ends in it.
    """
    given: Any = read_json((call.parameter("dateRange") or "{}").encode(errors="replace"))[0]
    if not isinstance(given, dict):
        raise Refusal(400, "dateRange: not the JSON text of an object")
    span = read_span(given.get("$gte"), given.get("$lte"))
    conditions = _of_run(call.parameter("evaluation_id"))
    documents, _ = await call.store.read(queries.find, call.store.dialect, conditions, span, Page(SCHEMA_SAMPLE))
    return schema_of([loads(document) for document in documents])


def schema_of(found: Sequence[Document]) -> bytes:
    """The EventsSchema of some events: which fields occur, by type, and which datasets they refer to."""
    names = {(f"{key}.{inner}", event["event_type"]) for event in found for key in OBJECTS for inner in event[key]}
    datasets = {event["metadata"].get("dataset_id") for event in found}
    mappings: dict[str, list[dict[str, str]]] = {}
    for name, event_type in sorted(names):
        mappings.setdefault(name.partition(".")[2], []).append({"field_name": name, "event_type": event_type})
    answer = {
        "fields": [{"name": name, "event_type": event_type} for name, event_type in sorted(names)],
        "datasets": sorted(each for each in datasets if isinstance(each, str)),
        "mappings": mappings,
    }
    return orjson.dumps(answer)
