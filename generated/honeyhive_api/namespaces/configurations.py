# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Methods of the namespace ``configurations``, for both clients."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from .. import inputs, models
from ..types import UNSET, Unset, deprecated

if TYPE_CHECKING:
    from ..call_protocols import AsyncCall, Call


class Configurations:
    """A configuration stores a model, its settings and a prompt."""

    def __init__(self, call: Call) -> None:
        self._call = call

    @deprecated("configurations.list() is deprecated", category=None)
    def list(
        self,
        *,
        name: str | None = None,
        env: str | None = None,
        tags: str | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ConfigurationList:
        """List stored prompt configurations.

        The response is not paged.

        Deprecated.
        Args:
            name: Only configurations with this name.
            env: Only configurations for this environment: `dev`, `staging` or `prod`.
            tags: Only configurations with these tags.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The matching configurations.

        Source: ``GET /v1/configurations`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.configurations import list_configurations as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("configurations.create() is deprecated", category=None)
    def create(
        self,
        *,
        name: str,
        provider: str,
        parameters: inputs.ConfigurationParameters | models.StoredConfigurationParameters,
        type: models.ConfigurationType | None = None,
        env: Sequence[models.ConfigurationEnvironment] | None = None,
        tags: Sequence[str] | None = None,
        user_properties: Mapping[str, Any] | None | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ConfigurationCreated:
        """Store a prompt configuration.

        A configuration has the model, its settings and the prompt.

        Deprecated.
        Args:
            name: Name of the configuration.
            provider: Provider of the model.
            parameters: The model, its settings and the prompt.
            type: Type of a configuration.
            env: Environment in which it is used.
            tags: Tags to find it by.
            user_properties: Any other data.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The id of the stored configuration.

        Source: ``POST /v1/configurations`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.configurations import create_configuration as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("configurations.update() is deprecated", category=None)
    def update(
        self,
        config_id: str,
        *,
        name: str,
        provider: str | None = None,
        parameters: inputs.ConfigurationParameters | models.StoredConfigurationParameters | None = None,
        type: models.ConfigurationType | None = None,
        env: Sequence[models.ConfigurationEnvironment] | None = None,
        tags: Sequence[str] | None = None,
        user_properties: Mapping[str, Any] | None | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ConfigurationUpdated:
        """Update a prompt configuration.

        `name` is always required; other keys are changed only if they are sent.

        Deprecated.
        Args:
            config_id: Id of the configuration.
            name: Name of the configuration.
            provider: Provider of the model.
            parameters: The model, its settings and the prompt.
            type: Type of a configuration.
            env: Environment in which it is used.
            tags: Tags to find it by.
            user_properties: Any other data.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The number of configurations that were updated.

        Source: ``PUT /v1/configurations/{configId}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.configurations import update_configuration as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("configurations.delete() is deprecated", category=None)
    def delete(
        self,
        config_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ConfigurationDeleted:
        """Delete a prompt configuration.

        Returns the number of configurations deleted.

        Deprecated.
        Args:
            config_id: Id of the configuration.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The number of configurations that were deleted.

        Source: ``DELETE /v1/configurations/{configId}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.configurations import delete_configuration as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)


class AsyncConfigurations:
    """A configuration stores a model, its settings and a prompt."""

    def __init__(self, call: AsyncCall) -> None:
        self._call = call

    @deprecated("configurations.list() is deprecated", category=None)
    async def list(
        self,
        *,
        name: str | None = None,
        env: str | None = None,
        tags: str | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ConfigurationList:
        """List stored prompt configurations.

        The response is not paged.

        Deprecated.
        Args:
            name: Only configurations with this name.
            env: Only configurations for this environment: `dev`, `staging` or `prod`.
            tags: Only configurations with these tags.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The matching configurations.

        Source: ``GET /v1/configurations`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.configurations import list_configurations as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("configurations.create() is deprecated", category=None)
    async def create(
        self,
        *,
        name: str,
        provider: str,
        parameters: inputs.ConfigurationParameters | models.StoredConfigurationParameters,
        type: models.ConfigurationType | None = None,
        env: Sequence[models.ConfigurationEnvironment] | None = None,
        tags: Sequence[str] | None = None,
        user_properties: Mapping[str, Any] | None | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ConfigurationCreated:
        """Store a prompt configuration.

        A configuration has the model, its settings and the prompt.

        Deprecated.
        Args:
            name: Name of the configuration.
            provider: Provider of the model.
            parameters: The model, its settings and the prompt.
            type: Type of a configuration.
            env: Environment in which it is used.
            tags: Tags to find it by.
            user_properties: Any other data.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The id of the stored configuration.

        Source: ``POST /v1/configurations`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.configurations import create_configuration as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("configurations.update() is deprecated", category=None)
    async def update(
        self,
        config_id: str,
        *,
        name: str,
        provider: str | None = None,
        parameters: inputs.ConfigurationParameters | models.StoredConfigurationParameters | None = None,
        type: models.ConfigurationType | None = None,
        env: Sequence[models.ConfigurationEnvironment] | None = None,
        tags: Sequence[str] | None = None,
        user_properties: Mapping[str, Any] | None | Unset = UNSET,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ConfigurationUpdated:
        """Update a prompt configuration.

        `name` is always required; other keys are changed only if they are sent.

        Deprecated.
        Args:
            config_id: Id of the configuration.
            name: Name of the configuration.
            provider: Provider of the model.
            parameters: The model, its settings and the prompt.
            type: Type of a configuration.
            env: Environment in which it is used.
            tags: Tags to find it by.
            user_properties: Any other data.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The number of configurations that were updated.

        Source: ``PUT /v1/configurations/{configId}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.configurations import update_configuration as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("configurations.delete() is deprecated", category=None)
    async def delete(
        self,
        config_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ConfigurationDeleted:
        """Delete a prompt configuration.

        Returns the number of configurations deleted.

        Deprecated.
        Args:
            config_id: Id of the configuration.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The number of configurations that were deleted.

        Source: ``DELETE /v1/configurations/{configId}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.configurations import delete_configuration as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)
