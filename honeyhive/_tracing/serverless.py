"""Functions that are frozen as soon as they return: what was logged leaves before."""

import inspect
from collections.abc import Callable
from functools import wraps
from typing import Any, Final

# What the platform needs to take the answer along.
_RESERVE: Final = 0.2


def flushing(flush: Callable[[float], Any], function: Callable[..., Any], timeout: float) -> Callable[..., Any]:
    """The function, delivering before it returns or raises."""
    if inspect.iscoroutinefunction(function):

        @wraps(function)
        async def handle_async(*args: Any, **kwargs: Any) -> Any:
            import asyncio

            try:
                return await function(*args, **kwargs)
            finally:
                await asyncio.to_thread(flush, _time_left(args, timeout))

        return handle_async

    @wraps(function)
    def handle(*args: Any, **kwargs: Any) -> Any:
        try:
            return function(*args, **kwargs)
        finally:
            flush(_time_left(args, timeout))

    return handle


def _time_left(args: tuple[Any, ...], timeout: float) -> float:
    """The timeout, or less where an argument knows how long the platform still waits, as the context of Lambda does."""
    for argument in args:
        remaining = getattr(type(argument), "get_remaining_time_in_millis", None)
        if callable(remaining):
            try:
                return max(0.0, min(timeout, float(remaining(argument)) / 1000 - _RESERVE))
            except Exception:  # not the platform's after all
                return timeout
    return timeout
