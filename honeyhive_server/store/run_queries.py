"""Queries for experiment runs and their events.

A session belongs to a run if its metadata names the run, or if the stored run lists the session or one of its events.
Every function takes the connection of the caller's transaction.
"""

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, case, func, select, true, type_coerce
from sqlalchemy.types import NullType

from ..model.event_model import Document
from ..model.filters import Condition, TimeRange
from ..model.json_codec import loads
from .db_schema import chunks, definitions, events, has_run, rows_with
from .definitions import columns
from .dialect import SQLite, dialect_of
from .queries import PageWindow, clause, within

RUN_KIND = "run"
ORDERS: dict[str, ColumnElement[Any]] = {
    "created_at": columns.created_at,
    "updated_at": func.coalesce(columns.updated_at, columns.created_at),
    "name": func.coalesce(columns.name, ""),
    "status": func.coalesce(columns.state, ""),
}
_document = events.c.document
_place = (events.c.session_id, events.c.event_id, events.c.run_id, events.c.placeholder)
# The rows are sorted in Python, because the database would sort whole documents.
_rows = select(*_place, events.c.received_at, _document)
_length = func.coalesce(_document["duration"].as_float(), 0)
_parts = (
    func.coalesce(_document["end_time"].as_float(), events.c.start_time + _length),
    _document["metadata", "datapoint_id"],
    _document["metrics"],
    case((events.c.event_type == "session", _document["error"])),
)
# The parts stay as the driver returns them: numbers, and JSON text.
_briefs = select(
    *_place, events.c.start_time, events.c.received_at, *(type_coerce(each, NullType()) for each in _parts)
)


class RunFilter(NamedTuple):
    """The filters and the order of a list of runs. A filter of None matches every run."""

    ids: Sequence[str] | None = None
    name: str | None = None
    status: str | None = None
    dataset_id: str | None = None
    created: TimeRange = TimeRange()
    sort_by: str = "created_at"
    ascending: bool = False
    part_of_name: str = ""
    """A part of the name, ignoring case for the letters that the database can convert."""
    project: str | None = None
    """A project; only runs that one of its sessions names are listed."""


class RunPage(NamedTuple):
    """One page of runs."""

    runs: list[Document]
    total: int
    """The number of runs that match."""
    total_unfiltered: int
    """The number of all runs."""


class RunEvent(NamedTuple):
    """An event of a run, and its datapoint."""

    document: Document
    datapoint_id: str | None


class EventBrief(NamedTuple):
    """The parts of a run's event that a list of runs needs."""

    session_id: str
    datapoint_id: str | None
    start: float
    """Start in Unix milliseconds."""
    end: float
    """End in Unix milliseconds."""
    error: Any
    """The error of a session event; None for other events."""
    metrics: Document


def find(connection: Connection, wanted: RunFilter, page: PageWindow) -> RunPage:
    """Return one page of the runs that match."""
    runs = columns.kind == RUN_KIND
    clauses = list(_clauses(wanted))
    matching = and_(runs, *clauses)
    keys = (ORDERS[wanted.sort_by], columns.created_at)
    order = keys if wanted.ascending else [each.desc() for each in keys]
    statement = select(columns.document).where(matching).order_by(*order).limit(page.limit).offset(page.offset)
    found = [loads(each) for each in connection.scalars(statement)]
    count = select(func.count()).select_from(definitions)
    is_last = len(found) < page.limit and (bool(found) or page.number == 1)
    total = page.offset + len(found) if is_last else connection.scalar(count.where(matching)) or 0
    return RunPage(found, total, connection.scalar(count.where(runs)) or 0 if clauses else total)


def _clauses(wanted: RunFilter) -> Iterator[ColumnElement[bool]]:
    if wanted.ids is not None:
        yield columns.id.in_(wanted.ids)
    for column, value in (
        (columns.name, wanted.name),
        (columns.state, wanted.status),
        (columns.parent, wanted.dataset_id),
    ):
        if value is not None:
            yield column == value
    if wanted.part_of_name:
        yield columns.name.icontains(wanted.part_of_name, autoescape=True)
    if wanted.project is not None:
        yield columns.id.in_(select(events.c.run_id).where(has_run, events.c.project == wanted.project))
    yield from within(columns.created_at, wanted.created, 1000)


