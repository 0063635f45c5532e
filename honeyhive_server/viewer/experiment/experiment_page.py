"""The page of an experiment: its numbers, its rows, and what changed since another run."""

import time
from hashlib import sha256
from typing import Any

from markupsafe import Markup
from sqlalchemy import Connection
from starlette.responses import Response

from ...api.runs import measure
from ...api.summaries import is_judged, rules_of, summarize
from ...model.event_model import Document
from ...store import runs
from ...store.queries import Page
from ...store.runs import Wanted
from ..lists import refresh_after
from ..page_request import Visit
from ..render import html, render
from .comparison_page import compared
from .result_rows import table
from .results import duration_of, errors_in, rows_of

# How many other runs are offered to compare with.
OTHERS = 100
# What may still get rows, and is looked at again.
UNFINISHED = ("pending", "running")


async def page(visit: Visit) -> Response:
    """The whole page, or the part of it that a script asks for."""
    started = time.perf_counter()
    context = await visit.store.read(_context, visit)
    body = Markup(render("comparison.html" if context["other"] else "results.html", visit, **context))
    seen = sha256(body.encode()).hexdigest()[:16]
    if visit.part == "run" and visit.query.get("seen") == seen:
        return Response(status_code=204)
    refresh = refresh_after(time.perf_counter() - started) if context["run"]["status"] in UNFINISHED else None
    template = "run.html" if visit.part == "run" else "experiment.html"
    return html(template, visit, title=context["title"], body=body, seen=seen, refresh=refresh)


def _context(connection: Connection, visit: Visit) -> dict[str, Any]:
    measured = measure(connection, visit.store.dialect, visit.run_id)
    summary = summarize(connection, measured)
    run: Document = summary["run_object"]
    rows = rows_of(measured.events, summary["datapoints"])
    other = visit.query.get("compare")
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
        **(compared(connection, visit, measured, rows) if other else table(connection, visit, summary, rows)),
    }


def _others(connection: Connection, run: Document, chosen: str | None) -> list[Document]:
    """The newest other runs over the same dataset, and the one that is chosen."""
    found = runs.find(connection, Wanted(dataset_id=run["dataset_id"]), Page(OTHERS)).runs
    if chosen and chosen not in (each["id"] for each in found):
        found += runs.find(connection, Wanted(ids=[chosen]), Page(1)).runs
    return [each for each in found if each["id"] != run["id"]]
