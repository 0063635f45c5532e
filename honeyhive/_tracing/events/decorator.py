"""The decorator: each call of a function becomes an event with its arguments, results and exceptions."""

import inspect
from collections.abc import AsyncGenerator, Callable, Generator, Iterator
from contextlib import contextmanager
from functools import partial, wraps
from typing import TYPE_CHECKING, Any, Final, Self

from ..payload.simplify import MOST_NOTES
from . import context
from .event import Event

if TYPE_CHECKING:
    from ..tracer import Tracer

_MAX_ITEMS: Final = 1_000
"""Yielded items that an event keeps; a stream of tokens may have many more."""


class TracedFunction:
    """A function whose calls become events, and the parts of a call that are logged."""

    def __init__(
        self,
        tracer: "Callable[[], Tracer]",
        function: Callable[..., Any],
        kind: str,
        name: str | None,
        *,
        inputs: bool,
        outputs: bool,
    ) -> None:
        self._tracer = tracer
        self._kind = kind
        self._with_inputs = inputs
        self.with_outputs = outputs
        """True if returned or yielded values are logged."""
        own_name = getattr(function, "__qualname__", type(function).__qualname__)
        self._name = name or own_name.rpartition(".<locals>.")[2]
        self._names: list[str] = []
        self._rest: str | None = None
        for parameter in _parameters(function):
            if parameter.kind is parameter.VAR_POSITIONAL:
                self._rest = parameter.name
            elif parameter.kind in (parameter.POSITIONAL_ONLY, parameter.POSITIONAL_OR_KEYWORD):
                self._names.append(parameter.name)

    def event(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Event:
        """Return the event of a call with these arguments."""
        inputs = self._inputs(args, kwargs) if self._with_inputs else None
        return self._tracer().event(self._name, self._kind, {"inputs": inputs})

    def returned(self, event: Event, value: Any) -> None:
        """Log the returned value, unless outputs are off."""
        if self.with_outputs and value is not None:
            event.outputs = value

    def _inputs(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> dict[str, Any]:
        inputs = dict(zip(self._names, args, strict=False))
        if self._names and self._names[0] in ("self", "cls"):
            inputs.pop(self._names[0], None)
        if self._rest is not None and len(args) > len(self._names):
            inputs[self._rest] = args[len(self._names) :]
        inputs.update(kwargs)
        return inputs


def wrap(function: Callable[..., Any], traced: TracedFunction) -> Callable[..., Any]:
    """Return the function, logging an event for each call. Results and exceptions are passed on unchanged."""
    if inspect.isasyncgenfunction(function):
        return _async_generator(function, traced)
    if inspect.iscoroutinefunction(function):
        return _coroutine(function, traced)
    if inspect.isgeneratorfunction(function):
        return _generator(function, traced)
    return _plain(function, traced)


def _parameters(function: Callable[..., Any]) -> list[inspect.Parameter]:
    try:
        return list(inspect.signature(function).parameters.values())
    except (TypeError, ValueError):  # some built-in functions have no signature
        return []


def _plain(function: Callable[..., Any], traced: TracedFunction) -> Callable[..., Any]:
    @wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        with traced.event(args, kwargs) as event:
            value = function(*args, **kwargs)
            traced.returned(event, value)
            return value

    return call


def _coroutine(function: Callable[..., Any], traced: TracedFunction) -> Callable[..., Any]:
    @wraps(function)
    async def call(*args: Any, **kwargs: Any) -> Any:
        with traced.event(args, kwargs) as event:
            value = await function(*args, **kwargs)
            traced.returned(event, value)
            return value

    return call


def _generator(function: Callable[..., Any], traced: TracedFunction) -> Callable[..., Any]:
    @wraps(function)
    def call(*args: Any, **kwargs: Any) -> Generator[Any, Any, Any]:
        with _Stream(traced, args, kwargs) as stream:
            inner = function(*args, **kwargs)
            step: Callable[[], Any] = inner.__next__
            while True:
                try:
                    item = stream.step(step)
                except StopIteration as stop:
                    return stop.value
                try:
                    sent = yield item
                except GeneratorExit:
                    with stream.inside():
                        inner.close()
                    raise
                except BaseException as error:  # thrown in by the caller, for the function to handle
                    step = partial(inner.throw, error)
                else:
                    step = partial(inner.send, sent)

    return call


def _async_generator(function: Callable[..., Any], traced: TracedFunction) -> Callable[..., Any]:
    @wraps(function)
    async def call(*args: Any, **kwargs: Any) -> AsyncGenerator[Any, Any]:
        with _Stream(traced, args, kwargs) as stream:
            inner = function(*args, **kwargs)
            step: Callable[[], Any] = inner.__anext__
            while True:
                try:
                    item = await stream.step_async(step)
                except StopAsyncIteration:
                    return
                try:
                    sent = yield item
                except GeneratorExit:
                    with stream.inside():
                        await inner.aclose()
                    raise
                except BaseException as error:  # thrown in by the caller, for the function to handle
                    step = partial(inner.athrow, error)
                else:
                    step = partial(inner.asend, sent)

    return call


class _Stream:
    """The event of a generator. It is current only while the generator's own code runs, and keeps the yielded items."""

    def __init__(self, traced: TracedFunction, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        self._event = traced.event(args, kwargs)
        self._keeps = traced.with_outputs
        self._items: list[bytes] = []
        # Half of the event, so that its other fields have room.
        self._bytes_left = self._event.tracer.limits.bytes // 2
        self._count = 0

    @contextmanager
    def inside(self) -> Iterator[None]:
        """Make the event current while the generator's own code runs."""
        token = context.enter(self._event)
        try:
            yield
        finally:
            context.leave(token)

    def step(self, resume: Callable[[], Any]) -> Any:
        """Run the generator up to its next item."""
        with self.inside():
            item = resume()
        self._keep(item)
        return item

    async def step_async(self, resume: Callable[[], Any]) -> Any:
        """Run the async generator up to its next item."""
        with self.inside():
            item = await resume()
        self._keep(item)
        return item

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: Any) -> None:
        if self._count:
            self._event.keep_items(self._items, self._count)
        self._event.__exit__(kind, error, trace)

    def _keep(self, item: Any) -> None:
        """Keep a snapshot of the item while there is room."""
        self._count += 1
        if not self._keeps or len(self._items) >= _MAX_ITEMS or self._bytes_left <= 0:
            return
        text, notes = self._event.tracer.encoder.item("outputs", item, self._bytes_left)
        if len(self._event.notes) < MOST_NOTES:
            self._event.notes += notes
        self._items.append(text)
        self._bytes_left -= len(text)
