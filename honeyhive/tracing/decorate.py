"""A function as an event: what it takes, what it returns or yields, what it raises."""

import inspect
from collections.abc import AsyncGenerator, Callable, Generator, Iterator
from contextlib import contextmanager
from functools import partial, wraps
from typing import Any, Final, NamedTuple

from . import context
from .spans import Event
from .tracer import Tracer

_MOST_ITEMS: Final = 1_000


class Wish(NamedTuple):
    """What a traced function's event looks like."""

    name: str | None
    type: str
    inputs: bool
    outputs: bool


def traced(tracer: Callable[[], Tracer], function: Callable[..., Any], wish: Wish) -> Callable[..., Any]:
    """The function, logging an event for each call; what it returns and raises is passed on unchanged."""
    begin = _Beginning(tracer, function, wish)
    if inspect.isasyncgenfunction(function):
        return _async_generator(function, begin)
    if inspect.iscoroutinefunction(function):
        return _coroutine(function, begin)
    if inspect.isgeneratorfunction(function):
        return _generator(function, begin)
    return _plain(function, begin)


class _Beginning:
    """Makes the event of a call from its arguments."""

    def __init__(self, tracer: Callable[[], Tracer], function: Callable[..., Any], wish: Wish) -> None:
        self._tracer = tracer
        self._wish = wish
        name = getattr(function, "__qualname__", type(function).__qualname__)
        self._name = wish.name or name.rpartition(".<locals>.")[2]
        self._names: list[str] = []
        self._rest: str | None = None
        for parameter in _parameters(function):
            if parameter.kind is parameter.VAR_POSITIONAL:
                self._rest = parameter.name
            elif parameter.kind in (parameter.POSITIONAL_ONLY, parameter.POSITIONAL_OR_KEYWORD):
                self._names.append(parameter.name)

    def __call__(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Event:
        inputs = self._inputs(args, kwargs) if self._wish.inputs else None
        return self._tracer().event(self._name, self._wish.type, {"inputs": inputs})

    def returned(self, event: Event, value: Any) -> None:
        """Note the outcome, unless it is not wished for."""
        if self._wish.outputs and value is not None:
            event.outputs = value

    @property
    def wants_outputs(self) -> bool:
        """Whether what it returns or yields is kept."""
        return self._wish.outputs

    def _inputs(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> dict[str, Any]:
        inputs = dict(zip(self._names, args, strict=False))
        if self._names and self._names[0] in ("self", "cls"):
            inputs.pop(self._names[0], None)
        if self._rest is not None and len(args) > len(self._names):
            inputs[self._rest] = args[len(self._names) :]
        inputs.update(kwargs)
        return inputs


def _parameters(function: Callable[..., Any]) -> list[inspect.Parameter]:
    try:
        return list(inspect.signature(function).parameters.values())
    except (TypeError, ValueError):  # some built-in functions have no signature
        return []


def _plain(function: Callable[..., Any], begin: _Beginning) -> Callable[..., Any]:
    @wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        with begin(args, kwargs) as event:
            value = function(*args, **kwargs)
            begin.returned(event, value)
            return value

    return call


def _coroutine(function: Callable[..., Any], begin: _Beginning) -> Callable[..., Any]:
    @wraps(function)
    async def call(*args: Any, **kwargs: Any) -> Any:
        with begin(args, kwargs) as event:
            value = await function(*args, **kwargs)
            begin.returned(event, value)
            return value

    return call


def _generator(function: Callable[..., Any], begin: _Beginning) -> Callable[..., Any]:
    @wraps(function)
    def call(*args: Any, **kwargs: Any) -> Generator[Any, Any, Any]:
        stream = _Stream(begin(args, kwargs), begin)
        inner = function(*args, **kwargs)
        step: Callable[[], Any] = inner.__next__
        with stream:
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
                except BaseException as error:  # thrown in by the caller: for the function to handle
                    step = partial(inner.throw, error)
                else:
                    step = partial(inner.send, sent)

    return call


def _async_generator(function: Callable[..., Any], begin: _Beginning) -> Callable[..., Any]:
    @wraps(function)
    async def call(*args: Any, **kwargs: Any) -> AsyncGenerator[Any, Any]:
        stream = _Stream(begin(args, kwargs), begin)
        inner = function(*args, **kwargs)
        step: Callable[[], Any] = inner.__anext__
        with stream:
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
                except BaseException as error:  # thrown in by the caller: for the function to handle
                    step = partial(inner.athrow, error)
                else:
                    step = partial(inner.asend, sent)

    return call


class _Stream:
    """The event of a generator: current only while the generator's own code runs, and it keeps what was yielded."""

    def __init__(self, event: Event, begin: _Beginning) -> None:
        self._event = event
        self._keeps = begin.wants_outputs
        self._items: list[bytes] = []
        self._size = 0
        self._count = 0

    @contextmanager
    def inside(self) -> Iterator[None]:
        """The time in which the generator's own code runs."""
        entry = context.enter(self._event)
        try:
            yield
        finally:
            context.leave(entry)

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

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: Any) -> None:
        if self._count:
            self._event.keep_items(self._items, self._count)
        self._event.__exit__(kind, error, trace)

    def _keep(self, item: Any) -> None:
        """A snapshot of the item, as long as there is room."""
        self._count += 1
        if not self._keeps or len(self._items) >= _MOST_ITEMS or self._size > self._event.tracer.limits.bytes // 2:
            return
        text = self._event.tracer.encoder.item("outputs", item)
        self._items.append(text)
        self._size += len(text)
