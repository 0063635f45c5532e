"""Output files of commands: written completely or not at all, and compressed if the name ends in .gz."""

import gzip
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, BinaryIO, Final, cast

import click

from ..terminal.failures import say_warning

_OTHER_FORMATS: Final = (".csv", ".tsv", ".yaml", ".yml", ".parquet", ".xlsx")


def is_packed(file: Path) -> bool:
    """Return True if the name says that the content is compressed with gzip."""
    return file.suffix.lower() == ".gz"


def ending(file: Path) -> str:
    """Return the ending of the name in lower case, without the .gz of a compressed file."""
    return Path(file.stem if is_packed(file) else file).suffix.lower()


def refuse_existing(ctx: click.Context, file: Path, *, force: bool) -> None:
    """Raise UsageError if the file exists and ``force`` is false, or if its folder does not exist."""
    if str(file) == "-":
        return
    if file.is_file() and not force:
        raise click.UsageError(f"{file} already exists; choose another file, or overwrite it with --force", ctx)
    if not file.absolute().parent.is_dir():
        raise click.UsageError(f"there is no folder {file.parent}", ctx)


def refuse_other_format(ctx: click.Context, file: Path, other_way: str = "") -> None:
    """Raise UsageError if the name of a JSONL file has another format's extension; only warn for .json.

    ``other_way`` is advice at the end of the error, such as a command that writes the other format.
    """
    if file.exists() and not file.is_file():  # a pipe may have any name
        return
    packed, kind = is_packed(file), ending(file)
    name = Path(file.stem if packed else file.name)
    better = file.with_name(f"{name.stem}.jsonl{'.gz' * packed}") if kind else file
    if kind == ".json":
        say_warning(f"{file} gets one JSON object per line, which is JSONL; {better} would be a clearer name")
    elif kind in _OTHER_FORMATS:
        raise click.UsageError(f"{file} would contain JSONL; choose a name such as {better}{other_way}", ctx)


@contextmanager
def whole_file(file: Path, *, private: bool = False) -> Iterator[IO[bytes]]:
    """Yield a temporary file to write to, and rename it to ``file`` at the end.

    For -, yield stdout; for a pipe, yield the pipe. With ``private``, only the owner can read the file.
    """
    if str(file) == "-":
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    if file.exists() and not file.is_file():
        with file.open("wb") as pipe:
            yield pipe
        return
    partial = file.with_name(f"{file.name}.part")
    try:
        with open(partial, "wb", opener=_private if private else None) as raw:
            with _packed(raw, file) as output:
                yield output
            raw.flush()
            os.fsync(raw.fileno())
        partial.replace(file)
    except BaseException as error:
        with suppress(OSError):
            partial.unlink()
        if isinstance(error, OSError):  # for example on a full disk
            error.filename = str(file)
        raise


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


@contextmanager
def _packed(raw: BinaryIO, file: Path) -> Iterator[IO[bytes]]:
    if not is_packed(file):
        yield raw
        return
    # The time stamp is 0, so that the same content always gives the same file.
    with gzip.GzipFile(filename="", mode="wb", fileobj=raw, mtime=0) as packed:
        yield cast(IO[bytes], packed)
