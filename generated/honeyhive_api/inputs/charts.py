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


class QueryChartRequest(TypedDict, total=False):
    """A query for the data of a chart."""

    date_range: Required[inputs.ChartQueryDateRange]
    """Time range of a chart query."""
    query: Required[inputs.ChartQuery]
    """Kind, measures and splitting of a chart."""
    filters: Sequence[inputs.Filter | models.StoredFilter]
    """Conditions on the events, all of which must be met."""
    product_filters: inputs.ChartProductFilters
    """Filters by experiments."""


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


class ChartQueryDateRange(TypedDict, total=False):
    """Time range of a chart query."""

    start_time: Required[str | datetime | date]
    """Start of the range, inclusive, in RFC 3339 with `Z` or an offset."""
    end_time: Required[str | datetime | date]
    """End of the range, exclusive, in RFC 3339 with `Z` or an offset."""
    timezone: str
    """IANA time zone to which buckets are aligned; `UTC` if omitted."""


class ChartMeasure(TypedDict, total=False):
    """One measure of a chart."""

    metric: Required[str]
    """Metric to compute, e.g. `event_count` or `duration`."""
    id: str
    """Your name for the measure, which the response repeats."""


class ChartBucket(TypedDict, total=False):
    """Size of the buckets of a time series."""

    max_points: int
    """Largest number of buckets."""


class ChartSplitRanking(TypedDict, total=False):
    """Choice of the values of `split_by` that get a series of their own."""

    limit: int
    """Number of values, those with the most events first."""
    include_other: bool
    """True to add up all other values."""


class ChartQuery(TypedDict, total=False):
    """Kind, measures and splitting of a chart."""

    kind: Required[models.ChartQueryKind]
    """Kind of the chart."""
    measures: Required[Sequence[inputs.ChartMeasure]]
    """The measures."""
    bucket: inputs.ChartBucket
    """Size of the buckets of a time series."""
    split_by: str
    """Field by whose values the events are split."""
    split_ranking: inputs.ChartSplitRanking
    """Choice of the values of `split_by` that get a series of their own."""


class ChartProductFilters(TypedDict, total=False):
    """Filters by experiments."""

    experiment_run_id: str
    """Only events of this experiment run."""
    only_experiments: bool
    """True for events of experiment runs only."""


# pydantic keeps the keys that the document does not name.
for _input in (
    CreateChartRequest,
    QueryChartRequest,
    UpdateChartRequest,
    ChartDateRange,
    ChartFilterInput,
    ChartQueryDateRange,
    ChartMeasure,
    ChartBucket,
    ChartSplitRanking,
    ChartQuery,
    ChartProductFilters,
):
    setattr(_input, "__pydantic_config__", {"extra": "allow"})
