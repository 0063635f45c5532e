"""Scheduler of the rows of a run: on threads or as tasks, at most ``concurrency`` at a time.

``run`` does not run rows on the calling thread, which only waits, reports progress and receives Ctrl-C. So ``run`` also
works in a notebook with a running event loop. ``run_async`` runs the rows as tasks of the caller's event loop.
"""

import asyncio
import threading
from collections.abc import Callable, Generator, Iterable
from contextvars import Context, copy_context
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeAlias

from .event_loop import Lease
from .executors import run_as_task, run_in_loop, run_on_thread
from .row import RowStep, RowSteps

if TYPE_CHECKING:
    from .result import RowResult

Start: TypeAlias = Callable[[], RowSteps]
"""Function that starts the steps of one row."""
_TICK: Final = 0.1
"""Seconds between two progress reports."""


class Backpressure(Protocol):
    """Makes rows wait until the delivery queue has space for their events."""

    def is_short(self) -> bool:
        """Return True if a row has to wait."""
        ...

    def wait(self, stopped: threading.Event) -> None:
        """Wait for space, or until the run is stopped."""


class Scheduler:
    """Runs the rows of one run. Rows are taken from the iterable one by one, when a worker is free."""

    def __init__(
        self,
        rows: Iterable[tuple[int, Start]],
        backpressure: Backpressure,
        on_result: "Callable[[int, RowResult], None]",
        stopped: threading.Event | None = None,
    ) -> None:
        """``on_result`` is called from worker threads with the index and the result of each finished row."""
        self.leftovers: list[str] = []
        """Names of the tasks that rows started and left unfinished."""
        self.seconds: float = 0.0
        """Elapsed seconds for all rows together."""
        self._rows = iter(rows)
        self._lock = threading.Lock()
        self._backpressure = backpressure
        self._on_result = on_result
        self._stopped = stopped or threading.Event()
        self._error: BaseException | None = None

    def run(self, concurrency: int, *, is_async: bool, report: Callable[[], None], warn: Callable[[], None]) -> None:
        """Run every row. ``report`` is called every 0.1 s.

        After Ctrl-C, ``warn`` is called, and KeyboardInterrupt is raised when the rows in progress have ended. A
        second Ctrl-C raises KeyboardInterrupt at once.
        """
        lease = Lease(concurrency)
        try:
            self._run(concurrency, lease, is_async, report, warn)
        except BaseException:
            lease.abandon()
            raise
        finally:
            lease.close()

    async def run_async(self, concurrency: int, report: Callable[[], None]) -> None:
        """Run every row as a task of the current event loop; blocking functions run on threads.

        If the current task is cancelled, rows in progress are cancelled and do not count as finished.
        """
        is_cancelled = threading.Event()
        started = perf_counter()
        tasks = {asyncio.ensure_future(self._task(is_cancelled.is_set)) for _ in range(concurrency)}
        try:
            pending = tasks
            while pending:
                _, pending = await asyncio.wait(pending, timeout=_TICK)
                report()
        except BaseException:
            is_cancelled.set()  # set first, so that the following CancelledError is not stored as an error of the rows
            self._stopped.set()
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)
            raise
        finally:
            self.seconds = perf_counter() - started
        for task in tasks:
            task.result()

    async def _task(self, is_cancelled: Callable[[], bool]) -> None:
        try:
            await run_as_task(self._steps, is_cancelled)
        except BaseException:
            self._stopped.set()
            raise

    def _run(
        self, count: int, lease: Lease, is_async: bool, report: Callable[[], None], warn: Callable[[], None]
    ) -> None:
        ended = [threading.Event() for _ in range(1 if is_async else count)]
        work = (
            partial(run_in_loop, self._steps, count, lease) if is_async else partial(run_on_thread, self._steps, lease)
        )
        context = copy_context()
        context.run(lease.enter)
        threads = [self._thread(context, one, work) for one in ended]
        started = perf_counter()
        try:
            for thread in threads:
                thread.start()
            # Thread.join() is not used, because an interrupted join() marks a running thread as finished.
            for one in ended:
                while not one.wait(_TICK):
                    report()
        except KeyboardInterrupt:
            self._stopped.set()
            warn()
            for thread, one in zip(threads, ended, strict=True):
                if thread.ident is not None:  # a thread that starts from now on takes no row
                    one.wait()
            raise
        finally:
            self._stopped.set()
            self.seconds = perf_counter() - started
        if self._error is not None:
            raise self._error
        self.leftovers = lease.leftovers()

    def _thread(self, context: Context, ended: threading.Event, work: Callable[[], None]) -> threading.Thread:
        # The threads are daemon threads: a row that never ends must not keep the process alive after the second Ctrl-C.
        return threading.Thread(target=context.copy().run, args=(self._worker, ended, work), daemon=True)

    def _worker(self, ended: threading.Event, work: Callable[[], None]) -> None:
        try:
            work()
        except BaseException as error:  # the calling thread raises this error later
            self._error = error
            self._stopped.set()
        finally:
            ended.set()

    def _steps(self) -> Generator[RowStep, Any, None]:
        """Yield the steps of one worker, row after row, until no row is left or the run is stopped."""
        while (taken := self._next()) is not None:
            if self._backpressure.is_short():
                yield RowStep(partial(self._backpressure.wait, self._stopped), blocks=True)
                if self._stopped.is_set():
                    return
            index, start = taken
            result = yield from start()
            self._on_result(index, result)

    def _next(self) -> tuple[int, Start] | None:
        if self._stopped.is_set():
            return None
        with self._lock:  # a generator cannot be advanced by two threads at once
            return next(self._rows, None)
