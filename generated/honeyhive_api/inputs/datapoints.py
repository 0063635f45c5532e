# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Typed dicts for the arguments of the operations under ``datapoints``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from typing_extensions import TypedDict

from .. import inputs


class DatapointRequest(TypedDict, total=False):
    """A datapoint to create, or what changes in one. Every field may be left out."""

    inputs: Mapping[str, Any]
    """What goes in."""
    history: Sequence[Mapping[str, Any]]
    """The conversation before it, message by message."""
    ground_truth: Mapping[str, Any]
    """What should come out."""
    metadata: Mapping[str, Any]
    """Anything else worth keeping."""
    linked_event: str
    """The id of the event that it is made of."""
    linked_datasets: Sequence[str]
    """The ids of the datasets that are to hold it."""


class CreateDatapointBatchRequest(TypedDict, total=False):
    """Which events to make datapoints of."""

    filters: Sequence[Mapping[str, Any]] | Mapping[str, Any]
    """The conditions that the events have to meet, as one object or a list of them."""
    dateRange: inputs.EventDateRange
    """A range of time as text; either end may be left out."""
    checkState: Mapping[str, bool]
    """Whether an event is chosen, by its id."""
    selectAll: bool
    """Whether every event is chosen that meets the filters."""
    dataset_id: str
    """The id of the dataset that is to hold the datapoints."""
    events: Sequence[str]
    """The ids of the events. Deprecated."""
    mapping: inputs.DatapointMapping
    """Which keys of an event become which part of a datapoint. Deprecated."""


EventDateRange = TypedDict(
    "EventDateRange",
    {
        "$gte": "str | datetime | date",
        "$lte": "str | datetime | date",
    },
    total=False,
)
"""A range of time as text; either end may be left out.

- `$gte`: The start, as ISO 8601 text.
- `$lte`: The end, as ISO 8601 text.
"""

# pydantic keeps the keys that the document does not name.
for _input in (
    DatapointRequest,
    CreateDatapointBatchRequest,
    EventDateRange,
):
    setattr(_input, "__pydantic_config__", {"extra": "allow"})
