"""Experiment runs with their events and metric averages."""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from ..model.event_model import Document
from ..model.filters import Condition, TimeRange
from ..store import definitions, run_queries
from ..store.run_queries import RunEvent
from .definition_kinds import RUN, dataset_names
from .metric_series import AGGREGATES, collect, finite

ANY_TIME = TimeRange()


class MeasuredRun(NamedTuple):
    """A run and its events."""

    run: Document
    events: list[RunEvent]


class RunTotals(NamedTuple):
    """The numbers of a run that a list of runs shows."""

    run: Document
    """The run, with the average of each metric that is a number or boolean."""
    metrics: list[str]
    """The names of all metrics of the run."""
    rows: int
    errors: int
    """Number of sessions that ended with an error."""
    duration: float | None
    """Milliseconds from the start of the first event to the end of the last; None without events."""


def find_run(connection: Connection, run_id: str) -> Document:
    """Return a stored run. Raises HTTPError (404)."""
    run = definitions.find(connection, RUN.key(run_id))
    if run is None:
        raise RUN.not_found(run_id)
    return run


def load_run(
    connection: Connection, run_id: str, conditions: Sequence[Condition] = (), time_range: TimeRange = ANY_TIME
) -> MeasuredRun:
    """Return a run with its events that meet every condition. Raises HTTPError (404)."""
    run = find_run(connection, run_id)
    return MeasuredRun(run, run_queries.events_of(connection, run, conditions, time_range))


def run_totals(connection: Connection, run: Document) -> RunTotals:
    """Return the numbers of a run, from all its events."""
    values: dict[str, list[float]] = {}
    rows: set[tuple[str, str | None]] = set()
    errors, first, last = 0, math.inf, -math.inf
    for event in run_queries.brief_events_of(connection, run):
        rows.add((event.session_id, event.datapoint_id))
        errors += bool(event.error)
        first, last = min(first, event.start), max(last, event.end)
        if event.metrics:
            collect(event.metrics, values)
    return RunTotals(_with_averages(run, values), list(values), len(rows), errors, last - first if rows else None)


def with_averages(measured: MeasuredRun) -> Document:
    """Return the run with the average of each metric that is a number or boolean."""
    values: dict[str, list[float]] = {}
    for event in measured.events:
        collect(event.document["metrics"], values)
    return _with_averages(measured.run, values)


def _with_averages(run: Document, values: Mapping[str, list[float]]) -> Document:
    averages = {name: finite(AGGREGATES["average"], numbers) for name, numbers in values.items() if numbers}
    return {**run, "metrics": {name: average for name, average in averages.items() if average is not None}}


def with_dataset_names(connection: Connection, runs: list[Document]) -> list[Document]:
    """Return the runs, each with its `dataset_name`."""
    names = dataset_names(connection, [run["dataset_id"] for run in runs if run["dataset_id"]])
    return [{**run, "dataset_name": names.get(run["dataset_id"] or "")} for run in runs]
