"""The scheduler takes rows until it is stopped."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import pytest

from honeyhive._experiments.dataset import DatasetRow
from honeyhive._experiments.result import RowResult
from honeyhive._experiments.row import RowStep, RowSteps
from honeyhive._experiments.scheduler import Scheduler

ROWS = [DatasetRow(str(number), {}, None, {}) for number in range(3)]


class Room:
    """A check for free space in the queue, whose answer the test controls."""

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


def scheduler(begin: Callable[[DatasetRow], RowSteps], room: Room) -> Scheduler:
    rows = ((index, partial(begin, row)) for index, row in enumerate(ROWS))
    return Scheduler(rows, room, lambda _index, _result: None)


@contextmanager
def threads_end() -> Iterator[None]:
    before = {*threading.enumerate()}
    yield
    for thread in {*threading.enumerate()} - before:
        thread.join(20)
        assert not thread.is_alive()


@pytest.mark.parametrize("is_async", [False, True])
def test_an_error_of_the_progress_report_stops_the_rows(is_async: bool) -> None:
    begun, is_told = [], threading.Event()

    def begin(row: DatasetRow) -> RowSteps:
        begun.append(row.datapoint_id)
        yield RowStep(lambda: is_told.wait(20), blocks=True)
        return RowResult(row.datapoint_id, "", {}, None)

    def report() -> None:
        raise OSError("the terminal is gone")

    with threads_end():
        with pytest.raises(OSError, match="the terminal is gone"):
            scheduler(begin, Room()).run(1, is_async=is_async, report=report, warn=nothing)
        is_told.set()

    assert begun == ["0"]


@pytest.mark.parametrize("is_async", [False, True])
def test_a_row_that_waits_for_the_queue_does_not_start_after_the_stop(is_async: bool) -> None:
    room, warned = Room(is_short=True), []

    def begin(row: DatasetRow) -> RowSteps:
        raise AssertionError(row)
        yield

    def report() -> None:
        if room.is_awaited.is_set():
            raise KeyboardInterrupt

    with threads_end(), pytest.raises(KeyboardInterrupt):
        scheduler(begin, room).run(2, is_async=is_async, report=report, warn=lambda: warned.append(True))

    assert warned == [True]


@pytest.mark.parametrize("is_async", [False, True])
def test_an_error_outside_of_a_row_is_raised_by_the_run(is_async: bool) -> None:
    def begin(row: DatasetRow) -> Any:
        raise LookupError(row.datapoint_id)
        yield

    with threads_end(), pytest.raises((LookupError, ExceptionGroup)) as raised:
        scheduler(begin, Room()).run(1, is_async=is_async, report=nothing, warn=nothing)

    assert "LookupError" in repr(raised.value)
