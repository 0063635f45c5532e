# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""PUT /v1/metrics."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ...operations import OPERATIONS
from ...types import UNSET, Request, Unset

if TYPE_CHECKING:
    from ...models.child_metric import ChildMetric
    from ...models.filter_set import FilterSet
    from ...models.metric_category import MetricCategory
    from ...models.metric_return_type import MetricReturnType
    from ...models.metric_threshold import MetricThreshold
    from ...models.metric_type import MetricType
    from ...models.metric_updated import MetricUpdated

OPERATION = OPERATIONS["updateMetricLegacy"]


def build_request(
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
    child_metrics: Sequence[ChildMetric | Mapping[str, Any]] | None | Unset = UNSET,
    type: MetricType | None = None,
    description: str | None | Unset = UNSET,
    return_type: MetricReturnType | None = None,
    threshold: MetricThreshold | Mapping[str, Any] | None | Unset = UNSET,
    categories: Sequence[MetricCategory | Mapping[str, Any]] | None | Unset = UNSET,
    filters: FilterSet | Mapping[str, Any] | None = None,
) -> Request:
    """Change a metric whose id is in the body.

    Does what `PUT /v1/metrics/{metric_id}` does.

    Deprecated: use PUT /v1/metrics/{metric_id}.

    Args:
        name: The name of the metric.
        criteria: The code or the prompt.
        enabled_in_prod: Whether it judges events as they come in.
        sampling_percentage: The share of the events that it judges, in percent.
        model_provider: Who provides the model that judges.
        model_name: The model that judges.
        scale: The largest score.
        needs_ground_truth: Has no effect. Deprecated.
        child_metrics: Has no effect. Deprecated.
        id: The id of the metric.
        type: What a metric is made of. `COMPOSITE` is still listed, and refused.
        description: What it measures.
        return_type: What a metric gives.
        threshold: When a metric passes.
        categories: The categories that it may give.
        filters: The conditions on the events that something is for.

    Returns:
        The request, not yet checked or sent.

    Source: ``PUT /v1/metrics`` on the host ``v1``.
    """
    path_: dict[str, Any] = {}
    query_: dict[str, Any] = {}
    body_: dict[str, Any] = {}
    if name is not None:
        body_["name"] = name

    if criteria is not None:
        body_["criteria"] = criteria

    if enabled_in_prod is not None:
        body_["enabled_in_prod"] = enabled_in_prod

    if sampling_percentage is not None:
        body_["sampling_percentage"] = sampling_percentage

    if model_provider is not UNSET:
        body_["model_provider"] = model_provider

    if model_name is not UNSET:
        body_["model_name"] = model_name

    if scale is not UNSET:
        body_["scale"] = scale

    if needs_ground_truth is not None:
        body_["needs_ground_truth"] = needs_ground_truth

    if child_metrics is not UNSET:
        body_["child_metrics"] = child_metrics

    body_["id"] = id

    if type is not None:
        body_["type"] = type

    if description is not UNSET:
        body_["description"] = description

    if return_type is not None:
        body_["return_type"] = return_type

    if threshold is not UNSET:
        body_["threshold"] = threshold

    if categories is not UNSET:
        body_["categories"] = categories

    if filters is not None:
        body_["filters"] = filters

    return Request(OPERATION, path_, query_, body_)


def read_reply(data: Any) -> MetricUpdated:
    """What was answered: The metric is changed.

    Takes the decoded JSON, or None for an empty body. Raises TypeError for JSON of another type than the document's.
    """

    from ...models.metric_updated import MetricUpdated

    if not isinstance(data, dict | None):
        raise TypeError(f"the reply is {type(data).__name__}, not an object")
    return MetricUpdated.from_dict(data or {})
