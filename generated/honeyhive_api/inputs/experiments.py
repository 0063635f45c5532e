# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Typed dicts for the arguments of the operations under ``experiments``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from typing_extensions import TypedDict

from .. import inputs, models


class CreateRunRequest(TypedDict, total=False):
    """A run to create. Every field may be left out."""

    name: str
    """The name of the run."""
    description: str
    """What it is about."""
    status: models.RunStatus
    """The state of an experiment run."""
    metadata: Mapping[str, Any]
    """Anything else worth keeping."""
    results: Mapping[str, Any]
    """What came out of it."""
    event_ids: Sequence[str]
    """The ids of the events at the roots of its sessions."""
    configuration: Mapping[str, Any]
    """What was tried, such as the model and its settings."""
    evaluators: Sequence[Any]
    """The evaluators that judged it."""
    session_ids: Sequence[str]
    """The ids of its sessions."""
    datapoint_ids: Sequence[str]
    """The ids of the datapoints it ran over."""
    passing_ranges: Mapping[str, inputs.PassingRangeInput | models.PassingRange]
    """Between which values each metric passes, by its name."""
    run_id: str
    """Your id for the run, a UUID. The service makes one if it is left out."""
    dataset_id: str | None
    """The id of the dataset it runs over."""


class UpdateRunRequest(TypedDict, total=False):
    """What changes in a run. Keys that are left out stay as they are."""

    name: str
    """The name of the run."""
    description: str
    """What it is about."""
    status: models.RunStatus
    """The state of an experiment run."""
    metadata: Mapping[str, Any]
    """Anything else worth keeping."""
    results: Mapping[str, Any]
    """What came out of it."""
    event_ids: Sequence[str]
    """The ids of the events at the roots of its sessions."""
    configuration: Mapping[str, Any]
    """What was tried, such as the model and its settings."""
    evaluators: Sequence[Any]
    """The evaluators that judged it."""
    session_ids: Sequence[str]
    """The ids of its sessions."""
    datapoint_ids: Sequence[str]
    """The ids of the datapoints it ran over."""
    passing_ranges: Mapping[str, inputs.PassingRangeInput | models.PassingRange]
    """Between which values each metric passes, by its name."""


DateRange = TypedDict(
    "DateRange",
    {
        "$gte": "str | float | datetime | date",
        "$lte": "str | float | datetime | date",
    },
    total=False,
)
"""A range of time; either end may be left out, and both belong to it.

- `$gte`: The start, as ISO 8601 text or in Unix milliseconds.
- `$lte`: The end, as ISO 8601 text or in Unix milliseconds.
"""


class PassingRangeInput(TypedDict, total=False):
    """Between which values a metric passes."""

    min: float
    """The smallest value that passes."""
    max: float
    """The largest value that passes."""


# pydantic keeps the keys that the document does not name.
for _input in (
    CreateRunRequest,
    UpdateRunRequest,
    DateRange,
    PassingRangeInput,
):
    setattr(_input, "__pydantic_config__", {"extra": "allow"})
