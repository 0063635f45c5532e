# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/runs/{new_run_id}/compare-with/{old_run_id}."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.event_filter import EventFilter
    from ...models.run_comparison import RunComparison

OPERATION = OPERATIONS["compareRunsLegacy"]


def build_request(
    new_run_id: str,
    old_run_id: str,
    *,
    aggregate_function: str | None = None,
    filters: Sequence[EventFilter | Mapping[str, Any]] | None = None,
) -> Request:
    """Compare two experiment runs by the older path.

    Does what `GET /v1/runs/{new_run_id}/compare/{old_run_id}` does, and takes any text as the function.

    Deprecated: use GET /v1/runs/{new_run_id}/compare/{old_run_id}.

    Args:
        new_run_id: The id of the newer run, a UUID.
        old_run_id: The id of the older run, a UUID.
        aggregate_function: How the values of a metric become one; `average` when left out.
        filters: The conditions that an event has to meet, all of them. They travel as JSON text.

    Returns:
        The request, not yet checked or sent.

    Source: ``GET /v1/runs/{new_run_id}/compare-with/{old_run_id}`` on the host ``v1``.
    """
    path_: dict[str, Any] = {
        "new_run_id": new_run_id,
        "old_run_id": old_run_id,
    }
    query_: dict[str, Any] = {}
    if aggregate_function is not None:
        query_["aggregate_function"] = aggregate_function

    if filters is not None:
        query_["filters"] = filters

    return Request(OPERATION, path_, query_)


def read_reply(data: Any) -> RunComparison:
    """What was answered: The comparison.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.run_comparison import RunComparison

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return RunComparison.from_dict(data or {})
