"""`honeyhive events tail`: new events as they arrive."""

import sys
import time
from collections.abc import Iterator
from typing import Any, Final

import click
from honeyhive_api.index import operation

from honeyhive import HoneyHive, InvalidRequestError

from ..._terminal import on_one_line
from ..connection import connected
from ..operations.flag_values import ShortRange
from ..operations.flags import flags_by_argument, parameter_name, search_flags
from ..terminal.cells import zone_of
from ..terminal.event_table import duration_text, name_text, start_text
from ..terminal.failures import INTERRUPTED, in_flags, say_warning
from ..terminal.global_flags import given, global_flags
from ..terminal.jq_filter import filtered
from ..terminal.lazy_group import CONTEXT
from ..terminal.output import columns, print_lines
from ..terminal.reply_rows import selected
from .jsonl import json_line
from .recent_ids import RecentIds

_SEARCH: Final = operation("searchEvents")
_FILTERS: Final = [field for field in _SEARCH.fields if field.name in ("filters", "evaluation_id")]
_PAGE: Final = 100
_MOST_PAGES: Final = 100
_RETRIES: Final = 5


@click.command("tail", params=[*search_flags(_SEARCH, _FILTERS), *global_flags(hidden=True)], context_settings=CONTEXT)
@click.option(
    "-n",
    "--last",
    type=ShortRange(0, _PAGE),
    default=10,
    show_default=True,
    help="Begin with this number of stored events.",
)
@click.option(
    "--interval",
    type=click.FloatRange(0.1),
    default=2.0,
    show_default=True,
    metavar="SECONDS",
    help="Seconds between two requests.",
)
@click.pass_context
def command(ctx: click.Context, /, last: int, interval: float, **filters: Any) -> None:
    """Print new events as they arrive, until Ctrl-C.

    Example: honeyhive events tail -n 0

    One line per event: a summary on a terminal, and JSON elsewhere or with -o jsonl. --jq filters each event. An event
    may be missed if it arrives much later than events that started after it.
    """
    query = {one.argument: value for one in _FILTERS if (value := filters[parameter_name(one)]) is not None}
    form = _form(ctx)
    try:
        with connected(ctx, max_retries=_RETRIES) as client:
            for events in _arriving(ctx, client, query, last, interval):
                for event in reversed(events):
                    _print(ctx, event, form)
                sys.stdout.flush()
    except KeyboardInterrupt:  # the usual end of this command
        ctx.exit(INTERRUPTED)


def _form(ctx: click.Context) -> str:
    """Return the output format. Raises UsageError for several lines per event, and for flags that --jq ignores."""
    form: str = given(ctx).get("output") or ("outline" if sys.stdout.isatty() else "jsonl")
    if form not in ("jsonl", "json", "outline", "table"):
        raise click.UsageError("events tail prints one line per event: use -o jsonl or -o outline", ctx)
    ignored = [flag for flag, name in (("--output", "output"), ("--columns", "output_columns")) if name in given(ctx)]
    if ignored and "jq" in given(ctx):
        words = f"events tail prints the results of --jq as they are; leave out {' and '.join(ignored)}"
        raise click.UsageError(words, ctx)
    return form


def _arriving(
    ctx: click.Context, client: HoneyHive, query: dict[str, Any], last: int, interval: float
) -> Iterator[list[dict[str, Any]]]:
    """Yield lists of events, the newest first: the last stored events and, after each pause, new events."""
    seen = RecentIds()
    try:
        first = client.events.search(**query, limit=_PAGE).to_dict()["events"]
    except InvalidRequestError as error:
        raise click.UsageError(in_flags(error, flags_by_argument(_SEARCH)), ctx) from None
    yield [event for event in first if seen.is_new(event.get("event_id"))][:last]
    while True:
        time.sleep(interval)
        yield list(_new_events(client, query, seen))


def _new_events(client: HoneyHive, query: dict[str, Any], seen: RecentIds) -> Iterator[dict[str, Any]]:
    """Yield unseen events, the newest first, up to the first page that has no unseen event."""
    for page in range(1, _MOST_PAGES + 1):
        events = client.events.search(**query, limit=_PAGE, page=page).to_dict()["events"]
        fresh = [event for event in events if seen.is_new(event.get("event_id"))]
        yield from fresh
        if not fresh or len(events) < _PAGE:
            return


def _print(ctx: click.Context, event: dict[str, Any], form: str) -> None:
    if "jq" in given(ctx):
        try:
            print_lines(filtered(given(ctx)["jq"], event))
        except click.ClickException as misfit:  # the filter may fit the next event
            say_warning(f"{misfit.message} (event {event.get('event_id')})")
        return
    if form in ("jsonl", "json"):
        sys.stdout.buffer.write(json_line(selected(event, columns(ctx)) if columns(ctx) else event))
        return
    error = f"error: {event['error']}" if event.get("error") else ""
    parts = (
        start_text(event, zone_of(ctx)),
        f"{event.get('event_type') or '':<7}",
        name_text(event),
        duration_text(event),
        str(event.get("event_id") or ""),
        error,
        *(str(part) for part in selected(event, columns(ctx)).values()),
    )
    line = on_one_line("  ".join(part for part in parts if part))
    click.echo(click.style(line, "red") if error else line)
