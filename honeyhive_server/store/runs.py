"""Experiment runs and their events, on a connection that the caller holds.

The sessions of a run are those that name it in their metadata, and those that its record lists.
"""

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, case, func, select, true, type_coerce
from sqlalchemy.types import NullType

from ..model.event_model import Document
from ..model.filters import Condition, Span
from ..model.json_codec import loads
from .dialect import Dialect, SQLite
from .more_tables import definitions
from .objects import columns
from .queries import Page, clause
from .schema import chunks, events, has_run

KIND = "run"
ORDERS: dict[str, ColumnElement[Any]] = {
    "created_at": columns.created_at,
    "updated_at": func.coalesce(columns.updated_at, columns.created_at),
    "name": func.coalesce(columns.name, ""),
    "status": func.coalesce(columns.state, ""),
}
_document = events.c.document
_place = (events.c.session_id, events.c.event_id, events.c.run_id, events.c.placeholder)
# Not sorted here: a database would carry the documents along.
_rows = select(*_place, events.c.received_at, _document)
_length = func.coalesce(_document["duration"].as_float(), 0)
_parts = (
    func.coalesce(_document["end_time"].as_float(), events.c.start_time + _length),
    _document["metadata", "datapoint_id"],
    _document["metrics"],
    case((events.c.event_type == "session", _document["error"])),
)
# Taken as the driver gives them: a number, and JSON texts.
_briefs = select(
    *_place, events.c.start_time, events.c.received_at, *(type_coerce(each, NullType()) for each in _parts)
)


class Wanted(NamedTuple):
    """Which runs, and in which order."""

    ids: Sequence[str] | None = None
    name: str | None = None
    status: str | None = None
    dataset_id: str | None = None
    created: Span = Span()
    sort_by: str = "created_at"
    ascending: bool = False
    part_of_name: str = ""
    """In upper or lower case alike, as far as the database knows the letters."""
    project: str | None = None
    """That of any session that names the run."""


class Found(NamedTuple):
    """One page of runs."""

    runs: list[Document]
    total: int
    """How many were found."""
    total_unfiltered: int
    """How many there are."""


class RunEvent(NamedTuple):
    """An event of a run, and the datapoint that it belongs to."""

    document: Document
    datapoint_id: str | None


class Brief(NamedTuple):
    """As much of an event of a run as a list of runs needs."""

    session_id: str
    datapoint_id: str | None
    start: float
    """Unix milliseconds, as is end."""
    end: float
    error: Any
    """That of a session."""
    metrics: Document


def find(connection: Connection, wanted: Wanted, page: Page) -> Found:
    """One page of the runs that meet everything wanted."""
    runs = columns.kind == KIND
    matching = and_(runs, *_clauses(wanted))
    keys = (ORDERS[wanted.sort_by], columns.created_at)
    order = keys if wanted.ascending else [each.desc() for each in keys]
    statement = select(columns.document).where(matching).order_by(*order).limit(page.limit).offset(page.offset)
    count = select(func.count()).select_from(definitions)
    return Found(
        [loads(each) for each in connection.scalars(statement)],
        connection.scalar(count.where(matching)) or 0,
        connection.scalar(count.where(runs)) or 0,
    )


def _clauses(wanted: Wanted) -> Iterator[ColumnElement[bool]]:
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
    if wanted.created.first is not None:
        yield columns.created_at >= wanted.created.first * 1000
    if wanted.created.last is not None:
        yield columns.created_at <= wanted.created.last * 1000


def datasets(connection: Connection) -> list[str]:
    """The ids of the datasets that there are runs over."""
    statement = select(columns.parent).where(columns.kind == KIND, columns.parent.is_not(None)).distinct()
    return sorted(connection.scalars(statement))


def events_of(
    connection: Connection,
    dialect: Dialect,
    run: Document,
    conditions: Sequence[Condition] = (),
    span: Span = Span(),  # noqa: B008 -- it cannot change
) -> list[RunEvent]:
    """The events of a run that meet every condition, in the order of time.

    An event that names neither run nor datapoint has those of its session.
    """
    run_id, listed = run["run_id"], _listed(connection, run)
    matches = and_(true(), *(clause(dialect, each) for each in conditions), *_within(span))
    statement = _rows.add_columns(matches)
    found: list[tuple[float, int, RunEvent]] = []
    for sessions in _sessions_of(run_id, listed):
        rows = connection.execute(statement.where(sessions)).all()
        documents = [loads(row[5]) for row in rows]
        roots = {
            row[0]: (row[2], _datapoint(each)) for row, each in zip(rows, documents, strict=True) if row[0] == row[1]
        }
        for (session_id, _, own_run, placeholder, received_at, _, matched), each in zip(rows, documents, strict=True):
            its_run, its_datapoint = roots[session_id]
            if matched and not placeholder and (session_id in listed or (own_run or its_run) == run_id):
                found.append((each["start_time"], received_at, RunEvent(each, _datapoint(each) or its_datapoint)))
    return [each for *_, each in sorted(found, key=itemgetter(0, 1))]


def brief_events_of(connection: Connection, dialect: Dialect, run: Document) -> Iterator[Brief]:
    """As events_of, without parsing the documents where the database is the faster at it."""
    # PostgreSQL reads a document anew for each part of it that it is asked for.
    if not isinstance(dialect, SQLite):
        yield from (_brief(*each) for each in events_of(connection, dialect, run))
        return
    run_id, listed = run["run_id"], _listed(connection, run)
    rows: list[Any] = []
    for sessions in _sessions_of(run_id, listed):
        rows += connection.execute(_briefs.where(sessions)).all()
    rows.sort(key=itemgetter(4, 5))
    roots = {row[0]: (row[2], _name(loads(row[7]))) for row in rows if row[0] == row[1]}
    for session_id, _, own_run, placeholder, start, _, end, datapoint, metrics, error in rows:
        its_run, datapoint_id = roots[session_id]
        if not placeholder and (session_id in listed or (own_run or its_run) == run_id):
            if datapoint != "null":
                datapoint_id = _name(loads(datapoint)) or datapoint_id
            own_metrics = loads(metrics) if metrics != "{}" else {}
            yield Brief(session_id, datapoint_id, start, end, error and loads(error), own_metrics)


def _brief(document: Document, datapoint_id: str | None) -> Brief:
    start, end = document["start_time"], document.get("end_time")
    end = start + (document.get("duration") or 0) if end is None else end
    error = document["error"] if document["event_type"] == "session" else None
    return Brief(document["session_id"], datapoint_id, start, end, error, document["metrics"])


def _sessions_of(run_id: str, listed: Iterable[str]) -> Iterator[ColumnElement[bool]]:
    """Whether an event is in a session of the run, in SQL; no session meets two of the conditions."""
    named = select(events.c.session_id).where(events.c.run_id == run_id)
    yield events.c.session_id.in_(named)
    for chunk in chunks(listed):
        yield and_(events.c.session_id.in_(chunk), events.c.session_id.not_in(named))


def _listed(connection: Connection, run: Document) -> set[str]:
    """The sessions that have events which the run lists."""
    found: set[str] = set()
    for chunk in chunks(dict.fromkeys([*run["event_ids"], *run["session_ids"]])):
        found.update(connection.scalars(select(events.c.session_id).where(events.c.event_id.in_(chunk))))
    return found


def _within(span: Span) -> Iterator[ColumnElement[bool]]:
    if span.first is not None:
        yield events.c.start_time >= span.first
    if span.last is not None:
        yield events.c.start_time <= span.last


def _datapoint(document: Document) -> str | None:
    return _name(document["metadata"].get("datapoint_id"))


def _name(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None
