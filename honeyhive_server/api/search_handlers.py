"""Handlers for search and export, and for the names of the fields that occur in events."""

from collections.abc import Sequence
from typing import Any

import orjson

from ..model.event_model import OBJECTS, Document
from ..model.filters import Condition, TimeRange, field_path, read_date_range, read_filters, read_time_range
from ..model.http_messages import HTTPError
from ..model.json_codec import event_json, loads, read_json
from ..store import queries
from ..store.queries import PageWindow
from .api_request import APIRequest

DEFAULT_LIMIT = 1000
# Number of events whose fields are listed: enough to show the fields in use now, and few enough to decode quickly.
SCHEMA_SAMPLE = 1000


async def search_events(request: APIRequest) -> bytes:
    """Return one page of the events that match every filter, the newest first."""
    given = request.body.get("dateRange", {})
    documents, count = await _find(request, read_time_range(given.get("start_time"), given.get("end_time")))
    return _page(list(map(event_json, documents)), count)


async def export_events(request: APIRequest) -> bytes:
    """Return one page of the events that match every filter, the newest first, with only the requested fields."""
    documents, count = await _find(request, read_date_range(request.body.get("dateRange", {})))
    if request.body.get("projections"):
        paths = [field_path(name) for name in request.body["projections"]]
        return _page([_project(loads(document), paths) for document in documents], count)
    return _page(list(map(event_json, documents)), count)


async def _find(request: APIRequest, time_range: TimeRange) -> tuple[list[str], int]:
    body = request.body
    conditions = read_filters(body.get("filters", ())) + _of_run(body.get("evaluation_id"))
    # Older clients send a project with an export. The server ignores it: the key determines the project.
    page = PageWindow(int(body.get("limit", DEFAULT_LIMIT)), int(body.get("page", 1)))
    return await request.store.read(queries.find, conditions, time_range, page)


def _of_run(evaluation_id: str | None) -> list[Condition]:
    return [Condition(queries.RUN_FIELD, "is", value=evaluation_id)] if evaluation_id else []


def _page(events: list[Any], count: int) -> bytes:
    return orjson.dumps({"events": events, "count": count})


def _project(document: dict[str, Any], paths: list[tuple[str, ...]]) -> dict[str, Any]:
    """Return only the parts of a document at these paths, with the same nesting."""
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


async def get_events_schema(request: APIRequest) -> bytes:
    """Return the fields that occur in the newest events, by type, and the datasets of these events.

    Unverified: the mappings follow the only example in openapi.yaml, in which `question` means `inputs.question` of
    sessions. So the last part of a field name maps to every field that ends in it.
    """
    given: Any = read_json((request.parameter("dateRange") or "{}").encode(errors="replace"))[0]
    if not isinstance(given, dict):
        raise HTTPError(400, "dateRange must be a JSON object")
    time_range = read_date_range(given)
    conditions = _of_run(request.parameter("evaluation_id"))
    documents, _ = await request.store.read(queries.find, conditions, time_range, PageWindow(SCHEMA_SAMPLE))
    return schema_of([loads(document) for document in documents])


def schema_of(found: Sequence[Document]) -> bytes:
    """Return the EventsSchema of these events: the fields that occur, by type, and the datasets of the events."""
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
