"""Text for people on a terminal: escaped control characters and a progress bar, shared by evaluate and the CLI."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Final, TypeAlias

Report: TypeAlias = Callable[[int, str], None]
"""Function that takes the amount done so far, in the unit of the total, and a description."""

_SECONDS_BETWEEN_LINES: Final = 5.0


def escaped(text: str) -> str:
    """Return the string with control characters escaped, so that no model output or file can steer the terminal."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() or char == "\n" else repr(char)[1:-1] for char in text)


def on_one_line(text: str) -> str:
    """Return the string on one line, with control characters escaped."""
    return escaped(text.replace("\n", " ").replace("\t", " "))


@contextmanager
def progress(
    total: int | None, words: str, *, shown: bool = True, in_lines: bool = True, shows_time: bool = True
) -> Iterator[Report]:
    """Yield a function that updates a progress bar on stderr. ``total`` is None if the total is unknown.

    ``shows_time`` adds the remaining time to the bar. If stderr is not a terminal, ``in_lines`` prints the description
    as a new line at most every five seconds. If rich is not installed, one line is overwritten instead of a bar.
    """
    if not shown or not (in_lines or sys.stderr.isatty()):
        yield lambda _done, _words: None
        return
    is_terminal = sys.stderr.isatty()
    with (
        (_bar(total, words, shows_time=shows_time) or _line("\r", 0.0))
        if is_terminal
        else _line("", _SECONDS_BETWEEN_LINES) as report
    ):
        yield report


def say(words: str) -> None:
    """Print a line on stderr."""
    print(words, file=sys.stderr, flush=True)  # noqa: T201 - to stderr


def _bar(total: int | None, words: str, *, shows_time: bool) -> AbstractContextManager[Report] | None:
    """Return a progress bar of rich; None if rich is not installed."""
    try:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn
    except ImportError:
        return None

    @contextmanager
    def shown() -> Iterator[Report]:
        rest = () if total is None else (TaskProgressColumn(), *([TimeRemainingColumn()] if shows_time else []))
        columns = (BarColumn(), *rest, TextColumn("{task.description}", markup=False))
        # The bar is drawn at each report, because a thread that redraws it would compete with the work.
        with Progress(*columns, console=Console(stderr=True), auto_refresh=False) as bar:
            task = bar.add_task(words, total=total)
            yield lambda done, words: bar.update(task, completed=done, description=words, refresh=True)

    return shown()


@contextmanager
def _line(start: str, seconds: float) -> Iterator[Report]:
    """Yield a function that prints its description after ``start``, at most once in the given number of seconds."""
    last = time.monotonic()

    def report(_done: int, words: str) -> None:
        nonlocal last
        if time.monotonic() - last >= seconds:
            last = time.monotonic()
            print(f"{start}{words}", end="" if start else "\n", file=sys.stderr, flush=True)  # noqa: T201 - to stderr

    try:
        yield report
    finally:
        if start:
            say("")
