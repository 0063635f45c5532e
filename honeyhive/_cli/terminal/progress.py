"""How far long work is: a bar on a terminal, a plain line now and then elsewhere, always on stderr."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, TypeAlias

import click

Report: TypeAlias = Callable[[int, str], None]
"""Takes how much is done, in the unit of the total, and the same in words."""

_SECONDS_BETWEEN_LINES: Final = 5.0


@contextmanager
def progress(total: int | None, words: str) -> Iterator[Report]:
    """A function to report with; None where the total is not known. ``words`` is what to show at first."""
    if sys.stderr.isatty():
        with _bar(total, words) as report:
            yield report
    else:
        with _lines() as report:
            yield report


@contextmanager
def _bar(total: int | None, words: str) -> Iterator[Report]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    rest = () if total is None else (TaskProgressColumn(), TimeRemainingColumn())
    columns = (BarColumn(), *rest, TextColumn("{task.description}", markup=False))
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task(words, total=total)
        yield lambda done, words: bar.update(task, completed=done, description=words)


@contextmanager
def _lines() -> Iterator[Report]:
    last = time.monotonic()

    def report(_done: int, words: str) -> None:
        nonlocal last
        if time.monotonic() - last >= _SECONDS_BETWEEN_LINES:
            last = time.monotonic()
            click.echo(words, err=True)

    yield report
