# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""PUT /v1/virtual_dataplanes/{virtual_dataplane_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.virtual_dataplane_reply import VirtualDataplaneReply

OPERATION = OPERATIONS["updateVirtualDataplane"]


def build_request(
    virtual_dataplane_id: str,
    *,
    name: str | None = None,
) -> Request:
    """Rename a virtual data plane.

    Only the keys that are sent change.

    Args:
        virtual_dataplane_id: The id of the virtual data plane.
        name: The name to show.

    Returns:
        The request, not yet checked or sent.

    Source: ``PUT /v1/virtual_dataplanes/{virtual_dataplane_id}`` on the host ``control_plane``.
    """
    path_: dict[str, Any] = {
        "virtual_dataplane_id": virtual_dataplane_id,
    }
    query_: dict[str, Any] = {}
    body_: dict[str, Any] = {}
    if name is not None:
        body_["name"] = name

    return Request(OPERATION, path_, query_, body_)


def read_reply(data: Any) -> VirtualDataplaneReply:
    """What was answered: The virtual data plane.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.virtual_dataplane_reply import VirtualDataplaneReply

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return VirtualDataplaneReply.from_dict(data or {})
