"""Rows of a run: inputs, outputs and metrics of each datapoint, with the results of the summary."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

from ...model.event_model import Document
from ...services.metric_series import AGGREGATES, SeriesKey, Value, finite
from ...store.run_queries import RunEvent
from ..event_numbers import timing_of

RowKey = tuple[str, str | None]


@dataclass(slots=True)
class MetricCell:
    """The values of one metric in one row."""

    values: list[Value] = field(default_factory=list)
    passed: bool = True

    @property
    def value(self) -> Value | None:
        """Return the value: the average of several numbers, the last of several strings, or None."""
        if len(self.values) > 1 and not any(isinstance(each, str) for each in self.values):
            return finite(AGGREGATES["average"], [float(each) for each in self.values])
        return self.values[-1] if self.values else None


@dataclass(slots=True)
class ResultRow:
    """One datapoint in one session."""

    session_id: str
    datapoint_id: str | None
    document: Document
    """The session's own event, otherwise the first event of the datapoint."""
    passed: bool
    cells: dict[SeriesKey, MetricCell]

    @property
    def event_id(self) -> str | None:
        """Return the id of the event to open in the session; None to open the session itself."""
        event_id: str = self.document["event_id"]
        return None if event_id == self.session_id else event_id

    @property
    def error(self) -> Any:
        """Return the error of the session, or None. As in the API, errors of other events do not count."""
        return self.document["error"] if self.document["event_type"] == "session" else None

    @property
    def evaluator_errors(self) -> dict[str, Any]:
        """Return the errors of evaluators by name."""
        found = self.document["metadata"].get("evaluator_errors")
        return found if isinstance(found, dict) else {}

    @property
    def duration(self) -> float | None:
        """Return the duration in milliseconds, or None."""
        return timing_of(self.document).length


def rows_of(events: Sequence[RunEvent], outcomes: Iterable[Document]) -> list[ResultRow]:
    """Return the rows of a run from its events and the outcomes of its summary, in the order of the outcomes."""
    documents: dict[RowKey, Document] = {}
    for document, datapoint_id in events:
        key = document["session_id"], datapoint_id
        if key not in documents or document["event_id"] == document["session_id"]:
            documents[key] = document
    return [
        ResultRow(
            each["session_id"], each["datapoint_id"], documents[_key(each)], each["passed"], _cells(each["metrics"])
        )
        for each in outcomes
    ]


def _key(outcome: Document) -> RowKey:
    return outcome["session_id"], outcome["datapoint_id"]


def _cells(metrics: Iterable[Document]) -> dict[SeriesKey, MetricCell]:
    cells: dict[SeriesKey, MetricCell] = {}
    for each in metrics:
        cell = cells.setdefault(key_of(each["name"], each), MetricCell())
        cell.values.append(each["value"])
        cell.passed = cell.passed and each["passed"]
    return cells


def key_of(metric: str, where: Document) -> SeriesKey:
    """Return the series key of a metric in a summary or comparison."""
    kind = where["event_type"]
    return SeriesKey(metric, kind, "" if kind == "session" else where["event_name"])


def address_of(key: SeriesKey) -> str:
    """Return the name of a metric for a URL; no other metric of the run has the same name."""
    parts = key[:1] if key.event_type == "session" else key
    return ":".join(quote(part, safe="") for part in parts)


def in_order(rows: Sequence[Any], value_of: Callable[[Any], Value | None], *, descending: bool) -> list[Any]:
    """Return the rows sorted by a value, numbers before strings. Rows without a value come last in both directions."""
    have = [(value, row) for row in rows if (value := value_of(row)) is not None]
    have.sort(key=lambda each: (isinstance(each[0], str), each[0]), reverse=descending)
    return [row for _, row in have] + [row for row in rows if value_of(row) is None]


def errors_in(events: Iterable[RunEvent]) -> int:
    """Return the number of rows that ended with an error."""
    return sum(1 for each in events if each.document["event_type"] == "session" and each.document["error"])


def duration_of(events: Sequence[RunEvent]) -> float | None:
    """Return the milliseconds from the start of the first event to the end of the last, or None."""
    if not events:
        return None
    return max(timing_of(each.document).end for each in events) - min(
        float(each.document["start_time"]) for each in events
    )


def expected(row: ResultRow, datapoints: Mapping[str, Document]) -> Any:
    """Return the expected output: the ground truth of the session, else of the stored datapoint; None without both."""
    feedback, metadata = row.document["feedback"], row.document["metadata"]
    stored = datapoints.get(row.datapoint_id or "", {})
    alternatives = (feedback.get("ground_truth"), metadata.get("ground_truth"), stored.get("ground_truth"))
    return next((each for each in alternatives if each is not None), None)
