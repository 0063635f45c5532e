# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/projects/{project_id}/fine_grained_api_keys."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.data_plane_api_key_created import DataPlaneApiKeyCreated

OPERATION = OPERATIONS["createDataPlaneApiKey"]


def build_request(
    project_id: str,
    *,
    name: str,
    permissions: Sequence[str],
    expires_at: str | datetime,
    description: str | None = None,
) -> Request:
    """Make an API key with chosen permissions.

    The key of the caller needs the permission `project.fine_grained_api_key_dp.post` and has to belong
    to the organization. A project that was only just made may be unknown here for a while. The new key
    can never make keys itself. Its text is shown this once.

    Args:
        project_id: The id of the project.
        name: The name of the key.
        permissions: What it is to open, as in `project.chart.get`. The organization may allow less.
        expires_at: Until when it is valid, a time to come that the organization allows.
        description: What it is for.

    Returns:
        The request, not yet checked or sent.

    Source: ``POST /v1/projects/{project_id}/fine_grained_api_keys`` on the host ``v1``.
    """
    path_: dict[str, Any] = {
        "project_id": project_id,
    }
    query_: dict[str, Any] = {}
    body_: dict[str, Any] = {}
    body_["name"] = name

    body_["permissions"] = permissions

    body_["expires_at"] = expires_at

    if description is not None:
        body_["description"] = description

    return Request(OPERATION, path_, query_, body_)


def read_reply(data: Any) -> DataPlaneApiKeyCreated:
    """What was answered: The key.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.data_plane_api_key_created import DataPlaneApiKeyCreated

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return DataPlaneApiKeyCreated.from_dict(data or {})
