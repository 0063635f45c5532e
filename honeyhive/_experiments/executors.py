"""Executors of a row's steps: worker threads, or tasks of the shared event loop. The steps are the same for both.

Every step is called in a copy of the worker's context, so that no row and no evaluator sees the context variables that
another one set.
"""

import asyncio
from collections.abc import AsyncIterable, Awaitable, Callable, Coroutine, Generator
from contextlib import closing, suppress
from contextvars import Context, copy_context
from functools import partial
from inspect import isasyncgen, isawaitable, iscoroutine, isgenerator
from queue import SimpleQueue
from threading import Event, Thread
from typing import Any, NamedTuple, TypeAlias

from .event_loop import Lease
from .row import Step

Work: TypeAlias = Callable[[], Generator[Step, Any, None]]
"""Begins what one worker does: yields what to call and is sent what it gave, or thrown what it raised."""


class _Outcome(NamedTuple):
    """The result or the error of a step; a value, since no future carries a StopIteration."""

    value: Any = None
    error: BaseException | None = None


def run_on_thread(work: Work, lease: Lease) -> None:
    """Be one worker on this thread; awaitables run in the shared event loop."""
    outcome = _Outcome()
    with closing(work()) as steps:
        while (step := _next(steps, outcome)) is not None:
            outcome = copy_context().run(_settled, step.call, lease)


def run_in_loop(work: Work, count: int, lease: Lease) -> None:
    """Run ``count`` workers in the shared event loop and wait for them; what blocks is called on other threads."""
    is_over = Event()

    async def main() -> None:
        async with asyncio.TaskGroup() as group:
            for _ in range(count):
                group.create_task(_run_as_task(work, lease, is_over))

    lease.run(main())


async def _run_as_task(work: Work, lease: Lease, is_over: Event) -> None:
    outcome = _Outcome()
    try:
        with closing(_SideThread()) as beside, closing(work()) as steps:
            while (step := _next(steps, outcome)) is not None:
                outcome = await _awaited(step, beside)
                if lease.is_abandoned or is_over.is_set():  # the row took the cancellation for its own
                    return
    except BaseException:
        is_over.set()
        raise


def _next(steps: Generator[Step, Any, None], outcome: _Outcome) -> Step | None:
    try:
        return steps.send(outcome.value) if outcome.error is None else steps.throw(outcome.error)
    except StopIteration:
        return None


def _called(call: Callable[[], Any]) -> _Outcome:
    """The outcome of a call; a generator becomes the list of its items."""
    try:
        value = call()
        return _Outcome([*value] if isgenerator(value) else value)
    except BaseException as error:
        return _Outcome(error=error)


def _settled(call: Callable[[], Any], lease: Lease) -> _Outcome:
    outcome = _called(call)
    awaitable = _awaitable(outcome.value)
    return outcome if awaitable is None else lease.run(_outcome_of(awaitable))


async def _awaited(step: Step, beside: "_SideThread") -> _Outcome:
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
    """Awaits a coroutine whose steps run in a context.

    A task with the context would do the same, but takes four more turns of the loop, each of which releases the GIL.
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


async def _outcome_of(awaitable: Awaitable[Any]) -> _Outcome:
    try:
        return _Outcome(await awaitable)
    except BaseException as error:  # a SystemExit would end the thread of the loop
        return _Outcome(error=error)


async def _listed(items: AsyncIterable[Any]) -> list[Any]:
    return [item async for item in items]


class _SideThread:
    """Calls what blocks on a thread of its own, one call at a time.

    The thread is a daemon: those of an executor would keep the process until a call ends that never does.
    """

    def __init__(self) -> None:
        self._calls: SimpleQueue[Callable[[], object] | None] | None = None

    async def __call__(self, call: Callable[[], Any], context: Context) -> _Outcome:
        """Return the outcome of the call, made in the context."""
        loop = asyncio.get_running_loop()
        told: asyncio.Future[_Outcome] = loop.create_future()
        if self._calls is None:
            self._calls = SimpleQueue()
            Thread(target=_serve, args=(self._calls,), daemon=True).start()
        self._calls.put(partial(_tell, partial(context.run, _called, call), loop, told))
        return await told

    def close(self) -> None:
        """Let the thread end after its call."""
        if self._calls is not None:
            self._calls.put(None)


def _serve(calls: "SimpleQueue[Callable[[], object] | None]") -> None:
    while (call := calls.get()) is not None:
        call()


def _tell(called: Callable[[], _Outcome], loop: asyncio.AbstractEventLoop, told: "asyncio.Future[_Outcome]") -> None:
    outcome = called()  # the context is left before the loop enters it

    def tell() -> None:
        if not told.done():
            told.set_result(outcome)

    with suppress(RuntimeError):  # nobody waits any more: the loop is closed
        loop.call_soon_threadsafe(tell)
