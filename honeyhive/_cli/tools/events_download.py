"""`honeyhive events download`: all events that match, as a JSONL file."""

import gzip
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, nullcontext
from pathlib import Path
from typing import Any, BinaryIO, Final, cast

import click
from honeyhive_api.index import operation
from honeyhive_api.types import Field

from honeyhive import HoneyHive, HoneyHiveError, InvalidRequestError

from ..._terminal import Report, progress
from ..connection import connected
from ..operations.flags import flags_by_argument, parameter_name, search_flags
from ..operations.time_range import time_flags, time_range
from ..terminal.client_settings import client_arguments
from ..terminal.failures import in_flags, say_warning
from ..terminal.global_flags import given, global_flags
from ..terminal.lazy_group import CONTEXT
from ..terminal.output import show
from .checkpoint import load, save
from .jsonl import json_line, read_lines
from .output_file import is_packed, refuse_other_format
from .pace import Pace
from .recent_ids import RecentIds

_SEARCH: Final = operation("searchEvents")
_RANGE: Final = next(field for field in _SEARCH.fields if field.name == "dateRange")
_FILTERS: Final[list[Field]] = [
    field for field in _SEARCH.fields if field.name not in ("limit", "page") and not field.deprecated
]
_PATH: Final = click.Path(dir_okay=False, path_type=Path)
_RETRIES: Final = 5
_SECONDS: Final = 120.0
_LONGEST_LINE: Final = 2**30


@click.command(
    "download",
    params=[*search_flags(_SEARCH, _FILTERS), *time_flags(), *global_flags(hidden=True)],
    context_settings=CONTEXT,
)
@click.argument("file", type=_PATH)
@click.option("--page-size", type=click.IntRange(1, 1000), default=500, show_default=True, help="Events per request.")
@click.option(
    "--state", "state_path", type=_PATH, help="File that keeps the progress [default: FILE.download-state.json]."
)
@click.option("--force", is_flag=True, help="Start over and overwrite FILE.")
@click.pass_context
def command(
    ctx: click.Context,
    /,
    file: Path,
    page_size: int,
    state_path: Path | None,
    since: str | None,
    date: str | None,
    *,
    force: bool,
    **filters: Any,
) -> None:
    """Write all matching events to a JSONL file.

    Example: honeyhive events download events.jsonl

    Writes one event per line, the newest first. After an interruption, the same command resumes. If the name ends in
    .gz, the file is compressed. Use - as FILE to write to stdout, which cannot be resumed. `honeyhive events import`
    reads the file. FILE appears when it is complete.
    """
    query = {one.argument: value for one in _FILTERS if (value := filters[parameter_name(one)]) is not None}
    chosen = time_range(ctx, _RANGE, since, date, has_range=_RANGE.argument in query)
    if str(file) == "-" or (file.exists() and not file.is_file()):
        _to_stream(ctx, file, {**query, **({"date_range": chosen} if chosen else {})}, page_size)
        return
    refuse_other_format(ctx, file, ", or write CSV with 'honeyhive events list --all -o csv' and the same filters")
    state_path = state_path or file.with_name(f"{file.name}.download-state.json")
    short = {name: value for name, value in (("since", since), ("date", date)) if value}
    source = {"url": _url(ctx, query), "query": query, "page_size": page_size, **short}
    partial = file.with_name(f"{file.name}.part")
    if force:
        state_path.unlink(missing_ok=True)
    elif file.exists() and not state_path.exists():  # an interrupted run with --force may resume
        raise click.UsageError(f"{file} already exists; choose another file, or overwrite it with --force", ctx)
    state = _state(ctx, source, partial, state_path)
    state.setdefault("range", chosen)  # an age such as 2h still counts from the first run
    try:
        with connected(ctx, max_retries=_RETRIES, timeout=_SECONDS) as client, ExitStack() as stack:
            _download(client, state, partial, state_path, lambda total: stack.enter_context(_progress(ctx, total)))
    except (KeyboardInterrupt, HoneyHiveError, OSError):
        say_warning(f"stopped after {state['events']} events; the same command resumes there")
        raise
    state_path.unlink(missing_ok=True)
    partial.replace(file)
    show(ctx, {"events": state["events"], "file": str(file)})


