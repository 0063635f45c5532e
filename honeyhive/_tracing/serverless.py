"""Flush of serverless handlers before they return, because the platform then freezes the process."""

import inspect
import sys
from collections.abc import Callable
from functools import wraps
from typing import Any, Final

# Seconds that the platform needs to return the result.
_RESERVE: Final = 0.2


def flushing(flush: Callable[[float], Any], function: Callable[..., Any], timeout: float) -> Callable[..., Any]:
    """Return a handler that calls ``function``, and flushes before it returns or raises."""
    if inspect.iscoroutinefunction(function):

        @wraps(function)
        async def handle_async(*args: Any, **kwargs: Any) -> Any:
            try:
                return await function(*args, **kwargs)
            finally:
                await _in_thread(flush, _time_left(args, timeout))

        return handle_async

    @wraps(function)
    def handle(*args: Any, **kwargs: Any) -> Any:
        try:
            return function(*args, **kwargs)
        finally:
            flush(_time_left(args, timeout))

    return handle


async def _in_thread(flush: Callable[[float], Any], timeout: float) -> None:
    """Flush on a thread, so that the event loop of asyncio or trio runs in the meantime."""
    import asyncio

    trio = sys.modules.get("trio")
    if trio is not None and asyncio._get_running_loop() is None:
        await trio.to_thread.run_sync(flush, timeout)
    else:
        await asyncio.to_thread(flush, timeout)


def _time_left(args: tuple[Any, ...], timeout: float) -> float:
    """Return the timeout in seconds, or less if an argument, such as AWS Lambda's context, leaves less time."""
    for argument in args:
        remaining = getattr(type(argument), "get_remaining_time_in_millis", None)
        if callable(remaining):
            try:
                return max(0.0, min(timeout, float(remaining(argument)) / 1000 - _RESERVE))
            except Exception:  # the argument is not the context of a platform
                return timeout
    return timeout
