# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/projects/{project_id}/charts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.chart_list import ChartList

OPERATION = OPERATIONS["listCharts"]


def build_request(
    project_id: str,
) -> Request:
    """List the charts of a project.

    The answer is not paged.

    Args:
        project_id: The id of the project.

    Returns:
        The request, not yet checked or sent.

    Source: ``GET /v1/projects/{project_id}/charts`` on the host ``v1``.
    """
    path_: dict[str, Any] = {
        "project_id": project_id,
    }
    query_: dict[str, Any] = {}
    return Request(OPERATION, path_, query_)


def read_reply(data: Any) -> ChartList:
    """What was answered: The charts.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.chart_list import ChartList

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return ChartList.from_dict(data or {})
