# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Methods of the namespace ``evaluators``, for both clients."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .. import inputs, models

if TYPE_CHECKING:
    from ..call_protocols import AsyncCall, Call


class Evaluators:
    """An evaluator scores events with code. It has versions, one of which can be published."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def list(
        self,
        project_id: str,
        *,
        limit: int | None = None,
        page: int | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EvaluatorList:
        """List the active evaluators of a project, one page per call.

        Each has its latest definition. Archived evaluators are left out. The key needs the permission
        `project.evaluator.list`.

        Args:
            project_id: Id of the project.
            limit: Number of items per page.
            page: Page number, counted from 1.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            One page of evaluators.

        Source: ``GET /v1/projects/{project_id}/evaluators`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.evaluators import list_evaluators as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def create(
        self,
        project_id: str,
        *,
        slug: str,
        definition: inputs.EvaluatorDefinition | models.StoredEvaluatorDefinition,
        message: str | None = None,
        publish: bool | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EvaluatorReply:
        """Create an evaluator.

        The definition becomes version 1. The slug is unique in the project and cannot be changed. The key
        needs the permission `project.evaluator.post`, and `project.evaluator.publish` with `publish`.

        Args:
            project_id: Id of the project.
            slug: Name of the evaluator in URLs and in `evaluations`, case-sensitive. It cannot be changed.
            definition: Definition of an evaluator; the key named like its type has the details.
            message: Message that describes the version; empty if omitted.
            publish: True to publish the version at once; false if omitted.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The evaluator.

        Source: ``POST /v1/projects/{project_id}/evaluators`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.evaluators import create_evaluator as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def get(
        self,
        project_id: str,
        evaluator_id_or_slug: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EvaluatorReply:
        """Return one evaluator with its latest definition.

        Archived evaluators are returned too. The key needs the permission `project.evaluator.get`.

        Args:
            project_id: Id of the project.
            evaluator_id_or_slug: Id of the evaluator, a ULID, or its slug. Slugs are case-sensitive.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The evaluator.

        Source: ``GET /v1/projects/{project_id}/evaluators/{evaluator_id_or_slug}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.evaluators import get_evaluator as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def replace(
        self,
        project_id: str,
        evaluator_id_or_slug: str,
        *,
        definition: inputs.EvaluatorDefinition | models.StoredEvaluatorDefinition,
        message: str | None = None,
        publish: bool | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EvaluatorReply:
        """Replace the definition of an evaluator.

        The definition becomes a new version, and the older versions stay as they are. The published version
        stays the same. The key needs the permission `project.evaluator.put`.

        Args:
            project_id: Id of the project.
            evaluator_id_or_slug: Id of the evaluator, a ULID, or its slug. Slugs are case-sensitive.
            definition: Definition of an evaluator; the key named like its type has the details.
            message: Message that describes the version; empty if omitted.
            publish: True to publish the version at once; false if omitted.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The evaluator.

        Source: ``PUT /v1/projects/{project_id}/evaluators/{evaluator_id_or_slug}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.evaluators import replace_evaluator as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def archive(
        self,
        project_id: str,
        evaluator_id_or_slug: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EvaluatorReply:
        """Archive an evaluator.

        Unpublishes it, and keeps its slug and its versions. Archiving an archived evaluator changes
        nothing. The key needs the permission `project.evaluator.delete`.

        Args:
            project_id: Id of the project.
            evaluator_id_or_slug: Id of the evaluator, a ULID, or its slug. Slugs are case-sensitive.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The evaluator.

        Source: ``DELETE /v1/projects/{project_id}/evaluators/{evaluator_id_or_slug}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.evaluators import archive_evaluator as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def list_versions(
        self,
        project_id: str,
        evaluator_id_or_slug: str,
        *,
        limit: int | None = None,
        page: int | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EvaluatorVersionList:
        """List the versions of an evaluator, newest first, one page per call.

        The key needs the permission `project.evaluator.list`.

        Args:
            project_id: Id of the project.
            evaluator_id_or_slug: Id of the evaluator, a ULID, or its slug. Slugs are case-sensitive.
            limit: Number of items per page.
            page: Page number, counted from 1.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            One page of versions.

        Source: ``GET /v1/projects/{project_id}/evaluators/{evaluator_id_or_slug}/versions`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.evaluators import list_evaluator_versions as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def get_version(
        self,
        project_id: str,
        evaluator_id_or_slug: str,
        version: int,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EvaluatorVersionReply:
        """Return one version of an evaluator.

        The key needs the permission `project.evaluator.get`.

        Args:
            project_id: Id of the project.
            evaluator_id_or_slug: Id of the evaluator, a ULID, or its slug. Slugs are case-sensitive.
            version: Number of the version, counted from 1.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The version.

        Source: ``GET /v1/projects/{project_id}/evaluators/{evaluator_id_or_slug}/versions/{version}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.evaluators import get_evaluator_version as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def publish(
        self,
        project_id: str,
        evaluator_id_or_slug: str,
        version: int,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EvaluatorReply:
        """Publish a version of an evaluator.

        The published version scores incoming events; it replaces the one that was published before. The key
        needs the permission `project.evaluator.publish`.

        Args:
            project_id: Id of the project.
            evaluator_id_or_slug: Id of the evaluator, a ULID, or its slug. Slugs are case-sensitive.
            version: Number of the version, counted from 1.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The evaluator.

        Source: ``POST /v1/projects/{project_id}/evaluators/{evaluator_id_or_slug}/versions/{version}/publish`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.evaluators import publish_evaluator_version as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def unpublish(
        self,
        project_id: str,
        evaluator_id_or_slug: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EvaluatorReply:
        """Unpublish an evaluator.

        No version of it scores incoming events any more. The key needs the permission
        `project.evaluator.publish`.

        Args:
            project_id: Id of the project.
            evaluator_id_or_slug: Id of the evaluator, a ULID, or its slug. Slugs are case-sensitive.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The evaluator.

        Source: ``POST /v1/projects/{project_id}/evaluators/{evaluator_id_or_slug}/unpublish`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.evaluators import unpublish_evaluator as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)


class AsyncEvaluators:
    """An evaluator scores events with code. It has versions, one of which can be published."""

    def __init__(self, call: AsyncCall) -> None:
        self._call = call

    async def list(
        self,
        project_id: str,
        *,
        limit: int | None = None,
        page: int | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EvaluatorList:
        """List the active evaluators of a project, one page per call.

        Each has its latest definition. Archived evaluators are left out. The key needs the permission
        `project.evaluator.list`.

        Args:
            project_id: Id of the project.
            limit: Number of items per page.
            page: Page number, counted from 1.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            One page of evaluators.

        Source: ``GET /v1/projects/{project_id}/evaluators`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.evaluators import list_evaluators as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def create(
        self,
        project_id: str,
        *,
        slug: str,
        definition: inputs.EvaluatorDefinition | models.StoredEvaluatorDefinition,
        message: str | None = None,
        publish: bool | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EvaluatorReply:
        """Create an evaluator.

        The definition becomes version 1. The slug is unique in the project and cannot be changed. The key
        needs the permission `project.evaluator.post`, and `project.evaluator.publish` with `publish`.

        Args:
            project_id: Id of the project.
            slug: Name of the evaluator in URLs and in `evaluations`, case-sensitive. It cannot be changed.
            definition: Definition of an evaluator; the key named like its type has the details.
            message: Message that describes the version; empty if omitted.
            publish: True to publish the version at once; false if omitted.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The evaluator.

        Source: ``POST /v1/projects/{project_id}/evaluators`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.evaluators import create_evaluator as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def get(
        self,
        project_id: str,
        evaluator_id_or_slug: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EvaluatorReply:
        """Return one evaluator with its latest definition.

        Archived evaluators are returned too. The key needs the permission `project.evaluator.get`.

        Args:
            project_id: Id of the project.
            evaluator_id_or_slug: Id of the evaluator, a ULID, or its slug. Slugs are case-sensitive.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The evaluator.

        Source: ``GET /v1/projects/{project_id}/evaluators/{evaluator_id_or_slug}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.evaluators import get_evaluator as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def replace(
        self,
        project_id: str,
        evaluator_id_or_slug: str,
        *,
        definition: inputs.EvaluatorDefinition | models.StoredEvaluatorDefinition,
        message: str | None = None,
        publish: bool | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EvaluatorReply:
        """Replace the definition of an evaluator.

        The definition becomes a new version, and the older versions stay as they are. The published version
        stays the same. The key needs the permission `project.evaluator.put`.

        Args:
            project_id: Id of the project.
            evaluator_id_or_slug: Id of the evaluator, a ULID, or its slug. Slugs are case-sensitive.
            definition: Definition of an evaluator; the key named like its type has the details.
            message: Message that describes the version; empty if omitted.
            publish: True to publish the version at once; false if omitted.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The evaluator.

        Source: ``PUT /v1/projects/{project_id}/evaluators/{evaluator_id_or_slug}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.evaluators import replace_evaluator as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def archive(
        self,
        project_id: str,
        evaluator_id_or_slug: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EvaluatorReply:
        """Archive an evaluator.

        Unpublishes it, and keeps its slug and its versions. Archiving an archived evaluator changes
        nothing. The key needs the permission `project.evaluator.delete`.

        Args:
            project_id: Id of the project.
            evaluator_id_or_slug: Id of the evaluator, a ULID, or its slug. Slugs are case-sensitive.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The evaluator.

        Source: ``DELETE /v1/projects/{project_id}/evaluators/{evaluator_id_or_slug}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.evaluators import archive_evaluator as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def list_versions(
        self,
        project_id: str,
        evaluator_id_or_slug: str,
        *,
        limit: int | None = None,
        page: int | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EvaluatorVersionList:
        """List the versions of an evaluator, newest first, one page per call.

        The key needs the permission `project.evaluator.list`.

        Args:
            project_id: Id of the project.
            evaluator_id_or_slug: Id of the evaluator, a ULID, or its slug. Slugs are case-sensitive.
            limit: Number of items per page.
            page: Page number, counted from 1.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            One page of versions.

        Source: ``GET /v1/projects/{project_id}/evaluators/{evaluator_id_or_slug}/versions`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.evaluators import list_evaluator_versions as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def get_version(
        self,
        project_id: str,
        evaluator_id_or_slug: str,
        version: int,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EvaluatorVersionReply:
        """Return one version of an evaluator.

        The key needs the permission `project.evaluator.get`.

        Args:
            project_id: Id of the project.
            evaluator_id_or_slug: Id of the evaluator, a ULID, or its slug. Slugs are case-sensitive.
            version: Number of the version, counted from 1.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The version.

        Source: ``GET /v1/projects/{project_id}/evaluators/{evaluator_id_or_slug}/versions/{version}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.evaluators import get_evaluator_version as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def publish(
        self,
        project_id: str,
        evaluator_id_or_slug: str,
        version: int,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EvaluatorReply:
        """Publish a version of an evaluator.

        The published version scores incoming events; it replaces the one that was published before. The key
        needs the permission `project.evaluator.publish`.

        Args:
            project_id: Id of the project.
            evaluator_id_or_slug: Id of the evaluator, a ULID, or its slug. Slugs are case-sensitive.
            version: Number of the version, counted from 1.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The evaluator.

        Source: ``POST /v1/projects/{project_id}/evaluators/{evaluator_id_or_slug}/versions/{version}/publish`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.evaluators import publish_evaluator_version as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def unpublish(
        self,
        project_id: str,
        evaluator_id_or_slug: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.EvaluatorReply:
        """Unpublish an evaluator.

        No version of it scores incoming events any more. The key needs the permission
        `project.evaluator.publish`.

        Args:
            project_id: Id of the project.
            evaluator_id_or_slug: Id of the evaluator, a ULID, or its slug. Slugs are case-sensitive.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The evaluator.

        Source: ``POST /v1/projects/{project_id}/evaluators/{evaluator_id_or_slug}/unpublish`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.evaluators import unpublish_evaluator as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)
