# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""The operations under ``configurations``, with flat arguments, for both clients."""

from __future__ import annotations

from collections.abc import Awaitable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..types import UNSET, Unset

if TYPE_CHECKING:
    from ..models.configuration_created import ConfigurationCreated
    from ..models.configuration_deleted import ConfigurationDeleted
    from ..models.configuration_list import ConfigurationList
    from ..models.configuration_parameters import ConfigurationParameters
    from ..models.configuration_type import ConfigurationType
    from ..models.configuration_updated import ConfigurationUpdated
    from . import AsyncCall, Call


class Configurations:
    """A configuration keeps a model, its settings and a prompt."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def list(
        self,
        *,
        name: str | None = None,
        env: str | None = None,
        tags: str | None = None,
        timeout: float | None = None,
    ) -> ConfigurationList:
        """List stored prompt configurations.

        The answer is not paged.

        Deprecated.

        Args:
            name: Only configurations of this name.
            env: Only configurations for this environment: `dev`, `staging` or `prod`.
            tags: Only configurations with these tags.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The configurations found.

        Source: ``GET /v1/configurations`` on the host ``v1``.
        """
        from ..api.configurations import list_configurations as operation_

        request = operation_.build_request(
            name=name,
            env=env,
            tags=tags,
        )
        return self._call(request, operation_.read_reply, None, timeout)

    def create(
        self,
        *,
        name: str,
        provider: str,
        parameters: ConfigurationParameters | Mapping[str, Any],
        type: ConfigurationType | None = None,
        env: Sequence[str] | None = None,
        tags: Sequence[str] | None = None,
        user_properties: Mapping[str, Any] | None | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> ConfigurationCreated:
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
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The configuration is stored.

        Source: ``POST /v1/configurations`` on the host ``v1``.
        """
        from ..api.configurations import create_configuration as operation_

        request = operation_.build_request(
            name=name,
            provider=provider,
            parameters=parameters,
            type=type,
            env=env,
            tags=tags,
            user_properties=user_properties,
        )
        return self._call(request, operation_.read_reply, extra_body, timeout)

    def update(
        self,
        config_id: str,
        *,
        name: str,
        provider: str | None = None,
        parameters: ConfigurationParameters | Mapping[str, Any] | None = None,
        type: ConfigurationType | None = None,
        env: Sequence[str] | None = None,
        tags: Sequence[str] | None = None,
        user_properties: Mapping[str, Any] | None | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> ConfigurationUpdated:
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
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The configuration is changed.

        Source: ``PUT /v1/configurations/{configId}`` on the host ``v1``.
        """
        from ..api.configurations import update_configuration as operation_

        request = operation_.build_request(
            config_id=config_id,
            name=name,
            provider=provider,
            parameters=parameters,
            type=type,
            env=env,
            tags=tags,
            user_properties=user_properties,
        )
        return self._call(request, operation_.read_reply, extra_body, timeout)

    def delete(
        self,
        config_id: str,
        *,
        timeout: float | None = None,
    ) -> ConfigurationDeleted:
        """Delete a prompt configuration.

        Says how many were deleted.

        Deprecated.

        Args:
            config_id: The id of the configuration.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The configuration is deleted.

        Source: ``DELETE /v1/configurations/{configId}`` on the host ``v1``.
        """
        from ..api.configurations import delete_configuration as operation_

        request = operation_.build_request(
            config_id=config_id,
        )
        return self._call(request, operation_.read_reply, None, timeout)


class AsyncConfigurations:
    """A configuration keeps a model, its settings and a prompt."""

    def __init__(self, call: AsyncCall) -> None:
        self._call = call

    def list(
        self,
        *,
        name: str | None = None,
        env: str | None = None,
        tags: str | None = None,
        timeout: float | None = None,
    ) -> Awaitable[ConfigurationList]:
        """List stored prompt configurations.

        The answer is not paged.

        Deprecated.

        Args:
            name: Only configurations of this name.
            env: Only configurations for this environment: `dev`, `staging` or `prod`.
            tags: Only configurations with these tags.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The configurations found.

        Source: ``GET /v1/configurations`` on the host ``v1``.
        """
        from ..api.configurations import list_configurations as operation_

        request = operation_.build_request(
            name=name,
            env=env,
            tags=tags,
        )
        return self._call(request, operation_.read_reply, None, timeout)

    def create(
        self,
        *,
        name: str,
        provider: str,
        parameters: ConfigurationParameters | Mapping[str, Any],
        type: ConfigurationType | None = None,
        env: Sequence[str] | None = None,
        tags: Sequence[str] | None = None,
        user_properties: Mapping[str, Any] | None | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> Awaitable[ConfigurationCreated]:
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
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The configuration is stored.

        Source: ``POST /v1/configurations`` on the host ``v1``.
        """
        from ..api.configurations import create_configuration as operation_

        request = operation_.build_request(
            name=name,
            provider=provider,
            parameters=parameters,
            type=type,
            env=env,
            tags=tags,
            user_properties=user_properties,
        )
        return self._call(request, operation_.read_reply, extra_body, timeout)

    def update(
        self,
        config_id: str,
        *,
        name: str,
        provider: str | None = None,
        parameters: ConfigurationParameters | Mapping[str, Any] | None = None,
        type: ConfigurationType | None = None,
        env: Sequence[str] | None = None,
        tags: Sequence[str] | None = None,
        user_properties: Mapping[str, Any] | None | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> Awaitable[ConfigurationUpdated]:
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
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The configuration is changed.

        Source: ``PUT /v1/configurations/{configId}`` on the host ``v1``.
        """
        from ..api.configurations import update_configuration as operation_

        request = operation_.build_request(
            config_id=config_id,
            name=name,
            provider=provider,
            parameters=parameters,
            type=type,
            env=env,
            tags=tags,
            user_properties=user_properties,
        )
        return self._call(request, operation_.read_reply, extra_body, timeout)

    def delete(
        self,
        config_id: str,
        *,
        timeout: float | None = None,
    ) -> Awaitable[ConfigurationDeleted]:
        """Delete a prompt configuration.

        Says how many were deleted.

        Deprecated.

        Args:
            config_id: The id of the configuration.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The configuration is deleted.

        Source: ``DELETE /v1/configurations/{configId}`` on the host ``v1``.
        """
        from ..api.configurations import delete_configuration as operation_

        request = operation_.build_request(
            config_id=config_id,
        )
        return self._call(request, operation_.read_reply, None, timeout)
