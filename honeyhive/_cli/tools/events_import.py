"""`honeyhive events import`: imports a JSON, JSONL or CSV file of any size as events."""

import gzip
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import BinaryIO, Final

import click
from honeyhive_api.index import operation

from honeyhive import HoneyHiveError

from ..._terminal import progress
from ..connection import connected
from ..terminal.client_settings import client_arguments
from ..terminal.failures import FAILED, say_warning
from ..terminal.global_flags import given, global_flags
from ..terminal.lazy_group import CONTEXT
from ..terminal.output import show
from . import import_lines as importing
from .checkpoint import load
from .csv_events import CsvColumns, pairs, read_rows
from .import_lines import EventSource, State
from .output_file import is_packed
from .pace import Pace

Mapping = dict[str, dict[str, str]]
_PATH: Final = click.Path(dir_okay=False, path_type=Path)
_RETRIES: Final = 5
_SECONDS: Final = 120.0
_GZIP: Final = b"\x1f\x8b"
"""The first bytes of a gzip file, by which it is recognized under any name."""
_REJECTS_OF_STREAMS: Final = Path("import.rejects.jsonl")


@click.command("import", params=global_flags(hidden=True), context_settings=CONTEXT)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path))
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="NAME=FIELD",
    help="In a CSV file, map this column to a field such as outputs.answer or duration. Repeatable.",
)
@click.option(
    "--set",
    "constants",
    multiple=True,
    metavar="FIELD=VALUE",
    help="In a CSV file, set a field of every event, as in event_type=model. Repeatable.",
)
@click.option(
    "--state", "state_path", type=_PATH, help="File that keeps the progress [default: FILE.import-state.json]."
)
@click.option("--rejects", "rejects_path", type=_PATH, help="File for refused events [default: FILE.rejects.jsonl].")
@click.pass_context
def command(
    ctx: click.Context,
    file: Path,
    columns: tuple[str, ...],
    constants: tuple[str, ...],
    state_path: Path | None,
    rejects_path: Path | None,
) -> None:
    """Import the events of a JSON, JSONL or CSV file.

    Example: honeyhive events import events.jsonl

    FILE has one event per line, or is a JSON array of events or the saved output of `honeyhive events search`. An event
    has the keys of `honeyhive events create`, and may hold the events below it in `children`, as in the file of
    `honeyhive sessions download`. A gzip file is unpacked. Use - as FILE to read stdin, which cannot be resumed, as in
    `cat *.jsonl | honeyhive events import -`.

    In a CSV file, a column named after a field of events, such as event_name or inputs.question, sets that field. Other
    columns become metadata. Use --column for columns with other names; a column that is mapped to inputs becomes a key
    of the inputs. Empty cells are left out.

    After an interruption, the same command resumes and stores nothing twice. If lines were added to FILE, the command
    imports only the new lines. Delete the state file to import a file again.

    Exits with 1 if events were refused.
    """
    mapping = _mapping(file, columns, constants)
    if str(file) != "-" and file.is_file():
        state_path = state_path or file.with_name(f"{file.name}.import-state.json")
        rejects_path = rejects_path or file.with_name(f"{file.name}.rejects.jsonl")
        with _opened(file, file) as source:
            _import(ctx, source, mapping, state_path, rejects_path)
    else:
        if state_path:
            raise click.UsageError(f"--state needs a file that can be read again, and {file} is a stream", ctx)
        with _copied(file) as copy, _opened(copy) as source:
            rejects_path = rejects_path or _REJECTS_OF_STREAMS
            _import(ctx, source, mapping, copy.with_name("state"), rejects_path, resumable=False)


@contextmanager
def _opened(file: Path, name: object = "stdin") -> Iterator[BinaryIO]:
    """Yield the file, or an unpacked copy if it is compressed: progress is stored as an offset in the content."""
    with file.open("rb") as source:
        if not (source.read(len(_GZIP)) == _GZIP or is_packed(file)):
            source.seek(0)
            yield source
            return
    with TemporaryDirectory(prefix="honeyhive-import-") as folder:
        path = Path(folder) / "events"
        try:
            with gzip.open(file) as packed, path.open("wb") as copy:
                copyfileobj(packed, copy)
        except (EOFError, gzip.BadGzipFile, zlib.error) as error:
            raise click.ClickException(f"{name} cannot be unpacked: {error}") from None
        with path.open("rb") as source:
            yield source


