# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""PUT /v1/configurations/{configId}."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import UNSET, Request, Unset

if TYPE_CHECKING:
    from ...models.configuration_parameters import ConfigurationParameters
    from ...models.configuration_type import ConfigurationType
    from ...models.configuration_updated import ConfigurationUpdated

OPERATION = OPERATIONS["updateConfiguration"]


def build_request(
    config_id: str,
    *,
    name: str,
    provider: str | None = None,
    parameters: ConfigurationParameters | Mapping[str, Any] | None = None,
    type: ConfigurationType | None = None,
    env: Sequence[str] | None = None,
    tags: Sequence[str] | None = None,
    user_properties: Mapping[str, Any] | None | Unset = UNSET,
) -> Request:
    """Change a prompt configuration.

    `name` has to be sent again; other keys change only when they are sent.

    Deprecated.

    Args:
        config_id: The id of the configuration.
        name: The name of the configuration.
        provider: Who provides the model.
        parameters: The model, its settings and the prompt.
        type: What a configuration is for.
        env: Where it is used.
        tags: The tags to find it by.
        user_properties: Anything else worth keeping.

    Returns:
        The request, not yet checked or sent.

    Source: ``PUT /v1/configurations/{configId}`` on the host ``v1``.
    """
    path_: dict[str, Any] = {
        "configId": config_id,
    }
    query_: dict[str, Any] = {}
    body_: dict[str, Any] = {}
    body_["name"] = name

    if provider is not None:
        body_["provider"] = provider

    if parameters is not None:
        body_["parameters"] = parameters

    if type is not None:
        body_["type"] = type

    if env is not None:
        body_["env"] = env

    if tags is not None:
        body_["tags"] = tags

    if user_properties is not UNSET:
        body_["user_properties"] = user_properties

    return Request(OPERATION, path_, query_, body_)


def read_reply(data: Any) -> ConfigurationUpdated:
    """What was answered: The configuration is changed.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.configuration_updated import ConfigurationUpdated

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return ConfigurationUpdated.from_dict(data or {})
