# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Typed dicts for the arguments of ``experiments``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from typing_extensions import TypedDict

from .. import inputs, models


class CreateRunRequest(TypedDict, total=False):
    """A run to create. No field is required."""

    name: str
    """Name of the run."""
    description: str
    """Free-form description."""
    status: models.RunStatus
    """Status of an experiment run."""
    metadata: Mapping[str, Any]
    """Any other data."""
    results: Mapping[str, Any]
    """Results of the run."""
    event_ids: Sequence[str]
    """Ids of the root events of its sessions."""
    configuration: Mapping[str, Any]
    """Configuration under test, such as the model and its settings."""
    evaluators: Sequence[Any]
    """Evaluators that scored the run."""
    session_ids: Sequence[str]
    """Ids of its sessions."""
    datapoint_ids: Sequence[str]
    """Ids of the datapoints that it ran on."""
    passing_ranges: Mapping[str, inputs.PassingRangeInput | models.PassingRange]
    """Range of values with which each metric passes, by metric name."""
    run_id: str
    """UUID that you choose for the run. The service creates one if it is omitted."""
    dataset_id: str | None
    """Id of the dataset that it runs on."""


class UpdateRunRequest(TypedDict, total=False):
    """Changes to a run. Omitted keys keep their value."""

    name: str
    """Name of the run."""
    description: str
    """Free-form description."""
    status: models.RunStatus
    """Status of an experiment run."""
    metadata: Mapping[str, Any]
    """Any other data."""
    results: Mapping[str, Any]
    """Results of the run."""
    event_ids: Sequence[str]
    """Ids of the root events of its sessions."""
    configuration: Mapping[str, Any]
    """Configuration under test, such as the model and its settings."""
    evaluators: Sequence[Any]
    """Evaluators that scored the run."""
    session_ids: Sequence[str]
    """Ids of its sessions."""
    datapoint_ids: Sequence[str]
    """Ids of the datapoints that it ran on."""
    passing_ranges: Mapping[str, inputs.PassingRangeInput | models.PassingRange]
    """Range of values with which each metric passes, by metric name."""


DateRange = TypedDict(
    "DateRange",
    {
        "$gte": "str | float | datetime | date",
        "$lte": "str | float | datetime | date",
    },
    total=False,
)
"""A time range; both ends are optional and inclusive.

- `$gte`: Start, as an ISO 8601 string or in Unix milliseconds.
- `$lte`: End, as an ISO 8601 string or in Unix milliseconds.
"""


class PassingRangeInput(TypedDict, total=False):
    """Range of values with which a metric passes."""

    min: float
    """Smallest value that passes."""
    max: float
    """Largest value that passes."""


# pydantic keeps the keys that the document does not name.
for _input in (
    CreateRunRequest,
    UpdateRunRequest,
    DateRange,
    PassingRangeInput,
):
    setattr(_input, "__pydantic_config__", {"extra": "allow"})
