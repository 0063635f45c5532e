"""Handlers for results of experiment runs: summaries and comparisons."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import orjson
from sqlalchemy import Connection

from ..model.filters import Condition, read_filters, read_query
from ..model.http_messages import HTTPError
from ..services.metric_series import AGGREGATES
from ..services.run_comparison import compare, numbered
from ..services.run_results import load_run
from ..services.run_summary import DEFAULT_FUNCTION, summarize
from ..store.dialect import Dialect
from ..store.queries import PageWindow
from .api_request import APIRequest

# As the document says for these pages.
DEFAULT_LIMIT = 1000


class Aggregation(NamedTuple):
    """The aggregate function of a request, and the events it is applied to."""

    function: str
    conditions: list[Condition]


def _aggregation(request: APIRequest) -> Aggregation:
    """Read the query parameters. Raises HTTPError (400) for an unknown function."""
    arguments = request.arguments()
    function = arguments.get("aggregate_function", DEFAULT_FUNCTION)
    if function not in AGGREGATES:
        raise HTTPError(400, f"aggregate_function: {function[:40]!r} is not one of {', '.join(AGGREGATES)}")
    return Aggregation(function, read_filters(arguments.get("filters", ())))


async def get_run_summary(request: APIRequest) -> bytes:
    """Return the summary of a run."""
    store = request.store
    return await store.read(_summary, store.dialect, request.path["run_id"], _aggregation(request))


def _summary(connection: Connection, dialect: Dialect, run_id: str, wanted: Aggregation) -> bytes:
    measured = load_run(connection, dialect, run_id, wanted.conditions)
    return orjson.dumps(summarize(connection, measured, wanted.function))


async def compare_runs(request: APIRequest) -> bytes:
    """Return the change of each metric from the old run to the new one."""
    new, old = request.path["new_run_id"], request.path["old_run_id"]
    return await request.store.read(_compare, request.store.dialect, new, old, _aggregation(request))


def _compare(connection: Connection, dialect: Dialect, new_id: str, old_id: str, wanted: Aggregation) -> bytes:
    new, old = (load_run(connection, dialect, each, wanted.conditions) for each in (new_id, old_id))
    return orjson.dumps(compare(connection, old, new, wanted.function))


async def compare_run_events(request: APIRequest) -> bytes:
    """Return one page of event pairs, in the order of the new run."""
    ids = request.target("new_run_id", "run_id_1"), request.target("old_run_id", "run_id_2")
    arguments = request.arguments()
    wanted: dict[str, Any] = {name: arguments[name] for name in ("event_name", "event_type") if name in arguments}
    conditions = read_query({**arguments.get("filter", {}), **wanted})
    page = PageWindow(arguments.get("limit", DEFAULT_LIMIT), arguments.get("page", 1))
    return await request.store.read(_page_of_pairs, request.store.dialect, ids, conditions, page)


def _page_of_pairs(
    connection: Connection, dialect: Dialect, ids: tuple[str, str], conditions: Sequence[Condition], page: PageWindow
) -> bytes:
    first, second = (numbered(load_run(connection, dialect, each, conditions).events) for each in ids)
    common = [key for key in first if key in second]
    pairs = [
        {"datapoint_id": key[0], "event_1": first[key], "event_2": second[key]}
        for key in common[page.offset : page.offset + page.limit]
    ]
    return orjson.dumps({"events": pairs, "totalEvents": len(common)})