def _to_stream(ctx: click.Context, file: Path, query: dict[str, Any], page_size: int) -> None:
    """Write the events to stdout or a pipe, each event once."""
    _url(ctx, query)
    recent = RecentIds()
    state: dict[str, Any] = {"source": {"query": query, "page_size": page_size}, "pages": 0}
    with (
        nullcontext(sys.stdout.buffer) if str(file) == "-" else file.open("wb") as output,
        connected(ctx, max_retries=_RETRIES, timeout=_SECONDS) as client,
    ):
        while events := _page(client, state)[0]:
            output.writelines(json_line(event) for event in events if recent.is_new(event.get("event_id")))
            output.flush()
            state["pages"] += 1


def _progress(ctx: click.Context, total: int | None) -> AbstractContextManager[Report]:
    return progress(total, "searching", shown=not given(ctx).get("quiet"), shows_time=False)


def _url(ctx: click.Context, query: dict[str, Any]) -> str:
    """Return the base URL of the search. Raises UsageError for wrong filters, before a file is touched."""
    from ..recording import base_url, recorded

    try:
        recorded(lambda client: client.events.search(**query), client_arguments(ctx))
    except InvalidRequestError as error:
        raise click.UsageError(in_flags(error, flags_by_argument(_SEARCH)), ctx) from None
    return base_url(_SEARCH.host, client_arguments(ctx))


def _state(ctx: click.Context, source: dict[str, Any], partial: Path, path: Path) -> dict[str, Any]:
    """Return the state to resume from. Raises UsageError if resuming would mix two downloads or lose a file."""
    kept = load(path)
    if kept is None:
        return {"source": source, "pages": 0, "events": 0, "size": 0}
    if kept.get("source") != source or not partial.exists() or partial.stat().st_size < kept["size"]:
        raise click.UsageError(f"{path} is the state file of another download; start over with --force", ctx)
    return kept


def _download(
    client: HoneyHive,
    state: dict[str, Any],
    partial: Path,
    state_path: Path,
    shown: Callable[[int | None], Report],
) -> None:
    packed = is_packed(partial.with_suffix(""))
    with partial.open("ab") as file:
        file.truncate(state["size"])
    recent = RecentIds(_ids_of(partial, packed=packed))
    save(state_path, state)
    report, pace, before = None, Pace("events", state["events"]), state["events"]
    while (found := _page(client, state))[0]:
        events, total = found
        report = report or shown(total)
        fresh = [event for event in events if recent.is_new(event.get("event_id"))]
        lines = b"".join(map(json_line, fresh))
        # Each page is a gzip member of its own, so that a file can be cut and extended between two pages.
        _append(partial, state["size"], gzip.compress(lines, mtime=0) if packed else lines)
        size = partial.stat().st_size
        state |= {"pages": state["pages"] + 1, "events": state["events"] + len(fresh), "size": size}
        save(state_path, state)
        done = state["events"]
        report(done, f"{done} events downloaded{pace.words(done - before, done, total)}")


def _append(file: Path, size: int, content: bytes) -> None:
    """Append the content of a page and sync it to the disk. If the disk is full, append nothing."""
    try:
        with file.open("ab") as output:
            output.write(content)
            output.flush()
            os.fsync(output.fileno())
    except OSError as error:
        os.truncate(file, size)
        error.filename = str(file)
        raise


def _page(client: HoneyHive, state: dict[str, Any]) -> tuple[list[dict[str, Any]], int | None]:
    """Return the events of the next page, and the number of all matching events if the service counts them."""
    source = state["source"]
    query = {**source["query"], **({"date_range": state["range"]} if state.get("range") else {})}
    found = client.events.search(**query, limit=source["page_size"], page=state["pages"] + 1).to_dict()
    return found.get("events", []), found.get("count")


def _ids_of(file: Path, *, packed: bool) -> Iterator[Any]:
    with file.open("rb") as raw:
        yield from _ids(cast(BinaryIO, gzip.GzipFile(fileobj=raw, mode="rb")) if packed else raw)


def _ids(file: BinaryIO) -> Iterator[Any]:
    """Yield the ids of the events in the file. Raises UsageError for a line that is not an event."""
    for line in read_lines(file, 0, _LONGEST_LINE):
        try:
            event_id = json.loads(line.text or b"").get("event_id")
        except (ValueError, AttributeError):
            words = f"line {line.number} of {file.name} is not from this download; start over with --force"
            raise click.UsageError(words) from None
        yield event_id
