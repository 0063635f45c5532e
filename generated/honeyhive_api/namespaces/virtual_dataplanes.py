# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""The operations under ``virtual_dataplanes``, with flat arguments, for both clients."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import models
from . import AsyncCall, Call


class VirtualDataplanes:
    """A virtual data plane holds workspaces and the data of their projects."""

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
        timeout: float | None = None,
    ) -> models.VirtualDataplaneReply:
        """Create a virtual data plane in an organization.

        A `slug` that is taken answers 409. `cluster_id` is needed where the cluster cannot be told
        otherwise; `dataplane_creator` is for callers with an API key only.

        Args:
            org_id: The id of the organization.
            name: The name to show: letters, digits, spaces and `_`, `-`, `'`, `&`; a letter or digit among
                them, and no space at its start.
            slug: A short name of letters, digits and `_` that no other virtual data plane has. Made of the
                name if it is left out.
            cluster_id: The id of the cluster it is to run on.
            dataplane_creator: The address of the member who counts as its creator.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

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
        timeout: float | None = None,
    ) -> models.VirtualDataplaneReply:
        """Read one virtual data plane.

        The virtual data plane comes wrapped under `data`.

        Args:
            virtual_dataplane_id: The id of the virtual data plane.
            timeout: Seconds for the whole call with its retries; the client's when left out.

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
        timeout: float | None = None,
    ) -> models.VirtualDataplaneReply:
        """Rename a virtual data plane.

        Only the keys that are sent change.

        Args:
            virtual_dataplane_id: The id of the virtual data plane.
            name: The name to show.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

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
        timeout: float | None = None,
    ) -> models.VirtualDataplaneReply:
        """Archive a virtual data plane.

        Answers 409 while it holds workspaces, unless they are to be archived with it. Answers with the
        archived virtual data plane.

        Args:
            virtual_dataplane_id: The id of the virtual data plane.
            dangerously_delete_child_scopes: Whether what it holds is archived with it. It is not when this
                is left out.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The virtual data plane.

        Source: ``DELETE /v1/virtual_dataplanes/{virtual_dataplane_id}`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.virtual_dataplanes import delete_virtual_dataplane as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)


class AsyncVirtualDataplanes:
    """A virtual data plane holds workspaces and the data of their projects."""

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
        timeout: float | None = None,
    ) -> models.VirtualDataplaneReply:
        """Create a virtual data plane in an organization.

        A `slug` that is taken answers 409. `cluster_id` is needed where the cluster cannot be told
        otherwise; `dataplane_creator` is for callers with an API key only.

        Args:
            org_id: The id of the organization.
            name: The name to show: letters, digits, spaces and `_`, `-`, `'`, `&`; a letter or digit among
                them, and no space at its start.
            slug: A short name of letters, digits and `_` that no other virtual data plane has. Made of the
                name if it is left out.
            cluster_id: The id of the cluster it is to run on.
            dataplane_creator: The address of the member who counts as its creator.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

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
        timeout: float | None = None,
    ) -> models.VirtualDataplaneReply:
        """Read one virtual data plane.

        The virtual data plane comes wrapped under `data`.

        Args:
            virtual_dataplane_id: The id of the virtual data plane.
            timeout: Seconds for the whole call with its retries; the client's when left out.

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
        timeout: float | None = None,
    ) -> models.VirtualDataplaneReply:
        """Rename a virtual data plane.

        Only the keys that are sent change.

        Args:
            virtual_dataplane_id: The id of the virtual data plane.
            name: The name to show.
            extra_body: Keys for the body that this version does not know.
            timeout: Seconds for the whole call with its retries; the client's when left out.

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
        timeout: float | None = None,
    ) -> models.VirtualDataplaneReply:
        """Archive a virtual data plane.

        Answers 409 while it holds workspaces, unless they are to be archived with it. Answers with the
        archived virtual data plane.

        Args:
            virtual_dataplane_id: The id of the virtual data plane.
            dangerously_delete_child_scopes: Whether what it holds is archived with it. It is not when this
                is left out.
            timeout: Seconds for the whole call with its retries; the client's when left out.

        Returns:
            The virtual data plane.

        Source: ``DELETE /v1/virtual_dataplanes/{virtual_dataplane_id}`` on the host ``control_plane``.
        """
        arguments = locals()
        from ..api.virtual_dataplanes import delete_virtual_dataplane as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)
