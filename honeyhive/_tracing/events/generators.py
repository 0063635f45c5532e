"""Tracing of generator functions, sync and async. The event is a child of the event around the call."""

import inspect
from collections.abc import Callable
from functools import partial, update_wrapper, wraps
from types import MethodType
from typing import TYPE_CHECKING, Any

from .recorded_stream import RecordedStream, recorded, recorded_async

if TYPE_CHECKING:
    from .traced_function import TracedFunction


class TracedGeneratorFunction(partial[Any]):
    """A traced generator function that frameworks still recognize as one, because ``inspect`` unwraps a partial."""

    def __call__(self, /, *args: Any, **kwargs: Any) -> Any:
        return self.__dict__["_call"](*args, **kwargs)

    def __get__(self, instance: object, owner: type | None = None) -> Any:
        return self if instance is None else MethodType(self, instance)

    def __reduce__(self) -> Any:
        return self.__dict__["__qualname__"]  # pickled by name, as functions are


def traced_generator(function: Callable[..., Any], traced: "TracedFunction") -> Callable[..., Any]:
    """Return a generator function or async generator function that records an event for each call."""
    record: Callable[[RecordedStream, Any], Any] = recorded_async if inspect.isasyncgenfunction(function) else recorded

    @wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        event = traced.event(args, kwargs)
        try:
            inner = function(*args, **kwargs)
        except BaseException as error:  # the arguments do not fit
            event.__exit__(type(error), error, None)
            raise
        return record(RecordedStream(event, traced), inner)

    if "." in traced.own_name:
        # A method stays a function, because pydantic and others treat functions in a class body specially.
        return call
    made = TracedGeneratorFunction(function)
    update_wrapper(made, function)
    made.__dict__["_call"] = call
    return made
