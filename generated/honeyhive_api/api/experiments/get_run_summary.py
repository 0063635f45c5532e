# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/runs/{run_id}/summary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.aggregate_function import AggregateFunction
    from ...models.event_filter import EventFilter
    from ...models.run_summary import RunSummary

OPERATION = OPERATIONS["getRunSummary"]


def build_request(
    run_id: str,
    *,
    aggregate_function: AggregateFunction | None = None,
    filters: Sequence[EventFilter | Mapping[str, Any]] | None = None,
) -> Request:
    """Read what came out of an experiment run.

    Gives each metric over all datapoints, and which datapoints passed.

    Args:
        run_id: The id of the run, a UUID.
        aggregate_function: How the values of a metric become one; `average` when left out.
        filters: The conditions that an event has to meet, all of them. They travel as JSON text.

    Returns:
        The request, not yet checked or sent.

    Source: ``GET /v1/runs/{run_id}/summary`` on the host ``v1``.
    """
    path_: dict[str, Any] = {
        "run_id": run_id,
    }
    query_: dict[str, Any] = {}
    if aggregate_function is not None:
        query_["aggregate_function"] = aggregate_function

    if filters is not None:
        query_["filters"] = filters

    return Request(OPERATION, path_, query_)


def read_reply(data: Any) -> RunSummary:
    """What was answered: What came out of the run.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.run_summary import RunSummary

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return RunSummary.from_dict(data or {})
