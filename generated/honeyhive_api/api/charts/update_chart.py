# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""PATCH /v1/projects/{project_id}/charts/{chart_id}."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import UNSET, Request, Unset

if TYPE_CHECKING:
    from ...models.chart_bucketing import ChartBucketing
    from ...models.chart_date_range import ChartDateRange
    from ...models.chart_filter import ChartFilter
    from ...models.chart_reply import ChartReply

OPERATION = OPERATIONS["updateChart"]


def build_request(
    project_id: str,
    chart_id: str,
    *,
    name: str | None = None,
    metric: str | None = None,
    description: str | None = None,
    func: str | None = None,
    group_by: str | None | Unset = UNSET,
    bucketing: ChartBucketing | None = None,
    date_range: ChartDateRange | Mapping[str, Any] | None = None,
    query: Sequence[ChartFilter | Mapping[str, Any]] | None = None,
    owner_id: str | None = None,
) -> Request:
    """Change a chart.

    Only the keys that are sent change.

    Args:
        project_id: The id of the project.
        chart_id: The id of the chart.
        name: The name of the chart.
        metric: The metric to plot.
        description: What it shows.
        func: How the values of a step become one, as in `sum`, `avg`, `median`, `min` or `max`.
        group_by: The field whose values get a line each.
        bucketing: How long a step of a chart is.
        date_range: The range of time of a chart: one that has a name, or one with both ends.
        query: The conditions that an event has to meet, all of them.
        owner_id: The id of the user whose chart it is.

    Returns:
        The request, not yet checked or sent.

    Source: ``PATCH /v1/projects/{project_id}/charts/{chart_id}`` on the host ``v1``.
    """
    path_: dict[str, Any] = {
        "project_id": project_id,
        "chart_id": chart_id,
    }
    query_: dict[str, Any] = {}
    body_: dict[str, Any] = {}
    if name is not None:
        body_["name"] = name

    if metric is not None:
        body_["metric"] = metric

    if description is not None:
        body_["description"] = description

    if func is not None:
        body_["func"] = func

    if group_by is not UNSET:
        body_["groupBy"] = group_by

    if bucketing is not None:
        body_["bucketing"] = bucketing

    if date_range is not None:
        body_["dateRange"] = date_range

    if query is not None:
        body_["query"] = query

    if owner_id is not None:
        body_["owner_id"] = owner_id

    return Request(OPERATION, path_, query_, body_)


def read_reply(data: Any) -> ChartReply:
    """What was answered: The chart.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.chart_reply import ChartReply

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return ChartReply.from_dict(data or {})
