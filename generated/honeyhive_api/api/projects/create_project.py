# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/workspaces/{workspace_id}/projects."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.project_reply import ProjectReply

OPERATION = OPERATIONS["createProject"]


def build_request(
    workspace_id: str,
    *,
    name: str,
    description: str | None = None,
    project_creator: str | None = None,
) -> Request:
    """Create a project in a workspace.

    It reaches the data plane some time later. `project_creator` is for callers with an API key only.

    Args:
        workspace_id: The id of the workspace.
        name: The name to show.
        description: What it is about.
        project_creator: The address of the member who counts as its creator.

    Returns:
        The request, not yet checked or sent.

    Source: ``POST /v1/workspaces/{workspace_id}/projects`` on the host ``control_plane``.
    """
    path_: dict[str, Any] = {
        "workspace_id": workspace_id,
    }
    query_: dict[str, Any] = {}
    body_: dict[str, Any] = {}
    body_["name"] = name

    if description is not None:
        body_["description"] = description

    if project_creator is not None:
        body_["project_creator"] = project_creator

    return Request(OPERATION, path_, query_, body_)


def read_reply(data: Any) -> ProjectReply:
    """What was answered: The project.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.project_reply import ProjectReply

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return ProjectReply.from_dict(data or {})
