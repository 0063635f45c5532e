# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/charts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.chart_list import ChartList

OPERATION = OPERATIONS["listChartsLegacy"]


def build_request() -> Request:
    """List the charts of the project of the key.

    Does what `GET /v1/projects/{project_id}/charts` does, in the project of the key.

    Deprecated: use GET /v1/projects/{project_id}/charts.

    Returns:
        The request, not yet checked or sent.

    Source: ``GET /v1/charts`` on the host ``v1``.
    """
    path_: dict[str, Any] = {}
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
