# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""DELETE /v1/charts/{chart_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.chart_deleted import ChartDeleted

OPERATION = OPERATIONS["deleteChartLegacy"]


def build_request(
    chart_id: str,
) -> Request:
    """Delete a chart of the project of the key.

    Does what `DELETE /v1/projects/{project_id}/charts/{chart_id}` does, in the project of the key.

    Deprecated: use DELETE /v1/projects/{project_id}/charts/{chart_id}.

    Args:
        chart_id: The id of the chart.

    Returns:
        The request, not yet checked or sent.

    Source: ``DELETE /v1/charts/{chart_id}`` on the host ``v1``.
    """
    path_: dict[str, Any] = {
        "chart_id": chart_id,
    }
    query_: dict[str, Any] = {}
    return Request(OPERATION, path_, query_)


def read_reply(data: Any) -> ChartDeleted:
    """What was answered: The chart is deleted.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.chart_deleted import ChartDeleted

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return ChartDeleted.from_dict(data or {})
