# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""DELETE /v1/configurations/{configId}."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.configuration_deleted import ConfigurationDeleted

OPERATION = OPERATIONS["deleteConfiguration"]


def build_request(
    config_id: str,
) -> Request:
    """Delete a prompt configuration.

    Says how many were deleted.

    Deprecated.

    Args:
        config_id: The id of the configuration.

    Returns:
        The request, not yet checked or sent.

    Source: ``DELETE /v1/configurations/{configId}`` on the host ``v1``.
    """
    path_: dict[str, Any] = {
        "configId": config_id,
    }
    query_: dict[str, Any] = {}
    return Request(OPERATION, path_, query_)


def read_reply(data: Any) -> ConfigurationDeleted:
    """What was answered: The configuration is deleted.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.configuration_deleted import ConfigurationDeleted

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return ConfigurationDeleted.from_dict(data or {})
