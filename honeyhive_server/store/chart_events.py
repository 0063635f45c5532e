"""The input events of a chart query."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, or_, select

from ..model.event_model import Document
from ..model.filters import Condition, TimeRange
from ..model.json_codec import loads
from .db_schema import events, has_run, is_root
from .dialect import dialect_of
from .project_names import event_projects
from .queries import matching


class ChartFilter(NamedTuple):
    """Conditions on the events of a chart query."""

    project: str
    """The id or the name of the project. Events without a project count too."""
    conditions: Sequence[Condition]
    start: float
    """Start of the time range in Unix milliseconds, inclusive."""
    end: float
    """End of the time range in Unix milliseconds, exclusive."""
    run_id: str | None = None
    only_experiments: bool = False


def chart_events(connection: Connection, wanted: ChartFilter) -> Iterator[Document]:
    """Yield the matching events, the oldest first. An event without a run gets the run of its session."""
    clauses = [
        matching(dialect_of(connection), wanted.conditions, TimeRange(wanted.start, None)),
        events.c.start_time < wanted.end,
        events.c.project.in_(event_projects(connection, wanted.project)),
    ]
    if wanted.run_id is not None:
        of_run = events.c.run_id == wanted.run_id
        sessions = select(events.c.session_id).where(is_root, of_run)
        clauses.append(or_(of_run, events.c.run_id.is_(None) & events.c.session_id.in_(sessions)))
    elif wanted.only_experiments:
        clauses.append(or_(has_run, events.c.session_id.in_(select(events.c.session_id).where(is_root, has_run))))
    statement = select(events.c.document).where(*clauses).order_by(events.c.start_time, events.c.received_at)
    for document in connection.scalars(statement):
        yield loads(document)
