"""The two drivers, which send what an exchange says over kept connections."""

import asyncio

# Loaded here rather than in the middle of the first request, where a fork would leave a child with half a module.
import email.utils  # noqa: F401 - for dates in Retry-After
import encodings.idna  # noqa: F401 - for the first connection
import platform
import time
from collections.abc import AsyncGenerator
from contextlib import suppress
from functools import lru_cache
from random import random
from typing import Any, Final, TypeAlias, TypeVar

import httpx

from .core.exchange import Clocks, Exchange
from .core.retry import RetryBudget
from .core.wire import Answer, Send
from .errors import APIConnectionError, APIResponseError, APITimeoutError, ConfigurationError, HoneyHiveError
from .pool import CONNECTIONS, CONNECTIONS_USED, Limit, opened
from .settings import Settings
from .version import __version__

T = TypeVar("T")
SyncHttpClient: TypeAlias = httpx.Client
AsyncHttpClient: TypeAlias = httpx.AsyncClient

CLOCKS: Final = Clocks(time.monotonic, time.time, random)
LONGEST_BODY = 128 * 1024 * 1024
_USER_AGENT: Final = f"honeyhive-sdk/{__version__} python/{'.'.join(platform.python_version_tuple()[:2])}"
_HEADERS: Final = {
    b"Accept": b"application/json",
    b"Accept-Encoding": b"gzip, deflate",
    b"User-Agent": _USER_AGENT.encode(),
}
_HEADERS_WITH_BODY: Final = {**_HEADERS, b"Content-Type": b"application/json"}
# Parsing a URL costs as much as everything else about a request, and most calls go to a few URLs.
_parsed_url: Final = lru_cache(maxsize=64)(httpx.URL)
# httpx lets some errors of ssl and anyio through as they are, and a pool closed in mid-call is a RuntimeError.
_FAULTS: Final = (httpx.HTTPError, httpx.InvalidURL, OSError, RuntimeError, ValueError)
_NOTHING_SENT: Final = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)


class SyncTransport:
    """Drives exchanges on the calling thread."""

    def __init__(self, client: httpx.Client | None, settings: Settings) -> None:
        self._is_own = client is None
        self._client = opened(httpx.Client, settings) if client is None else client
        # A client of the user's own adds its headers and parameters; ours has none, so the short way will do.
        self._build = httpx.Request if self._is_own else self._client.build_request
        self._connect_timeout = settings.connect_timeout
        self.budget = RetryBudget()

    def run(self, exchange: Exchange[T]) -> T:
        """What the exchange returns."""
        result: Answer | HoneyHiveError | None = None
        try:
            while True:
                step = exchange.throw(result) if isinstance(result, HoneyHiveError) else exchange.send(result)
                if isinstance(step, Send):
                    result = self._send(step)
                else:
                    time.sleep(step.seconds)
                    result = None
        except StopIteration as stop:
            value: T = stop.value
        return value

    def close(self) -> None:
        """Closes the connections, unless they are the user's."""
        if self._is_own:
            self._client.close()

    def __del__(self) -> None:
        with suppress(Exception):  # half-made, or the interpreter is shutting down
            self.close()

    def _send(self, step: Send) -> Answer | HoneyHiveError:
        _refuse_closed(self._client, self._is_own)
        has_reply = False
        try:
            request = _request(self._build, step, self._connect_timeout)
            response = self._client.send(request, stream=True, follow_redirects=False)
            has_reply = True
            try:
                body = bytearray()
                for chunk in response.iter_bytes():
                    body += chunk
                    if len(body) > LONGEST_BODY:
                        return _too_long(response.status_code, step.request.label)
                return Answer(response.status_code, response.headers, bytes(body))
            finally:
                response.close()
        except _FAULTS as caught:
            failure = _failure(caught, step)
            failure._has_reply = has_reply
        except BaseException as caught:  # an interrupt: the frames inside httpx hold the text of the key
            raise _without_frames(caught) from None
        return failure


