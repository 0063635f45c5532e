"""Performs the steps of workers on a thread, or as tasks of an event loop: what they do is written once for both."""

import asyncio
from collections.abc import AsyncIterable, Awaitable, Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from contextvars import copy_context
from functools import partial
from inspect import isasyncgen, isawaitable, isgenerator
from queue import SimpleQueue
from threading import Thread
from typing import Any, NamedTuple, Self, TypeAlias

from .attempt import Step

Work: TypeAlias = Callable[[], Generator[Step, Any, None]]
"""Begins what one worker does: yields what to call and is sent what it gave, or thrown what it raised."""


class _Outcome(NamedTuple):
    """What a step gave or raised; a value, since no future carries a StopIteration."""

    value: Any = None
    error: BaseException | None = None


def run_on_thread(work: Work) -> None:
    """Be one worker on this thread; what turns out to be awaitable is awaited in a loop of the thread's own."""
    outcome = _Outcome()
    with _Settling() as settle, closing(work()) as steps:
        while (step := _next(steps, outcome)) is not None:
            outcome = _tried(step.call, settle)


def run_in_loop(work: Work, count: int) -> None:
    """Be so many workers in an event loop of this thread; what blocks is called on threads beside it."""

    async def main() -> None:
        # For the user's own to_thread(): the loop's executor may have fewer threads than there are rows.
        with ThreadPoolExecutor(count) as executor:
            asyncio.get_running_loop().set_default_executor(executor)
            async with asyncio.TaskGroup() as group:
                for _ in range(count):
                    group.create_task(_run_as_task(work))

    asyncio.run(main())


async def _run_as_task(work: Work) -> None:
    outcome = _Outcome()
    with closing(_Beside()) as beside, closing(work()) as steps:
        while (step := _next(steps, outcome)) is not None:
            outcome = await _awaited(step, beside)


def _next(steps: Generator[Step, Any, None], outcome: _Outcome) -> Step | None:
    try:
        return steps.send(outcome.value) if outcome.error is None else steps.throw(outcome.error)
    except StopIteration:
        return None


def _tried(call: Callable[[], Any], settle: Callable[[Any], Any]) -> _Outcome:
    """What the call gives, settled; of a generator the list of what it yields."""
    try:
        value = call()
        return _Outcome(settle([*value] if isgenerator(value) else value))
    except BaseException as error:
        return _Outcome(error=error)


async def _awaited(step: Step, beside: "_Beside") -> _Outcome:
    tried = partial(_tried, step.call, lambda value: value)
    outcome = await beside(tried) if step.blocks else tried()
    try:
        if isasyncgen(outcome.value):
            return _Outcome(await _listed(outcome.value))
        return _Outcome(await outcome.value) if isawaitable(outcome.value) else outcome
    except BaseException as error:
        if isinstance(error, asyncio.CancelledError) and _is_cancelled():
            raise
        return _Outcome(error=error)


def _is_cancelled() -> bool:
    """Whether it is this task that is being cancelled, and not something of the user's inside of it."""
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0


async def _listed(items: AsyncIterable[Any]) -> list[Any]:
    return [item async for item in items]


class _Beside:
    """Calls what blocks on a thread of its own, one call at a time.

    The thread is a daemon: those of an executor would keep the process until a call ends that never does.
    """

    def __init__(self) -> None:
        self._calls: SimpleQueue[Callable[[], object] | None] | None = None

    async def __call__(self, call: Callable[[], _Outcome]) -> _Outcome:
        """What it gives."""
        loop = asyncio.get_running_loop()
        told: asyncio.Future[_Outcome] = loop.create_future()
        if self._calls is None:
            self._calls = SimpleQueue()
            Thread(target=_serve, args=(self._calls,), daemon=True).start()
        self._calls.put(partial(copy_context().run, _tell, call, loop, told))
        return await told

    def close(self) -> None:
        """Let the thread end after its call."""
        if self._calls is not None:
            self._calls.put(None)


def _serve(calls: "SimpleQueue[Callable[[], object] | None]") -> None:
    while (call := calls.get()) is not None:
        call()


def _tell(call: Callable[[], _Outcome], loop: asyncio.AbstractEventLoop, told: "asyncio.Future[_Outcome]") -> None:
    outcome = call()

    def tell() -> None:
        if not told.done():
            told.set_result(outcome)

    with suppress(RuntimeError):  # nobody waits any more: the loop is closed
        loop.call_soon_threadsafe(tell)


class _Settling:
    """Awaits what is awaitable, in a loop that is made when it is first needed."""

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
        return self._runner.run(_settled(value), context=copy_context())


async def _settled(value: Awaitable[Any]) -> Any:
    return await value
