"""`honeyhive events download`: every event that matches, as a JSONL file."""

import os
from collections import deque
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO, Final

import click
from honeyhive_api.index import operation
from honeyhive_api.types import Field

from honeyhive import HoneyHive, HoneyHiveError, InvalidRequestError

from ..connection import connected
from ..operations.descriptions import descriptions
from ..operations.flag_values import decode
from ..operations.flags import flag, in_flags, parameter_name
from ..terminal.failures import say_warning
from ..terminal.global_flags import client_arguments, global_flags
from ..terminal.lazy_group import CONTEXT
from ..terminal.output import show
from ..terminal.progress import progress
from .checkpoint import load, save
from .jsonl import json_line, read_lines

_SEARCH: Final = operation("searchEvents")
_FILTERS: Final[list[Field]] = [
    field for field in _SEARCH.fields if field.name not in ("limit", "page") and not field.deprecated
]
_PATH: Final = click.Path(dir_okay=False, path_type=Path)
_RETRIES: Final = 5
_SECONDS: Final = 120.0
# New events push older ones onto later pages; an event may come again until so many others came after it.
_REMEMBERED: Final = 10_000
_LONGEST_LINE: Final = 2**30


@click.command(
    "download",
    params=[*(flag(one, descriptions(_SEARCH)[one.name]) for one in _FILTERS), *global_flags(hidden=True)],
    context_settings=CONTEXT,
)
@click.argument("file", type=_PATH)
@click.option("--page-size", type=click.IntRange(1, 1000), default=500, show_default=True, help="Events a request.")
@click.option("--state", "state_path", type=_PATH, help="Where to keep how far it is [FILE.download-state.json].")
@click.option("--force", is_flag=True, help="Begin anew, over a FILE that is there.")
@click.pass_context
def command(
    ctx: click.Context, /, file: Path, page_size: int, state_path: Path | None, *, force: bool, **filters: Any
) -> None:
    """Write all events that match to a JSONL file.

    Pages through the search, the newest events first, and writes one event a line. After an interruption the same
    command goes on where it stopped. `honeyhive events import` takes the file.
    """
    if str(file) == "-" or (file.exists() and not file.is_file()):
        raise click.UsageError(f"{file} is no file, and a download goes on from what its file holds", ctx)
    state_path = state_path or file.with_name(f"{file.name}.download-state.json")
    query = {one.argument: value for one in _FILTERS if (value := filters[parameter_name(one)]) is not None}
    source = {"url": _url(ctx, query), "query": query, "page_size": page_size}
    if force:
        state_path.unlink(missing_ok=True)
        file.unlink(missing_ok=True)
    state = _state(ctx, source, file, state_path)
    try:
        with connected(ctx, max_retries=_RETRIES, timeout=_SECONDS) as client, progress(None, "searching") as report:
            _download(client, state, file, state_path, report)
    except (KeyboardInterrupt, HoneyHiveError):
        say_warning(f"stopped after {state['events']} events: the same command goes on from there")
        raise
    state_path.unlink(missing_ok=True)
    show(ctx, {"events": state["events"], "file": str(file)})


def _url(ctx: click.Context, query: dict[str, Any]) -> str:
    """Where the search goes. Raises UsageError for filters that cannot be sent, before a file is touched."""
    from ..recording import base_url, recorded

    try:
        recorded(lambda client: client.events.search(**query), client_arguments(ctx))
    except InvalidRequestError as error:
        raise click.UsageError(in_flags(str(error), _SEARCH), ctx) from None
    return base_url(_SEARCH.host, client_arguments(ctx))


def _state(ctx: click.Context, source: dict[str, Any], file: Path, path: Path) -> dict[str, Any]:
    """The state to go on from. Raises UsageError where going on would mix two downloads or lose a file."""
    kept = load(path)
    if kept is None:
        if file.exists():
            raise click.UsageError(f"{file} is there already: choose another file, or overwrite it with --force", ctx)
        return {"source": source, "pages": 0, "events": 0, "size": 0}
    if kept.get("source") != source or not file.exists() or file.stat().st_size < kept["size"]:
        raise click.UsageError(f"{path} is the state of another download: begin anew with --force", ctx)
    return kept


def _download(
    client: HoneyHive, state: dict[str, Any], file: Path, state_path: Path, report: Callable[[int, str], None]
) -> None:
    with file.open("ab+") as output:
        output.truncate(state["size"])
        recent = _Recent(_ids(output))
        output.seek(0, os.SEEK_END)
        save(state_path, state)
        while events := _page(client, state):
            fresh = [event for event in events if recent.is_new(event.get("event_id"))]
            output.writelines(map(json_line, fresh))
            output.flush()
            os.fsync(output.fileno())
            state |= {"pages": state["pages"] + 1, "events": state["events"] + len(fresh), "size": output.tell()}
            save(state_path, state)
            report(state["events"], f"{state['events']} events downloaded")


def _page(client: HoneyHive, state: dict[str, Any]) -> list[dict[str, Any]]:
    source = state["source"]
    found = client.events.search(**source["query"], limit=source["page_size"], page=state["pages"] + 1).to_dict()
    events: list[dict[str, Any]] = found.get("events", [])
    return events


def _ids(file: BinaryIO) -> Iterator[Any]:
    """The ids of the events that are in the file. Raises UsageError where something else is."""
    file.seek(0)
    for line in read_lines(file, 0, _LONGEST_LINE):
        try:
            event_id = decode((line.text or b"").decode()).get("event_id")
        except (ValueError, AttributeError):
            words = f"line {line.number} of {file.name} is not of this download: begin anew with --force"
            raise click.UsageError(words) from None
        yield event_id


class _Recent:
    """The ids of the last events, in bounded memory."""

    def __init__(self, ids: Iterator[Any]) -> None:
        self._order: deque[Any] = deque(ids, _REMEMBERED)
        self._ids = set(self._order)

    def is_new(self, event_id: Any) -> bool:
        """Whether the id is not among the last, which it is from now on; an event without one is always new."""
        if event_id is None:
            return True
        if event_id in self._ids:
            return False
        if len(self._order) == _REMEMBERED:
            self._ids.discard(self._order[0])
        self._order.append(event_id)
        self._ids.add(event_id)
        return True