def datasets(connection: Connection) -> list[str]:
    """Return the ids of the datasets that have runs."""
    statement = select(columns.parent).where(columns.kind == RUN_KIND, columns.parent.is_not(None)).distinct()
    return sorted(connection.scalars(statement))


def events_of(
    connection: Connection,
    run: Document,
    conditions: Sequence[Condition] = (),
    time_range: TimeRange = TimeRange(),  # noqa: B008 -- it cannot change
) -> list[RunEvent]:
    """Return the events of a run that meet every condition, in time order.

    An event without a run or a datapoint gets the run or the datapoint of its session.
    """
    dialect = dialect_of(connection)
    run_id, listed = run["run_id"], _listed(connection, run)
    matches = and_(true(), *(clause(dialect, each) for each in conditions), *within(events.c.start_time, time_range))
    statement = _rows.add_columns(matches)
    found: list[tuple[float, int, RunEvent]] = []
    for sessions in _sessions_of(run_id, listed):
        rows = connection.execute(statement.where(sessions)).all()
        documents = [loads(row[5]) for row in rows]
        roots = {
            row[0]: (row[2], _datapoint(each)) for row, each in zip(rows, documents, strict=True) if row[0] == row[1]
        }
        for (session_id, _, own_run, placeholder, received_at, _, matched), each in zip(rows, documents, strict=True):
            its_run, its_datapoint = roots.get(session_id, (None, None))
            if matched and not placeholder and (session_id in listed or (own_run or its_run) == run_id):
                found.append((each["start_time"], received_at, RunEvent(each, _datapoint(each) or its_datapoint)))
    return [each for *_, each in sorted(found, key=itemgetter(0, 1))]


def brief_events_of(connection: Connection, run: Document) -> Iterator[EventBrief]:
    """Yield the parts of a run's events that a list of runs needs; decoding whole documents would take longer."""
    dialect = dialect_of(connection)
    # Parts are not extracted in PostgreSQL, because it would decode the document again for each part.
    if not isinstance(dialect, SQLite):
        yield from (_brief(*each) for each in events_of(connection, run))
        return
    run_id, listed = run["run_id"], _listed(connection, run)
    rows: list[Any] = []
    for sessions in _sessions_of(run_id, listed):
        rows += connection.execute(_briefs.where(sessions)).all()
    rows.sort(key=itemgetter(4, 5))
    roots = {row[0]: (row[2], _text_or_none(loads(row[7]))) for row in rows if row[0] == row[1]}
    for session_id, _, own_run, placeholder, start, _, end, datapoint, metrics, error in rows:
        its_run, datapoint_id = roots.get(session_id, (None, None))
        if not placeholder and (session_id in listed or (own_run or its_run) == run_id):
            if datapoint != "null":
                datapoint_id = _text_or_none(loads(datapoint)) or datapoint_id
            own_metrics = loads(metrics) if metrics != "{}" else {}
            yield EventBrief(session_id, datapoint_id, start, end, error and loads(error), own_metrics)


def _brief(document: Document, datapoint_id: str | None) -> EventBrief:
    start, end = document["start_time"], document.get("end_time")
    end = start + (document.get("duration") or 0) if end is None else end
    error = document["error"] if document["event_type"] == "session" else None
    return EventBrief(document["session_id"], datapoint_id, start, end, error, document["metrics"])


def _sessions_of(run_id: str, listed: Iterable[str]) -> Iterator[ColumnElement[bool]]:
    """Yield conditions for the sessions of the run. Each session meets exactly one condition."""
    named = select(events.c.session_id).where(events.c.run_id == run_id)
    yield events.c.session_id.in_(named)
    for chunk in chunks(listed):
        yield and_(events.c.session_id.in_(chunk), events.c.session_id.not_in(named))


def _listed(connection: Connection, run: Document) -> set[str]:
    """Return the ids of the sessions that the run lists, or of which it lists an event."""
    listed = dict.fromkeys([*run["event_ids"], *run["session_ids"]])
    return {each[0] for each in rows_with(connection, select(events.c.session_id), events.c.event_id, listed)}


def _datapoint(document: Document) -> str | None:
    return _text_or_none(document["metadata"].get("datapoint_id"))


def _text_or_none(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None
