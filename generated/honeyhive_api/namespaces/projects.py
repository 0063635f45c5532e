# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""The operations under ``projects``, with flat arguments, for both clients."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from . import AsyncCall, Call


class Projects:
    """A project holds sessions, datasets, metrics and all that belongs to them."""

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
        timeout: float | None = None,
    ) -> models.ProjectReply:
        """Create a project in a workspace.

        It reaches the data plane some time later. `project_creator` is for callers with an API key only.

        Args:
            workspace_id: The id of the workspace.
            name: The name to show.
            description: What it is about.
            project_creator: The address of the member who counts as its creator.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

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
        timeout: float | None = None,
    ) -> models.ProjectReply:
        """Read one project.

        The project comes wrapped under `data`.

        Args:
            project_id: The id of the project.
            timeout: Seconds for the whole call with its retries; the client's when left out.

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
        timeout: float | None = None,
    ) -> models.ProjectReply:
        """Change a project.

        Only the keys that are sent change.

        Args:
            project_id: The id of the project.
            name: The name to show.
            description: What it is about.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

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
        timeout: float | None = None,
    ) -> models.ProjectReply:
        """Archive a project.

        Answers with the archived project.

        Args:
            project_id: The id of the project.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The project.

        Source: ``DELETE /v1/projects/{project_id}`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.projects import delete_project as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)


class AsyncProjects:
    """A project holds sessions, datasets, metrics and all that belongs to them."""

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
        timeout: float | None = None,
    ) -> models.ProjectReply:
        """Create a project in a workspace.

        It reaches the data plane some time later. `project_creator` is for callers with an API key only.

        Args:
            workspace_id: The id of the workspace.
            name: The name to show.
            description: What it is about.
            project_creator: The address of the member who counts as its creator.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

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
        timeout: float | None = None,
    ) -> models.ProjectReply:
        """Read one project.

        The project comes wrapped under `data`.

        Args:
            project_id: The id of the project.
            timeout: Seconds for the whole call with its retries; the client's when left out.

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
        timeout: float | None = None,
    ) -> models.ProjectReply:
        """Change a project.

        Only the keys that are sent change.

        Args:
            project_id: The id of the project.
            name: The name to show.
            description: What it is about.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

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
        timeout: float | None = None,
    ) -> models.ProjectReply:
        """Archive a project.

        Answers with the archived project.

        Args:
            project_id: The id of the project.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The project.

        Source: ``DELETE /v1/projects/{project_id}`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.projects import delete_project as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)