@contextmanager
def _copied(file: Path) -> Iterator[Path]:
    """Yield the path of a copy of stdin or of a pipe: the import needs a file whose size is known and that can seek."""
    with TemporaryDirectory(prefix="honeyhive-import-") as folder:
        path = Path(folder) / "events"
        with path.open("wb") as copy:
            if str(file) == "-":
                copyfileobj(sys.stdin.buffer, copy)
            else:
                with file.open("rb") as source:
                    copyfileobj(source, copy)
        yield path


def _mapping(file: Path, columns: tuple[str, ...], constants: tuple[str, ...]) -> Mapping | None:
    """Return the values of --column and --set; None for a file that is not CSV.

    Raises UsageError if these flags are given for a file that is not CSV.
    """
    is_csv = ".csv" in (file.suffix.lower(), Path(file.stem).suffix.lower())
    if not is_csv and str(file) != "-" and file.is_file() and (columns or constants):
        raise click.UsageError(f"--column and --set are for CSV files, and {file} does not end in .csv")
    if not (is_csv or columns or constants):
        return None
    return {
        "columns": pairs("--column", columns, "NAME=FIELD, as in question=inputs"),
        "set": pairs("--set", constants, "FIELD=VALUE, as in event_type=model"),
    }


def _source(file: BinaryIO, mapping: Mapping | None) -> EventSource:
    if mapping is None:
        return importing.json_source(file)
    found = CsvColumns(file, mapping["columns"], mapping["set"])
    return EventSource(found.start, found.line, importing.MOST_BYTES, read_rows, found.event)


def _import(
    ctx: click.Context,
    file: BinaryIO,
    mapping: Mapping | None,
    state_path: Path,
    rejects_path: Path,
    *,
    resumable: bool = True,
) -> None:
    source = _source(file, mapping)
    state = _state(ctx, file, mapping, state_path)
    try:
        first = _run(ctx, file, source, state, state_path, rejects_path)
    except (KeyboardInterrupt, HoneyHiveError, OSError):
        advice = "the same command resumes there" if resumable else "the rest of the stream was not imported"
        say_warning(f"stopped after line {state.line}; {advice}")
        raise
    if state.rejected:
        example = f", the first on {first}" if first else ""
        count = "1 event was" if state.rejected == 1 else f"{state.rejected} events were"
        say_warning(f"{count} refused{example}; the reasons are in {rejects_path}")
    else:
        rejects_path.unlink(missing_ok=True)
    show(
        ctx,
        {
            "imported": state.imported,
            "rejected": state.rejected,
            "rejects_file": str(rejects_path) if state.rejected else None,
            "state_file": str(state_path) if resumable else None,
        },
    )
    ctx.exit(FAILED if state.rejected else 0)


def _run(
    ctx: click.Context, file: BinaryIO, source: EventSource, state: State, state_path: Path, rejects_path: Path
) -> str | None:
    size = file.seek(0, 2)
    if state.line and state.offset == size:
        say_warning(
            f"nothing to import: the file has no events after line {state.line}; "
            f"delete {state_path} to import the file again"
        )
        return None
    pace, before = Pace("events", state.offset), state.imported
    with (
        connected(ctx, max_retries=_RETRIES, timeout=_SECONDS) as client,
        progress(size, _words(state, size), shown=not given(ctx).get("quiet"), shows_time=False) as report,
    ):

        def tell(now: State) -> None:
            report(now.offset, _words(now, size) + pace.words(now.imported - before, now.offset, size))

        return importing.run(client, file, source, state, state_path, rejects_path, tell)


def _state(ctx: click.Context, file: BinaryIO, mapping: Mapping | None, path: Path) -> State:
    """Return the state to resume from. Raises UsageError if the state belongs to another file or server."""
    from ..recording import base_url

    url = base_url(operation("createEventBatch").host, client_arguments(ctx))
    kept = load(path)
    if kept is None:
        return importing.new_state(file, url, mapping or {})
    try:
        state = State(**kept)
    except TypeError:
        raise click.ClickException(f"{path} is not an import's state file; choose another file with --state") from None
    if not importing.is_same_file(file, state):
        raise click.UsageError(
            f"{path} is the state file of another import; delete it, or choose another file with --state", ctx
        )
    if state.url != url:
        raise click.UsageError(
            f"{path} is the state file of an import into {state.url}, not {url}; choose another file with --state", ctx
        )
    if state.mapping != (mapping or {}):
        raise click.UsageError(
            f"{path} is the state file of an import with other --column or --set; "
            "repeat those flags, or delete the file",
            ctx,
        )
    return state


def _words(state: State, size: int) -> str:
    rejected = f", {state.rejected} refused" if state.rejected else ""
    return f"{state.imported} events imported{rejected}, {state.offset / 1e6:.1f} of {size / 1e6:.1f} MB"
