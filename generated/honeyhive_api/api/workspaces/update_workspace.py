# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""PUT /v1/workspaces/{workspace_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.workspace_reply import WorkspaceReply

OPERATION = OPERATIONS["updateWorkspace"]


def build_request(
    workspace_id: str,
    *,
    name: str | None = None,
    description: str | None = None,
) -> Request:
    """Change a workspace.

    Only the keys that are sent change.

    Args:
        workspace_id: The id of the workspace.
        name: The name to show.
        description: What it is about.

    Returns:
        The request, not yet checked or sent.

    Source: ``PUT /v1/workspaces/{workspace_id}`` on the host ``control_plane``.
    """
    path_: dict[str, Any] = {
        "workspace_id": workspace_id,
    }
    query_: dict[str, Any] = {}
    body_: dict[str, Any] = {}
    if name is not None:
        body_["name"] = name

    if description is not None:
        body_["description"] = description

    return Request(OPERATION, path_, query_, body_)


def read_reply(data: Any) -> WorkspaceReply:
    """What was answered: The workspace.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.workspace_reply import WorkspaceReply

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return WorkspaceReply.from_dict(data or {})
