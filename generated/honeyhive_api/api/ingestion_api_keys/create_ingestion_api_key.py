# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/projects/{project_id}/ingestion_api_keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.ingestion_api_key_created import IngestionApiKeyCreated

OPERATION = OPERATIONS["createIngestionApiKey"]


def build_request(
    project_id: str,
    *,
    name: str,
    description: str | None = None,
) -> Request:
    """Make an API key that may only write sessions and events.

    The key of the caller needs the permission `project.ingestion_api_key.post` and has to belong to the
    organization. A project that was only just made may be unknown here for a while. Its text is shown
    this once.

    Args:
        project_id: The id of the project.
        name: The name of the key.
        description: What it is for.

    Returns:
        The request, not yet checked or sent.

    Source: ``POST /v1/projects/{project_id}/ingestion_api_keys`` on the host ``v1``.
    """
    path_: dict[str, Any] = {
        "project_id": project_id,
    }
    query_: dict[str, Any] = {}
    body_: dict[str, Any] = {}
    body_["name"] = name

    if description is not None:
        body_["description"] = description

    return Request(OPERATION, path_, query_, body_)


def read_reply(data: Any) -> IngestionApiKeyCreated:
    """What was answered: The key.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.ingestion_api_key_created import IngestionApiKeyCreated

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return IngestionApiKeyCreated.from_dict(data or {})
