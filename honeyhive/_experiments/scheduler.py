"""Scheduler of the rows of a run: on threads, or as tasks of the event loop, at most ``concurrency`` at a time.

Either way the calling thread only waits, so that it can show how far it is and hear Ctrl-C, also in a notebook whose
event loop is running already.
"""

import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from contextvars import Context, copy_context
from functools import partial
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeAlias

from .dataset import Row
from .event_loop import Lease
from .executors import run_in_loop, run_on_thread
from .row import Step, Steps

if TYPE_CHECKING:
    from .result import RowResult

Begin: TypeAlias = Callable[[Row], Steps]
_TICK: Final = 0.1
"""Seconds between two reports."""


class Room(Protocol):
    """Room in the queue for the events of a row."""

    def is_short(self) -> bool:
        """Return True if a row has to wait."""
        ...

    def wait(self, stopped: threading.Event) -> None:
        """Wait for it, or until the run is stopped."""


class Work:
    """The rows of one run, each taken by one worker; ``results`` has those that have finished, by their place."""

    def __init__(self, rows: Sequence[Row], begin: Begin, room: Room) -> None:
        self.total: int = len(rows)
        self.results: dict[int, RowResult] = {}
        self.leftovers: list[str] = []
        """The names of tasks that rows left behind and that did not end in time."""
        self.seconds: float = 0.0
        """Seconds that the rows took."""
        self._waiting = deque(enumerate(rows))
        self._begin = begin
        self._room = room
        self._stopped = threading.Event()
        self._broken: BaseException | None = None

    def run(self, concurrency: int, *, is_async: bool, report: Callable[[], None], warn: Callable[[], None]) -> None:
        """Run every row; ``report`` is called now and then, ``warn`` when Ctrl-C lets the rows under way end first.

        Raises KeyboardInterrupt when they have, or at once at the second one.
        """
        if not self.total:
            return
        count = min(concurrency, self.total)
        lease = Lease(count)
        try:
            self._run(count, lease, is_async, report, warn)
        except BaseException:
            lease.abandon()
            raise
        finally:
            lease.close()

    def _run(
        self, count: int, lease: Lease, is_async: bool, report: Callable[[], None], warn: Callable[[], None]
    ) -> None:
        ended = [threading.Event() for _ in range(1 if is_async else count)]
        work = partial(run_in_loop, self._rows, count, lease) if is_async else partial(run_on_thread, self._rows, lease)
        context = copy_context()
        context.run(lease.enter)
        threads = [self._thread(context, one, work) for one in ended]
        begun = perf_counter()
        try:
            for thread in threads:
                thread.start()
            # No join(): interrupted, it takes a thread that is running for one that has ended.
            for one in ended:
                while not one.wait(_TICK):
                    report()
        except KeyboardInterrupt:
            self._stopped.set()
            warn()
            for thread, one in zip(threads, ended, strict=True):
                if thread.ident is not None:  # one that begins from now on takes no row
                    one.wait()
            raise
        finally:
            self._stopped.set()
            self.seconds = perf_counter() - begun
        if self._broken is not None:
            raise self._broken
        self.leftovers = lease.leftovers()

    def _thread(self, context: Context, ended: threading.Event, work: Callable[[], None]) -> threading.Thread:
        # Daemons: a row that never ends cannot keep the process after the second Ctrl-C.
        return threading.Thread(target=context.copy().run, args=(self._worker, ended, work), daemon=True)

    def _worker(self, ended: threading.Event, work: Callable[[], None]) -> None:
        try:
            work()
        except BaseException as error:  # told on the calling thread
            self._broken = error
            self._stopped.set()
        finally:
            ended.set()

    def _rows(self) -> Generator[Step, Any, None]:
        """The steps of one worker: row after row, until none is left or the run is stopped."""
        for place, row in self._taken():
            if self._room.is_short():
                yield Step(partial(self._room.wait, self._stopped), blocks=True)
                if self._stopped.is_set():
                    return
            self.results[place] = yield from self._begin(row)

    def _taken(self) -> Iterator[tuple[int, Row]]:
        with suppress(IndexError):
            while not self._stopped.is_set():
                yield self._waiting.popleft()
