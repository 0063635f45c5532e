"""The decorator: each call of a function becomes an event with its arguments, results and exceptions."""

import inspect
from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import TYPE_CHECKING, Any, Final

from .event import Event
from .generators import traced_generator
from .recorded_stream import RecordedStream
from .stream_types import adapter_of
from .trace_options import TraceSettings, read_options
from .traced_function import TracedFunction

if TYPE_CHECKING:
    from ..tracer import Tracer

_MARK: Final = "__honeyhive_traced__"
"""Attribute of traced functions, so that tracing their class does not trace them twice."""
_CACHE: Final = ("cache_info", "cache_clear", "cache_parameters")
"""Attributes that functools.lru_cache adds to a function. The traced function gets them as well."""


def decorator_of(tracer: "Callable[[], Tracer]", given: Any, options: "dict[str, Any]") -> Any:
    """Return ``given``, a function or class, with its calls traced; or the decorator if ``given`` is a name or None.

    ``tracer`` returns the tracer for each call. Raises TypeError or ValueError for a wrong object or option.
    """
    name = given if isinstance(given, str) else None
    settings = read_options(name, options)

    def decorated(target: Any) -> Any:
        return _traced(tracer, target, settings)

    return decorated if given is None or name is not None else decorated(given)


def _traced(tracer: "Callable[[], Tracer]", target: Any, settings: TraceSettings) -> Any:
    if isinstance(target, type):
        return _traced_class(tracer, target, settings)
    if isinstance(target, staticmethod | classmethod):
        return type(target)(_traced(tracer, target.__func__, settings))
    if not callable(target):
        raise TypeError(f"trace() takes a function, a method or a class, not {_description(target)}")
    traced = wrap(target, TracedFunction(tracer, target, settings))
    setattr(traced, _MARK, True)
    return traced


def _description(target: Any) -> str:
    name = f"an object of type {type(target).__name__}"
    if isinstance(target, property):
        return f"{name}; put @property above @trace"
    if inspect.isawaitable(target) or inspect.isgenerator(target) or inspect.isasyncgen(target):
        return f"{name}; pass the function without calling it"
    return name


def _traced_class(tracer: "Callable[[], Tracer]", target: type, settings: TraceSettings) -> type:
    """Trace the public methods that the class itself defines, and return the class."""
    methods = {name: value for name, value in vars(target).items() if not name.startswith("_") and _is_method(value)}
    if not methods:
        raise TypeError(f"trace(): the class {target.__name__} has no public methods of its own; trace single methods")
    for name, value in methods.items():
        if not getattr(value, _MARK, False):
            own = settings if settings.name is None else settings._replace(name=f"{settings.name}.{name}")
            setattr(target, name, _traced(tracer, value, own))
    return target


def _is_method(value: Any) -> bool:
    return isinstance(value.__func__ if isinstance(value, staticmethod | classmethod) else value, FunctionType)


def wrap(function: Callable[..., Any], traced: TracedFunction) -> Callable[..., Any]:
    """Return a function that records an event for each call. Results and exceptions are passed on unchanged."""
    if inspect.isasyncgenfunction(function) or inspect.isgeneratorfunction(function):
        return traced_generator(function, traced)
    if inspect.iscoroutinefunction(function) or inspect.iscoroutinefunction(type(function).__call__):
        return _coroutine(function, traced)
    return _plain(function, traced)


def _plain(function: Callable[..., Any], traced: TracedFunction) -> Callable[..., Any]:
    @wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        event: Event | None = None
        try:
            event = traced.event(args, kwargs).__enter__()
        except RecursionError:  # no room below the recursion limit for an event: call the function without one
            traced.too_deep.calls += 1
        if event is None:
            return function(*args, **kwargs)
        try:
            value = function(*args, **kwargs)
            try:
                return _returned(traced, event, value)
            except RecursionError:
                event.__exit__(None, None, None)
                return value
        except BaseException as error:
            event.__exit__(type(error), error, None)
            raise

    for name in _CACHE:
        if hasattr(function, name):
            setattr(call, name, getattr(function, name))
    return call


def _coroutine(function: Callable[..., Any], traced: TracedFunction) -> Callable[..., Any]:
    @wraps(function)
    async def call(*args: Any, **kwargs: Any) -> Any:
        event: Event | None = None
        try:
            event = traced.event(args, kwargs).__enter__()
        except RecursionError:
            traced.too_deep.calls += 1
        if event is None:
            return await function(*args, **kwargs)
        try:
            value = await function(*args, **kwargs)
            try:
                return _returned(traced, event, value)
            except RecursionError:
                event.__exit__(None, None, None)
                return value
        except BaseException as error:
            event.__exit__(type(error), error, None)
            raise

    return call


def _returned(traced: TracedFunction, event: Event, value: Any) -> Any:
    """Record the returned value and end the event. If the value is a stream, the event ends with the stream."""
    kind: Any = type(value)
    adapt = adapter_of(kind)
    if adapt is not None:
        with event.tracer.guarded:
            found = adapt(value, RecordedStream(event, traced))
            if found is not None:
                event.leave()
                return found
    traced.returned(event, value)
    event.__exit__(None, None, None)
    return value
