"""Events that stay open until a stream is consumed, on any thread or task."""

from collections.abc import AsyncGenerator, Callable, Generator, Iterator
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, Self
from weakref import finalize

from . import context
from .stream_outputs import StreamOutputs

if TYPE_CHECKING:
    from .event import Event
    from .traced_function import TracedFunction


class RecordedStream:
    """The event of a stream. It is current only while the stream's own code runs, and ends with the stream."""

    def __init__(self, event: "Event", traced: "TracedFunction") -> None:
        self._event = event
        self._outputs = StreamOutputs(event, traced)

    @contextmanager
    def inside(self) -> Iterator[None]:
        """Make the event current while the stream's own code runs."""
        token = context.enter(self._event)
        try:
            yield
        finally:
            context.leave(token)

    def step(self, resume: Callable[[], Any]) -> Any:
        """Run a generator up to its next item."""
        with self.inside():
            item = resume()
        self._outputs.add(item)
        return item

    async def step_async(self, resume: Callable[[], Any]) -> Any:
        """Run an async generator up to its next item."""
        with self.inside():
            item = await resume()
        self._outputs.add(item)
        return item

    def end(self, error: BaseException | None = None) -> None:
        """End the event. A second call changes nothing."""
        event = self._event
        if event.is_ended:
            return
        with event.tracer.guarded:
            self._outputs.finish()
        # If the consumer leaves and so closes or cancels the stream, that is not an error of the application.
        if not isinstance(error, Exception | KeyboardInterrupt | SystemExit):
            error = None
        event.__exit__(None if error is None else type(error), error, None)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: Any) -> None:
        self.end(error)


def recorded(stream: RecordedStream, inner: Any) -> Generator[Any, Any, Any]:
    """Return a generator that records the items of ``inner``, a generator or iterator, and passes everything on."""
    made = _recorded(stream, inner if hasattr(inner, "throw") else (item for item in inner))
    # The generator is started, so that closing or dropping it ends the event even if nobody takes an item.
    next(made)
    return made


def _recorded(stream: RecordedStream, inner: Generator[Any, Any, Any]) -> Generator[Any, Any, Any]:
    item: Any = None
    with stream:
        while True:
            try:
                sent = yield item
            except GeneratorExit:
                with stream.inside():
                    inner.close()
                raise
            except BaseException as error:  # thrown in by the caller, to be handled by the function
                step: Callable[[], Any] = partial(inner.throw, error)
            else:
                step = partial(inner.send, sent)
            try:
                item = stream.step(step)
            except StopIteration as stop:
                return stop.value


def recorded_async(stream: RecordedStream, inner: Any) -> AsyncGenerator[Any, Any]:
    """Return an async generator that records the items of ``inner``, an async iterator, and passes everything on."""
    made = _recorded_async(stream, inner if hasattr(inner, "athrow") else (item async for item in inner))
    # Async generators start only in an event loop. If nobody iterates this one, its event ends when it is collected.
    finalize(made, stream.end).atexit = False
    return made


async def _recorded_async(stream: RecordedStream, inner: AsyncGenerator[Any, Any]) -> AsyncGenerator[Any, Any]:
    with stream:
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
            except BaseException as error:  # thrown in by the caller, to be handled by the function
                step = partial(inner.athrow, error)
            else:
                step = partial(inner.asend, sent)
