# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Methods of the namespace ``data_plane_api_keys``, for both clients."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from .. import models

if TYPE_CHECKING:
    from ..call_protocols import AsyncCall, Call


class DataPlaneApiKeys:
    """A data plane API key has chosen permissions in one project."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def create(
        self,
        project_id: str,
        *,
        name: str,
        permissions: Sequence[str],
        expires_at: str | datetime,
        description: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DataPlaneApiKeyCreated:
        """Create an API key with chosen permissions.

        The caller's key needs the permission `project.fine_grained_api_key_dp.post` and must belong to the
        organization. A project that was just created may be unknown here for a while. The new key can never
        create keys itself. The key is returned only once.

        Args:
            project_id: Id of the project.
            name: Name of the key.
            permissions: Permissions, e.g. `project.chart.get`. The organization may allow fewer.
            expires_at: Expiry time, in the future and within the limits of the organization.
            description: Free-form description.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The new key.

        Source: ``POST /v1/projects/{project_id}/fine_grained_api_keys`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.data_plane_api_keys import create_data_plane_api_key as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)


class AsyncDataPlaneApiKeys:
    """A data plane API key has chosen permissions in one project."""

    def __init__(self, call: AsyncCall) -> None:
        self._call = call

    async def create(
        self,
        project_id: str,
        *,
        name: str,
        permissions: Sequence[str],
        expires_at: str | datetime,
        description: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.DataPlaneApiKeyCreated:
        """Create an API key with chosen permissions.

        The caller's key needs the permission `project.fine_grained_api_key_dp.post` and must belong to the
        organization. A project that was just created may be unknown here for a while. The new key can never
        create keys itself. The key is returned only once.

        Args:
            project_id: Id of the project.
            name: Name of the key.
            permissions: Permissions, e.g. `project.chart.get`. The organization may allow fewer.
            expires_at: Expiry time, in the future and within the limits of the organization.
            description: Free-form description.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The new key.

        Source: ``POST /v1/projects/{project_id}/fine_grained_api_keys`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.data_plane_api_keys import create_data_plane_api_key as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)
