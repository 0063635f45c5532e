# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Methods of the namespace ``workspaces``, for both clients."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .. import models

if TYPE_CHECKING:
    from ..call_protocols import AsyncCall, Call


class Workspaces:
    """A workspace contains projects."""

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
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.WorkspaceReply:
        """Create a workspace on a virtual data plane.

        The status is 409 if the `slug` is taken. `workspace_creator` is only for callers with an API key.

        Args:
            virtual_dataplane_id: Id of the virtual data plane.
            name: Display name of letters, digits, spaces and `_`, `-`, `'`, `&`; with at least one letter
                or digit, and no leading space.
            slug: Short name of letters, digits and `_`, unique among workspaces. Derived from the name if
                omitted.
            description: Free-form description.
            workspace_creator: Address of the member to record as the creator.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

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
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.WorkspaceReply:
        """Return one workspace.

        The workspace is under the key `data`.

        Args:
            workspace_id: Id of the workspace.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

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
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.WorkspaceReply:
        """Update a workspace.

        Only the keys sent are changed.

        Args:
            workspace_id: Id of the workspace.
            name: Display name.
            description: Free-form description.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

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
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.WorkspaceReply:
        """Archive a workspace.

        The status is 409 while the workspace contains projects, unless they are archived with it. Returns
        the archived workspace.

        Args:
            workspace_id: Id of the workspace.
            dangerously_delete_child_scopes: True to archive its contents as well; false if omitted.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The workspace.

        Source: ``DELETE /v1/workspaces/{workspace_id}`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.workspaces import delete_workspace as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)


class AsyncWorkspaces:
    """A workspace contains projects."""

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
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.WorkspaceReply:
        """Create a workspace on a virtual data plane.

        The status is 409 if the `slug` is taken. `workspace_creator` is only for callers with an API key.

        Args:
            virtual_dataplane_id: Id of the virtual data plane.
            name: Display name of letters, digits, spaces and `_`, `-`, `'`, `&`; with at least one letter
                or digit, and no leading space.
            slug: Short name of letters, digits and `_`, unique among workspaces. Derived from the name if
                omitted.
            description: Free-form description.
            workspace_creator: Address of the member to record as the creator.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

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
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.WorkspaceReply:
        """Return one workspace.

        The workspace is under the key `data`.

        Args:
            workspace_id: Id of the workspace.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

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
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.WorkspaceReply:
        """Update a workspace.

        Only the keys sent are changed.

        Args:
            workspace_id: Id of the workspace.
            name: Display name.
            description: Free-form description.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

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
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.WorkspaceReply:
        """Archive a workspace.

        The status is 409 while the workspace contains projects, unless they are archived with it. Returns
        the archived workspace.

        Args:
            workspace_id: Id of the workspace.
            dangerously_delete_child_scopes: True to archive its contents as well; false if omitted.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The workspace.

        Source: ``DELETE /v1/workspaces/{workspace_id}`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.workspaces import delete_workspace as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)
