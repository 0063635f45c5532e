"""Experiment runs: create, list, read, change and delete them, and the events that belong to them."""

import math
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import orjson
from honeyhive_api.ids import canonical, is_uuid
from sqlalchemy import Connection

from ..model.event_model import DEFAULT_PROJECT, Document
from ..model.filters import Condition, Span, read_filters, read_span
from ..model.http_error import Refusal
from ..model.json_codec import loads
from ..services.metric_values import AGGREGATES, finite, gather, metrics_of
from ..store import objects as definitions
from ..store import queries, runs
from ..store.dialect import Dialect
from ..store.queries import Page
from ..store.runs import Found, RunEvent, Wanted
from ..store.schema import is_key
from . import search as searching
from .datasets import DATASET
from .definitions import Kind, new, update
from .request import Call

RUN = Kind(
    runs.KIND,
    {
        "name": None,
        "description": None,
        "status": "pending",
        "dataset_id": None,
        "metadata": {},
        "results": {},
        "configuration": {},
        "event_ids": [],
        "session_ids": [],
        "datapoint_ids": [],
        "evaluators": [],
        "passing_ranges": {},
    },
    {"updated_at": None, "is_active": True, "scope_type": "project", "scope_id": DEFAULT_PROJECT},
    also=frozenset({"run_id"}),
)
DEFAULT_LIMIT = 20


class Measured(NamedTuple):
    """A run and its events."""

    run: Document
    events: list[RunEvent]


class Tally(NamedTuple):
    """What lists say of a run."""

    run: Document
    """With the average of each of its metrics that is a number or a boolean."""
    metrics: list[str]
    """The names of all of its metrics."""
    rows: int
    errors: int
    """How many sessions ended with an error."""
    duration: float | None
    """From the start of the first event to the end of the last, in milliseconds."""


async def create_run(call: Call) -> bytes:
    """Store a run under the id of the body, or a new one. Raises Refusal (409) for an id that is taken."""
    run_id = call.body.get("run_id")
    if run_id is not None and not is_key(run_id):
        raise Refusal(400, "run_id: empty or longer than 500 characters")
    if run_id is not None and not is_uuid(run_id):
        call.lint.append("run_id: not a UUID")
    _trim(call)
    _lower_ids(call.body)
    document, row = new(call, RUN, call.body, identifier=call.body.get("run_id"))
    document = {**document, "run_id": document["id"]}
    row = definitions.row(RUN.key(document["id"]), DEFAULT_PROJECT, document, row["created_at"])
    if not await call.store.change(definitions.insert, call.store.dialect, [row]):
        raise Refusal(409, f"there is a run with the id {document['id'][:80]!r}")
    return orjson.dumps({"evaluation": await _answer(call, document), "run_id": document["id"]})


def _lower_ids(body: dict[str, Any]) -> None:
    """Write the UUIDs of a run, its events and its sessions in lower case, as they are stored everywhere."""
    if isinstance(body.get("run_id"), str):
        body["run_id"] = canonical(body["run_id"])
    for key in ("event_ids", "session_ids"):
        if isinstance(body.get(key), list):
            body[key] = [canonical(each) if isinstance(each, str) else each for each in body[key]]


def _trim(call: Call) -> None:
    """Take the blanks off a name. Raises Refusal (400) if nothing is left."""
    if "name" in call.body:
        call.body["name"] = call.body["name"].strip()
        if not call.body["name"]:
            raise Refusal(400, "name: blank")


async def update_run(call: Call) -> bytes:
    """Change a run; of events that the body lists and that are not stored, the answer warns."""
    _trim(call)
    _lower_ids(call.body)
    # The document gives a run its dataset when it is created, and none later.
    changes = {key: value for key, value in call.body.items() if key != "dataset_id"}
    if len(changes) < len(call.body):
        call.lint.append("'dataset_id' has no effect")
    run = await update(call, RUN, call.path["run_id"], changes)
    answer: Document = {"evaluation": await _answer(call, run)}
    listed = {*call.body.get("event_ids", ()), *call.body.get("session_ids", ())}
    if missing := len(listed) - len(await call.store.read(queries.known, listed)):
        answer["warning"] = f"{missing} of the {len(listed)} events are not stored"
    return orjson.dumps(answer)


async def delete_run(call: Call) -> bytes:
    """Delete a run; its sessions stay."""
    run_id = call.path["run_id"]
    if not await call.store.change(definitions.remove, RUN.key(run_id)):
        raise RUN.missing(run_id)
    return orjson.dumps({"id": run_id, "deleted": True})


async def get_run(call: Call) -> bytes:
    """Answer one run with the averages of its metrics."""
    return await call.store.read(_read, call.store.dialect, call.path["run_id"])


def _read(connection: Connection, dialect: Dialect, run_id: str) -> bytes:
    run = tally(connection, dialect, _find(connection, run_id)).run
    return orjson.dumps({"evaluation": named(connection, [run])[0]})


