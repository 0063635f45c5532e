# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Methods of the namespace ``virtual_dataplanes``, for both clients."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .. import models

if TYPE_CHECKING:
    from ..call_protocols import AsyncCall, Call


class VirtualDataplanes:
    """A virtual data plane contains workspaces and the data of their projects."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def create(
        self,
        org_id: str,
        *,
        name: str,
        slug: str | None = None,
        cluster_id: str | None = None,
        dataplane_creator: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.VirtualDataplaneReply:
        """Create a virtual data plane in an organization.

        The status is 409 if the `slug` is taken. `cluster_id` is needed if the cluster cannot be determined
        otherwise. `dataplane_creator` is only for callers with an API key.

        Args:
            org_id: Id of the organization.
            name: Display name of letters, digits, spaces and `_`, `-`, `'`, `&`; with at least one letter
                or digit, and no leading space.
            slug: Short name of letters, digits and `_`, unique among virtual data planes. Derived from the
                name if omitted.
            cluster_id: Id of the cluster that it will run on.
            dataplane_creator: Address of the member to record as the creator.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The virtual data plane.

        Source: ``POST /v1/orgs/{org_id}/virtual_dataplanes`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.virtual_dataplanes import create_virtual_dataplane as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def get(
        self,
        virtual_dataplane_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.VirtualDataplaneReply:
        """Return one virtual data plane.

        The virtual data plane is under the key `data`.

        Args:
            virtual_dataplane_id: Id of the virtual data plane.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The virtual data plane.

        Source: ``GET /v1/virtual_dataplanes/{virtual_dataplane_id}`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.virtual_dataplanes import get_virtual_dataplane as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def update(
        self,
        virtual_dataplane_id: str,
        *,
        name: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.VirtualDataplaneReply:
        """Rename a virtual data plane.

        Only the keys sent are changed.

        Args:
            virtual_dataplane_id: Id of the virtual data plane.
            name: Display name.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The virtual data plane.

        Source: ``PUT /v1/virtual_dataplanes/{virtual_dataplane_id}`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.virtual_dataplanes import update_virtual_dataplane as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def delete(
        self,
        virtual_dataplane_id: str,
        *,
        dangerously_delete_child_scopes: bool | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.VirtualDataplaneReply:
        """Archive a virtual data plane.

        The status is 409 while the virtual data plane contains workspaces, unless they are archived with
        it. Returns the archived virtual data plane.

        Args:
            virtual_dataplane_id: Id of the virtual data plane.
            dangerously_delete_child_scopes: True to archive its contents as well; false if omitted.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The virtual data plane.

        Source: ``DELETE /v1/virtual_dataplanes/{virtual_dataplane_id}`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.virtual_dataplanes import delete_virtual_dataplane as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)


class AsyncVirtualDataplanes:
    """A virtual data plane contains workspaces and the data of their projects."""

    def __init__(self, call: AsyncCall) -> None:
        self._call = call

    async def create(
        self,
        org_id: str,
        *,
        name: str,
        slug: str | None = None,
        cluster_id: str | None = None,
        dataplane_creator: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.VirtualDataplaneReply:
        """Create a virtual data plane in an organization.

        The status is 409 if the `slug` is taken. `cluster_id` is needed if the cluster cannot be determined
        otherwise. `dataplane_creator` is only for callers with an API key.

        Args:
            org_id: Id of the organization.
            name: Display name of letters, digits, spaces and `_`, `-`, `'`, `&`; with at least one letter
                or digit, and no leading space.
            slug: Short name of letters, digits and `_`, unique among virtual data planes. Derived from the
                name if omitted.
            cluster_id: Id of the cluster that it will run on.
            dataplane_creator: Address of the member to record as the creator.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The virtual data plane.

        Source: ``POST /v1/orgs/{org_id}/virtual_dataplanes`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.virtual_dataplanes import create_virtual_dataplane as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def get(
        self,
        virtual_dataplane_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.VirtualDataplaneReply:
        """Return one virtual data plane.

        The virtual data plane is under the key `data`.

        Args:
            virtual_dataplane_id: Id of the virtual data plane.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The virtual data plane.

        Source: ``GET /v1/virtual_dataplanes/{virtual_dataplane_id}`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.virtual_dataplanes import get_virtual_dataplane as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def update(
        self,
        virtual_dataplane_id: str,
        *,
        name: str | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.VirtualDataplaneReply:
        """Rename a virtual data plane.

        Only the keys sent are changed.

        Args:
            virtual_dataplane_id: Id of the virtual data plane.
            name: Display name.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The virtual data plane.

        Source: ``PUT /v1/virtual_dataplanes/{virtual_dataplane_id}`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.virtual_dataplanes import update_virtual_dataplane as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def delete(
        self,
        virtual_dataplane_id: str,
        *,
        dangerously_delete_child_scopes: bool | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.VirtualDataplaneReply:
        """Archive a virtual data plane.

        The status is 409 while the virtual data plane contains workspaces, unless they are archived with
        it. Returns the archived virtual data plane.

        Args:
            virtual_dataplane_id: Id of the virtual data plane.
            dangerously_delete_child_scopes: True to archive its contents as well; false if omitted.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The virtual data plane.

        Source: ``DELETE /v1/virtual_dataplanes/{virtual_dataplane_id}`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.virtual_dataplanes import delete_virtual_dataplane as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)
