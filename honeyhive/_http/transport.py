"""Transport of the sync client: drives an exchange over kept connections, on the calling thread."""

# Imported here, so that no call imports them on the event loop or while another thread forks.
import email.utils  # noqa: F401 - dates in Retry-After
import encodings.idna  # noqa: F401 - the first connection to a host name
import ssl
import sys
import time
from collections.abc import Callable, Mapping
from functools import lru_cache
from random import SystemRandom
from typing import Any, Final, TypeAlias, TypeVar

import httpx

from .._core.call_options import StepTimeouts
from .._core.errors import APIConnectionError, APIResponseError, APITimeoutError, ConfigurationError, HoneyHiveError
from .._core.exchange import Clocks, Exchange, RetryBudget
from .._core.messages import AskKey, HttpResponse, Send
from .._core.real_time import real_clock
from .._core.settings import Settings
from .._version import __version__
from .connections import open_client
from .deadline import Deadline

T = TypeVar("T")
SyncHttpClient: TypeAlias = httpx.Client
AsyncHttpClient: TypeAlias = httpx.AsyncClient
Timeout: TypeAlias = httpx.Timeout

# Not the shared generator: an application that seeds it expects its own numbers.
CLOCKS: Final = Clocks(real_clock("monotonic"), real_clock("time"), SystemRandom().random)
MAX_BODY: Final = 128 * 1024 * 1024
"""Bytes of a response at most: beyond that, a server that never ends would fill the memory."""
_USER_AGENT: Final = f"honeyhive-sdk/{__version__} python/{sys.version_info[0]}.{sys.version_info[1]}"
HEADERS: Final = {
    b"Accept": b"application/json",
    b"Accept-Encoding": b"gzip, deflate",
    b"User-Agent": _USER_AGENT.encode(),
}
_HEADERS_WITH_BODY: Final = {**HEADERS, b"Content-Type": b"application/json"}
# Parsing a URL costs as much as the rest of a request, and most calls go to a few URLs.
_parsed_url: Final = lru_cache(maxsize=64)(httpx.URL)
# httpx does not wrap some errors of ssl and anyio, and a pool that is closed during a call raises RuntimeError.
FAULTS: Final = (httpx.HTTPError, httpx.InvalidURL, OSError, RuntimeError, ValueError)
_NOTHING_SENT: Final = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)


class SyncTransport:
    """Kept connections of one process, and the retry budget of the calls that use them.

    ``client`` is the user's httpx client; without one, ``tls`` is the context of our own.
    """

    def __init__(self, client: httpx.Client | None, settings: Settings, tls: ssl.SSLContext | None = None) -> None:
        self.is_own: bool = client is None
        self.client: httpx.Client = client or open_client(httpx.Client, settings, tls)
        # The user's client adds its headers and parameters. Ours has none, so building the request is faster.
        self.build: Callable[..., httpx.Request] = httpx.Request if self.is_own else builder(self.client)
        self._connect_timeout = settings.connect_timeout
        self.budget: RetryBudget = RetryBudget()

    def run(self, exchange: Exchange[T]) -> T:
        """Return the result of the exchange."""
        result: HttpResponse | HoneyHiveError | None = None
        try:
            while True:
                step = exchange.throw(result) if isinstance(result, HoneyHiveError) else exchange.send(result)
                if isinstance(step, Send):
                    result = self._send(step)
                elif isinstance(step, AskKey):
                    step.key.ask(step.version)
                    result = None
                else:
                    time.sleep(step.seconds)
                    result = None
        except StopIteration as stop:
            value: T = stop.value
        return value

    def close(self) -> None:
        """Close the connections, unless they are the user's."""
        if self.is_own:
            self.client.close()

    def __del__(self) -> None:
        # Not suppress(): at the end of the interpreter a module's names may be None already.
        try:  # noqa: SIM105
            self.close()
        except Exception:
            pass

    def _send(self, step: Send) -> HttpResponse | HoneyHiveError:
        if self.client.is_closed:
            raise closed_error(is_own=self.is_own)
        has_reply = False
        try:
            request = http_request(self.build, step, self._connect_timeout)
            response = self.client.send(request, stream=True, follow_redirects=False)
            has_reply = True
            try:
                body = bytearray()
                for chunk in response.iter_bytes():
                    body += chunk
                    if len(body) > MAX_BODY:
                        return too_long(response.status_code, step.request.label)
                return HttpResponse(response.status_code, response.headers, bytes(body))
            finally:
                response.close()
        except FAULTS as caught:
            failure = connection_error(caught, step)
            failure._has_reply = has_reply
        except BaseException as caught:  # an interrupt: the frames inside httpx hold the key
            raise without_frames(caught) from None
        return failure


