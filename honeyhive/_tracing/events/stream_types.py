"""Recording of returned streams. They are recognized by the names of their types, so that nothing is imported."""

from collections.abc import AsyncIterable, Awaitable, Callable, Generator
from contextlib import suppress
from functools import lru_cache, partial
from types import AsyncGeneratorType, GeneratorType
from typing import Any, Final, TypeAlias
from weakref import finalize, ref

from .recorded_stream import RecordedStream, recorded, recorded_async

Adapter: TypeAlias = Callable[[Any, RecordedStream], Any]
"""Function that takes a returned object, and returns the object that the caller gets in its place.

The caller usually gets the same object, changed, or another generator. None if the object is complete already.
"""


@lru_cache(256)
def adapter_of(kind: Any) -> Adapter | None:
    """Return the adapter of a type; None if its objects are complete when they are returned."""
    if kind is GeneratorType:
        return _generator
    if kind is AsyncGeneratorType:
        return _async_generator
    for base in kind.__mro__:
        found = _BY_NAME.get((base.__module__.partition(".")[0], base.__name__))
        if found is not None:
            return found
    return None


def _generator(value: Any, stream: RecordedStream) -> Any:
    return recorded(stream, value)


def _async_generator(value: Any, stream: RecordedStream) -> Any:
    return recorded_async(stream, value)


def _starlette(response: Any, stream: RecordedStream) -> Any:
    response.body_iterator = recorded_async(stream, response.body_iterator)
    return response


def _django(response: Any, stream: RecordedStream) -> Any:
    wrap = recorded_async if response.is_async else recorded
    response.streaming_content = wrap(stream, response.streaming_content)
    return response


def _werkzeug(response: Any, stream: RecordedStream) -> Any:
    """Adapt a response of Flask, if a generator makes its body."""
    if type(response.response) is not GeneratorType:
        return None
    response.response = recorded(stream, response.response)
    return response


def _complete(*_: Any) -> None:
    """Treat the object as complete, such as a file, which the server sends by itself."""


def _aiohttp(response: Any, stream: RecordedStream) -> Any:
    payload = response.body
    iterator = getattr(payload, "_iter", None)
    if not isinstance(iterator, AsyncIterable):
        return None
    payload._iter = recorded_async(stream, iterator)
    return response


def _model_stream(value: Any, stream: RecordedStream) -> Any:
    """Adapt the streams of OpenAI and Anthropic, which have the same structure."""
    if not hasattr(value, "_iterator"):
        return None
    # A weak reference: a cycle would leave a dropped stream open until the next garbage collection.
    original, alive = type(value).close, ref(value)
    if hasattr(type(value), "__anext__"):
        async_items = value._iterator = recorded_async(stream, value._iterator)

        async def close_async() -> None:
            await original(alive())
            with suppress(RuntimeError):  # another task is reading from the stream
                await async_items.aclose()
            stream.end()

        value.close = close_async
        return value
    items = value._iterator = recorded(stream, value._iterator)

    def close() -> None:
        original(alive())
        with suppress(ValueError):  # another thread is reading from the stream
            items.close()

    value.close = close
    return value


def _manager(value: Any, stream: RecordedStream) -> Any:
    """Adapt the stream manager that ``stream()`` of OpenAI and Anthropic returns. Entering it sends the request."""
    name = next((f"_{base.__name__}__api_request" for base in type(value).__mro__ if base.__name__ in _MANAGERS), "")
    request = getattr(value, name, None)
    if request is None:
        return None
    # If the manager is never entered, its event ends when the manager is garbage-collected.
    finalize(value, stream.end).atexit = False
    setattr(value, name, partial(_requested, stream, request) if callable(request) else _StreamRequest(stream, request))
    return value


def _requested(stream: RecordedStream, request: Callable[[], Any]) -> Any:
    try:
        with stream.inside():
            made = request()
    except BaseException as error:
        stream.end(error)
        raise
    return _model_stream(made, stream) or made


class _StreamRequest:
    """Awaitable that sends a request and returns its stream. A coroutine would emit warnings if it is never awaited."""

    def __init__(self, stream: RecordedStream, request: Awaitable[Any]) -> None:
        self._stream, self._request = stream, request

    def __await__(self) -> Generator[Any, Any, Any]:
        return self._made().__await__()

    async def _made(self) -> Any:
        try:
            with self._stream.inside():
                made = await self._request
        except BaseException as error:
            self._stream.end(error)
            raise
        return _model_stream(made, self._stream) or made


_MANAGERS: Final = frozenset(
    {
        *("ChatCompletionStreamManager", "AsyncChatCompletionStreamManager"),
        *("ResponseStreamManager", "AsyncResponseStreamManager"),
        *("MessageStreamManager", "AsyncMessageStreamManager"),
        *("BetaMessageStreamManager", "BetaAsyncMessageStreamManager"),
    }
)
_BY_NAME: Final[dict[tuple[str, str], Adapter]] = {
    ("starlette", "StreamingResponse"): _starlette,
    ("starlette", "_StreamingResponse"): _starlette,
    ("sse_starlette", "EventSourceResponse"): _starlette,
    ("django", "FileResponse"): _complete,
    ("django", "StreamingHttpResponse"): _django,
    ("werkzeug", "Response"): _werkzeug,
    ("aiohttp", "Response"): _aiohttp,
    ("openai", "Stream"): _model_stream,
    ("openai", "AsyncStream"): _model_stream,
    ("openai", "ChatCompletionStream"): _model_stream,
    ("openai", "AsyncChatCompletionStream"): _model_stream,
    ("openai", "ResponseStream"): _model_stream,
    ("openai", "AsyncResponseStream"): _model_stream,
    ("anthropic", "Stream"): _model_stream,
    ("anthropic", "AsyncStream"): _model_stream,
    ("anthropic", "MessageStream"): _model_stream,
    ("anthropic", "AsyncMessageStream"): _model_stream,
    ("anthropic", "BetaMessageStream"): _model_stream,
    ("anthropic", "BetaAsyncMessageStream"): _model_stream,
    **{(package, name): _manager for package in ("openai", "anthropic") for name in _MANAGERS},
}
