# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Typed dicts for the arguments of ``datapoints``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from typing_extensions import TypedDict

from .. import inputs


class DatapointRequest(TypedDict, total=False):
    """A datapoint to create, or changes to one. No field is required."""

    inputs: Mapping[str, Any]
    """Inputs."""
    history: Sequence[Mapping[str, Any]]
    """Preceding conversation, message by message."""
    ground_truth: Mapping[str, Any]
    """Expected output."""
    metadata: Mapping[str, Any]
    """Any other data."""
    linked_event: str
    """Id of the event that it is created from."""
    linked_datasets: Sequence[str]
    """Ids of the datasets to add it to."""


class CreateDatapointBatchRequest(TypedDict, total=False):
    """Selection of the events to create datapoints from."""

    filters: Sequence[Mapping[str, Any]] | Mapping[str, Any]
    """Conditions that the events must meet, as one object or a list of them."""
    dateRange: inputs.EventDateRange
    """A time range as strings; both ends are optional."""
    checkState: Mapping[str, bool]
    """Selected events, as true or false by event id."""
    selectAll: bool
    """True to select every event that matches the filters."""
    dataset_id: str
    """Id of the dataset to add the datapoints to."""
    events: Sequence[str]
    """Ids of the events. Deprecated."""
    mapping: inputs.DatapointMapping
    """Assignment of event keys to the parts of a datapoint. Deprecated."""


EventDateRange = TypedDict(
    "EventDateRange",
    {
        "$gte": "str | datetime | date",
        "$lte": "str | datetime | date",
    },
    total=False,
)
"""A time range as strings; both ends are optional.

- `$gte`: Start, as an ISO 8601 string.
- `$lte`: End, as an ISO 8601 string.
"""

# pydantic keeps the keys that the document does not name.
for _input in (
    DatapointRequest,
    CreateDatapointBatchRequest,
    EventDateRange,
):
    setattr(_input, "__pydantic_config__", {"extra": "allow"})
