# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""POST /v1/configurations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import UNSET, Request, Unset

if TYPE_CHECKING:
    from ...models.configuration_created import ConfigurationCreated
    from ...models.configuration_parameters import ConfigurationParameters
    from ...models.configuration_type import ConfigurationType

OPERATION = OPERATIONS["createConfiguration"]


def build_request(
    *,
    name: str,
    provider: str,
    parameters: ConfigurationParameters | Mapping[str, Any],
    type: ConfigurationType | None = None,
    env: Sequence[str] | None = None,
    tags: Sequence[str] | None = None,
    user_properties: Mapping[str, Any] | None | Unset = UNSET,
) -> Request:
    """Store a prompt configuration.

    Holds the model, its settings and the prompt.

    Deprecated.

    Args:
        name: The name of the configuration.
        provider: Who provides the model.
        parameters: The model, its settings and the prompt.
        type: What a configuration is for.
        env: Where it is used.
        tags: The tags to find it by.
        user_properties: Anything else worth keeping.

    Returns:
        The request, not yet checked or sent.

    Source: ``POST /v1/configurations`` on the host ``v1``.
    """
    path_: dict[str, Any] = {}
    query_: dict[str, Any] = {}
    body_: dict[str, Any] = {}
    body_["name"] = name

    body_["provider"] = provider

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


def read_reply(data: Any) -> ConfigurationCreated:
    """What was answered: The configuration is stored.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.configuration_created import ConfigurationCreated

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return ConfigurationCreated.from_dict(data or {})
