"""`honeyhive events import`: a JSONL file of any size becomes events."""

from pathlib import Path
from typing import BinaryIO

import click
from honeyhive_api.index import operation

from honeyhive import HoneyHiveError

from ..connection import connected
from ..terminal.failures import FAILED, say_warning
from ..terminal.global_flags import client_arguments, global_flags
from ..terminal.lazy_group import CONTEXT
from ..terminal.output import show
from ..terminal.progress import progress
from . import import_lines as importing
from .checkpoint import load
from .import_lines import State

_PATH = click.Path(dir_okay=False, path_type=Path)
_RETRIES = 5
_SECONDS = 120.0


@click.command(
    "import",
    params=global_flags(hidden=True),
    context_settings=CONTEXT,
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--state", "state_path", type=_PATH, help="Where to keep how far it is [FILE.import-state.json].")
@click.option("--rejects", "rejects_path", type=_PATH, help="Where to write what is refused [FILE.rejects.jsonl].")
@click.pass_context
def command(ctx: click.Context, file: Path, state_path: Path | None, rejects_path: Path | None) -> None:
    """Send the events of a JSONL file, in batches that can be resumed.

    FILE has one event a line, with the keys of `events create`. Batches hold at most 100 events and 2.5 MB. After
    an interruption the same command goes on where it stopped, and stores nothing twice; after lines were added to
    FILE it sends those. Delete the state file to import a file once more.

    Exits with 1 if events were refused.
    """
    if not file.is_file():
        raise click.UsageError(f"{file} is no file, and an import goes on from its place in one", ctx)
    state_path = state_path or file.with_name(f"{file.name}.import-state.json")
    rejects_path = rejects_path or file.with_name(f"{file.name}.rejects.jsonl")
    with file.open("rb") as source:
        state = _state(ctx, source, state_path)
        try:
            _run(ctx, source, state, state_path, rejects_path)
        except (KeyboardInterrupt, HoneyHiveError):
            say_warning(f"stopped after line {state.line}: the same command goes on from there")
            raise
    if state.rejected:
        say_warning(f"lines that were refused: {state.rejected}; {rejects_path} says why")
    else:
        rejects_path.unlink(missing_ok=True)
    show(
        ctx,
        {
            "imported": state.imported,
            "rejected": state.rejected,
            "rejects_file": str(rejects_path) if state.rejected else None,
            "state_file": str(state_path),
        },
    )
    ctx.exit(FAILED if state.rejected else 0)


def _run(ctx: click.Context, source: BinaryIO, state: State, state_path: Path, rejects_path: Path) -> None:
    size = source.seek(0, 2)
    if state.line and state.offset == size:
        say_warning(f"nothing new since the import of line {state.line}; delete {state_path} to import it once more")
        return
    with (
        connected(ctx, max_retries=_RETRIES, timeout=_SECONDS) as client,
        progress(size, _words(state, size)) as report,
    ):
        importing.run(
            client, source, state, state_path, rejects_path, lambda now: report(now.offset, _words(now, size))
        )


def _state(ctx: click.Context, source: BinaryIO, path: Path) -> State:
    """The state to go on from. Raises UsageError if it is of another file or another server."""
    from ..recording import base_url

    url = base_url(operation("createEventBatch").host, client_arguments(ctx))
    kept = load(path)
    if kept is None:
        return importing.new_state(source, url)
    try:
        state = State(**kept)
    except TypeError:
        raise click.ClickException(f"{path} is no state of an import: choose another with --state") from None
    if not importing.is_same_file(source, state):
        raise click.UsageError(f"{path} is the state of another file: delete it, or choose another with --state", ctx)
    if state.url != url:
        raise click.UsageError(f"{path} is of an import into {state.url}, not {url}: choose another with --state", ctx)
    return state


def _words(state: State, size: int) -> str:
    rejected = f", {state.rejected} rejected" if state.rejected else ""
    return f"{state.imported} events imported{rejected}, {state.offset / 1e6:.1f} of {size / 1e6:.1f} MB"
