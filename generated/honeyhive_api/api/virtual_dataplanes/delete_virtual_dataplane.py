# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""DELETE /v1/virtual_dataplanes/{virtual_dataplane_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.virtual_dataplane_reply import VirtualDataplaneReply

OPERATION = OPERATIONS["deleteVirtualDataplane"]


def build_request(
    virtual_dataplane_id: str,
    *,
    dangerously_delete_child_scopes: bool | None = None,
) -> Request:
    """Archive a virtual data plane.

    Answers 409 while it holds workspaces, unless they are to be archived with it. Answers with the
    archived virtual data plane.

    Args:
        virtual_dataplane_id: The id of the virtual data plane.
        dangerously_delete_child_scopes: Whether what it holds is archived with it. It is not when this
            is left out.

    Returns:
        The request, not yet checked or sent.

    Source: ``DELETE /v1/virtual_dataplanes/{virtual_dataplane_id}`` on the host ``control_plane``.
    """
    path_: dict[str, Any] = {
        "virtual_dataplane_id": virtual_dataplane_id,
    }
    query_: dict[str, Any] = {}
    if dangerously_delete_child_scopes is not None:
        query_["dangerously_delete_child_scopes"] = dangerously_delete_child_scopes

    return Request(OPERATION, path_, query_)


def read_reply(data: Any) -> VirtualDataplaneReply:
    """What was answered: The virtual data plane.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.virtual_dataplane_reply import VirtualDataplaneReply

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return VirtualDataplaneReply.from_dict(data or {})
