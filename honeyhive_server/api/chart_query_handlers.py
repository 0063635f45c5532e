"""Handler for chart queries, which are computed from the stored events."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import orjson
from sqlalchemy import Connection

from ..model.event_model import Document
from ..model.filters import field_path, read_filters, unix_ms
from ..model.http_messages import HTTPError
from ..services.chart_query import KINDS, ChartTask
from ..store.chart_events import ChartFilter, chart_events
from ..store.project_scope import scope
from .api_request import APIRequest


async def query_chart(request: APIRequest) -> bytes:
    """Return the data of a chart. Raises HTTPError (501) for the kinds that the local server does not compute."""
    body = request.body
    compute = KINDS.get(body["query"]["kind"])
    if compute is None:
        kind = body["query"]["kind"]
        raise HTTPError(
            501,
            f"the local server computes {', '.join(KINDS)}, but not {kind}: openapi.yaml does not describe its result",
        )
    task, wanted = _task(body), _filter(request.path["project_id"], body)
    found = await request.store.read(_read, wanted)
    return orjson.dumps({"data": compute(task, found)})


def _read(connection: Connection, wanted: ChartFilter) -> list[Document]:
    # The path has already limited the query to the key's project, whose events may have several project names.
    with scope(None):
        return list(chart_events(connection, wanted))


def _task(body: dict[str, Any]) -> ChartTask:
    query, dates = body["query"], body["date_range"]
    ranking = query.get("split_ranking", {})
    start, end = _moment("start_time", dates), _moment("end_time", dates)
    if start >= end:
        raise HTTPError(400, "date_range: start_time is not before end_time")
    task = ChartTask(
        query["measures"],
        start,
        end,
        _zone(dates.get("timezone", "UTC")),
        field_path(query["split_by"]) if "split_by" in query else None,
        include_other=ranking.get("include_other", False),
        max_points=query.get("bucket", {}).get("max_points"),
    )
    return task._replace(limit=ranking["limit"]) if "limit" in ranking else task


def _filter(project: str, body: dict[str, Any]) -> ChartFilter:
    product = body.get("product_filters", {})
    return ChartFilter(
        project,
        read_filters(body.get("filters", ())),
        _moment("start_time", body["date_range"]),
        _moment("end_time", body["date_range"]),
        product.get("experiment_run_id"),
        product.get("only_experiments", False),
    )


def _moment(name: str, dates: dict[str, Any]) -> float:
    """Return the start or end of the range in Unix milliseconds.

    Raises HTTPError (400) for a time without an offset.
    """
    text = dates[name]
    try:
        is_naive = datetime.fromisoformat(text).tzinfo is None
    except ValueError:
        raise HTTPError(400, f"date_range.{name}: not an RFC 3339 time: {text[:60]!r}") from None
    if is_naive:
        raise HTTPError(400, f"date_range.{name}: has no time zone; add Z or an offset such as +02:00")
    return unix_ms(text)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise HTTPError(400, f"date_range.timezone: not an IANA time zone: {name[:60]!r}") from None
