"""Who takes the rows, and when they stop taking them."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from honeyhive._experiments.dataset import Row
from honeyhive._experiments.result import RowResult
from honeyhive._experiments.row import Step, Steps
from honeyhive._experiments.scheduler import Work

ROWS = [Row(str(number), {}, None, {}) for number in range(3)]


class Room:
    """As much as is said."""

    def __init__(self, *, is_short: bool = False) -> None:
        self._is_short = is_short
        self.is_awaited = threading.Event()

    def is_short(self) -> bool:
        return self._is_short

    def wait(self, stopped: threading.Event) -> None:
        self.is_awaited.set()
        stopped.wait(20)


def nothing() -> None:
    pass


@contextmanager
def threads_end() -> Iterator[None]:
    before = {*threading.enumerate()}
    yield
    for thread in {*threading.enumerate()} - before:
        thread.join(20)
        assert not thread.is_alive()


@pytest.mark.parametrize("is_async", [False, True])
def test_what_cannot_be_shown_stops_the_rows_that_nobody_waits_for(is_async: bool) -> None:
    begun, is_told = [], threading.Event()

    def begin(row: Row) -> Steps:
        begun.append(row.datapoint_id)
        yield Step(lambda: is_told.wait(20), blocks=True)
        return RowResult(row.datapoint_id, "", {}, None)

    def report() -> None:
        raise OSError("the terminal is gone")

    with threads_end():
        with pytest.raises(OSError, match="the terminal is gone"):
            Work(ROWS, begin, Room()).run(1, is_async=is_async, report=report, warn=nothing)
        is_told.set()

    assert begun == ["0"]


@pytest.mark.parametrize("is_async", [False, True])
def test_a_row_that_waits_for_room_when_the_run_is_stopped_does_not_begin(is_async: bool) -> None:
    room, warned = Room(is_short=True), []

    def begin(row: Row) -> Steps:
        raise AssertionError(row)
        yield

    def report() -> None:
        if room.is_awaited.is_set():
            raise KeyboardInterrupt

    with threads_end(), pytest.raises(KeyboardInterrupt):
        Work(ROWS, begin, room).run(2, is_async=is_async, report=report, warn=lambda: warned.append(True))

    assert warned == [True]


@pytest.mark.parametrize("is_async", [False, True])
def test_an_error_that_is_no_row_s_is_raised_by_the_run(is_async: bool) -> None:
    def begin(row: Row) -> Any:
        raise LookupError(row.datapoint_id)
        yield

    with threads_end(), pytest.raises((LookupError, ExceptionGroup)) as raised:
        Work(ROWS, begin, Room()).run(1, is_async=is_async, report=nothing, warn=nothing)

    assert "LookupError" in repr(raised.value)
