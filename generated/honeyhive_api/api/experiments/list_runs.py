# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/runs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.date_range import DateRange
    from ...models.run_list import RunList
    from ...models.run_order import RunOrder
    from ...models.run_status import RunStatus
    from ...models.sort_order import SortOrder

OPERATION = OPERATIONS["listRuns"]


def build_request(
    *,
    dataset_id: str | None = None,
    page: int | None = None,
    limit: int | None = None,
    run_ids: Sequence[str] | None = None,
    name: str | None = None,
    status: RunStatus | None = None,
    date_range: DateRange | Mapping[str, Any] | None = None,
    sort_by: RunOrder | None = None,
    sort_order: SortOrder | None = None,
) -> Request:
    """List experiment runs, a page at a time.

    A run is listed when it meets every parameter that is sent. `metrics` names the metrics that occur
    in them.

    Args:
        dataset_id: Only runs over this dataset.
        page: Which page, counted from 1.
        limit: How many items a page holds, at most 100; 20 when left out.
        run_ids: Only the runs with these ids.
        name: Only runs of this name.
        status: Only runs in this state.
        date_range: Only what lies in this range of time. It travels as JSON text.
        sort_by: What to sort by; `created_at` when left out.
        sort_order: Which way to sort; `desc` when left out.

    Returns:
        The request, not yet checked or sent.

    Source: ``GET /v1/runs`` on the host ``v1``.
    """
    path_: dict[str, Any] = {}
    query_: dict[str, Any] = {}
    if dataset_id is not None:
        query_["dataset_id"] = dataset_id

    if page is not None:
        query_["page"] = page

    if limit is not None:
        query_["limit"] = limit

    if run_ids is not None:
        query_["run_ids[]"] = run_ids

    if name is not None:
        query_["name"] = name

    if status is not None:
        query_["status"] = status

    if date_range is not None:
        query_["dateRange"] = date_range

    if sort_by is not None:
        query_["sort_by"] = sort_by

    if sort_order is not None:
        query_["sort_order"] = sort_order

    return Request(OPERATION, path_, query_)


def read_reply(data: Any) -> RunList:
    """What was answered: One page of runs.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.run_list import RunList

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return RunList.from_dict(data or {})
