# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/projects/{project_id}/alerts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.alert_list import AlertList
    from ...models.alert_order import AlertOrder
    from ...models.alert_status import AlertStatus
    from ...models.sort_order import SortOrder

OPERATION = OPERATIONS["listAlerts"]


def build_request(
    project_id: str,
    *,
    page: int | None = None,
    limit: int | None = None,
    status: AlertStatus | None = None,
    sort_by: AlertOrder | None = None,
    sort_order: SortOrder | None = None,
) -> Request:
    """List the alerts of a project, a page at a time.

    An alert is listed when it is in the state asked for.

    Args:
        project_id: The id of the project.
        page: Which page, counted from 1.
        limit: How many items a page holds, at most 100; 20 when left out.
        status: Only alerts in this state.
        sort_by: What to sort by; `created_at` when left out.
        sort_order: Which way to sort; `desc` when left out.

    Returns:
        The request, not yet checked or sent.

    Source: ``GET /v1/projects/{project_id}/alerts`` on the host ``control_plane``.
    """
    path_: dict[str, Any] = {
        "project_id": project_id,
    }
    query_: dict[str, Any] = {}
    if page is not None:
        query_["page"] = page

    if limit is not None:
        query_["limit"] = limit

    if status is not None:
        query_["status"] = status

    if sort_by is not None:
        query_["sort_by"] = sort_by

    if sort_order is not None:
        query_["sort_order"] = sort_order

    return Request(OPERATION, path_, query_)


def read_reply(data: Any) -> AlertList:
    """What was answered: One page of alerts.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.alert_list import AlertList

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return AlertList.from_dict(data or {})
