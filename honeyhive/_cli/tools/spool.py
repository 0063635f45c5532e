"""`honeyhive spool`: show, deliver or export the events that wait on disk."""

import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import Any, Final

import click

from honeyhive.tracing import Flushed, SpoolStatus, read_spool, spool_status

from ..._terminal import Report, progress
from ..connection import connected
from ..terminal.failures import FAILED, say_warning
from ..terminal.global_flags import given, global_flags
from ..terminal.lazy_group import CONTEXT, Entry, LazyGroup
from ..terminal.output import show
from .jsonl import json_line
from .output_file import whole_file

_SLICE: Final = 1.0


def _folder(ctx: click.Context, _option: click.Parameter, value: Any) -> str:
    if value is None:
        raise click.UsageError("there is no spool; pass --spool or set HH_SPOOL", ctx)
    return str(Path(value).expanduser().absolute())


def _command(name: str, run: Callable[..., None], *more: click.Parameter) -> click.Command:
    where = click.Option(
        ["--spool"], metavar="PATH", envvar="HH_SPOOL", callback=_folder, help="Folder of the spool. [HH_SPOOL]"
    )
    return click.Command(
        name,
        callback=click.pass_context(run),
        params=[*more, where, *global_flags(hidden=True)],
        help=run.__doc__,
        context_settings=CONTEXT,
    )


def _status(ctx: click.Context, /, spool: str) -> None:
    """Show the number of events that wait in the spool.

    Example: honeyhive spool status --spool spool

    `left_behind` counts the events of processes that have ended. The next process with this spool delivers them, or
    `honeyhive spool flush` does.
    """
    show(ctx, described(spool_status(spool)))


def described(status: SpoolStatus) -> dict[str, Any]:
    """Return the status of the spool as a dict, with the time as an ISO 8601 string."""
    return {**status._asdict(), "oldest": moment(status.oldest)}


def moment(milliseconds: int | None) -> str | None:
    """Return Unix milliseconds as an ISO 8601 string in UTC; None for None."""
    if milliseconds is None:
        return None
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(milliseconds / 1000))


def _flush(ctx: click.Context, /, spool: str, wait: float) -> None:
    """Deliver the events that ended processes left in the spool.

    Example: honeyhive spool flush --spool spool

    The events go to the project of the API key that this command uses. A running process delivers its own events. Exits
    with 1 if events are left, or if the service refused some.
    """
    status = spool_status(spool)
    with connected(ctx, spool=spool) as client, _progress(ctx, status.left_behind, _words(0, status)) as report:
        ends = time.monotonic() + wait
        while True:
            left = ends - time.monotonic()
            flushed = client.flush(max(0.0, min(_SLICE, left)))
            report(flushed.delivered, _words(flushed.delivered, status))
            if left <= 0 or _is_done(flushed, status):
                break
            time.sleep(min(0.1, left))  # flush returns at once if the next attempt is not due yet
        client.close(timeout=0)
    if flushed.pending:
        say_warning("the rest stays in the spool; run honeyhive doctor to see whether the service can be reached")
    show(ctx, {**flushed._asdict(), "of_running_processes": status.waiting - status.left_behind})
    ctx.exit(0 if flushed else FAILED)


def _is_done(flushed: Flushed, before: SpoolStatus) -> bool:
    # While the client still claims the records of ended processes, which takes a while, none is pending yet.
    has_begun = flushed.delivered or flushed.failed or flushed.dropped or flushed.kept
    return not flushed.pending and bool(has_begun or not before.left_behind or not spool_status(before.path).waiting)


def _words(delivered: int, status: SpoolStatus) -> str:
    return f"{delivered} of {status.left_behind} delivered"


def _export(ctx: click.Context, /, spool: str, file: Path, force: bool) -> None:
    """Copy the events that wait in the spool to a JSONL file.

    Example: honeyhive spool export waiting.jsonl --spool spool

    Each line has `kind` (start or change of a session, or event), `event_id`, `session_id`, `logged` and the `body`
    that will be sent.
    """
    if file.exists() and not force:
        raise click.UsageError(f"{file} already exists; choose another file, or overwrite it with --force", ctx)
    total = spool_status(spool).waiting
    count = 0
    with whole_file(file, private=True) as output, _progress(ctx, total, "reading") as report:
        for one in read_spool(spool):
            output.write(json_line({**one._asdict(), "logged": moment(one.logged)}))
            count += 1
            report(count, f"{count} of {total} written")
    show(ctx, {"written": count, "file": str(file)})


def _progress(ctx: click.Context, total: int, words: str) -> AbstractContextManager[Report]:
    return progress(total, words, shown=not given(ctx).get("quiet"))


_WAIT: Final = click.Option(
    ["--wait"],
    type=click.FloatRange(0),
    default=60.0,
    show_default=True,
    metavar="SECONDS",
    help="Seconds to keep trying.",
)
_FILE: Final = click.Argument(["file"], type=click.Path(dir_okay=False, path_type=Path))
_FORCE: Final = click.Option(["--force"], is_flag=True, help="Overwrite FILE if it exists.")

spool: Final = LazyGroup(
    "spool",
    {
        "status": Entry("Show the number of events that wait in the spool.", partial(_command, "status", _status)),
        "flush": Entry(
            "Deliver the events that ended processes left in the spool.", partial(_command, "flush", _flush, _WAIT)
        ),
        "export": Entry(
            "Copy the events that wait in the spool to a JSONL file.",
            partial(_command, "export", _export, _FILE, _FORCE),
        ),
    },
    params=global_flags(hidden=True),
    help="Show, deliver or export events that wait on disk.\n\n"
    "Example: honeyhive spool status --spool spool\n\n"
    "A program with HoneyHive(spool=FOLDER) writes its events to that folder first, and delivers them from there.",
)
