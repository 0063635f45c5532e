# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Methods of the namespace ``metrics``, for both clients."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, overload

from .. import inputs, models
from ..types import UNSET, Unset, deprecated

if TYPE_CHECKING:
    from ..call_protocols import AsyncCall, Call


class Metrics:
    """A metric scores events with code, a model or human reviewers."""

    def __init__(self, call: Call) -> None:
        self._call = call

    @overload
    def list(
        self,
        project_id: str,
        *,
        type: str | None = None,
        id: str | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.MetricList: ...

    @overload
    @deprecated("metrics.list() without project_id= is deprecated", category=None)
    def list(
        self,
        project_id: None = None,
        *,
        type: str | None = None,
        id: str | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.MetricList: ...

    def list(
        self,
        project_id: str | None = None,
        *,
        type: str | None = None,
        id: str | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.MetricList:
        """List the metrics of the project.

        The response is not paged.

        Args:
            project_id: Id of the project.
            type: Only metrics of this type, e.g. `LLM`.
            id: Only the metric with this id.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The matching metrics.

        Source: ``GET /v1/projects/{project_id}/metrics`` on the host ``v1``; without ``project_id``,
        ``GET /v1/metrics``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.metrics import list_metrics as unscoped

            return self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.metrics import list_project_metrics as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    @deprecated("metrics.update_legacy() is deprecated: use metrics.update()", category=None)
    def update_legacy(
        self,
        *,
        id: str,
        name: str | None = None,
        criteria: str | None = None,
        enabled_in_prod: bool | None = None,
        sampling_percentage: float | None = None,
        model_provider: str | None | Unset = UNSET,
        model_name: str | None | Unset = UNSET,
        scale: int | None | Unset = UNSET,
        type: models.MetricType | None = None,
        description: str | None | Unset = UNSET,
        return_type: models.MetricReturnType | None = None,
        threshold: inputs.MetricThresholdInput | models.MetricThreshold | None | Unset = UNSET,
        categories: Sequence[inputs.MetricCategoryInput | models.MetricCategory] | None | Unset = UNSET,
        filters: inputs.FilterSet | models.StoredFilterSet | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.MetricUpdated: ...

    @overload
    @deprecated(
        "metrics.update_legacy() is deprecated: use metrics.update(); deprecated: needs_ground_truth=, child_metrics=",
        category=None,
    )
    def update_legacy(
        self,
        *,
        id: str,
        name: str | None = None,
        criteria: str | None = None,
        enabled_in_prod: bool | None = None,
        sampling_percentage: float | None = None,
        model_provider: str | None | Unset = UNSET,
        model_name: str | None | Unset = UNSET,
        scale: int | None | Unset = UNSET,
        needs_ground_truth: bool | None = None,
        child_metrics: Sequence[inputs.ChildMetricInput | models.ChildMetric] | None | Unset = UNSET,
        type: models.MetricType | None = None,
        description: str | None | Unset = UNSET,
        return_type: models.MetricReturnType | None = None,
        threshold: inputs.MetricThresholdInput | models.MetricThreshold | None | Unset = UNSET,
        categories: Sequence[inputs.MetricCategoryInput | models.MetricCategory] | None | Unset = UNSET,
        filters: inputs.FilterSet | models.StoredFilterSet | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.MetricUpdated: ...

    def update_legacy(
        self,
        *,
        id: str,
        name: str | None = None,
        criteria: str | None = None,
        enabled_in_prod: bool | None = None,
        sampling_percentage: float | None = None,
        model_provider: str | None | Unset = UNSET,
        model_name: str | None | Unset = UNSET,
        scale: int | None | Unset = UNSET,
        needs_ground_truth: bool | None = None,
        child_metrics: Sequence[inputs.ChildMetricInput | models.ChildMetric] | None | Unset = UNSET,
        type: models.MetricType | None = None,
        description: str | None | Unset = UNSET,
        return_type: models.MetricReturnType | None = None,
        threshold: inputs.MetricThresholdInput | models.MetricThreshold | None | Unset = UNSET,
        categories: Sequence[inputs.MetricCategoryInput | models.MetricCategory] | None | Unset = UNSET,
        filters: inputs.FilterSet | models.StoredFilterSet | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.MetricUpdated:
        """Update a metric whose id is in the body.

        Same as `PUT /v1/metrics/{metric_id}`.

        Deprecated: use PUT /v1/metrics/{metric_id}.
        Args:
            name: Name of the metric.
            criteria: Code or prompt of the metric.
            enabled_in_prod: True if it evaluates incoming events.
            sampling_percentage: Share of the events that it evaluates, in percent.
            model_provider: Provider of the evaluating model.
            model_name: Name of the evaluating model.
            scale: Largest possible score.
            needs_ground_truth: Has no effect. Deprecated.
            child_metrics: Has no effect. Deprecated.
            id: Id of the metric.
            type: Type of a metric. `COMPOSITE` still occurs in lists but is refused in requests.
            description: Description of the metric.
            return_type: Type of the result of a metric.
            threshold: Condition under which a metric passes.
            categories: Categories that the metric can return.
            filters: Conditions that select events.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            Confirmation that the metric was updated.

        Source: ``PUT /v1/metrics`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.metrics import update_metric_legacy as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    def create(
        self,
        *,
        name: str,
        criteria: str,
        type: models.MetricType,
        enabled_in_prod: bool | None = None,
        sampling_percentage: float | None = None,
        model_provider: str | None | Unset = UNSET,
        model_name: str | None | Unset = UNSET,
        scale: int | None | Unset = UNSET,
        description: str | None = None,
        return_type: models.MetricReturnType | None = None,
        threshold: inputs.MetricThresholdInput | models.MetricThreshold | None | Unset = UNSET,
        categories: Sequence[inputs.MetricCategoryInput | models.MetricCategory] | None | Unset = UNSET,
        filters: inputs.FilterSet | models.StoredFilterSet | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.MetricCreated: ...

    @overload
    @deprecated("deprecated: needs_ground_truth=, child_metrics=", category=None)
    def create(
        self,
        *,
        name: str,
        criteria: str,
        type: models.MetricType,
        enabled_in_prod: bool | None = None,
        sampling_percentage: float | None = None,
        model_provider: str | None | Unset = UNSET,
        model_name: str | None | Unset = UNSET,
        scale: int | None | Unset = UNSET,
        needs_ground_truth: bool | None = None,
        child_metrics: Sequence[inputs.ChildMetricInput | models.ChildMetric] | None | Unset = UNSET,
        description: str | None = None,
        return_type: models.MetricReturnType | None = None,
        threshold: inputs.MetricThresholdInput | models.MetricThreshold | None | Unset = UNSET,
        categories: Sequence[inputs.MetricCategoryInput | models.MetricCategory] | None | Unset = UNSET,
        filters: inputs.FilterSet | models.StoredFilterSet | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.MetricCreated: ...

    def create(
        self,
        *,
        name: str,
        criteria: str,
        type: models.MetricType,
        enabled_in_prod: bool | None = None,
        sampling_percentage: float | None = None,
        model_provider: str | None | Unset = UNSET,
        model_name: str | None | Unset = UNSET,
        scale: int | None | Unset = UNSET,
        needs_ground_truth: bool | None = None,
        child_metrics: Sequence[inputs.ChildMetricInput | models.ChildMetric] | None | Unset = UNSET,
        description: str | None = None,
        return_type: models.MetricReturnType | None = None,
        threshold: inputs.MetricThresholdInput | models.MetricThreshold | None | Unset = UNSET,
        categories: Sequence[inputs.MetricCategoryInput | models.MetricCategory] | None | Unset = UNSET,
        filters: inputs.FilterSet | models.StoredFilterSet | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.MetricCreated:
        """Create a metric.

        Unless given otherwise, the metric does not evaluate incoming events, samples 10 percent and returns
        a float. A metric of type `COMPOSITE` is refused.

        Args:
            name: Name of the metric.
            criteria: Code or prompt of the metric.
            enabled_in_prod: True if it evaluates incoming events.
            sampling_percentage: Share of the events that it evaluates, in percent.
            model_provider: Provider of the evaluating model.
            model_name: Name of the evaluating model.
            scale: Largest possible score.
            needs_ground_truth: Has no effect. Deprecated.
            child_metrics: Has no effect. Deprecated.
            type: Type of a metric. `COMPOSITE` still occurs in lists but is refused in requests.
            description: Description of the metric.
            return_type: Type of the result of a metric.
            threshold: Condition under which a metric passes.
            categories: Categories that the metric can return.
            filters: Conditions that select events.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The id of the created metric.

        Source: ``POST /v1/metrics`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.metrics import create_metric as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("metrics.delete_legacy() is deprecated: use metrics.delete()", category=None)
    def delete_legacy(
        self,
        *,
        metric_id: str,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.Deleted:
        """Delete a metric whose id is in the query.

        Same as `DELETE /v1/metrics/{metric_id}`.

        Deprecated: use DELETE /v1/metrics/{metric_id}.
        Args:
            metric_id: Id of the metric.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            Confirmation of the deletion.

        Source: ``DELETE /v1/metrics`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.metrics import delete_metric_legacy as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    def update(
        self,
        metric_id: str,
        *,
        name: str | None = None,
        criteria: str | None = None,
        enabled_in_prod: bool | None = None,
        sampling_percentage: float | None = None,
        model_provider: str | None | Unset = UNSET,
        model_name: str | None | Unset = UNSET,
        scale: int | None | Unset = UNSET,
        type: models.MetricType | None = None,
        description: str | None | Unset = UNSET,
        return_type: models.MetricReturnType | None = None,
        threshold: inputs.MetricThresholdInput | models.MetricThreshold | None = None,
        categories: Sequence[inputs.MetricCategoryInput | models.MetricCategory] | None = None,
        filters: inputs.FilterSet | models.StoredFilterSet | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.MetricUpdated: ...

    @overload
    @deprecated("deprecated: needs_ground_truth=, child_metrics=", category=None)
    def update(
        self,
        metric_id: str,
        *,
        name: str | None = None,
        criteria: str | None = None,
        enabled_in_prod: bool | None = None,
        sampling_percentage: float | None = None,
        model_provider: str | None | Unset = UNSET,
        model_name: str | None | Unset = UNSET,
        scale: int | None | Unset = UNSET,
        needs_ground_truth: bool | None = None,
        child_metrics: Sequence[inputs.ChildMetricInput | models.ChildMetric] | None | Unset = UNSET,
        type: models.MetricType | None = None,
        description: str | None | Unset = UNSET,
        return_type: models.MetricReturnType | None = None,
        threshold: inputs.MetricThresholdInput | models.MetricThreshold | None = None,
        categories: Sequence[inputs.MetricCategoryInput | models.MetricCategory] | None = None,
        filters: inputs.FilterSet | models.StoredFilterSet | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.MetricUpdated: ...

    def update(
        self,
        metric_id: str,
        *,
        name: str | None = None,
        criteria: str | None = None,
        enabled_in_prod: bool | None = None,
        sampling_percentage: float | None = None,
        model_provider: str | None | Unset = UNSET,
        model_name: str | None | Unset = UNSET,
        scale: int | None | Unset = UNSET,
        needs_ground_truth: bool | None = None,
        child_metrics: Sequence[inputs.ChildMetricInput | models.ChildMetric] | None | Unset = UNSET,
        type: models.MetricType | None = None,
        description: str | None | Unset = UNSET,
        return_type: models.MetricReturnType | None = None,
        threshold: inputs.MetricThresholdInput | models.MetricThreshold | None = None,
        categories: Sequence[inputs.MetricCategoryInput | models.MetricCategory] | None = None,
        filters: inputs.FilterSet | models.StoredFilterSet | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.MetricUpdated:
        """Update a metric.

        Only the keys sent are changed.

        Args:
            metric_id: Id of the metric.
            name: Name of the metric.
            criteria: Code or prompt of the metric.
            enabled_in_prod: True if it evaluates incoming events.
            sampling_percentage: Share of the events that it evaluates, in percent.
            model_provider: Provider of the evaluating model.
            model_name: Name of the evaluating model.
            scale: Largest possible score.
            needs_ground_truth: Has no effect. Deprecated.
            child_metrics: Has no effect. Deprecated.
            type: Type of a metric. `COMPOSITE` still occurs in lists but is refused in requests.
            description: Description of the metric.
            return_type: Type of the result of a metric.
            threshold: Condition under which a metric passes.
            categories: Categories that the metric can return.
            filters: Conditions that select events.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            Confirmation that the metric was updated.

        Source: ``PUT /v1/metrics/{metric_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.metrics import update_metric as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def delete(
        self,
        metric_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.Deleted:
        """Delete a metric.

        Returns whether it was deleted.

        Args:
            metric_id: Id of the metric.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            Confirmation of the deletion.

        Source: ``DELETE /v1/metrics/{metric_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.metrics import delete_metric as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    def run(
        self,
        *,
        metric: inputs.RunnableMetric,
        event: inputs.JudgedEvent | models.Event | models.FoundEvent,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.MetricResult:
        """Run a metric on one event.

        If the metric needs a ground truth that the event lacks, the response has `success` false and the
        reason.

        Args:
            metric: A metric to run.
            event: The event that a metric runs on. Further keys may be sent.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The result of the metric.

        Source: ``POST /v1/metrics/run`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.metrics import run_metric as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("metrics.run_legacy() is deprecated: use metrics.run()", category=None)
    def run_legacy(
        self,
        *,
        metric: inputs.RunnableMetric,
        event: inputs.JudgedEvent | models.Event | models.FoundEvent,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.MetricResult:
        """Run a metric on one event, through the older path.

        Same as `POST /v1/metrics/run`.

        Deprecated: use POST /v1/metrics/run.
        Args:
            metric: A metric to run.
            event: The event that a metric runs on. Further keys may be sent.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The result of the metric.

        Source: ``POST /v1/metrics/run_metric`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.metrics import run_metric_legacy as operation

        return self._call(operation.OPERATION, operation.build_request, arguments)


class AsyncMetrics:
    """A metric scores events with code, a model or human reviewers."""

    def __init__(self, call: AsyncCall) -> None:
        self._call = call

    @overload
    async def list(
        self,
        project_id: str,
        *,
        type: str | None = None,
        id: str | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.MetricList: ...

    @overload
    @deprecated("metrics.list() without project_id= is deprecated", category=None)
    async def list(
        self,
        project_id: None = None,
        *,
        type: str | None = None,
        id: str | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.MetricList: ...

    async def list(
        self,
        project_id: str | None = None,
        *,
        type: str | None = None,
        id: str | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.MetricList:
        """List the metrics of the project.

        The response is not paged.

        Args:
            project_id: Id of the project.
            type: Only metrics of this type, e.g. `LLM`.
            id: Only the metric with this id.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The matching metrics.

        Source: ``GET /v1/projects/{project_id}/metrics`` on the host ``v1``; without ``project_id``,
        ``GET /v1/metrics``, which is deprecated.
        """
        arguments = locals()
        if project_id is None:
            from ..api.metrics import list_metrics as unscoped

            return await self._call(unscoped.OPERATION, unscoped.build_request, arguments)
        from ..api.metrics import list_project_metrics as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    @deprecated("metrics.update_legacy() is deprecated: use metrics.update()", category=None)
    async def update_legacy(
        self,
        *,
        id: str,
        name: str | None = None,
        criteria: str | None = None,
        enabled_in_prod: bool | None = None,
        sampling_percentage: float | None = None,
        model_provider: str | None | Unset = UNSET,
        model_name: str | None | Unset = UNSET,
        scale: int | None | Unset = UNSET,
        type: models.MetricType | None = None,
        description: str | None | Unset = UNSET,
        return_type: models.MetricReturnType | None = None,
        threshold: inputs.MetricThresholdInput | models.MetricThreshold | None | Unset = UNSET,
        categories: Sequence[inputs.MetricCategoryInput | models.MetricCategory] | None | Unset = UNSET,
        filters: inputs.FilterSet | models.StoredFilterSet | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.MetricUpdated: ...

    @overload
    @deprecated(
        "metrics.update_legacy() is deprecated: use metrics.update(); deprecated: needs_ground_truth=, child_metrics=",
        category=None,
    )
    async def update_legacy(
        self,
        *,
        id: str,
        name: str | None = None,
        criteria: str | None = None,
        enabled_in_prod: bool | None = None,
        sampling_percentage: float | None = None,
        model_provider: str | None | Unset = UNSET,
        model_name: str | None | Unset = UNSET,
        scale: int | None | Unset = UNSET,
        needs_ground_truth: bool | None = None,
        child_metrics: Sequence[inputs.ChildMetricInput | models.ChildMetric] | None | Unset = UNSET,
        type: models.MetricType | None = None,
        description: str | None | Unset = UNSET,
        return_type: models.MetricReturnType | None = None,
        threshold: inputs.MetricThresholdInput | models.MetricThreshold | None | Unset = UNSET,
        categories: Sequence[inputs.MetricCategoryInput | models.MetricCategory] | None | Unset = UNSET,
        filters: inputs.FilterSet | models.StoredFilterSet | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.MetricUpdated: ...

    async def update_legacy(
        self,
        *,
        id: str,
        name: str | None = None,
        criteria: str | None = None,
        enabled_in_prod: bool | None = None,
        sampling_percentage: float | None = None,
        model_provider: str | None | Unset = UNSET,
        model_name: str | None | Unset = UNSET,
        scale: int | None | Unset = UNSET,
        needs_ground_truth: bool | None = None,
        child_metrics: Sequence[inputs.ChildMetricInput | models.ChildMetric] | None | Unset = UNSET,
        type: models.MetricType | None = None,
        description: str | None | Unset = UNSET,
        return_type: models.MetricReturnType | None = None,
        threshold: inputs.MetricThresholdInput | models.MetricThreshold | None | Unset = UNSET,
        categories: Sequence[inputs.MetricCategoryInput | models.MetricCategory] | None | Unset = UNSET,
        filters: inputs.FilterSet | models.StoredFilterSet | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.MetricUpdated:
        """Update a metric whose id is in the body.

        Same as `PUT /v1/metrics/{metric_id}`.

        Deprecated: use PUT /v1/metrics/{metric_id}.
        Args:
            name: Name of the metric.
            criteria: Code or prompt of the metric.
            enabled_in_prod: True if it evaluates incoming events.
            sampling_percentage: Share of the events that it evaluates, in percent.
            model_provider: Provider of the evaluating model.
            model_name: Name of the evaluating model.
            scale: Largest possible score.
            needs_ground_truth: Has no effect. Deprecated.
            child_metrics: Has no effect. Deprecated.
            id: Id of the metric.
            type: Type of a metric. `COMPOSITE` still occurs in lists but is refused in requests.
            description: Description of the metric.
            return_type: Type of the result of a metric.
            threshold: Condition under which a metric passes.
            categories: Categories that the metric can return.
            filters: Conditions that select events.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            Confirmation that the metric was updated.

        Source: ``PUT /v1/metrics`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.metrics import update_metric_legacy as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    async def create(
        self,
        *,
        name: str,
        criteria: str,
        type: models.MetricType,
        enabled_in_prod: bool | None = None,
        sampling_percentage: float | None = None,
        model_provider: str | None | Unset = UNSET,
        model_name: str | None | Unset = UNSET,
        scale: int | None | Unset = UNSET,
        description: str | None = None,
        return_type: models.MetricReturnType | None = None,
        threshold: inputs.MetricThresholdInput | models.MetricThreshold | None | Unset = UNSET,
        categories: Sequence[inputs.MetricCategoryInput | models.MetricCategory] | None | Unset = UNSET,
        filters: inputs.FilterSet | models.StoredFilterSet | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.MetricCreated: ...

    @overload
    @deprecated("deprecated: needs_ground_truth=, child_metrics=", category=None)
    async def create(
        self,
        *,
        name: str,
        criteria: str,
        type: models.MetricType,
        enabled_in_prod: bool | None = None,
        sampling_percentage: float | None = None,
        model_provider: str | None | Unset = UNSET,
        model_name: str | None | Unset = UNSET,
        scale: int | None | Unset = UNSET,
        needs_ground_truth: bool | None = None,
        child_metrics: Sequence[inputs.ChildMetricInput | models.ChildMetric] | None | Unset = UNSET,
        description: str | None = None,
        return_type: models.MetricReturnType | None = None,
        threshold: inputs.MetricThresholdInput | models.MetricThreshold | None | Unset = UNSET,
        categories: Sequence[inputs.MetricCategoryInput | models.MetricCategory] | None | Unset = UNSET,
        filters: inputs.FilterSet | models.StoredFilterSet | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.MetricCreated: ...

    async def create(
        self,
        *,
        name: str,
        criteria: str,
        type: models.MetricType,
        enabled_in_prod: bool | None = None,
        sampling_percentage: float | None = None,
        model_provider: str | None | Unset = UNSET,
        model_name: str | None | Unset = UNSET,
        scale: int | None | Unset = UNSET,
        needs_ground_truth: bool | None = None,
        child_metrics: Sequence[inputs.ChildMetricInput | models.ChildMetric] | None | Unset = UNSET,
        description: str | None = None,
        return_type: models.MetricReturnType | None = None,
        threshold: inputs.MetricThresholdInput | models.MetricThreshold | None | Unset = UNSET,
        categories: Sequence[inputs.MetricCategoryInput | models.MetricCategory] | None | Unset = UNSET,
        filters: inputs.FilterSet | models.StoredFilterSet | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.MetricCreated:
        """Create a metric.

        Unless given otherwise, the metric does not evaluate incoming events, samples 10 percent and returns
        a float. A metric of type `COMPOSITE` is refused.

        Args:
            name: Name of the metric.
            criteria: Code or prompt of the metric.
            enabled_in_prod: True if it evaluates incoming events.
            sampling_percentage: Share of the events that it evaluates, in percent.
            model_provider: Provider of the evaluating model.
            model_name: Name of the evaluating model.
            scale: Largest possible score.
            needs_ground_truth: Has no effect. Deprecated.
            child_metrics: Has no effect. Deprecated.
            type: Type of a metric. `COMPOSITE` still occurs in lists but is refused in requests.
            description: Description of the metric.
            return_type: Type of the result of a metric.
            threshold: Condition under which a metric passes.
            categories: Categories that the metric can return.
            filters: Conditions that select events.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The id of the created metric.

        Source: ``POST /v1/metrics`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.metrics import create_metric as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("metrics.delete_legacy() is deprecated: use metrics.delete()", category=None)
    async def delete_legacy(
        self,
        *,
        metric_id: str,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.Deleted:
        """Delete a metric whose id is in the query.

        Same as `DELETE /v1/metrics/{metric_id}`.

        Deprecated: use DELETE /v1/metrics/{metric_id}.
        Args:
            metric_id: Id of the metric.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            Confirmation of the deletion.

        Source: ``DELETE /v1/metrics`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.metrics import delete_metric_legacy as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @overload
    async def update(
        self,
        metric_id: str,
        *,
        name: str | None = None,
        criteria: str | None = None,
        enabled_in_prod: bool | None = None,
        sampling_percentage: float | None = None,
        model_provider: str | None | Unset = UNSET,
        model_name: str | None | Unset = UNSET,
        scale: int | None | Unset = UNSET,
        type: models.MetricType | None = None,
        description: str | None | Unset = UNSET,
        return_type: models.MetricReturnType | None = None,
        threshold: inputs.MetricThresholdInput | models.MetricThreshold | None = None,
        categories: Sequence[inputs.MetricCategoryInput | models.MetricCategory] | None = None,
        filters: inputs.FilterSet | models.StoredFilterSet | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.MetricUpdated: ...

    @overload
    @deprecated("deprecated: needs_ground_truth=, child_metrics=", category=None)
    async def update(
        self,
        metric_id: str,
        *,
        name: str | None = None,
        criteria: str | None = None,
        enabled_in_prod: bool | None = None,
        sampling_percentage: float | None = None,
        model_provider: str | None | Unset = UNSET,
        model_name: str | None | Unset = UNSET,
        scale: int | None | Unset = UNSET,
        needs_ground_truth: bool | None = None,
        child_metrics: Sequence[inputs.ChildMetricInput | models.ChildMetric] | None | Unset = UNSET,
        type: models.MetricType | None = None,
        description: str | None | Unset = UNSET,
        return_type: models.MetricReturnType | None = None,
        threshold: inputs.MetricThresholdInput | models.MetricThreshold | None = None,
        categories: Sequence[inputs.MetricCategoryInput | models.MetricCategory] | None = None,
        filters: inputs.FilterSet | models.StoredFilterSet | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.MetricUpdated: ...

    async def update(
        self,
        metric_id: str,
        *,
        name: str | None = None,
        criteria: str | None = None,
        enabled_in_prod: bool | None = None,
        sampling_percentage: float | None = None,
        model_provider: str | None | Unset = UNSET,
        model_name: str | None | Unset = UNSET,
        scale: int | None | Unset = UNSET,
        needs_ground_truth: bool | None = None,
        child_metrics: Sequence[inputs.ChildMetricInput | models.ChildMetric] | None | Unset = UNSET,
        type: models.MetricType | None = None,
        description: str | None | Unset = UNSET,
        return_type: models.MetricReturnType | None = None,
        threshold: inputs.MetricThresholdInput | models.MetricThreshold | None = None,
        categories: Sequence[inputs.MetricCategoryInput | models.MetricCategory] | None = None,
        filters: inputs.FilterSet | models.StoredFilterSet | None = None,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.MetricUpdated:
        """Update a metric.

        Only the keys sent are changed.

        Args:
            metric_id: Id of the metric.
            name: Name of the metric.
            criteria: Code or prompt of the metric.
            enabled_in_prod: True if it evaluates incoming events.
            sampling_percentage: Share of the events that it evaluates, in percent.
            model_provider: Provider of the evaluating model.
            model_name: Name of the evaluating model.
            scale: Largest possible score.
            needs_ground_truth: Has no effect. Deprecated.
            child_metrics: Has no effect. Deprecated.
            type: Type of a metric. `COMPOSITE` still occurs in lists but is refused in requests.
            description: Description of the metric.
            return_type: Type of the result of a metric.
            threshold: Condition under which a metric passes.
            categories: Categories that the metric can return.
            filters: Conditions that select events.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            Confirmation that the metric was updated.

        Source: ``PUT /v1/metrics/{metric_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.metrics import update_metric as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def delete(
        self,
        metric_id: str,
        *,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.Deleted:
        """Delete a metric.

        Returns whether it was deleted.

        Args:
            metric_id: Id of the metric.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            Confirmation of the deletion.

        Source: ``DELETE /v1/metrics/{metric_id}`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.metrics import delete_metric as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    async def run(
        self,
        *,
        metric: inputs.RunnableMetric,
        event: inputs.JudgedEvent | models.Event | models.FoundEvent,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.MetricResult:
        """Run a metric on one event.

        If the metric needs a ground truth that the event lacks, the response has `success` false and the
        reason.

        Args:
            metric: A metric to run.
            event: The event that a metric runs on. Further keys may be sent.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The result of the metric.

        Source: ``POST /v1/metrics/run`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.metrics import run_metric as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)

    @deprecated("metrics.run_legacy() is deprecated: use metrics.run()", category=None)
    async def run_legacy(
        self,
        *,
        metric: inputs.RunnableMetric,
        event: inputs.JudgedEvent | models.Event | models.FoundEvent,
        extra_body: Mapping[str, Any] | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        extra_query: Mapping[str, Any] | None = None,
        timeout: float | None = None,
        max_retries: int | None = None,
    ) -> models.MetricResult:
        """Run a metric on one event, through the older path.

        Same as `POST /v1/metrics/run`.

        Deprecated: use POST /v1/metrics/run.
        Args:
            metric: A metric to run.
            event: The event that a metric runs on. Further keys may be sent.
            extra_body: Further keys for the body, which this version does not know.
            extra_headers: Further headers; None as a value leaves a header out.
            extra_query: Further query parameters, which this version does not know.
            timeout: Seconds for the whole call with its retries; the client's timeout if omitted.
            max_retries: Retries after a failure; the client's max_retries if omitted.

        Returns:
            The result of the metric.

        Source: ``POST /v1/metrics/run_metric`` on the host ``v1``.
        """
        arguments = locals()
        from ..api.metrics import run_metric_legacy as operation

        return await self._call(operation.OPERATION, operation.build_request, arguments)
