"""The list of experiments: the newest runs with their main metrics."""

from typing import NamedTuple

from sqlalchemy import Connection

from ...model.event_model import Document
from ...model.http_messages import ServerResponse
from ...services.definition_kinds import dataset_names
from ...services.run_results import RunTotals, run_totals, with_dataset_names
from ...store import run_queries
from ...store.run_queries import RunFilter
from ..list_filters import ListQuery
from ..list_pages import AGE, ListPage, ListRows, SelectFilter, project_choice, show
from ..page_paths import TABS
from ..page_request import PageRequest

# Number of rows per page; few, because the averages need all events of each run.
PAGE = 20
RUN_STATUSES = ("pending", "running", "completed", "failed", "cancelled")
# Maximum number of metrics in a row of the list.
MAIN_METRICS = 4
_STATUS = SelectFilter("status", "Status", "Any status", {each: each.capitalize() for each in RUN_STATUSES})


class RunListRow(NamedTuple):
    """A row of the list of experiments."""

    run: Document
    metrics: dict[str, float]
    """Averages of the first metrics of the run, by name."""
    more: int
    """Number of the other metrics."""
    rows: int
    errors: int
    duration: float | None


async def page(request: PageRequest) -> ServerResponse:
    """Return the list of experiments."""
    return await show(request, _runs, ListPage(TABS["/experiments"], "experiments.html", has_text=False, limit=PAGE))


def _runs(connection: Connection, filters: ListQuery) -> ListRows:
    values = filters.values
    wanted = RunFilter(
        status=values["status"] or None,
        dataset_id=values["dataset"] or None,
        created=filters.search.time_range,
        part_of_name=values["name"],
        project=values["project"] or None,
    )
    found = run_queries.find(connection, wanted, filters.page)
    rows = [_row(run_totals(connection, run)) for run in found.runs]
    with_names = with_dataset_names(connection, [row.run for row in rows])
    rows = [row._replace(run=run) for row, run in zip(rows, with_names, strict=True)]
    more = found.total > filters.page.offset + filters.page.limit
    return ListRows(rows, more, [project_choice(connection), _dataset_choice(connection), _STATUS, AGE])


def _row(counted: RunTotals) -> RunListRow:
    metrics: dict[str, float] = counted.run["metrics"]
    main = {name: metrics[name] for name in list(metrics)[:MAIN_METRICS]}
    return RunListRow(counted.run, main, len(metrics) - len(main), counted.rows, counted.errors, counted.duration)


def _dataset_choice(connection: Connection) -> SelectFilter:
    ids = run_queries.datasets(connection)
    names = dataset_names(connection, ids)
    return SelectFilter("dataset", "Dataset", "All datasets", {each: names.get(each) or each for each in ids})
