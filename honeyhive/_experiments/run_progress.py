"""Progress of a run on a terminal, and messages; always on stderr."""

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TypeAlias

Report: TypeAlias = Callable[[int, int], None]
"""Takes the number of finished rows, and how many of them failed."""


@contextmanager
def progress(total: int, *, shown: bool) -> Iterator[Report]:
    """Yield the function to report to; a bar if stderr is a terminal and rich is installed, else a line."""
    if not (shown and total and sys.stderr.isatty()):
        yield lambda _done, _failed: None
        return
    with _bar(total) or _line(total) as report:
        yield report


def _bar(total: int) -> AbstractContextManager[Report] | None:
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
        # Drawn when it is reported to: a thread of its own would compete with the rows.
        with Progress(*columns, console=Console(stderr=True), auto_refresh=False) as bar:
            task = bar.add_task("", total=total)

            def report(done: int, failed: int) -> None:
                bar.update(task, completed=done, description=f"{failed} failed" if failed else "", refresh=True)

            yield report

    return shown()


@contextmanager
def _line(total: int) -> Iterator[Report]:
    """A line that is written over itself."""

    def report(done: int, failed: int) -> None:
        text = f"\r{done}/{total} rows" + (f", {failed} failed" if failed else "")
        print(text, end="", file=sys.stderr, flush=True)  # noqa: T201 - to stderr

    try:
        yield report
    finally:
        say("")


def say(words: str) -> None:
    """Print one line for people."""
    print(words, file=sys.stderr, flush=True)  # noqa: T201 - to stderr
