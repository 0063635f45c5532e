"""The rows of one run on a page: its metrics as columns, sorted and a part at a time."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection

from ...api.datasets import DATAPOINT
from ...model.event_model import Document
from ...services.metric_values import AGGREGATES, SeriesKey
from ...store import objects as definitions
from ...store.queries import Page
from .. import conversation as thread
from ..page_request import Visit
from ..search import page_number
from .results import Row, address_of, expected, in_order, key_of

ROWS = 100
OF_METRIC = "metric."


class Metric(NamedTuple):
    """A metric of the run, and a column of its rows."""

    key: SeriesKey
    address: str
    numbers: Document
    """What the summary or the comparison says of it."""
    verdict: str = ""
    """Which way it went, in a comparison."""

    @property
    def sort(self) -> str:
        """What an address says to sort by it."""
        return OF_METRIC + self.address


class Sort(NamedTuple):
    """What rows are sorted by, as the address has it."""

    by: str
    descending: bool

    def key(self, metrics: Iterable[Metric]) -> SeriesKey | None:
        """The metric that it is by."""
        return next((metric.key for metric in metrics if metric.sort == self.by), None)


class Texts(NamedTuple):
    """What a row says, in short."""

    inputs: str
    outputs: str
    expected: str


def sort_of(visit: Visit) -> Sort:
    """What the address says about the order."""
    return Sort(visit.query.get("sort", ""), visit.query.get("order") == "desc")


def table(connection: Connection, visit: Visit, summary: Document, rows: list[Row]) -> dict[str, Any]:
    """The metrics of a run and one page of its rows."""
    metrics = [_metric(detail) for detail in summary["metrics"]["details"]]
    sort = sort_of(visit)
    if value_of := _value(sort, metrics):
        rows = in_order(rows, value_of, descending=sort.descending)
    page, here, more = part_of(visit, rows)
    datapoints = stored(connection, here)
    shown = [(row, texts(row, datapoints)) for row in here]
    return {"metrics": metrics, "sort": sort, "shown": shown, "page": page, "more": more}


def _metric(detail: Document) -> Metric:
    key = key_of(detail["metric_name"], detail)
    values = detail["values"]
    numbers: dict[str, Any] = {name: AGGREGATES[name](values) if values else None for name in ("min", "max")}
    counts: Counter[str] = Counter(detail.get("counts", {}))
    numbers |= {"texts": counts.most_common(), "count": len(values) + counts.total()}
    return Metric(key, address_of(key), {"aggregate": None, "passing_range": None, **detail, **numbers})


def _value(sort: Sort, metrics: list[Metric]) -> Callable[[Row], Any] | None:
    if sort.by == "duration":
        return lambda row: row.duration
    key = sort.key(metrics)
    return None if key is None else lambda row: row.cells[key].value if key in row.cells else None


def part_of(visit: Visit, rows: list[Any]) -> tuple[Page, list[Any], bool]:
    """The page that was asked for, its rows, and whether there are more."""
    page = Page(ROWS, page_number(visit.query))
    return page, rows[page.offset : page.offset + ROWS], len(rows) > page.offset + ROWS


def stored(connection: Connection, rows: Iterable[Row]) -> dict[str, Document]:
    """The datapoints of these rows, by id, as far as they are stored."""
    return definitions.find_these(connection, DATAPOINT.name, (row.datapoint_id for row in rows if row.datapoint_id))


def texts(row: Row, datapoints: Mapping[str, Document]) -> Texts:
    """What a row says; what its session does not say is taken from the datapoint."""
    inputs = row.document["inputs"] or datapoints.get(row.datapoint_id or "", {}).get("inputs")
    return Texts(
        thread.preview(thread.of_inputs(inputs)),
        thread.preview(thread.of_outputs(row.document["outputs"], "session")),
        thread.preview(thread.of_outputs(expected(row, datapoints), "session")),
    )
