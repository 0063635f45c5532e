# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/virtual_dataplanes/{virtual_dataplane_id}/workspaces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.workspace_reply import WorkspaceReply

OPERATION = OPERATIONS["createWorkspace"]


def build_request(
    virtual_dataplane_id: str,
    *,
    name: str,
    slug: str | None = None,
    description: str | None = None,
    workspace_creator: str | None = None,
) -> Request:
    """Create a workspace on a virtual data plane.

    A `slug` that is taken answers 409. `workspace_creator` is for callers with an API key only.

    Args:
        virtual_dataplane_id: The id of the virtual data plane.
        name: The name to show: letters, digits, spaces and `_`, `-`, `'`, `&`; a letter or digit among
            them, and no space at its start.
        slug: A short name of letters, digits and `_` that no other workspace has. Made of the name if
            it is left out.
        description: What it is about.
        workspace_creator: The address of the member who counts as its creator.

    Returns:
        The request, not yet checked or sent.

    Source: ``POST /v1/virtual_dataplanes/{virtual_dataplane_id}/workspaces`` on the host ``control_plane``.
    """
    path_: dict[str, Any] = {
        "virtual_dataplane_id": virtual_dataplane_id,
    }
    query_: dict[str, Any] = {}
    body_: dict[str, Any] = {}
    body_["name"] = name

    if slug is not None:
        body_["slug"] = slug

    if description is not None:
        body_["description"] = description

    if workspace_creator is not None:
        body_["workspace_creator"] = workspace_creator

    return Request(OPERATION, path_, query_, body_)


def read_reply(data: Any) -> WorkspaceReply:
    """What was answered: The workspace.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.workspace_reply import WorkspaceReply

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return WorkspaceReply.from_dict(data or {})
