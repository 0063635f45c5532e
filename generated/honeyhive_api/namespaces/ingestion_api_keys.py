# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Methods of the namespace ``ingestion_api_keys``, for both clients."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .. import models

if TYPE_CHECKING:
    from ..call_protocols import AsyncCall, Call


class IngestionApiKeys:
    """An ingestion API key can only write sessions and events."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def create(
        self,
        project_id: str,
        *,
        name: str,
        description: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.IngestionApiKeyCreated:
        """Create an API key that can only write sessions and events.

        The caller's key needs the permission `project.ingestion_api_key.post` and must belong to the
        organization. A project that was just created may be unknown here for a while. The key is returned
        only once.

        Args:
            project_id: Id of the project.
            name: Name of the key.
            description: Free-form description.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The new key.

        Source: ``POST /v1/projects/{project_id}/ingestion_api_keys`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.ingestion_api_keys import create_ingestion_api_key as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)


class AsyncIngestionApiKeys:
    """An ingestion API key can only write sessions and events."""

    def __init__(self, call: AsyncCall) -> None:
        self._call = call

    async def create(
        self,
        project_id: str,
        *,
        name: str,
        description: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.IngestionApiKeyCreated:
        """Create an API key that can only write sessions and events.

        The caller's key needs the permission `project.ingestion_api_key.post` and must belong to the
        organization. A project that was just created may be unknown here for a while. The key is returned
        only once.

        Args:
            project_id: Id of the project.
            name: Name of the key.
            description: Free-form description.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The new key.

        Source: ``POST /v1/projects/{project_id}/ingestion_api_keys`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.ingestion_api_keys import create_ingestion_api_key as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)
