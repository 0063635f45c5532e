"""Progress display and messages of a run, on stderr."""

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TypeAlias

Report: TypeAlias = Callable[[int, int], None]
"""Takes the number of finished rows, and the number of failed ones."""


@contextmanager
def progress(total: int | None, *, shown: bool) -> Iterator[Report]:
    """Yield the function to report to. On a terminal it draws a bar if rich is installed, else a line.

    ``total`` is None if the number of rows is not known.
    """
    if total == 0 or not (shown and sys.stderr.isatty()):
        yield lambda _done, _failed: None
        return
    with _bar(total) or _line(total) as report:
        yield report


def _bar(total: int | None) -> AbstractContextManager[Report] | None:
    try:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
    except ImportError:
        return None

    @contextmanager
    def shown() -> Iterator[Report]:
        columns = (
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            TextColumn("{task.description}", markup=False),
        )
        # No auto-refresh: its thread would compete with the rows for the GIL.
        with Progress(*columns, console=Console(stderr=True), auto_refresh=False) as bar:
            task = bar.add_task("", total=total)

            def report(done: int, failed: int) -> None:
                bar.update(task, completed=done, description=f"{failed} failed" if failed else "", refresh=True)

            yield report

    return shown()


@contextmanager
def _line(total: int | None) -> Iterator[Report]:
    """Yield a function that rewrites one line."""

    def report(done: int, failed: int) -> None:
        text = f"\r{done}{'' if total is None else f'/{total}'} rows" + (f", {failed} failed" if failed else "")
        print(text, end="", file=sys.stderr, flush=True)  # noqa: T201 - to stderr

    try:
        yield report
    finally:
        say("")


def say(words: str) -> None:
    """Print a line to stderr."""
    print(words, file=sys.stderr, flush=True)  # noqa: T201 - to stderr
