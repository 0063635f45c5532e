"""Executors of a row's steps: worker threads, or tasks of an event loop. The steps are the same for both.

Every step is called in a copy of the worker's context, so that rows and evaluators do not see each other's context
variables.
"""

import asyncio
from collections.abc import AsyncIterable, Awaitable, Callable, Coroutine, Generator
from contextlib import closing, suppress
from contextvars import Context, copy_context
from functools import partial
from inspect import isasyncgen, isawaitable, iscoroutine, isgenerator
from queue import Empty, SimpleQueue
from threading import Event, Thread
from time import monotonic
from typing import Any, NamedTuple, TypeAlias

from .event_loop import Lease
from .row import RowStep

StepSource: TypeAlias = Callable[[], Generator[RowStep, Any, None]]
"""Function that starts a worker's steps: a generator that yields calls, and gets their results or errors."""


class _Outcome(NamedTuple):
    """The result or the error of a step. The error is held as a value, because a future cannot hold a StopIteration."""

    value: Any = None
    error: BaseException | None = None


def run_on_thread(source: StepSource, lease: Lease) -> None:
    """Run one worker on this thread; awaitables run in the shared event loop."""
    outcome = _Outcome()
    with closing(source()) as steps:
        while (step := _next(steps, outcome)) is not None:
            outcome = copy_context().run(_settled, step, lease)


def run_in_loop(source: StepSource, count: int, lease: Lease) -> None:
    """Run ``count`` workers in the shared event loop and wait for them; blocking steps run on other threads."""
    is_over = Event()

    async def main() -> None:
        async with asyncio.TaskGroup() as group:
            for _ in range(count):
                group.create_task(_run_until_over(source, lease, is_over))

    lease.run(main())


async def _run_until_over(source: StepSource, lease: Lease, is_over: Event) -> None:
    try:
        await run_as_task(source, lambda: lease.is_abandoned or is_over.is_set())
    except BaseException:
        is_over.set()
        raise


async def run_as_task(source: StepSource, is_cancelled: Callable[[], bool]) -> None:
    """Run one worker in the current task.

    ``is_cancelled`` returns True once the run is cancelled. A CancelledError before that comes from the row itself.
    """
    outcome = _Outcome()
    with closing(_SideThread()) as beside, closing(source()) as steps:
        while (step := _next(steps, outcome)) is not None:
            outcome = await _awaited(step, beside)
            if is_cancelled():  # the row may have caught the CancelledError
                return


def _next(steps: Generator[RowStep, Any, None], outcome: _Outcome) -> RowStep | None:
    try:
        return steps.send(outcome.value) if outcome.error is None else steps.throw(outcome.error)
    except StopIteration:
        return None


def _called(call: Callable[[], Any]) -> _Outcome:
    """Return the outcome of a call; a generator becomes the list of its items."""
    try:
        value = call()
        return _Outcome([*value] if isgenerator(value) else value)
    except BaseException as error:
        return _Outcome(error=error)


def _settled(step: RowStep, lease: Lease) -> _Outcome:
    started = monotonic()
    outcome = _called(step.call) if step.timeout is None else _called_within(step.call, step.timeout)
    awaitable = _awaitable(outcome.value)
    if awaitable is None:
        return outcome
    left = None if step.timeout is None else step.timeout - (monotonic() - started)
    return lease.run(_outcome_of(awaitable, left, step.timeout))


def _called_within(call: Callable[[], Any], timeout: float) -> _Outcome:
    """Return the outcome of a call on another thread. After the timeout, the thread is abandoned."""
    found: SimpleQueue[_Outcome] = SimpleQueue()
    context = copy_context()
    Thread(target=lambda: found.put(context.run(_called, call)), daemon=True).start()
    try:
        return found.get(timeout=timeout)
    except Empty:
        return _timed_out(timeout)


def _timed_out(timeout: float | None) -> _Outcome:
    return _Outcome(error=TimeoutError(f"no result after {timeout:g} s"))


