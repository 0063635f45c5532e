"""Decorated generator functions: an event is current only while the generator's own code runs."""

from collections.abc import AsyncGenerator, Callable, Generator, Iterator
from contextlib import contextmanager
from functools import partial, wraps
from typing import TYPE_CHECKING, Any, Final, Self

from ..payload.simplify import MOST_NOTES
from . import context

if TYPE_CHECKING:
    from .traced_function import TracedFunction

_MAX_ITEMS: Final = 1_000
"""Yielded items that an event keeps; a stream of tokens may have many more."""


def traced_generator(function: Callable[..., Any], traced: "TracedFunction") -> Callable[..., Any]:
    """Return the generator function, recording an event for each call."""

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


def traced_async_generator(function: Callable[..., Any], traced: "TracedFunction") -> Callable[..., Any]:
    """Return the async generator function, recording an event for each call."""

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

    def __init__(self, traced: "TracedFunction", args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        self._event = traced.event(args, kwargs)
        self._keeps = traced.records_outputs
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