def check_http_client(client: object, kind: str) -> None:
    """Raise ConfigurationError if the user's client is not of httpx's class of this name."""
    if not isinstance(client, getattr(httpx, kind)):
        raise ConfigurationError(
            f"http_client must be an httpx.{kind}, not {type(client).__module__}.{type(client).__qualname__}: "
            "HoneyHive takes an httpx.Client, AsyncHoneyHive an httpx.AsyncClient"
        )


def builder(client: httpx.Client | httpx.AsyncClient) -> Callable[..., httpx.Request]:
    """Return the function that builds requests with the headers and parameters of the user's client."""

    def build(method: str, url: httpx.URL | str, **rest: Any) -> httpx.Request:
        # Without params=, httpx would replace the query of the URL by the parameters of the client.
        query = httpx.URL(url).params if client.params else None
        return client.build_request(method, url, params=query, **rest)

    return build


def without_frames(caught: BaseException) -> BaseException:
    """Return the exception without the frames of httpx, whose locals hold the key."""
    caught.__context__ = None
    return caught.with_traceback(None)


def too_long(status: int, label: str) -> HoneyHiveError:
    """Return the error for a response that is longer than the client reads."""
    message = f"{label} answered {status} with more than {MAX_BODY} bytes: ask for less at a time"
    return APIResponseError(message, status=status, request=label)


def http_request(build: Callable[..., httpx.Request], step: Send, connect_timeout: float) -> httpx.Request:
    """Return the httpx request of one attempt, with the deadline of the call in its timeouts."""
    request, left = step
    whole, connect = Deadline(left), Deadline(min(connect_timeout, left))
    whole.end = connect.end = CLOCKS.monotonic() + left
    timeouts = {"connect": connect, "read": whole, "write": whole, "pool": whole}
    if request.step_timeouts is not None:
        timeouts = _step_timeouts(request.step_timeouts, whole)
    headers = HEADERS if request.body is None else _HEADERS_WITH_BODY
    if request.headers:
        headers = with_headers(headers, request.headers)
    # The key is revealed in this expression only, so that no local of any frame holds it.
    built: httpx.Request = build(
        request.method,
        _parsed_url(request.url),
        headers=headers
        if request.key is None
        else {**headers, request.header.encode(): (request.prefix + request.key.reveal()).encode()},
        content=request.body,
        extensions={"timeout": timeouts},
    )
    return built


def _step_timeouts(steps: StepTimeouts, whole: Deadline) -> dict[str, Deadline]:
    """Return the timeout of each step, none of which outlasts the call."""
    found = {step: Deadline(min(seconds, whole)) for step, seconds in steps._asdict().items()}
    for one in found.values():
        one.end = whole.end
    return found


def with_headers(own: Mapping[bytes, bytes], given: Mapping[str, str | None]) -> dict[bytes, bytes]:
    """Return our headers with those of the options, which replace ours."""
    kept = {name: value for name, value in own.items() if name.decode().lower() not in given}
    return {**kept, **{name.encode(): value.encode() for name, value in given.items() if value is not None}}


def closed_error(*, is_own: bool) -> ConfigurationError:
    """Return the error for a call whose httpx client is closed."""
    return ConfigurationError(
        "this client is closed: make a new one" if is_own else "the http_client of this HoneyHive client is closed"
    )


def connection_error(caught: Exception, step: Send) -> APIConnectionError:
    """Return our error for one of httpx, whose frames hold the headers of the request."""
    request = step.request
    sent = not isinstance(caught, _NOTHING_SENT)
    text = str(caught) if request.key is None else request.key.redact(str(caught))
    error: APIConnectionError
    if isinstance(caught, httpx.TimeoutException | TimeoutError):
        what = "was not answered in time" if sent else "could not connect in time"
        message = f"{request.label} {what} ({type(caught).__name__})"
        error = APITimeoutError(message, request=request.label, request_sent=sent)
    else:
        message = f"{request.label} got no answer ({type(caught).__name__}: {text})"
        error = APIConnectionError(message, request=request.label, request_sent=sent)
    if type(caught).__module__ == "httpx" and isinstance(caught, httpx.TransportError):
        error.__cause__ = type(caught)(text)  # not the original, whose request and frames hold the key
    return error
