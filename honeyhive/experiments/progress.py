"""How far a run is, on a terminal only, and words for people; always on stderr."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeAlias

Report: TypeAlias = Callable[[int, int], None]
"""Takes how many rows have finished, and how many of them failed."""


@contextmanager
def progress(total: int, *, shown: bool) -> Iterator[Report]:
    """What to report to; a bar if it is shown and stderr is a terminal."""
    if not (shown and total and sys.stderr.isatty()):
        yield lambda _done, _failed: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), TextColumn("{task.description}", markup=False))
    # Drawn when it is reported to: a thread of its own would compete with the rows.
    with Progress(*columns, console=Console(stderr=True), auto_refresh=False) as bar:
        task = bar.add_task("", total=total)

        def report(done: int, failed: int) -> None:
            bar.update(task, completed=done, description=f"{failed} failed" if failed else "", refresh=True)

        yield report


def say(words: str) -> None:
    """One line for people."""
    print(words, file=sys.stderr, flush=True)  # noqa: T201 - to stderr
