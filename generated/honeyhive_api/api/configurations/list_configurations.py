# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""GET /v1/configurations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import Request

if TYPE_CHECKING:
    from ...models.configuration_list import ConfigurationList

OPERATION = OPERATIONS["listConfigurations"]


def build_request(
    *,
    name: str | None = None,
    env: str | None = None,
    tags: str | None = None,
) -> Request:
    """List stored prompt configurations.

    The answer is not paged.

    Deprecated.

    Args:
        name: Only configurations of this name.
        env: Only configurations for this environment: `dev`, `staging` or `prod`.
        tags: Only configurations with these tags.

    Returns:
        The request, not yet checked or sent.

    Source: ``GET /v1/configurations`` on the host ``v1``.
    """
    path_: dict[str, Any] = {}
    query_: dict[str, Any] = {}
    if name is not None:
        query_["name"] = name

    if env is not None:
        query_["env"] = env

    if tags is not None:
        query_["tags"] = tags

    return Request(OPERATION, path_, query_)


def read_reply(data: Any) -> ConfigurationList:
    """What was answered: The configurations found.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.configuration_list import ConfigurationList

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return ConfigurationList.from_dict(data or {})