class AsyncTransport:
    """Drives exchanges on the running event loop."""

    def __init__(self, client: httpx.AsyncClient | None, settings: Settings) -> None:
        self._is_own = client is None
        self._client = opened(httpx.AsyncClient, settings) if client is None else client
        self._build = httpx.Request if self._is_own else self._client.build_request
        self._connect_timeout = settings.connect_timeout
        self._closer = _closing(self._client)
        # httpcore looks through all that wait for its pool at each answer: a thousand calls would take a minute.
        self._turns = asyncio.Semaphore(CONNECTIONS)
        self.budget = RetryBudget()

    async def end_with_loop(self) -> None:
        """Has the connections closed when the event loop ends or when nobody holds the client any more."""
        if self._is_own:
            # A loop knows the generators that were begun on it, and ends each of them before it closes.
            await anext(self._closer)

    async def run(self, exchange: Exchange[T]) -> T:
        """What the exchange returns."""
        result: Answer | HoneyHiveError | None = None
        try:
            while True:
                step = exchange.throw(result) if isinstance(result, HoneyHiveError) else exchange.send(result)
                if isinstance(step, Send):
                    result = await self._send(step)
                else:
                    await asyncio.sleep(step.seconds)
                    result = None
        except StopIteration as stop:
            value: T = stop.value
        return value

    async def close(self) -> None:
        """Closes the connections, unless they are the user's."""
        if self._is_own:
            await self._client.aclose()
            await self._closer.aclose()

    async def _send(self, step: Send) -> Answer | HoneyHiveError:
        _refuse_closed(self._client, self._is_own)
        try:
            # httpx starts its read timeout anew with every byte; this one holds for the whole attempt.
            async with asyncio.timeout(step.timeout), self._turns:
                return await self._answer(step)
        except _FAULTS as caught:
            failure = _failure(caught, step)
        except BaseException as caught:  # cancelled: the frames inside httpx hold the text of the key
            raise _without_frames(caught) from None
        return failure

    async def _answer(self, step: Send) -> Answer | HoneyHiveError:
        request = _request(self._build, step, self._connect_timeout)
        used = request.extensions[CONNECTIONS_USED] = []
        try:
            response = await self._client.send(request, stream=True, follow_redirects=False)
            try:
                body = bytearray()
                async for chunk in response.aiter_bytes():
                    body += chunk
                    if len(body) > LONGEST_BODY:
                        return _too_long(response.status_code, step.request.label)
                return Answer(response.status_code, response.headers, bytes(body))
            finally:
                await response.aclose()
        except BaseException:
            # httpcore loses a connection whose request is cancelled at a bad moment: it stays in use for ever.
            for connection in used:
                await connection.aclose()
            raise


def warm() -> None:
    """Loads what the first call, its answer and its connection need; httpx and anyio load much of it late."""
    import anyio.abc
    import anyio.streams.tls
    import attrs  # noqa: F401

    anyio.run(anyio.sleep, 0)


def check_http_client(client: object, kind: str) -> None:
    """A ConfigurationError if the user's own client is not httpx's class of that name."""
    if not isinstance(client, getattr(httpx, kind)):
        raise ConfigurationError(
            f"http_client must be an httpx.{kind}, not {type(client).__module__}.{type(client).__qualname__}: "
            "HoneyHive takes an httpx.Client, AsyncHoneyHive an httpx.AsyncClient"
        )


async def _closing(client: httpx.AsyncClient) -> AsyncGenerator[None]:
    try:
        yield
    finally:
        await client.aclose()


def _without_frames(caught: BaseException) -> BaseException:
    caught.__context__ = None
    return caught.with_traceback(None)


def _too_long(status: int, label: str) -> HoneyHiveError:
    message = f"{label} answered {status} with more than {LONGEST_BODY} bytes: ask for less at a time"
    return APIResponseError(message, status=status, request=label)


def _request(build: Any, step: Send, connect_timeout: float) -> httpx.Request:
    request, left = step
    whole, connect = Limit(left), Limit(min(connect_timeout, left))
    whole.end = connect.end = time.monotonic() + left
    headers = _HEADERS if request.body is None else _HEADERS_WITH_BODY
    # The text of the key stands in this expression and in the request only: in no local of any frame.
    built: httpx.Request = build(
        request.method,
        _parsed_url(request.url),
        headers=headers
        if request.key is None
        else {**headers, b"Authorization": b"Bearer " + request.key.reveal().encode()},
        content=request.body,
        extensions={"timeout": {"connect": connect, "read": whole, "write": whole, "pool": whole}},
    )
    return built


def _refuse_closed(client: httpx.Client | httpx.AsyncClient, is_own: bool) -> None:
    if client.is_closed:
        raise ConfigurationError(
            "this client is closed: make a new one" if is_own else "the http_client of this HoneyHive client is closed"
        )


def _failure(caught: Exception, step: Send) -> APIConnectionError:
    """Our error in place of httpx's, of which nothing is kept but the words: its frames hold the request's headers."""
    request = step.request
    sent = not isinstance(caught, _NOTHING_SENT)
    if isinstance(caught, httpx.TimeoutException | TimeoutError):
        what = "was not answered in time" if sent else "could not connect in time"
        return APITimeoutError(
            f"{request.label} {what} ({type(caught).__name__})", request=request.label, request_sent=sent
        )
    words = f"{type(caught).__name__}: {caught}"
    if request.key is not None:
        words = request.key.redact(words)
    return APIConnectionError(f"{request.label} got no answer ({words})", request=request.label, request_sent=sent)
