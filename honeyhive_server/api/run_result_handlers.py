"""Handlers for results of experiment runs: summaries and comparisons."""

from collections.abc import Sequence
from typing import Any

import orjson
from sqlalchemy import Connection

from ..model.filters import Condition, read_filters, read_query
from ..model.http_messages import HTTPError
from ..services.compare_runs import compare, numbered
from ..services.metric_series import AGGREGATES
from ..services.run_results import load_run
from ..services.summarize_run import DEFAULT_FUNCTION, summarize
from ..store.queries import PageWindow
from .api_request import APIRequest

# The default of openapi.yaml for the number of event pairs on a page.
DEFAULT_LIMIT = 1000


def _aggregation(request: APIRequest) -> tuple[str, list[Condition]]:
    """Return (aggregate function, conditions on events). Raises HTTPError (400) for an unknown function."""
    arguments = request.arguments()
    function = arguments.get("aggregate_function", DEFAULT_FUNCTION)
    if function not in AGGREGATES:
        raise HTTPError(400, f"aggregate_function: {function[:40]!r} is not one of {', '.join(AGGREGATES)}")
    return function, read_filters(arguments.get("filters", ()))


async def get_run_summary(request: APIRequest) -> bytes:
    """Return the summary of a run."""
    return await request.store.read(_summary, request.path["run_id"], *_aggregation(request))


def _summary(connection: Connection, run_id: str, function: str, conditions: list[Condition]) -> bytes:
    return orjson.dumps(summarize(connection, load_run(connection, run_id, conditions), function))


async def compare_runs(request: APIRequest) -> bytes:
    """Return the change of each metric from the old run to the new one."""
    ids = request.path["old_run_id"], request.path["new_run_id"]
    return await request.store.read(_compare, ids, *_aggregation(request))


def _compare(connection: Connection, ids: tuple[str, str], function: str, conditions: list[Condition]) -> bytes:
    old, new = (load_run(connection, each, conditions) for each in ids)
    return orjson.dumps(compare(connection, old, new, function))


async def compare_run_events(request: APIRequest) -> bytes:
    """Return one page of pairs of corresponding events in both runs, in the order of the new run."""
    ids = request.target("new_run_id", "run_id_1"), request.target("old_run_id", "run_id_2")
    arguments = request.arguments()
    wanted: dict[str, Any] = {name: arguments[name] for name in ("event_name", "event_type") if name in arguments}
    conditions = read_query({**arguments.get("filter", {}), **wanted})
    page = PageWindow(arguments.get("limit", DEFAULT_LIMIT), arguments.get("page", 1))
    return await request.store.read(_page_of_pairs, ids, conditions, page)


def _page_of_pairs(
    connection: Connection, ids: tuple[str, str], conditions: Sequence[Condition], page: PageWindow
) -> bytes:
    first, second = (numbered(load_run(connection, each, conditions).events) for each in ids)
    common = [key for key in first if key in second]
    pairs = [
        {"datapoint_id": key[0], "event_1": first[key], "event_2": second[key]}
        for key in common[page.offset : page.offset + page.limit]
    ]
    return orjson.dumps({"events": pairs, "totalEvents": len(common)})
