# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Methods of the namespace ``projects``, for both clients."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .. import models

if TYPE_CHECKING:
    from ..call_protocols import AsyncCall, Call


class Projects:
    """A project contains sessions, datasets, metrics and everything that belongs to them."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def create(
        self,
        workspace_id: str,
        *,
        name: str,
        description: str | None = None,
        project_creator: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ProjectReply:
        """Create a project in a workspace.

        The project reaches the data plane some time later. `project_creator` is only for callers with an
        API key.

        Args:
            workspace_id: Id of the workspace.
            name: Display name.
            description: Free-form description.
            project_creator: Address of the member to record as the creator.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The project.

        Source: ``POST /v1/workspaces/{workspace_id}/projects`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.projects import create_project as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def get(
        self,
        project_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ProjectReply:
        """Return one project.

        The project is under the key `data`.

        Args:
            project_id: Id of the project.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The project.

        Source: ``GET /v1/projects/{project_id}`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.projects import get_project as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def update(
        self,
        project_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ProjectReply:
        """Update a project.

        Only the keys sent are changed.

        Args:
            project_id: Id of the project.
            name: Display name.
            description: Free-form description.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The project.

        Source: ``PUT /v1/projects/{project_id}`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.projects import update_project as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def delete(
        self,
        project_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ProjectReply:
        """Archive a project.

        Returns the archived project.

        Args:
            project_id: Id of the project.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The project.

        Source: ``DELETE /v1/projects/{project_id}`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.projects import delete_project as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)


class AsyncProjects:
    """A project contains sessions, datasets, metrics and everything that belongs to them."""

    def __init__(self, call: AsyncCall) -> None:
        self._call = call

    async def create(
        self,
        workspace_id: str,
        *,
        name: str,
        description: str | None = None,
        project_creator: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ProjectReply:
        """Create a project in a workspace.

        The project reaches the data plane some time later. `project_creator` is only for callers with an
        API key.

        Args:
            workspace_id: Id of the workspace.
            name: Display name.
            description: Free-form description.
            project_creator: Address of the member to record as the creator.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The project.

        Source: ``POST /v1/workspaces/{workspace_id}/projects`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.projects import create_project as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def get(
        self,
        project_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ProjectReply:
        """Return one project.

        The project is under the key `data`.

        Args:
            project_id: Id of the project.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The project.

        Source: ``GET /v1/projects/{project_id}`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.projects import get_project as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def update(
        self,
        project_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ProjectReply:
        """Update a project.

        Only the keys sent are changed.

        Args:
            project_id: Id of the project.
            name: Display name.
            description: Free-form description.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The project.

        Source: ``PUT /v1/projects/{project_id}`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.projects import update_project as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def delete(
        self,
        project_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.ProjectReply:
        """Archive a project.

        Returns the archived project.

        Args:
            project_id: Id of the project.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The project.

        Source: ``DELETE /v1/projects/{project_id}`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.projects import delete_project as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)
