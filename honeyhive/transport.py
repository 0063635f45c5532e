"""The two drivers, which send what an exchange says over a kept connection pool; the only module that names httpx."""

import asyncio
import platform
import time
from contextlib import suppress
from functools import lru_cache
from random import random
from typing import Any, Final, TypeAlias, TypeVar

import httpx

from .core.exchange import Clocks, Exchange
from .core.wire import Answer, Send, Sleep
from .errors import APIConnectionError, APITimeoutError, ConfigurationError
from .version import __version__

T = TypeVar("T")
SyncHttpClient: TypeAlias = httpx.Client
AsyncHttpClient: TypeAlias = httpx.AsyncClient

CLOCKS: Final = Clocks(time.monotonic, time.time, random)
_LIMITS: Final = httpx.Limits(max_connections=100, max_keepalive_connections=20, keepalive_expiry=30.0)
_USER_AGENT: Final = f"honeyhive-sdk/{__version__} python/{'.'.join(platform.python_version_tuple()[:2])}"
_HEADERS: Final = {
    b"Accept": b"application/json",
    b"Accept-Encoding": b"gzip, deflate",
    b"User-Agent": _USER_AGENT.encode(),
}
_HEADERS_WITH_BODY: Final = {**_HEADERS, b"Content-Type": b"application/json"}
# Parsing a URL costs as much as everything else about a request, and most calls go to a few URLs.
_parsed_url: Final = lru_cache(maxsize=64)(httpx.URL)
_NOTHING_SENT: Final = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)


class SyncTransport:
    """Drives exchanges on the calling thread."""

    def __init__(self, client: httpx.Client | None, connect_timeout: float) -> None:
        self._is_own = client is None
        self._client = _opened(httpx.Client) if client is None else client
        # A client of the user's own adds its headers and parameters; ours has none, so the short way will do.
        self._build = httpx.Request if self._is_own else self._client.build_request
        self._connect_timeout = connect_timeout

    def run(self, exchange: Exchange[T]) -> T:
        """What the exchange returns."""
        try:
            step = next(exchange)
            while True:
                if isinstance(step, Sleep):
                    time.sleep(step.seconds)
                    step = exchange.send(None)
                    continue
                result = self._send(step)
                step = exchange.throw(result) if isinstance(result, APIConnectionError) else exchange.send(result)
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

    def _send(self, step: Send) -> Answer | APIConnectionError:
        _refuse_closed(self._client)
        try:
            response = self._client.send(_request(self._build, step, self._connect_timeout), follow_redirects=False)
        except httpx.HTTPError as caught:
            failure = _failure(caught, step)
        else:
            return Answer(response.status_code, response.headers, response.content)
        return failure


class AsyncTransport:
    """Drives exchanges on the running event loop."""

    def __init__(self, client: httpx.AsyncClient | None, connect_timeout: float) -> None:
        self._is_own = client is None
        self._client = _opened(httpx.AsyncClient) if client is None else client
        self._build = httpx.Request if self._is_own else self._client.build_request
        self._connect_timeout = connect_timeout

    async def run(self, exchange: Exchange[T]) -> T:
        """What the exchange returns."""
        try:
            step = next(exchange)
            while True:
                if isinstance(step, Sleep):
                    await asyncio.sleep(step.seconds)
                    step = exchange.send(None)
                    continue
                result = await self._send(step)
                step = exchange.throw(result) if isinstance(result, APIConnectionError) else exchange.send(result)
        except StopIteration as stop:
            value: T = stop.value
        return value

    async def close(self) -> None:
        """Closes the connections, unless they are the user's."""
        if self._is_own:
            await self._client.aclose()

    async def _send(self, step: Send) -> Answer | APIConnectionError:
        _refuse_closed(self._client)
        try:
            # httpx starts its read timeout anew with every byte; this one holds for the whole attempt.
            async with asyncio.timeout(step.timeout):
                request = _request(self._build, step, self._connect_timeout)
                response = await self._client.send(request, follow_redirects=False)
        except (httpx.HTTPError, TimeoutError) as caught:
            failure = _failure(caught, step)
        else:
            return Answer(response.status_code, response.headers, response.content)
        return failure


def check_http_client(client: object, kind: str) -> None:
    """A ConfigurationError if the user's own client is not httpx's class of that name."""
    if not isinstance(client, getattr(httpx, kind)):
        raise ConfigurationError(
            f"http_client must be an httpx.{kind}, not {type(client).__module__}.{type(client).__qualname__}: "
            "HoneyHive takes an httpx.Client, AsyncHoneyHive an httpx.AsyncClient"
        )


def _opened(kind: Any) -> Any:
    """A client with its own pool; proxies and certificates come from the documented variables."""
    try:
        return kind(limits=_LIMITS, trust_env=True, follow_redirects=False)
    except (ImportError, OSError, ValueError, httpx.InvalidURL) as caught:
        fault = type(caught).__name__  # its text may hold the password of a proxy
    raise ConfigurationError(
        "the HTTP client cannot be made with the environment's HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, NO_PROXY, "
        f"SSL_CERT_FILE and SSL_CERT_DIR ({fault})"
    )


def _request(build: Any, step: Send, connect_timeout: float) -> httpx.Request:
    request, left = step
    headers = _HEADERS if request.body is None else _HEADERS_WITH_BODY
    # The text of the key stands in this expression and in the request only: in no local of any frame.
    built: httpx.Request = build(
        request.method,
        _parsed_url(request.url),
        headers=headers
        if request.key is None
        else {**headers, b"Authorization": b"Bearer " + request.key.reveal().encode()},
        content=request.body,
        extensions={"timeout": {"connect": min(connect_timeout, left), "read": left, "write": left, "pool": left}},
    )
    return built


def _refuse_closed(client: httpx.Client | httpx.AsyncClient) -> None:
    if client.is_closed:
        raise ConfigurationError("the http_client of this HoneyHive client is closed")


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
