# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Typed dicts for the arguments of the operations under ``metrics``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from typing_extensions import Required, TypedDict

from ..inputs.events import Filter
from ..models.child_metric import ChildMetric
from ..models.event import Event
from ..models.found_event import FoundEvent
from ..models.metric_category import MetricCategory
from ..models.metric_return_type import MetricReturnType
from ..models.metric_threshold import MetricThreshold
from ..models.metric_type import MetricType
from ..models.runnable_metric_type import RunnableMetricType
from ..models.stored_filter import StoredFilter
from ..models.stored_filter_set import StoredFilterSet


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
    child_metrics: Sequence[ChildMetricInput | ChildMetric] | None
    """Has no effect. Deprecated."""
    id: Required[str]
    """The id of the metric."""
    type: MetricType
    """What a metric is made of. `COMPOSITE` is still listed, and refused."""
    description: str | None
    """What it measures."""
    return_type: MetricReturnType
    """What a metric gives."""
    threshold: MetricThresholdInput | MetricThreshold | None
    """When a metric passes."""
    categories: Sequence[MetricCategoryInput | MetricCategory] | None
    """The categories that it may give."""
    filters: FilterSet | StoredFilterSet
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
    child_metrics: Sequence[ChildMetricInput | ChildMetric] | None
    """Has no effect. Deprecated."""
    type: Required[MetricType]
    """What a metric is made of. `COMPOSITE` is still listed, and refused."""
    description: str
    """What it measures."""
    return_type: MetricReturnType
    """What a metric gives."""
    threshold: MetricThresholdInput | MetricThreshold | None
    """When a metric passes."""
    categories: Sequence[MetricCategoryInput | MetricCategory] | None
    """The categories that it may give."""
    filters: FilterSet | StoredFilterSet
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
    child_metrics: Sequence[ChildMetricInput | ChildMetric] | None
    """Has no effect. Deprecated."""
    type: MetricType
    """What a metric is made of. `COMPOSITE` is still listed, and refused."""
    description: str | None
    """What it measures."""
    return_type: MetricReturnType
    """What a metric gives."""
    threshold: MetricThresholdInput | MetricThreshold
    """When a metric passes."""
    categories: Sequence[MetricCategoryInput | MetricCategory]
    """The categories that it may give."""
    filters: FilterSet | StoredFilterSet
    """The conditions on the events that something is for."""


class RunMetricRequest(TypedDict, total=False):
    """A metric to try, and an event to try it on."""

    metric: Required[RunnableMetric]
    """A metric to try."""
    event: Required[JudgedEvent | Event | FoundEvent]
    """The event that a metric is tried on. More keys may be sent."""


class FilterSet(TypedDict, total=False):
    """The conditions on the events that something is for."""

    filterArray: Required[Sequence[Filter | StoredFilter]]
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
    child_metrics: Sequence[ChildMetricInput | ChildMetric] | None
    """Has no effect. Deprecated."""
    type: Required[RunnableMetricType]
    """What a metric that can be tried is made of."""
    description: str
    """What it measures."""
    return_type: MetricReturnType
    """What a metric gives."""
    threshold: MetricThresholdInput | MetricThreshold | None
    """When a metric passes."""
    categories: Sequence[MetricCategoryInput | MetricCategory] | None
    """The categories that it may give."""
    filters: FilterSet | StoredFilterSet
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
    feedback: JudgedEventFeedback
    """What people said about an event. More keys may be sent."""
    workspace_id: str
    """Has no effect. Deprecated."""


class JudgedEventFeedback(TypedDict, total=False):
    """What people said about an event. More keys may be sent."""

    ground_truth: Any
    """What should have come out."""
