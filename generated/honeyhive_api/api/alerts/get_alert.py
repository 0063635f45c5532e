# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/projects/{project_id}/alerts/{alert_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.alert_reply import AlertReply

OPERATION = OPERATIONS["getAlert"]


def build_request(
    project_id: str,
    alert_id: str,
) -> Request:
    """Read one alert.

    The alert comes wrapped under `data`.

    Args:
        project_id: The id of the project.
        alert_id: The id of the alert.

    Returns:
        The request, not yet checked or sent.

    Source: ``GET /v1/projects/{project_id}/alerts/{alert_id}`` on the host ``control_plane``.
    """
    path_: dict[str, Any] = {
        "project_id": project_id,
        "alert_id": alert_id,
    }
    query_: dict[str, Any] = {}
    return Request(OPERATION, path_, query_)


def read_reply(data: Any) -> AlertReply:
    """What was answered: The alert.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.alert_reply import AlertReply

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return AlertReply.from_dict(data or {})
