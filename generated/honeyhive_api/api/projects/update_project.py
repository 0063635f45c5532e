# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""PUT /v1/projects/{project_id}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.project_reply import ProjectReply

OPERATION = OPERATIONS["updateProject"]


def build_request(
    project_id: str,
    *,
    name: str | None = None,
    description: str | None = None,
) -> Request:
    """Change a project.

    Only the keys that are sent change.

    Args:
        project_id: The id of the project.
        name: The name to show.
        description: What it is about.

    Returns:
        The request, not yet checked or sent.

    Source: ``PUT /v1/projects/{project_id}`` on the host ``control_plane``.
    """
    path_: dict[str, Any] = {
        "project_id": project_id,
    }
    query_: dict[str, Any] = {}
    body_: dict[str, Any] = {}
    if name is not None:
        body_["name"] = name

    if description is not None:
        body_["description"] = description

    return Request(OPERATION, path_, query_, body_)


def read_reply(data: Any) -> ProjectReply:
    """What was answered: The project.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.project_reply import ProjectReply

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return ProjectReply.from_dict(data or {})
