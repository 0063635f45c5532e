# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""The operations under ``workspaces``, with flat arguments, for both clients."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from . import AsyncCall, Call


class Workspaces:
    """A workspace holds projects."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def create(
        self,
        virtual_dataplane_id: str,
        *,
        name: str,
        slug: str | None = None,
        description: str | None = None,
        workspace_creator: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.WorkspaceReply:
        """Create a workspace on a virtual data plane.

        A `slug` that is taken answers 409. `workspace_creator` is for callers with an API key only.

        Args:
            virtual_dataplane_id: The id of the virtual data plane.
            name: The name to show: letters, digits, spaces and `_`, `-`, `'`, `&`; a letter or digit among
                them, and no space at its start.
            slug: A short name of letters, digits and `_` that no other workspace has. Made of the name if
                it is left out.
            description: What it is about.
            workspace_creator: The address of the member who counts as its creator.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The workspace.

        Source: ``POST /v1/virtual_dataplanes/{virtual_dataplane_id}/workspaces`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.workspaces import create_workspace as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def get(
        self,
        workspace_id: str,
        *,
        timeout: float | None = None,
    ) -> models.WorkspaceReply:
        """Read one workspace.

        The workspace comes wrapped under `data`.

        Args:
            workspace_id: The id of the workspace.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The workspace.

        Source: ``GET /v1/workspaces/{workspace_id}`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.workspaces import get_workspace as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def update(
        self,
        workspace_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.WorkspaceReply:
        """Change a workspace.

        Only the keys that are sent change.

        Args:
            workspace_id: The id of the workspace.
            name: The name to show.
            description: What it is about.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The workspace.

        Source: ``PUT /v1/workspaces/{workspace_id}`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.workspaces import update_workspace as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def delete(
        self,
        workspace_id: str,
        *,
        dangerously_delete_child_scopes: bool | None = None,
        timeout: float | None = None,
    ) -> models.WorkspaceReply:
        """Archive a workspace.

        Answers 409 while it holds projects, unless they are to be archived with it. Answers with the
        archived workspace.

        Args:
            workspace_id: The id of the workspace.
            dangerously_delete_child_scopes: Whether what it holds is archived with it. It is not when this
                is left out.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The workspace.

        Source: ``DELETE /v1/workspaces/{workspace_id}`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.workspaces import delete_workspace as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)


class AsyncWorkspaces:
    """A workspace holds projects."""

    def __init__(self, call: AsyncCall) -> None:
        self._call = call

    async def create(
        self,
        virtual_dataplane_id: str,
        *,
        name: str,
        slug: str | None = None,
        description: str | None = None,
        workspace_creator: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.WorkspaceReply:
        """Create a workspace on a virtual data plane.

        A `slug` that is taken answers 409. `workspace_creator` is for callers with an API key only.

        Args:
            virtual_dataplane_id: The id of the virtual data plane.
            name: The name to show: letters, digits, spaces and `_`, `-`, `'`, `&`; a letter or digit among
                them, and no space at its start.
            slug: A short name of letters, digits and `_` that no other workspace has. Made of the name if
                it is left out.
            description: What it is about.
            workspace_creator: The address of the member who counts as its creator.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The workspace.

        Source: ``POST /v1/virtual_dataplanes/{virtual_dataplane_id}/workspaces`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.workspaces import create_workspace as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def get(
        self,
        workspace_id: str,
        *,
        timeout: float | None = None,
    ) -> models.WorkspaceReply:
        """Read one workspace.

        The workspace comes wrapped under `data`.

        Args:
            workspace_id: The id of the workspace.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The workspace.

        Source: ``GET /v1/workspaces/{workspace_id}`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.workspaces import get_workspace as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def update(
        self,
        workspace_id: str,
        *,
        name: str | None = None,
        description: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        timeout: float | None = None,
    ) -> models.WorkspaceReply:
        """Change a workspace.

        Only the keys that are sent change.

        Args:
            workspace_id: The id of the workspace.
            name: The name to show.
            description: What it is about.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The workspace.

        Source: ``PUT /v1/workspaces/{workspace_id}`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.workspaces import update_workspace as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def delete(
        self,
        workspace_id: str,
        *,
        dangerously_delete_child_scopes: bool | None = None,
        timeout: float | None = None,
    ) -> models.WorkspaceReply:
        """Archive a workspace.

        Answers 409 while it holds projects, unless they are to be archived with it. Answers with the
        archived workspace.

        Args:
            workspace_id: The id of the workspace.
            dangerously_delete_child_scopes: Whether what it holds is archived with it. It is not when this
                is left out.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The workspace.

        Source: ``DELETE /v1/workspaces/{workspace_id}`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.workspaces import delete_workspace as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)
