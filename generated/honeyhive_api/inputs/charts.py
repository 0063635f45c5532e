# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Typed dicts for the arguments of ``charts``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from typing_extensions import Required, TypedDict

from .. import inputs, models


class CreateChartRequest(TypedDict, total=False):
    """A chart to create. The bucket size is `day` if omitted."""

    name: Required[str]
    """Name of the chart."""
    metric: Required[str]
    """Metric to plot."""
    description: str
    """Description of the chart."""
    func: str
    """Function that aggregates the values of a bucket, e.g. `sum`, `avg`, `median`, `min` or `max`."""
    groupBy: str | None
    """Field to group by, with one line per value."""
    bucketing: models.ChartBucketing
    """Bucket size of a chart."""
    dateRange: inputs.ChartDateRange
    """Time range of a chart, either named or with both ends."""
    query: Sequence[inputs.ChartFilterInput | models.ChartFilter]
    """Conditions that every event must meet."""
    owner_id: str
    """Id of the user who owns the chart."""


class UpdateChartRequest(TypedDict, total=False):
    """Changes to a chart. Omitted keys keep their value."""

    name: str
    """Name of the chart."""
    metric: str
    """Metric to plot."""
    description: str
    """Description of the chart."""
    func: str
    """Function that aggregates the values of a bucket, e.g. `sum`, `avg`, `median`, `min` or `max`."""
    groupBy: str | None
    """Field to group by, with one line per value."""
    bucketing: models.ChartBucketing
    """Bucket size of a chart."""
    dateRange: inputs.ChartDateRange
    """Time range of a chart, either named or with both ends."""
    query: Sequence[inputs.ChartFilterInput | models.ChartFilter]
    """Conditions that every event must meet."""
    owner_id: str
    """Id of the user who owns the chart."""


ChartDateRange = TypedDict(
    "ChartDateRange",
    {
        "relative": "str",
        "$gte": "str | float | datetime | date",
        "$lte": "str | float | datetime | date",
    },
    total=False,
)
"""Time range of a chart, either named or with both ends.

- `relative`: Named range that ends now.
- `$gte`: Start, as an ISO 8601 string or in Unix milliseconds.
- `$lte`: End, as an ISO 8601 string or in Unix milliseconds.
"""


class ChartFilterInput(TypedDict, total=False):
    """A condition on the events of a chart."""

    field: Required[str]
    """Path of the field to test, with dots."""
    operator: Required[str]
    """Operator, e.g. `is`."""
    value: Required[str | None]
    """Value to compare with."""
    type: Required[str]
    """Type of the value, e.g. `string`."""


# pydantic keeps the keys that the document does not name.
for _input in (
    CreateChartRequest,
    UpdateChartRequest,
    ChartDateRange,
    ChartFilterInput,
):
    setattr(_input, "__pydantic_config__", {"extra": "allow"})
