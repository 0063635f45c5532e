"""Experiment runs and their events, on a connection that the caller holds.

The sessions of a run are those that name it in their metadata, and those that its record lists.
"""

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, func, select, true

from ..codec import loads
from ..filters import Condition, Span
from ..semantics import Document
from .definitions import columns
from .dialect import Dialect
from .queries import Page, clause
from .schema import chunks, events, has_run
from .tables import definitions

KIND = "run"
ORDERS: dict[str, ColumnElement[Any]] = {
    "created_at": columns.created_at,
    "updated_at": func.coalesce(columns.updated_at, columns.created_at),
    "name": func.coalesce(columns.name, ""),
    "status": func.coalesce(columns.state, ""),
}
# Not sorted here: a database would carry the documents along.
_rows = select(
    events.c.session_id,
    events.c.event_id,
    events.c.run_id,
    events.c.placeholder,
    events.c.received_at,
    events.c.document,
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
    run_id = run["run_id"]
    listed = _sessions_with(connection, [*run["event_ids"], *run["session_ids"]])
    named = connection.scalars(select(events.c.session_id).where(events.c.run_id == run_id).distinct())
    matches = and_(true(), *(clause(dialect, each) for each in conditions), *_within(span))
    statement = _rows.add_columns(matches)
    found: list[tuple[float, int, RunEvent]] = []
    for chunk in chunks({*listed, *named}):
        rows = connection.execute(statement.where(events.c.session_id.in_(chunk))).all()
        documents = [loads(row[5]) for row in rows]
        roots = {
            row[0]: (row[2], _datapoint(each)) for row, each in zip(rows, documents, strict=True) if row[0] == row[1]
        }
        for (session_id, _, own_run, placeholder, received_at, _, matched), each in zip(rows, documents, strict=True):
            its_run, its_datapoint = roots[session_id]
            if matched and not placeholder and (session_id in listed or (own_run or its_run) == run_id):
                found.append((each["start_time"], received_at, RunEvent(each, _datapoint(each) or its_datapoint)))
    return [each for *_, each in sorted(found, key=itemgetter(0, 1))]


def _sessions_with(connection: Connection, event_ids: Sequence[str]) -> set[str]:
    """The sessions that have these events."""
    found: set[str] = set()
    for chunk in chunks(dict.fromkeys(event_ids)):
        found.update(connection.scalars(select(events.c.session_id).where(events.c.event_id.in_(chunk))))
    return found


def _within(span: Span) -> Iterator[ColumnElement[bool]]:
    if span.first is not None:
        yield events.c.start_time >= span.first
    if span.last is not None:
        yield events.c.start_time <= span.last


def _datapoint(document: Document) -> str | None:
    named = document["metadata"].get("datapoint_id")
    return named if isinstance(named, str) and named else None
