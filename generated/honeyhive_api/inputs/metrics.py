# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Typed dicts for the arguments of the operations under ``metrics``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from typing_extensions import Required, TypedDict

from .. import inputs, models


class UpdateMetricLegacyRequest(TypedDict, total=False):
    """What changes in a metric, and which metric it is."""

    name: str
    """The name of the metric."""
    criteria: str
    """The code or the prompt."""
    enabled_in_prod: bool
    """Whether it judges events as they come in."""
    sampling_percentage: float
    """The share of the events that it judges, in percent."""
    model_provider: str | None
    """Who provides the model that judges."""
    model_name: str | None
    """The model that judges."""
    scale: int | None
    """The largest score."""
    needs_ground_truth: bool
    """Has no effect. Deprecated."""
    child_metrics: Sequence[inputs.ChildMetricInput | models.ChildMetric] | None
    """Has no effect. Deprecated."""
    id: Required[str]
    """The id of the metric."""
    type: models.MetricType
    """What a metric is made of. `COMPOSITE` is still listed, and refused."""
    description: str | None
    """What it measures."""
    return_type: models.MetricReturnType
    """What a metric gives."""
    threshold: inputs.MetricThresholdInput | models.MetricThreshold | None
    """When a metric passes."""
    categories: Sequence[inputs.MetricCategoryInput | models.MetricCategory] | None
    """The categories that it may give."""
    filters: inputs.FilterSet | models.StoredFilterSet
    """The conditions on the events that something is for."""


class MetricDefinition(TypedDict, total=False):
    """A metric as it is sent whole."""

    name: Required[str]
    """The name of the metric."""
    criteria: Required[str]
    """The code or the prompt."""
    enabled_in_prod: bool
    """Whether it judges events as they come in."""
    sampling_percentage: float
    """The share of the events that it judges, in percent."""
    model_provider: str | None
    """Who provides the model that judges."""
    model_name: str | None
    """The model that judges."""
    scale: int | None
    """The largest score."""
    needs_ground_truth: bool
    """Has no effect. Deprecated."""
    child_metrics: Sequence[inputs.ChildMetricInput | models.ChildMetric] | None
    """Has no effect. Deprecated."""
    type: Required[models.MetricType]
    """What a metric is made of. `COMPOSITE` is still listed, and refused."""
    description: str
    """What it measures."""
    return_type: models.MetricReturnType
    """What a metric gives."""
    threshold: inputs.MetricThresholdInput | models.MetricThreshold | None
    """When a metric passes."""
    categories: Sequence[inputs.MetricCategoryInput | models.MetricCategory] | None
    """The categories that it may give."""
    filters: inputs.FilterSet | models.StoredFilterSet
    """The conditions on the events that something is for."""


class UpdateMetricRequest(TypedDict, total=False):
    """What changes in a metric. Keys that are left out stay as they are."""

    name: str
    """The name of the metric."""
    criteria: str
    """The code or the prompt."""
    enabled_in_prod: bool
    """Whether it judges events as they come in."""
    sampling_percentage: float
    """The share of the events that it judges, in percent."""
    model_provider: str | None
    """Who provides the model that judges."""
    model_name: str | None
    """The model that judges."""
    scale: int | None
    """The largest score."""
    needs_ground_truth: bool
    """Has no effect. Deprecated."""
    child_metrics: Sequence[inputs.ChildMetricInput | models.ChildMetric] | None
    """Has no effect. Deprecated."""
    type: models.MetricType
    """What a metric is made of. `COMPOSITE` is still listed, and refused."""
    description: str | None
    """What it measures."""
    return_type: models.MetricReturnType
    """What a metric gives."""
    threshold: inputs.MetricThresholdInput | models.MetricThreshold
    """When a metric passes."""
    categories: Sequence[inputs.MetricCategoryInput | models.MetricCategory]
    """The categories that it may give."""
    filters: inputs.FilterSet | models.StoredFilterSet
    """The conditions on the events that something is for."""


class RunMetricRequest(TypedDict, total=False):
    """A metric to try, and an event to try it on."""

    metric: Required[inputs.RunnableMetric]
    """A metric to try."""
    event: Required[inputs.JudgedEvent | models.Event | models.FoundEvent]
    """The event that a metric is tried on. More keys may be sent."""


class FilterSet(TypedDict, total=False):
    """The conditions on the events that something is for."""

    filterArray: Required[Sequence[inputs.Filter | models.StoredFilter]]
    """The conditions, all of which have to be met; an empty list leaves nothing out."""


class MetricThresholdInput(TypedDict, total=False):
    """When a metric passes."""

    min: float
    """The smallest value that passes."""
    max: float
    """The largest value that passes."""
    pass_when: bool | float
    """The value that passes."""
    passing_categories: Sequence[str]
    """The categories that pass."""


class MetricCategoryInput(TypedDict, total=False):
    """A category that a metric may give."""

    category: Required[str]
    """The name of the category."""
    score: Required[float | None]
    """What it counts."""


class ChildMetricInput(TypedDict, total=False):
    """A part of a composite metric."""

    id: str
    """The id of the metric."""
    name: Required[str]
    """The name of the metric."""
    weight: Required[float]
    """How much it counts."""
    scale: int | None
    """The largest score."""


class RunnableMetric(TypedDict, total=False):
    """A metric to try."""

    name: Required[str]
    """The name of the metric."""
    criteria: Required[str]
    """The code or the prompt."""
    enabled_in_prod: bool
    """Whether it judges events as they come in."""
    sampling_percentage: float
    """The share of the events that it judges, in percent."""
    model_provider: str | None
    """Who provides the model that judges."""
    model_name: str | None
    """The model that judges."""
    scale: int | None
    """The largest score."""
    needs_ground_truth: bool
    """Has no effect. Deprecated."""
    child_metrics: Sequence[inputs.ChildMetricInput | models.ChildMetric] | None
    """Has no effect. Deprecated."""
    type: Required[models.RunnableMetricType]
    """What a metric that can be tried is made of."""
    description: str
    """What it measures."""
    return_type: models.MetricReturnType
    """What a metric gives."""
    threshold: inputs.MetricThresholdInput | models.MetricThreshold | None
    """When a metric passes."""
    categories: Sequence[inputs.MetricCategoryInput | models.MetricCategory] | None
    """The categories that it may give."""
    filters: inputs.FilterSet | models.StoredFilterSet
    """The conditions on the events that something is for."""


class JudgedEvent(TypedDict, total=False):
    """The event that a metric is tried on. More keys may be sent."""

    event_type: str
    """The type of the event."""
    event_name: str
    """The name of the event."""
    inputs: Mapping[str, Any]
    """What went in."""
    outputs: Mapping[str, Any]
    """What came out."""
    feedback: inputs.JudgedEventFeedback
    """What people said about an event. More keys may be sent."""
    workspace_id: str
    """Has no effect. Deprecated."""


class JudgedEventFeedback(TypedDict, total=False):
    """What people said about an event. More keys may be sent."""

    ground_truth: Any
    """What should have come out."""


# pydantic keeps the keys that the document does not name.
for _input in (
    UpdateMetricLegacyRequest,
    MetricDefinition,
    UpdateMetricRequest,
    RunMetricRequest,
    FilterSet,
    MetricThresholdInput,
    MetricCategoryInput,
    ChildMetricInput,
    RunnableMetric,
    JudgedEvent,
    JudgedEventFeedback,
):
    setattr(_input, "__pydantic_config__", {"extra": "allow"})
