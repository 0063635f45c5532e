"""`honeyhive sessions download`: sessions with their events, as a JSONL file."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import Any, Final

import click
from honeyhive_api.index import operation

from honeyhive import HoneyHive, InvalidRequestError

from ..._terminal import Report, progress
from ..connection import connected
from ..operations.flags import flags_by_argument, parameter_name, search_flags
from ..operations.time_range import time_flags, time_range
from ..terminal.failures import in_flags
from ..terminal.global_flags import given, global_flags
from ..terminal.lazy_group import CONTEXT
from ..terminal.output import show
from .jsonl import json_line
from .output_file import refuse_existing, refuse_other_format, whole_file
from .pace import Pace
from .recent_ids import RecentIds

_SEARCH: Final = operation("searchEvents")
_RANGE: Final = next(field for field in _SEARCH.fields if field.name == "dateRange")
_FILTERS: Final = [field for field in _SEARCH.fields if field.name in ("filters", "dateRange")]
_ROOTS: Final = {"field": "event_type", "operator": "is", "value": "session", "type": "string"}


@click.command(
    "download",
    params=[*search_flags(_SEARCH, _FILTERS), *time_flags(), *global_flags(hidden=True)],
    context_settings=CONTEXT,
)
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--force", is_flag=True, help="Overwrite FILE if it exists.")
@click.pass_context
def command(
    ctx: click.Context, /, file: Path, since: str | None, date: str | None, *, force: bool, **filters: Any
) -> None:
    """Write sessions with their events to a JSONL file.

    Example: honeyhive sessions download sessions.jsonl.gz --since 7d

    Writes one session per line, the newest first, with its events as a tree in `children`. The filters apply to the
    sessions themselves. If the name ends in .gz, the file is compressed. Use - as FILE to write to stdout. FILE appears
    when it is complete. `honeyhive events import` restores the sessions.
    """
    query = {one.argument: value for one in _FILTERS if (value := filters[parameter_name(one)]) is not None}
    if chosen := time_range(ctx, _RANGE, since, date, has_range=_RANGE.argument in query):
        query["date_range"] = chosen
    if not isinstance(query.setdefault("filters", []), list):
        raise click.UsageError("--filters must be an array of conditions", ctx)
    query["filters"] = [_ROOTS, *query["filters"]]
    refuse_other_format(ctx, file)
    refuse_existing(ctx, file, force=force)
    count = 0
    with (
        ExitStack() as stack,
        connected(ctx, max_retries=5, timeout=120.0) as client,
        whole_file(file) as output,
    ):
        try:
            total = client.events.search(**query, limit=1).to_dict().get("count")
            report, pace = stack.enter_context(_progress(ctx, file, total)), Pace("sessions")
            for session in _sessions(client, query):
                output.write(json_line(session))
                count += 1
                report(count, f"{count} sessions downloaded{pace.words(count, count, total)}")
        except InvalidRequestError as error:
            raise click.UsageError(in_flags(error, flags_by_argument(_SEARCH)), ctx) from None
    if str(file) != "-":
        show(ctx, {"sessions": count, "file": str(file)})


def _progress(ctx: click.Context, file: Path, total: int | None) -> AbstractContextManager[Report]:
    shown = not given(ctx).get("quiet") and str(file) != "-"
    return progress(total, "searching", shown=shown, shows_time=False)


def _sessions(client: HoneyHive, query: dict[str, Any]) -> Iterator[dict[str, Any]]:
    from honeyhive._experiments.golden_trace import session_by_id

    seen = RecentIds()
    for root in client.events.search_all(**query):
        session_id = root.to_dict().get("session_id")
        if isinstance(session_id, str) and seen.is_new(session_id):
            session = session_by_id(client, session_id)
            if session is not None:
                yield session
