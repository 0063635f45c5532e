"""The event loop shared by all evaluations of this process: everything awaitable runs in it, on one thread.

Clients such as ``httpx.AsyncClient`` or ``AsyncOpenAI``, and locks such as ``asyncio.Semaphore``, work only in the
loop that first used them. So the process keeps one loop.

- The loop's thread runs while an evaluation uses the loop, and ends with the last evaluation.
- A forked child creates a loop of its own.
- Tasks that rows started and left unfinished are awaited for `LEFTOVER_TIMEOUT` seconds, then reported by name.
"""

import asyncio
import atexit
import os
import threading
from collections.abc import Coroutine
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as FutureTimeoutError
from contextlib import suppress
from contextvars import ContextVar
from inspect import iscoroutine
from socket import socket
from typing import Any, Final, TypeVar
from weakref import WeakSet

from .._core.errors import InvalidRequestError

T = TypeVar("T")
LEFTOVER_TIMEOUT: Final = 5.0
"""Seconds to wait, after the last row, for tasks that rows started and left unfinished."""
_STOP_TIMEOUT: Final = 1.0
"""Seconds to wait for cancelled tasks and for the loop's thread before they are abandoned."""
_MIN_THREADS: Final = 32
"""Smallest size of the loop's thread pool. It equals the maximum size of asyncio's default pool."""
_NAMES_SHOWN: Final = 5


class _SharedLoop:
    """The loop of a process, the thread that runs it, and a count of its users."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.loop: asyncio.AbstractEventLoop | None = None
        self.thread: threading.Thread | None = None
        self._executor: ThreadPoolExecutor | None = None
        self._users = 0
        self._rows = self._threads = 0

    def acquire(self, rows: int) -> asyncio.AbstractEventLoop:
        """Start using the loop, and return it. Its thread pool has a thread for each of the ``rows`` that run at once.

        Every row can therefore call ``asyncio.to_thread()`` without waiting for another row.
        """
        with self.lock:
            loop = self.loop = self.loop or _new_loop()
            self._users += 1
            self._rows += rows
            if self._executor is None or self._rows > self._threads:
                self._replace_executor(max(self._rows, _MIN_THREADS))
            if self.thread is None:
                self.thread = threading.Thread(target=_run, args=(loop,), name="honeyhive-evaluate", daemon=True)
                self.thread.start()
            return loop

    def release(self, loop: asyncio.AbstractEventLoop, rows: int) -> None:
        """Stop using the loop. When the last user has stopped, the loop's thread ends."""
        with self.lock:
            if loop is not self.loop:  # the loop was abandoned in the meantime
                return
            self._users -= 1
            self._rows -= rows
            if self._users or self.thread is None:
                return
            loop.call_soon_threadsafe(loop.stop)
            self.thread.join(_STOP_TIMEOUT)
            if self.thread.is_alive():
                _kept.append(loop)
                self.loop = None
            self.thread = None
            self._replace_executor(0)

    def _replace_executor(self, threads: int) -> None:
        if self._executor is not None:
            self._executor.shutdown(wait=False)
        self._executor = ThreadPoolExecutor(threads) if threads else None
        self._threads = threads
        if self.loop is not None and self._executor is not None:
            self.loop.set_default_executor(self._executor)

    def close(self) -> None:
        """At process exit: cancel the remaining tasks and close the loop."""
        loop, self.loop = self.loop, None
        if loop is None or loop.is_running():
            return
        with suppress(Exception):  # user tasks may raise anything; the process still has to end
            loop.run_until_complete(_cancel_all())
        loop.close()


_kept: Final[list[asyncio.AbstractEventLoop]] = []
"""Abandoned loops. They cannot be closed, since their threads may still run."""
_shared = _SharedLoop()
_lease: ContextVar["Lease | None"] = ContextVar("honeyhive_lease", default=None)


class AbandonedError(BaseException):
    """Raised in the rows of an evaluation that a second Ctrl-C abandoned. It does not count as an error of the row."""


