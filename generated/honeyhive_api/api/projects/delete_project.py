# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""DELETE /v1/projects/{project_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.project_reply import ProjectReply

OPERATION = OPERATIONS["deleteProject"]


def build_request(
    project_id: str,
) -> Request:
    """Archive a project.

    Answers with the archived project.

    Args:
        project_id: The id of the project.

    Returns:
        The request, not yet checked or sent.

    Source: ``DELETE /v1/projects/{project_id}`` on the host ``control_plane``.
    """
    path_: dict[str, Any] = {
        "project_id": project_id,
    }
    query_: dict[str, Any] = {}
    return Request(OPERATION, path_, query_)


def read_reply(data: Any) -> ProjectReply:
    """What was answered: The project.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.project_reply import ProjectReply

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return ProjectReply.from_dict(data or {})