async def _awaited(step: RowStep, beside: "_SideThread") -> _Outcome:
    if step.timeout is None:
        return await _unlimited(step, beside)
    scope = asyncio.timeout(step.timeout)
    try:
        async with scope:
            outcome = await _unlimited(step, beside)
    except TimeoutError:
        outcome = _Outcome()
    if scope.expired():
        beside.abandon()
        return _timed_out(step.timeout)
    return outcome


async def _unlimited(step: RowStep, beside: "_SideThread") -> _Outcome:
    context = copy_context()
    outcome = await beside(step.call, context) if step.blocks else context.run(_called, step.call)
    awaitable = _awaitable(outcome.value)
    if awaitable is None:
        return outcome
    try:
        return _Outcome(await _InContext(_coroutine_of(awaitable), context))
    except BaseException as error:  # a SystemExit would end the thread of the loop
        return _Outcome(error=error)


class _InContext:
    """Awaits a coroutine, and runs each of its steps in the given context.

    A task with this context would need four more iterations of the loop, and each iteration releases the GIL.
    """

    def __init__(self, coroutine: Coroutine[Any, Any, Any], context: Context) -> None:
        self._coroutine = coroutine
        self._context = context

    def __await__(self) -> Generator[Any, Any, Any]:
        run, send, throw = self._context.run, self._coroutine.send, self._coroutine.throw
        value, error = None, None
        while True:
            try:
                future = run(send, value) if error is None else run(throw, error)
            except StopIteration as ended:
                return ended.value
            try:
                value, error = (yield future), None
            except BaseException as raised:
                value, error = None, raised


def _coroutine_of(awaitable: Awaitable[Any]) -> Coroutine[Any, Any, Any]:
    return awaitable if iscoroutine(awaitable) else _value_of(awaitable)


async def _value_of(awaitable: Awaitable[Any]) -> Any:
    return await awaitable


def _awaitable(value: Any) -> Awaitable[Any] | None:
    if isasyncgen(value):
        return _listed(value)
    return value if isawaitable(value) else None


async def _outcome_of(awaitable: Awaitable[Any], left: float | None, timeout: float | None) -> _Outcome:
    scope = asyncio.timeout(left)
    try:
        async with scope:
            return _Outcome(await awaitable)
    except BaseException as error:  # a SystemExit would end the thread of the loop
        return _timed_out(timeout) if scope.expired() else _Outcome(error=error)


async def _listed(items: AsyncIterable[Any]) -> list[Any]:
    return [item async for item in items]


class _SideThread:
    """Makes blocking calls on its own thread, one at a time.

    The thread is a daemon, so that a call that never returns does not keep the process alive.
    """

    def __init__(self) -> None:
        self._calls: SimpleQueue[Callable[[], object] | None] | None = None

    async def __call__(self, call: Callable[[], Any], context: Context) -> _Outcome:
        """Make the call on the thread, in the given context, and return its outcome."""
        loop = asyncio.get_running_loop()
        done: asyncio.Future[_Outcome] = loop.create_future()
        if self._calls is None:
            self._calls = SimpleQueue()
            Thread(target=_serve, args=(self._calls,), daemon=True).start()
        self._calls.put(partial(_report, partial(context.run, _called, call), loop, done))
        return await done

    def abandon(self) -> None:
        """Abandon a call that takes too long; the next call gets another thread."""
        self.close()
        self._calls = None

    def close(self) -> None:
        """Let the thread end after its current call."""
        if self._calls is not None:
            self._calls.put(None)


def _serve(calls: "SimpleQueue[Callable[[], object] | None]") -> None:
    while (call := calls.get()) is not None:
        call()


def _report(call: Callable[[], _Outcome], loop: asyncio.AbstractEventLoop, done: "asyncio.Future[_Outcome]") -> None:
    outcome = call()  # before finish(), because the loop must not enter a context that is still in use

    def finish() -> None:
        if not done.done():
            done.set_result(outcome)

    with suppress(RuntimeError):  # the loop is closed, so nobody waits any more
        loop.call_soon_threadsafe(finish)
