"""Runs the rows: plain functions on threads, coroutine functions in one event loop; never more than so many at a time.

Either way the calling thread only waits, so that it can show how far it is and hear Ctrl-C, also in a notebook whose
event loop is running already.
"""

import asyncio
import threading
from collections import deque
from collections.abc import AsyncIterable, Awaitable, Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from contextvars import copy_context
from inspect import isasyncgen, isawaitable, isgenerator
from typing import Any, Final, Protocol, Self, TypeAlias

from .attempt import Step, Steps
from .dataset import Row
from .result import RowResult

Begin: TypeAlias = Callable[[Row], Steps]
_TICK: Final = 0.1
"""Seconds between two reports."""


class Room(Protocol):
    """Whether there is room for what a row will log."""

    def is_short(self) -> bool:
        """Whether one has to wait."""
        ...

    def wait(self, stopped: threading.Event) -> None:
        """Wait for it, or until the run is stopped."""


class Work:
    """The rows of one run, each taken by one worker; ``results`` has those that have finished, by their place."""

    def __init__(self, rows: Sequence[Row], begin: Begin, room: Room) -> None:
        self.total = len(rows)
        self.results: dict[int, RowResult] = {}
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
        ended = [threading.Event() for _ in range(1 if is_async else count)]
        threads = [self._thread(one, self._loop, count) if is_async else self._thread(one, self._rows) for one in ended]
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
        if self._broken is not None:
            raise self._broken

    def _thread(self, ended: threading.Event, work: Callable[..., None], *arguments: Any) -> threading.Thread:
        # Daemons: a row that never ends cannot keep the process after the second Ctrl-C.
        run = copy_context().run
        return threading.Thread(target=run, args=(self._worker, ended, work, *arguments), daemon=True)

    def _worker(self, ended: threading.Event, work: Callable[..., None], *arguments: Any) -> None:
        try:
            work(*arguments)
        except BaseException as error:  # told on the calling thread
            self._broken = error
            self._stopped.set()
        finally:
            ended.set()

    def _taken(self) -> Iterator[tuple[int, Row]]:
        """The rows that this worker takes, until none is left or the run is stopped."""
        with suppress(IndexError):
            while not self._stopped.is_set():
                yield self._waiting.popleft()

    def _rows(self) -> None:
        with _Settling() as settle:
            for place, row in self._taken():
                if self._room.is_short():
                    self._room.wait(self._stopped)
                self.results[place] = _driven(self._begin(row), settle)

    def _loop(self, count: int) -> None:
        async def main() -> None:
            # What blocks runs here: the loop's own executor may have fewer threads than there are rows.
            with ThreadPoolExecutor(count, "honeyhive-evaluators") as executor:
                asyncio.get_running_loop().set_default_executor(executor)
                async with asyncio.TaskGroup() as group:
                    for _ in range(count):
                        group.create_task(self._rows_in_loop())

        asyncio.run(main())

    async def _rows_in_loop(self) -> None:
        for place, row in self._taken():
            if self._room.is_short():
                await asyncio.to_thread(self._room.wait, self._stopped)
            self.results[place] = await _driven_in_loop(self._begin(row))


class _Settling:
    """Awaits on a thread what turns out to be awaitable, in a loop of the thread's own."""

    def __init__(self) -> None:
        self._runner: asyncio.Runner | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._runner is not None:
            self._runner.close()

    def __call__(self, value: Any) -> Any:
        if isasyncgen(value):
            value = _listed(value)
        if not isawaitable(value):
            return value
        self._runner = self._runner or asyncio.Runner()
        # In the context of now: the runner's own is that of its first use, in which another row was the current one.
        return self._runner.run(_awaited(value), context=copy_context())


def _driven(steps: Steps, settle: Callable[[Any], Any]) -> RowResult:
    try:
        step = next(steps)
        while True:
            try:
                value = settle(_result(step.call))
            except BaseException as error:
                step = steps.throw(error)
            else:
                step = steps.send(value)
    except StopIteration as end:
        result: RowResult = end.value
        return result


async def _driven_in_loop(steps: Steps) -> RowResult:
    try:
        step = next(steps)
        while True:
            try:
                value = await _called(step)
            except BaseException as error:
                if isinstance(error, asyncio.CancelledError) and _is_cancelled():
                    steps.close()
                    raise
                step = steps.throw(error)
            else:
                step = steps.send(value)
    except StopIteration as end:
        result: RowResult = end.value
        return result


async def _called(step: Step) -> Any:
    value = await asyncio.to_thread(_result, step.call) if step.blocks else step.call()
    if isasyncgen(value):
        return await _listed(value)
    return await value if isawaitable(value) else value


def _result(call: Callable[[], Any]) -> Any:
    """What the call gives; of a generator the list of what it yields."""
    value = call()
    return [*value] if isgenerator(value) else value


async def _listed(items: AsyncIterable[Any]) -> list[Any]:
    return [item async for item in items]


def _is_cancelled() -> bool:
    """Whether it is this task that is being cancelled, and not something of the user's inside of it."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0


async def _awaited(value: Awaitable[Any]) -> Any:
    return await value
