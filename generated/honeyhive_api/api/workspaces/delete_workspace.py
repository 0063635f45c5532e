# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""DELETE /v1/workspaces/{workspace_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.workspace_reply import WorkspaceReply

OPERATION = OPERATIONS["deleteWorkspace"]


def build_request(
    workspace_id: str,
    *,
    dangerously_delete_child_scopes: bool | None = None,
) -> Request:
    """Archive a workspace.

    Answers 409 while it holds projects, unless they are to be archived with it. Answers with the
    archived workspace.

    Args:
        workspace_id: The id of the workspace.
        dangerously_delete_child_scopes: Whether what it holds is archived with it. It is not when this
            is left out.

    Returns:
        The request, not yet checked or sent.

    Source: ``DELETE /v1/workspaces/{workspace_id}`` on the host ``control_plane``.
    """
    path_: dict[str, Any] = {
        "workspace_id": workspace_id,
    }
    query_: dict[str, Any] = {}
    if dangerously_delete_child_scopes is not None:
        query_["dangerously_delete_child_scopes"] = dangerously_delete_child_scopes

    return Request(OPERATION, path_, query_)


def read_reply(data: Any) -> WorkspaceReply:
    """What was answered: The workspace.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.workspace_reply import WorkspaceReply

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return WorkspaceReply.from_dict(data or {})
