"""Handlers for experiment runs: create, list, read, update and delete them, and list their events."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

import orjson
from honeyhive_api.ids import canonical, is_uuid
from sqlalchemy import Connection

from ..model.event_model import Document
from ..model.filters import Condition, TimeRange, read_date_range, read_filters
from ..model.http_messages import HTTPError
from ..model.json_codec import loads
from ..services.definition_kinds import RUN
from ..services.metric_series import metrics_of
from ..services.run_results import find_run, load_run, run_totals, with_dataset_names
from ..store import definitions, queries, run_queries
from ..store.db_schema import MAX_KEY, is_key
from ..store.queries import PageWindow
from ..store.run_queries import RunEvent, RunFilter, RunPage
from .api_request import APIRequest
from .definition_crud import new, update
from .search_handlers import SCHEMA_SAMPLE, schema_of

# The default of openapi.yaml for the number of runs on a page.
DEFAULT_LIMIT = 20


async def create_run(request: APIRequest) -> bytes:
    """Store a run under the id in the body, or under a new id. Raises HTTPError (409) if the id exists."""
    run_id = request.body.get("run_id")
    if run_id is not None and not is_key(run_id):
        raise HTTPError(400, f"run_id: empty or longer than {MAX_KEY} characters")
    if run_id is not None and not is_uuid(run_id):
        request.lint.append("run_id: not a UUID")
    _trim(request)
    _lower_ids(request.body)
    run_id = request.body.get("run_id") or str(uuid4())
    document, row = new(request, RUN, request.body, identifier=run_id, extra={"run_id": run_id})
    if not await request.store.change(definitions.insert, [row]):
        raise HTTPError(409, f"a run with the id {run_id[:80]!r} already exists")
    return orjson.dumps({"evaluation": await _with_dataset_name(request, document), "run_id": run_id})


def _lower_ids(body: dict[str, Any]) -> None:
    """Change the UUIDs of a run, its events and its sessions to lower case, the form of all stored ids."""
    if isinstance(body.get("run_id"), str):
        body["run_id"] = canonical(body["run_id"])
    for key in ("event_ids", "session_ids"):
        if isinstance(body.get(key), list):
            body[key] = [canonical(each) if isinstance(each, str) else each for each in body[key]]


def _trim(request: APIRequest) -> None:
    """Strip the name of a run. Raises HTTPError (400) if the name is blank."""
    if "name" in request.body:
        request.body["name"] = request.body["name"].strip()
        if not request.body["name"]:
            raise HTTPError(400, "name: must not be blank")


async def update_run(request: APIRequest) -> bytes:
    """Update a run; the response warns about listed events that are not stored."""
    _trim(request)
    _lower_ids(request.body)
    # By openapi.yaml, the dataset of a run is set only when the run is created.
    changes = {key: value for key, value in request.body.items() if key != "dataset_id"}
    if len(changes) < len(request.body):
        request.lint.append("'dataset_id' has no effect")
    run = await update(request, RUN, request.path["run_id"], changes)
    answer: Document = {"evaluation": await _with_dataset_name(request, run)}
    listed = {*request.body.get("event_ids", ()), *request.body.get("session_ids", ())}
    if missing := len(listed) - len(await request.store.read(queries.known, listed)):
        answer["warning"] = f"{missing} of the {len(listed)} events are not stored"
    return orjson.dumps(answer)


async def delete_run(request: APIRequest) -> bytes:
    """Delete a run; its sessions stay."""
    run_id = request.path["run_id"]
    if not await request.store.change(definitions.remove, RUN.key(run_id)):
        raise RUN.not_found(run_id)
    return orjson.dumps({"id": run_id, "deleted": True})


async def get_run(request: APIRequest) -> bytes:
    """Return one run with the averages of its metrics."""
    return await request.store.read(_read, request.path["run_id"])


def _read(connection: Connection, run_id: str) -> bytes:
    run = run_totals(connection, find_run(connection, run_id)).run
    return orjson.dumps({"evaluation": with_dataset_names(connection, [run])[0]})


async def list_runs(request: APIRequest) -> bytes:
    """Return one page of the runs that match every parameter, with the averages of their metrics."""
    arguments = request.arguments()
    page = PageWindow(arguments.get("limit", DEFAULT_LIMIT), arguments.get("page", 1))
    return await request.store.read(_list, _wanted(arguments), page)


def _list(connection: Connection, wanted: RunFilter, page: PageWindow) -> bytes:
    found = run_queries.find(connection, wanted, page)
    totals = [run_totals(connection, run) for run in found.runs]
    answer = {
        "evaluations": with_dataset_names(connection, [each.run for each in totals]),
        "pagination": _pagination(found, page),
        "metrics": sorted({name for each in totals for name in each.metrics}),
    }
    return orjson.dumps(answer)


def _pagination(found: RunPage, page: PageWindow) -> dict[str, int | bool]:
    pages = -(-found.total // page.limit)
    return {
        "page": page.number,
        "limit": page.limit,
        "total": found.total,
        "total_unfiltered": found.total_unfiltered,
        "total_pages": pages,
        "has_next": page.number < pages,
        "has_prev": page.number > 1,
    }


def _wanted(arguments: Mapping[str, Any]) -> RunFilter:
    return RunFilter(
        ids=arguments.get("run_ids[]"),
        name=arguments.get("name"),
        status=arguments.get("status"),
        dataset_id=arguments.get("dataset_id"),
        created=read_date_range(arguments.get("dateRange", {})),
        sort_by=arguments.get("sort_by", "created_at"),
        ascending=arguments.get("sort_order") == "asc",
    )


async def _with_dataset_name(request: APIRequest, run: Document) -> Document:
    return (await request.store.read(with_dataset_names, [run]))[0]


async def get_run_metrics(request: APIRequest) -> bytes:
    """Return the events of a run, each with its metrics that are numbers or booleans."""
    arguments = request.arguments()
    conditions, time_range = read_filters(arguments.get("filters", ())), read_date_range(arguments.get("dateRange", {}))
    return await request.store.read(_metrics, request.path["run_id"], conditions, time_range)


def _metrics(connection: Connection, run_id: str, conditions: list[Condition], time_range: TimeRange) -> bytes:
    events = [_measured_event(event) for event in load_run(connection, run_id, conditions, time_range).events]
    return orjson.dumps({"events": events, "totalEvents": len(events)})


def _measured_event(event: RunEvent) -> Document:
    document, datapoint_id = event
    return {
        "event_id": document["event_id"],
        "event_name": document["event_name"],
        "event_type": document["event_type"],
        "session_id": document["session_id"],
        "metadata": {"datapoint_id": datapoint_id} if datapoint_id is not None else {},
        "metrics": {key: value for key, value in metrics_of(document).items() if not isinstance(value, str)},
    }


async def get_run_schema(request: APIRequest) -> bytes:
    """Return the fields that occur in the events of one run."""
    return await request.store.read(
        _schema, request.path["run_id"], read_date_range(request.arguments().get("dateRange", {}))
    )


def _schema(connection: Connection, run_id: str, time_range: TimeRange) -> bytes:
    return schema_of([event.document for event in load_run(connection, run_id, (), time_range).events])


async def get_runs_schema(request: APIRequest) -> bytes:
    """Return the fields that occur in the newest events that name a run."""
    conditions = [Condition(queries.RUN_FIELD, "exists")]
    page = PageWindow(SCHEMA_SAMPLE)
    time_range = read_date_range(request.arguments().get("dateRange", {}))
    documents, _ = await request.store.read(queries.find, conditions, time_range, page)
    return schema_of([loads(each) for each in documents])
