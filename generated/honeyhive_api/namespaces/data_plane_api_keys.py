# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""The operations under ``data_plane_api_keys``, with flat arguments, for both clients."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from .. import models
from . import AsyncCall, Call


class DataPlaneApiKeys:
    """A data plane API key opens chosen parts of a project."""

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
        timeout: float | None = None,
    ) -> models.DataPlaneApiKeyCreated:
        """Make an API key with chosen permissions.

        The key of the caller needs the permission `project.fine_grained_api_key_dp.post` and has to belong
        to the organization. A project that was only just made may be unknown here for a while. The new key
        can never make keys itself. Its text is shown this once.

        Args:
            project_id: The id of the project.
            name: The name of the key.
            permissions: What it is to open, as in `project.chart.get`. The organization may allow less.
            expires_at: Until when it is valid, a time to come that the organization allows.
            description: What it is for.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The key.

        Source: ``POST /v1/projects/{project_id}/fine_grained_api_keys`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.data_plane_api_keys import create_data_plane_api_key as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)


class AsyncDataPlaneApiKeys:
    """A data plane API key opens chosen parts of a project."""

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
        timeout: float | None = None,
    ) -> models.DataPlaneApiKeyCreated:
        """Make an API key with chosen permissions.

        The key of the caller needs the permission `project.fine_grained_api_key_dp.post` and has to belong
        to the organization. A project that was only just made may be unknown here for a while. The new key
        can never make keys itself. Its text is shown this once.

        Args:
            project_id: The id of the project.
            name: The name of the key.
            permissions: What it is to open, as in `project.chart.get`. The organization may allow less.
            expires_at: Until when it is valid, a time to come that the organization allows.
            description: What it is for.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The key.

        Source: ``POST /v1/projects/{project_id}/fine_grained_api_keys`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.data_plane_api_keys import create_data_plane_api_key as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)
