"""The table of a run: metrics as columns, sorted rows, pages."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection

from ...model.event_model import Document
from ...services.definition_kinds import datapoints_by_id
from ...services.metric_series import AGGREGATES, SeriesKey
from ...store.queries import PageWindow
from ..conversation import of_inputs, of_outputs, preview
from ..list_filters import page_number
from ..page_request import PageRequest
from .result_rows import ResultRow, address_of, expected, in_order, key_of

# Number of rows per page; limited, so that a large run loads quickly.
ROWS = 100
OF_METRIC = "metric."


class MetricColumn(NamedTuple):
    """A metric of the run, as a column of the table."""

    key: SeriesKey
    address: str
    numbers: Document
    """The numbers of the metric in the summary or comparison."""
    verdict: str = ""
    """Result of a comparison for this metric: "better", "worse" or "same". Empty without a comparison."""

    @property
    def sort(self) -> str:
        """Return the value of `?sort=` for this column."""
        return OF_METRIC + self.address


class RowOrder(NamedTuple):
    """Order of the rows, from the query string."""

    by: str
    descending: bool

    def key(self, metrics: Iterable[MetricColumn]) -> SeriesKey | None:
        """Return the metric to sort by, or None."""
        return next((metric.key for metric in metrics if metric.sort == self.by), None)


class RowPreviews(NamedTuple):
    """Shortened contents of a row."""

    inputs: str
    outputs: str
    expected: str


def order_of(request: PageRequest) -> RowOrder:
    """Return the order in the query string."""
    return RowOrder(request.query.get("sort", ""), request.query.get("order") == "desc")


def table(connection: Connection, request: PageRequest, summary: Document, rows: list[ResultRow]) -> dict[str, Any]:
    """Return the template variables for the metrics of a run and one page of its rows."""
    metrics = [_metric(detail) for detail in summary["metrics"]["details"]]
    sort = order_of(request)
    if value_of := _value(sort, metrics):
        rows = in_order(rows, value_of, descending=sort.descending)
    page, here, more = page_of(request, rows)
    datapoints = datapoints_by_id(connection, (row.datapoint_id for row in here if row.datapoint_id))
    shown = [(row, previews(row, datapoints)) for row in here]
    return {"metrics": metrics, "sort": sort, "shown": shown, "page": page, "more": more}


def _metric(detail: Document) -> MetricColumn:
    key = key_of(detail["metric_name"], detail)
    values = detail["values"]
    numbers: dict[str, Any] = {name: AGGREGATES[name](values) if values else None for name in ("min", "max")}
    counts: Counter[str] = Counter(detail.get("counts", {}))
    numbers |= {"texts": counts.most_common(), "count": len(values) + counts.total()}
    return MetricColumn(key, address_of(key), {"aggregate": None, "passing_range": None, **detail, **numbers})


def _value(sort: RowOrder, metrics: list[MetricColumn]) -> Callable[[ResultRow], Any] | None:
    if sort.by == "duration":
        return lambda row: row.duration
    key = sort.key(metrics)
    return None if key is None else lambda row: row.cells[key].value if key in row.cells else None


def page_of(request: PageRequest, rows: list[Any]) -> tuple[PageWindow, list[Any], bool]:
    """Return (the requested page, its rows, True if there are more)."""
    page = PageWindow(ROWS, page_number(request.query))
    return page, rows[page.offset : page.offset + ROWS], len(rows) > page.offset + ROWS


def previews(row: ResultRow, datapoints: Mapping[str, Document]) -> RowPreviews:
    """Return the shortened contents of a row. If the session has no inputs, they are the inputs of the datapoint."""
    inputs = row.document["inputs"] or datapoints.get(row.datapoint_id or "", {}).get("inputs")
    return RowPreviews(
        preview(of_inputs(inputs)),
        preview(of_outputs(row.document["outputs"], "session")),
        preview(of_outputs(expected(row, datapoints), "session")),
    )
