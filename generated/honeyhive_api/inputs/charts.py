# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Typed dicts for the arguments of the operations under ``charts``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from typing_extensions import Required, TypedDict

from .. import inputs, models


class CreateChartRequest(TypedDict, total=False):
    """A chart to create. A step is a day unless it says otherwise."""

    name: Required[str]
    """The name of the chart."""
    metric: Required[str]
    """The metric to plot."""
    description: str
    """What it shows."""
    func: str
    """How the values of a step become one, as in `sum`, `avg`, `median`, `min` or `max`."""
    groupBy: str | None
    """The field whose values get a line each."""
    bucketing: models.ChartBucketing
    """How long a step of a chart is."""
    dateRange: inputs.ChartDateRange
    """The range of time of a chart: one that has a name, or one with both ends."""
    query: Sequence[inputs.ChartFilterInput | models.ChartFilter]
    """The conditions that an event has to meet, all of them."""
    owner_id: str
    """The id of the user whose chart it is."""


class UpdateChartRequest(TypedDict, total=False):
    """What changes in a chart. Keys that are left out stay as they are."""

    name: str
    """The name of the chart."""
    metric: str
    """The metric to plot."""
    description: str
    """What it shows."""
    func: str
    """How the values of a step become one, as in `sum`, `avg`, `median`, `min` or `max`."""
    groupBy: str | None
    """The field whose values get a line each."""
    bucketing: models.ChartBucketing
    """How long a step of a chart is."""
    dateRange: inputs.ChartDateRange
    """The range of time of a chart: one that has a name, or one with both ends."""
    query: Sequence[inputs.ChartFilterInput | models.ChartFilter]
    """The conditions that an event has to meet, all of them."""
    owner_id: str
    """The id of the user whose chart it is."""


ChartDateRange = TypedDict(
    "ChartDateRange",
    {
        "relative": "str",
        "$gte": "str | float | datetime | date",
        "$lte": "str | float | datetime | date",
    },
    total=False,
)
"""The range of time of a chart: one that has a name, or one with both ends.

- `relative`: The name of a range that ends now.
- `$gte`: The start, as ISO 8601 text or in Unix milliseconds.
- `$lte`: The end, as ISO 8601 text or in Unix milliseconds.
"""


class ChartFilterInput(TypedDict, total=False):
    """One condition on the events of a chart."""

    field: Required[str]
    """The field to test, as a path with dots."""
    operator: Required[str]
    """How the field is compared with the value, as in `is`."""
    value: Required[str | None]
    """What to compare with."""
    type: Required[str]
    """What the value is taken for, as in `string`."""


# pydantic keeps the keys that the document does not name.
for _input in (
    CreateChartRequest,
    UpdateChartRequest,
    ChartDateRange,
    ChartFilterInput,
):
    setattr(_input, "__pydantic_config__", {"extra": "allow"})
