"""Timeouts, pauses, threads and shields for the async transport, by asyncio, or by trio through anyio."""

import asyncio
import sys
from collections.abc import Awaitable, Callable, Hashable
from contextlib import AbstractAsyncContextManager, AbstractContextManager, nullcontext
from types import TracebackType
from typing import Any, Final, NamedTuple, TypeVar

T = TypeVar("T")


class AsyncLibrary(NamedTuple):
    """The functions that the async transport uses, for asyncio or for trio."""

    timeout: Callable[[float], AbstractAsyncContextManager[Any]]
    """Context manager that raises TimeoutError inside of the block after this many seconds."""
    slots: Callable[[int], AbstractAsyncContextManager[Any]]
    sleep: Callable[[float], Awaitable[Any]]
    in_thread: Callable[..., Awaitable[Any]]
    shield: Callable[[], AbstractContextManager[Any]]
    """Context manager in which a cancelled task may still wait."""


ASYNCIO: Final = AsyncLibrary(asyncio.timeout, asyncio.Semaphore, asyncio.sleep, asyncio.to_thread, nullcontext)


class _Timeout:
    """Async context manager that wraps ``anyio.fail_after``."""

    def __init__(self, seconds: float) -> None:
        from anyio import fail_after

        self._scope = fail_after(seconds)

    async def __aenter__(self) -> None:
        self._scope.__enter__()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool | None:
        return self._scope.__exit__(kind, error, trace)


def _trio() -> AsyncLibrary:
    from anyio import CancelScope, Semaphore, sleep
    from anyio.to_thread import run_sync

    return AsyncLibrary(_Timeout, Semaphore, sleep, run_sync, lambda: CancelScope(shield=True))


def running_library() -> AsyncLibrary:
    """Return the functions of the library that runs this code, asyncio or trio. Raises RuntimeError outside of both."""
    return ASYNCIO if isinstance(running_loop(), asyncio.AbstractEventLoop) else _trio()


def running_loop() -> Hashable:
    """Return the event loop of asyncio or the token of trio's run. Raises RuntimeError outside of both."""
    trio = sys.modules.get("trio")
    if trio is not None and asyncio._get_running_loop() is None:
        token: Hashable = trio.lowlevel.current_trio_token()
        return token
    return asyncio.get_running_loop()
