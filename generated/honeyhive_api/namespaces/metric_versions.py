# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Methods of the namespace ``metric_versions``, for both clients."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .. import inputs, models

if TYPE_CHECKING:
    from ..call_protocols import AsyncCall, Call


class MetricVersions:
    """A metric has versions, one of which is deployed."""

    def __init__(self, call: Call) -> None:
        self._call = call

    def list(
        self,
        metric_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.MetricVersionList:
        """List the versions of a metric, oldest first.

        The response is not paged.

        Args:
            metric_id: Id of the metric.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The versions.

        Source: ``GET /v1/metrics/{metric_id}/versions`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.metric_versions import list_metric_versions as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def create(
        self,
        metric_id: str,
        *,
        message: str,
        content: inputs.MetricDefinition,
        deploy_immediately: bool | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.MetricVersionReply:
        """Add a version to a metric.

        The version is a draft unless `deploy_immediately` is true. A metric of type `LLM` needs a provider
        and a model; one of type `HUMAN` evaluates incoming events unless given otherwise.

        Args:
            metric_id: Id of the metric.
            message: Description of the version.
            content: A complete metric definition.
            deploy_immediately: True to deploy it immediately.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The version.

        Source: ``POST /v1/metrics/{metric_id}/versions`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.metric_versions import create_metric_version as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def deploy(
        self,
        metric_id: str,
        version_name: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.MetricVersionReply:
        """Deploy a version of a metric.

        The version deployed before is no longer in use. The request has no body.

        Args:
            metric_id: Id of the metric.
            version_name: Name of the version.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The version.

        Source: ``POST /v1/metrics/{metric_id}/versions/{version_name}/deploy`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.metric_versions import deploy_metric_version as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)


class AsyncMetricVersions:
    """A metric has versions, one of which is deployed."""

    def __init__(self, call: AsyncCall) -> None:
        self._call = call

    async def list(
        self,
        metric_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.MetricVersionList:
        """List the versions of a metric, oldest first.

        The response is not paged.

        Args:
            metric_id: Id of the metric.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The versions.

        Source: ``GET /v1/metrics/{metric_id}/versions`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.metric_versions import list_metric_versions as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def create(
        self,
        metric_id: str,
        *,
        message: str,
        content: inputs.MetricDefinition,
        deploy_immediately: bool | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.MetricVersionReply:
        """Add a version to a metric.

        The version is a draft unless `deploy_immediately` is true. A metric of type `LLM` needs a provider
        and a model; one of type `HUMAN` evaluates incoming events unless given otherwise.

        Args:
            metric_id: Id of the metric.
            message: Description of the version.
            content: A complete metric definition.
            deploy_immediately: True to deploy it immediately.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The version.

        Source: ``POST /v1/metrics/{metric_id}/versions`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.metric_versions import create_metric_version as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def deploy(
        self,
        metric_id: str,
        version_name: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.MetricVersionReply:
        """Deploy a version of a metric.

        The version deployed before is no longer in use. The request has no body.

        Args:
            metric_id: Id of the metric.
            version_name: Name of the version.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The version.

        Source: ``POST /v1/metrics/{metric_id}/versions/{version_name}/deploy`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.metric_versions import deploy_metric_version as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)
