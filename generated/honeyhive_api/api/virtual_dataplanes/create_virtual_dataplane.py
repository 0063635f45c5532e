# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/orgs/{org_id}/virtual_dataplanes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.virtual_dataplane_reply import VirtualDataplaneReply

OPERATION = OPERATIONS["createVirtualDataplane"]


def build_request(
    org_id: str,
    *,
    name: str,
    slug: str | None = None,
    cluster_id: str | None = None,
    dataplane_creator: str | None = None,
) -> Request:
    """Create a virtual data plane in an organization.

    A `slug` that is taken answers 409. `cluster_id` is needed where the cluster cannot be told
    otherwise; `dataplane_creator` is for callers with an API key only.

    Args:
        org_id: The id of the organization.
        name: The name to show: letters, digits, spaces and `_`, `-`, `'`, `&`; a letter or digit among
            them, and no space at its start.
        slug: A short name of letters, digits and `_` that no other virtual data plane has. Made of the
            name if it is left out.
        cluster_id: The id of the cluster it is to run on.
        dataplane_creator: The address of the member who counts as its creator.

    Returns:
        The request, not yet checked or sent.

    Source: ``POST /v1/orgs/{org_id}/virtual_dataplanes`` on the host ``control_plane``.
    """
    path_: dict[str, Any] = {
        "org_id": org_id,
    }
    query_: dict[str, Any] = {}
    body_: dict[str, Any] = {}
    body_["name"] = name

    if slug is not None:
        body_["slug"] = slug

    if cluster_id is not None:
        body_["cluster_id"] = cluster_id

    if dataplane_creator is not None:
        body_["dataplane_creator"] = dataplane_creator

    return Request(OPERATION, path_, query_, body_)


def read_reply(data: Any) -> VirtualDataplaneReply:
    """What was answered: The virtual data plane.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.virtual_dataplane_reply import VirtualDataplaneReply

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return VirtualDataplaneReply.from_dict(data or {})