class Lease:
    """One evaluation's use of the shared loop. The use begins when the evaluation runs its first awaitable."""

    def __init__(self, rows: int) -> None:
        self._rows = rows
        self._loop: asyncio.AbstractEventLoop | None = None
        self._lock = threading.Lock()
        self._tasks: WeakSet[asyncio.Task[Any]] = WeakSet()
        self.is_abandoned: bool = False
        """True after a second Ctrl-C: results of rows in progress are ignored."""
        self._cancelled: Future[None] | None = None

    def enter(self) -> None:
        """Count tasks that are created in the current context as tasks of this evaluation."""
        _lease.set(self)

    def add(self, task: "asyncio.Task[Any]") -> None:
        """Record a task that the evaluation created."""
        self._tasks.add(task)

    def run(self, coroutine: Coroutine[Any, Any, T]) -> T:
        """Run the coroutine in the loop, in a copy of the current context. Block this thread until its result is there.

        Raises AbandonedError if the evaluation is abandoned.
        """
        with self._lock:
            if self.is_abandoned:
                coroutine.close()
                raise AbandonedError
            loop = self._loop = self._loop or _shared.acquire(self._rows)
        future: Future[T] = asyncio.run_coroutine_threadsafe(coroutine, loop)
        try:
            result = future.result()
        except BaseException:
            if self.is_abandoned:
                raise AbandonedError from None
            raise
        if self.is_abandoned:  # the coroutine caught its cancellation
            raise AbandonedError
        return result

    def leftovers(self) -> list[str]:
        """Wait for tasks that rows left unfinished, and return the names of the tasks that still run afterwards."""
        with self._lock:
            if self._loop is None:
                return []
        return self.run(self._unfinished(LEFTOVER_TIMEOUT))

    def abandon(self) -> None:
        """Cancel all tasks of the evaluation."""
        with self._lock:
            self.is_abandoned = True
            loop = self._loop
        if loop is not None:
            self._cancelled = asyncio.run_coroutine_threadsafe(self._cancel(), loop)

    def close(self) -> None:
        """Release the loop. Waits for the cancelled tasks of an abandoned evaluation."""
        with self._lock:
            loop, self._loop = self._loop, None
        if self._cancelled is not None:
            with suppress(FutureTimeoutError):
                self._cancelled.result(_STOP_TIMEOUT)
        if loop is not None:
            _shared.release(loop, self._rows)

    async def _cancel(self) -> None:
        await _cancel({*self._tasks})

    def _pending(self) -> set["asyncio.Task[Any]"]:
        return {task for task in self._tasks if not task.done()} - {asyncio.current_task()}

    async def _unfinished(self, timeout: float) -> list[str]:
        loop = asyncio.get_running_loop()
        deadline = loop.time() + timeout
        # Tasks may create further tasks.
        while (pending := self._pending()) and (left := deadline - loop.time()) > 0:
            await asyncio.wait(pending, timeout=left)
        return sorted({_name(task) for task in self._pending()})


def check_thread() -> None:
    """Raise InvalidRequestError if called on the shared loop's thread, where an evaluation would block the loop."""
    if _shared.thread is not None and _shared.thread.ident == threading.get_ident():
        raise InvalidRequestError(
            "evaluate() cannot run inside a coroutine function of another evaluate(), because it would block their "
            "event loop; use await asyncio.to_thread(evaluate, ...)"
        )


def in_words(names: list[str]) -> str:
    """Return up to five of the names, separated by commas, and the number of the others."""
    more = f" and {len(names) - _NAMES_SHOWN} more" if len(names) > _NAMES_SHOWN else ""
    return ", ".join(names[:_NAMES_SHOWN]) + more


def _new_loop() -> asyncio.AbstractEventLoop:
    loop = asyncio.new_event_loop()
    loop.set_task_factory(_new_task)
    return loop


def _new_task(loop: asyncio.AbstractEventLoop, coroutine: Any, **options: Any) -> "asyncio.Task[Any]":
    task = asyncio.Task(coroutine, loop=loop, **options)
    lease = _lease.get()
    if lease is not None:
        lease.add(task)
    return task


def _run(loop: asyncio.AbstractEventLoop) -> None:
    asyncio.set_event_loop(loop)
    is_stopped = False
    while not is_stopped:
        try:
            loop.run_forever()
            is_stopped = True
        except (SystemExit, KeyboardInterrupt):  # a user task raised it; the code that awaits the task gets it too
            continue


def _name(task: "asyncio.Task[Any]") -> str:
    coroutine = task.get_coro()
    name = getattr(coroutine, "__qualname__", None) if iscoroutine(coroutine) else None
    return name or task.get_name()


async def _cancel(tasks: set["asyncio.Task[Any]"]) -> None:
    for task in tasks:
        task.cancel()
    if tasks:
        await asyncio.wait(tasks, timeout=_STOP_TIMEOUT)


async def _cancel_all() -> None:
    await _cancel(asyncio.all_tasks() - {asyncio.current_task()})
    with suppress(TimeoutError):
        await asyncio.wait_for(asyncio.get_running_loop().shutdown_asyncgens(), _STOP_TIMEOUT)


def _close_at_exit() -> None:
    _shared.close()


def _reset_in_child() -> None:
    """Forget the parent's loop without closing it, because closing would change an epoll set of the parent."""
    global _shared
    for loop in [*_kept, *([_shared.loop] if _shared.loop else [])]:
        with suppress(AttributeError):  # a loop written in C takes no attributes
            loop.is_closed = lambda: True  # type: ignore[method-assign]
        for part in vars(loop).values() if hasattr(loop, "__dict__") else ():
            if isinstance(part, socket):
                part.close()
        _kept.append(loop)
    _shared = _SharedLoop()


atexit.register(_close_at_exit)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_reset_in_child)
