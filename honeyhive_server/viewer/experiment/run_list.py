"""The list of experiments: the newest runs, each with what came out of it in short."""

from typing import NamedTuple

from sqlalchemy import Connection
from starlette.responses import Response

from ...api.datasets import DATASET
from ...api.runs import Tally, named, tally
from ...model.event_model import Document
from ...store import objects as definitions
from ...store import runs
from ...store.runs import Wanted
from .. import TABS
from ..lists import AGE, Choice, List, Listed, project_choice, show
from ..page_request import Visit
from ..search import Filters

# All events of each run are looked at for its averages, as the API does.
PAGE = 20
RUN_STATUSES = ("pending", "running", "completed", "failed", "cancelled")
# How many metrics a row has room for.
MAIN_METRICS = 4
_STATUS = Choice("status", "Status", "Any status", {each: each.capitalize() for each in RUN_STATUSES})


class RunRow(NamedTuple):
    """A run in the list."""

    run: Document
    metrics: dict[str, float]
    """The averages of the first of its metrics."""
    more: int
    """How many metrics it has beside them."""
    rows: int
    errors: int
    duration: float | None


async def page(visit: Visit) -> Response:
    """The newest runs."""
    return await show(visit, _runs, List(TABS["/experiments"], "experiments.html", has_text=False, limit=PAGE))


def _runs(connection: Connection, visit: Visit, filters: Filters) -> Listed:
    values = filters.values
    wanted = Wanted(
        status=values["status"] or None,
        dataset_id=values["dataset"] or None,
        created=filters.search.span,
        part_of_name=values["name"],
        project=values["project"] or None,
    )
    found = runs.find(connection, wanted, filters.page)
    rows = [_row(tally(connection, visit.store.dialect, run)) for run in found.runs]
    with_names = named(connection, [row.run for row in rows])
    rows = [row._replace(run=run) for row, run in zip(rows, with_names, strict=True)]
    more = found.total > filters.page.offset + filters.page.limit
    return Listed(rows, more, [project_choice(connection), _dataset_choice(connection), _STATUS, AGE])


def _row(counted: Tally) -> RunRow:
    metrics: dict[str, float] = counted.run["metrics"]
    main = {name: metrics[name] for name in list(metrics)[:MAIN_METRICS]}
    return RunRow(counted.run, main, len(metrics) - len(main), counted.rows, counted.errors, counted.duration)


def _dataset_choice(connection: Connection) -> Choice:
    ids = runs.datasets(connection)
    stored = definitions.find_these(connection, DATASET.name, ids)
    return Choice(
        "dataset", "Dataset", "All datasets", {each: stored.get(each, {}).get("name") or each for each in ids}
    )