def _find(connection: Connection, run_id: str) -> Document:
    run = definitions.find(connection, RUN.key(run_id))
    if run is None:
        raise RUN.missing(run_id)
    return run


async def list_runs(call: Call) -> bytes:
    """Answer one page of the runs that meet every parameter, with the averages of their metrics."""
    arguments = call.arguments()
    page = Page(arguments.get("limit", DEFAULT_LIMIT), arguments.get("page", 1))
    return await call.store.read(_list, call.store.dialect, _wanted(arguments), page)


def _list(connection: Connection, dialect: Dialect, wanted: Wanted, page: Page) -> bytes:
    found = runs.find(connection, wanted, page)
    tallies = [tally(connection, dialect, run) for run in found.runs]
    answer = {
        "evaluations": named(connection, [each.run for each in tallies]),
        "pagination": _pagination(found, page),
        "metrics": sorted({name for each in tallies for name in each.metrics}),
    }
    return orjson.dumps(answer)


def _pagination(found: Found, page: Page) -> dict[str, int | bool]:
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


def _wanted(arguments: Mapping[str, Any]) -> Wanted:
    return Wanted(
        ids=arguments.get("run_ids[]"),
        name=arguments.get("name"),
        status=arguments.get("status"),
        dataset_id=arguments.get("dataset_id"),
        created=span_of(arguments),
        sort_by=arguments.get("sort_by", "created_at"),
        ascending=arguments.get("sort_order") == "asc",
    )


def named(connection: Connection, found: list[Document]) -> list[Document]:
    """The runs with the names of the datasets that they are over."""
    ids = [run["dataset_id"] for run in found if run["dataset_id"]]
    datasets = definitions.find_these(connection, DATASET.name, ids)
    return [{**run, "dataset_name": datasets.get(run["dataset_id"] or "", {}).get("name")} for run in found]


async def _answer(call: Call, run: Document) -> Document:
    return (await call.store.read(named, [run]))[0]


def shown(measured: Measured) -> Document:
    """The run with the average of each of its metrics that is a number or a boolean."""
    values: dict[str, list[float]] = {}
    for event in measured.events:
        gather(event.document["metrics"], values)
    return _with_averages(measured.run, values)


def _with_averages(run: Document, values: Mapping[str, list[float]]) -> Document:
    averages = {name: finite(AGGREGATES["average"], numbers) for name, numbers in values.items() if numbers}
    return {**run, "metrics": {name: average for name, average in averages.items() if average is not None}}


def tally(connection: Connection, dialect: Dialect, run: Document) -> Tally:
    """What lists say of a run, from all of its events."""
    values: dict[str, list[float]] = {}
    rows: set[tuple[str, str | None]] = set()
    errors, first, last = 0, math.inf, -math.inf
    for session_id, datapoint_id, start, end, error, metrics in runs.brief_events_of(connection, dialect, run):
        rows.add((session_id, datapoint_id))
        errors += bool(error)
        first, last = min(first, start), max(last, end)
        if metrics:
            gather(metrics, values)
    return Tally(_with_averages(run, values), list(values), len(rows), errors, last - first if rows else None)


def measure(
    connection: Connection,
    dialect: Dialect,
    run_id: str,
    conditions: Sequence[Condition] = (),
    span: Span = searching.ANY_TIME,
) -> Measured:
    """A run and those of its events that meet every condition. Raises Refusal (404)."""
    run = _find(connection, run_id)
    return Measured(run, runs.events_of(connection, dialect, run, conditions, span))


def span_of(arguments: Mapping[str, Any]) -> Span:
    """The range of time that the query asks for."""
    given = arguments.get("dateRange", {})
    return read_span(given.get("$gte"), given.get("$lte"))


async def get_run_metrics(call: Call) -> bytes:
    """Answer the events of a run with their metrics that are numbers or booleans."""
    arguments = call.arguments()
    conditions, span = read_filters(arguments.get("filters", ())), span_of(arguments)
    return await call.store.read(_metrics, call.store.dialect, call.path["run_id"], conditions, span)


def _metrics(connection: Connection, dialect: Dialect, run_id: str, conditions: list[Condition], span: Span) -> bytes:
    events = [_measured_event(event) for event in measure(connection, dialect, run_id, conditions, span).events]
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


async def get_run_schema(call: Call) -> bytes:
    """Answer which fields occur in the events of one run."""
    return await call.store.read(_schema, call.store.dialect, call.path["run_id"], span_of(call.arguments()))


def _schema(connection: Connection, dialect: Dialect, run_id: str, span: Span) -> bytes:
    return searching.schema_of([event.document for event in measure(connection, dialect, run_id, (), span).events])


async def get_runs_schema(call: Call) -> bytes:
    """Answer which fields occur in the newest events that name a run."""
    conditions = [Condition(queries.RUN, "exists")]
    page = Page(searching.SCHEMA_SAMPLE)
    span = span_of(call.arguments())
    documents, _ = await call.store.read(queries.find, call.store.dialect, conditions, span, page)
    return searching.schema_of([loads(each) for each in documents])
