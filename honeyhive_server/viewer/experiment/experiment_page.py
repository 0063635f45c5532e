"""The page of an experiment: its numbers and rows, and the changes since another run."""

import time
from hashlib import sha256
from typing import Any

from markupsafe import Markup
from sqlalchemy import Connection

from ...model.event_model import Document
from ...model.http_messages import ServerResponse
from ...services.run_results import load_run
from ...services.summarize_run import is_judged, rules_of, summarize
from ...store import run_queries
from ...store.queries import PageWindow
from ...store.run_queries import RunFilter
from ..list_pages import refresh_after
from ..page_request import PageRequest
from ..page_templates import html, render
from .comparison_page import compared
from .result_rows import duration_of, errors_in, rows_of
from .run_table import table

# Maximum number of runs in the comparison menu, so that the menu stays readable.
OTHERS = 100
# Statuses of runs that may still get rows; their page refreshes itself.
UNFINISHED = ("pending", "running")


async def page(request: PageRequest) -> ServerResponse:
    """Return the page, or the part requested by a script; 204 if nothing changed."""
    started = time.perf_counter()
    context = await request.store.read(_context, request)
    body = Markup(render("comparison.html" if context["other"] else "results.html", request, **context))
    seen = sha256(body.encode()).hexdigest()[:16]
    if request.part == "run" and request.query.get("seen") == seen:
        return ServerResponse(204)
    refresh = refresh_after(time.perf_counter() - started) if context["run"]["status"] in UNFINISHED else None
    template = "run.html" if request.part == "run" else "experiment.html"
    return html(template, request, title=context["title"], body=body, seen=seen, refresh=refresh)


def _context(connection: Connection, request: PageRequest) -> dict[str, Any]:
    measured = load_run(connection, request.run_id)
    summary = summarize(connection, measured)
    run: Document = summary["run_object"]
    rows = rows_of(measured.events, summary["datapoints"])
    other = request.query.get("compare")
    return {
        "title": run["name"] or "Unnamed experiment",
        "run": run,
        "summary": summary,
        "judged": is_judged(summary, rules_of(connection, measured.run)),
        "rows": len(rows),
        "errors": errors_in(measured.events),
        "duration": duration_of(measured.events),
        "others": _others(connection, run, other),
        "other": None,
        **(compared(connection, request, measured, rows) if other else table(connection, request, summary, rows)),
    }


def _others(connection: Connection, run: Document, chosen: str | None) -> list[Document]:
    """Return the newest other runs of the same dataset, and the chosen run."""
    found = run_queries.find(connection, RunFilter(dataset_id=run["dataset_id"]), PageWindow(OTHERS)).runs
    if chosen and chosen not in (each["id"] for each in found):
        found += run_queries.find(connection, RunFilter(ids=[chosen]), PageWindow(1)).runs
    return [each for each in found if each["id"] != run["id"]]
