# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Typed dicts for the arguments of ``metrics``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from typing_extensions import Required, TypedDict

from .. import inputs, models


class UpdateMetricLegacyRequest(TypedDict, total=False):
    """Changes to a metric, and the id of the metric."""

    name: str
    """Name of the metric."""
    criteria: str
    """Code or prompt of the metric."""
    enabled_in_prod: bool
    """True if it evaluates incoming events."""
    sampling_percentage: float
    """Share of the events that it evaluates, in percent."""
    model_provider: str | None
    """Provider of the evaluating model."""
    model_name: str | None
    """Name of the evaluating model."""
    scale: int | None
    """Largest possible score."""
    needs_ground_truth: bool
    """Has no effect. Deprecated."""
    child_metrics: Sequence[inputs.ChildMetricInput | models.ChildMetric] | None
    """Has no effect. Deprecated."""
    id: Required[str]
    """Id of the metric."""
    type: models.MetricType
    """Type of a metric. `COMPOSITE` still occurs in lists but is refused in requests."""
    description: str | None
    """Description of the metric."""
    return_type: models.MetricReturnType
    """Type of the result of a metric."""
    threshold: inputs.MetricThresholdInput | models.MetricThreshold | None
    """Condition under which a metric passes."""
    categories: Sequence[inputs.MetricCategoryInput | models.MetricCategory] | None
    """Categories that the metric can return."""
    filters: inputs.FilterSet | models.StoredFilterSet
    """Conditions that select events."""


class MetricDefinition(TypedDict, total=False):
    """A complete metric definition."""

    name: Required[str]
    """Name of the metric."""
    criteria: Required[str]
    """Code or prompt of the metric."""
    enabled_in_prod: bool
    """True if it evaluates incoming events."""
    sampling_percentage: float
    """Share of the events that it evaluates, in percent."""
    model_provider: str | None
    """Provider of the evaluating model."""
    model_name: str | None
    """Name of the evaluating model."""
    scale: int | None
    """Largest possible score."""
    needs_ground_truth: bool
    """Has no effect. Deprecated."""
    child_metrics: Sequence[inputs.ChildMetricInput | models.ChildMetric] | None
    """Has no effect. Deprecated."""
    type: Required[models.MetricType]
    """Type of a metric. `COMPOSITE` still occurs in lists but is refused in requests."""
    description: str
    """Description of the metric."""
    return_type: models.MetricReturnType
    """Type of the result of a metric."""
    threshold: inputs.MetricThresholdInput | models.MetricThreshold | None
    """Condition under which a metric passes."""
    categories: Sequence[inputs.MetricCategoryInput | models.MetricCategory] | None
    """Categories that the metric can return."""
    filters: inputs.FilterSet | models.StoredFilterSet
    """Conditions that select events."""


class UpdateMetricRequest(TypedDict, total=False):
    """Changes to a metric. Omitted keys keep their value."""

    name: str
    """Name of the metric."""
    criteria: str
    """Code or prompt of the metric."""
    enabled_in_prod: bool
    """True if it evaluates incoming events."""
    sampling_percentage: float
    """Share of the events that it evaluates, in percent."""
    model_provider: str | None
    """Provider of the evaluating model."""
    model_name: str | None
    """Name of the evaluating model."""
    scale: int | None
    """Largest possible score."""
    needs_ground_truth: bool
    """Has no effect. Deprecated."""
    child_metrics: Sequence[inputs.ChildMetricInput | models.ChildMetric] | None
    """Has no effect. Deprecated."""
    type: models.MetricType
    """Type of a metric. `COMPOSITE` still occurs in lists but is refused in requests."""
    description: str | None
    """Description of the metric."""
    return_type: models.MetricReturnType
    """Type of the result of a metric."""
    threshold: inputs.MetricThresholdInput | models.MetricThreshold
    """Condition under which a metric passes."""
    categories: Sequence[inputs.MetricCategoryInput | models.MetricCategory]
    """Categories that the metric can return."""
    filters: inputs.FilterSet | models.StoredFilterSet
    """Conditions that select events."""


class RunMetricRequest(TypedDict, total=False):
    """A metric to run, and the event to run it on."""

    metric: Required[inputs.RunnableMetric]
    """A metric to run."""
    event: Required[inputs.JudgedEvent | models.Event | models.FoundEvent]
    """The event that a metric runs on. Further keys may be sent."""


class FilterSet(TypedDict, total=False):
    """Conditions that select events."""

    filterArray: Required[Sequence[inputs.Filter | models.StoredFilter]]
    """The conditions, all of which must be met; an empty list matches everything."""


class MetricThresholdInput(TypedDict, total=False):
    """Condition under which a metric passes."""

    min: float
    """Smallest value that passes."""
    max: float
    """Largest value that passes."""
    pass_when: bool | float
    """Value that passes."""
    passing_categories: Sequence[str]
    """Categories that pass."""


class MetricCategoryInput(TypedDict, total=False):
    """A category that a metric can return."""

    category: Required[str]
    """Name of the category."""
    score: Required[float | None]
    """Score of the category."""


class ChildMetricInput(TypedDict, total=False):
    """A component of a composite metric."""

    id: str
    """Id of the metric."""
    name: Required[str]
    """Name of the metric."""
    weight: Required[float]
    """Weight of the component."""
    scale: int | None
    """Largest possible score."""


class RunnableMetric(TypedDict, total=False):
    """A metric to run."""

    name: Required[str]
    """Name of the metric."""
    criteria: Required[str]
    """Code or prompt of the metric."""
    enabled_in_prod: bool
    """True if it evaluates incoming events."""
    sampling_percentage: float
    """Share of the events that it evaluates, in percent."""
    model_provider: str | None
    """Provider of the evaluating model."""
    model_name: str | None
    """Name of the evaluating model."""
    scale: int | None
    """Largest possible score."""
    needs_ground_truth: bool
    """Has no effect. Deprecated."""
    child_metrics: Sequence[inputs.ChildMetricInput | models.ChildMetric] | None
    """Has no effect. Deprecated."""
    type: Required[models.RunnableMetricType]
    """Type of a metric that can be run."""
    description: str
    """Description of the metric."""
    return_type: models.MetricReturnType
    """Type of the result of a metric."""
    threshold: inputs.MetricThresholdInput | models.MetricThreshold | None
    """Condition under which a metric passes."""
    categories: Sequence[inputs.MetricCategoryInput | models.MetricCategory] | None
    """Categories that the metric can return."""
    filters: inputs.FilterSet | models.StoredFilterSet
    """Conditions that select events."""


class JudgedEvent(TypedDict, total=False):
    """The event that a metric runs on. Further keys may be sent."""

    event_type: str
    """Type of the event."""
    event_name: str
    """Name of the event."""
    inputs: Mapping[str, Any]
    """Inputs of the event."""
    outputs: Mapping[str, Any]
    """Outputs of the event."""
    feedback: inputs.JudgedEventFeedback
    """Feedback on an event. Further keys may be sent."""
    workspace_id: str
    """Has no effect. Deprecated."""


class JudgedEventFeedback(TypedDict, total=False):
    """Feedback on an event. Further keys may be sent."""

    ground_truth: Any
    """Expected output."""


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
