"""Transport of the sync client: drives an exchange over kept connections, on the calling thread."""

# Two modules are imported here, so that no call imports them on an event loop or while another thread forks.
import email.utils  # noqa: F401 - for dates in Retry-After
import encodings.idna  # noqa: F401 - for the first connection to a host name
import ssl
import sys
import time
from collections.abc import Callable, Mapping
from functools import lru_cache
from random import SystemRandom
from typing import Any, Final, TypeAlias, TypeVar

import httpx

from .._core.call_options import StepTimeouts
from .._core.errors import ConfigurationError, HoneyHiveError
from .._core.exchange import Clocks, Exchange, RetryBudget
from .._core.messages import AskKey, HttpRequest, HttpResponse, Send
from .._core.real_time import real_clock
from .._core.settings import Settings
from .._version import __version__
from .client_library import builder, library_of
from .connections import open_client
from .deadline import Deadline
from .faults import OWN, connection_error, faults_of, interrupt_behind, too_long, without_frames

T = TypeVar("T")
SyncHttpClient: TypeAlias = httpx.Client
AsyncHttpClient: TypeAlias = httpx.AsyncClient
Timeout: TypeAlias = httpx.Timeout

# Not Python's shared random generator: an application that seeds it expects to get all its numbers.
CLOCKS: Final = Clocks(real_clock("monotonic"), real_clock("time"), SystemRandom().random)
MAX_BODY: Final = 128 * 1024 * 1024
"""Maximum size of a response in bytes: an endless response would otherwise fill the memory."""
_USER_AGENT: Final = f"honeyhive-sdk/{__version__} python/{sys.version_info[0]}.{sys.version_info[1]}"
HEADERS: Final = {
    b"Accept": b"application/json",
    b"Accept-Encoding": b"gzip, deflate",
    b"User-Agent": _USER_AGENT.encode(),
}
_HEADERS_WITH_BODY: Final = {**HEADERS, b"Content-Type": b"application/json"}
# Parsing a URL costs as much as the rest of a request, and most calls go to a few URLs.
_parsed_url: Final = lru_cache(maxsize=64)(httpx.URL)


class SyncTransport:
    """Kept connections of one process, and the retry budget of the calls that use them.

    ``client`` is the user's client of httpx or httpx2. If it is None, the transport opens a client of its own with the
    TLS context ``tls``.
    """

    def __init__(self, client: Any, settings: Settings, tls: ssl.SSLContext | None = None) -> None:
        self.is_own: bool = client is None
        self.client: httpx.Client = client or open_client(httpx.Client, settings, tls)
        # The user's client adds its headers and parameters. The SDK's client has none, so a plain request is faster.
        self.build: Callable[..., httpx.Request] = httpx.Request if self.is_own else builder(self.client)
        self._connect_timeout = settings.connect_timeout
        self._faults = OWN if self.is_own else faults_of(library_of(client), is_own=False)
        self.budget: RetryBudget = RetryBudget()

    def run(self, exchange: Exchange[T]) -> T:
        """Carry out the steps that the exchange yields, and return its result."""
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
        """Close the connections, unless the user passed the client."""
        if self.is_own:
            self.client.close()

    def __del__(self) -> None:
        # suppress() is not used, because at the end of the interpreter a module's names may be None already.
        try:  # noqa: SIM105
            self.close()
        except Exception:
            pass

    def _send(self, step: Send) -> HttpResponse | HoneyHiveError:
        if self.client.is_closed:
            raise closed_error(is_own=self.is_own)
        has_reply = False
        request: Any = None
        response: Any = None
        try:
            request = http_request(self.build, step, self._connect_timeout)
            response = self.client.send(request, stream=True, follow_redirects=False)
            has_reply = True
            try:
                body = bytearray()
                for chunk in response.iter_bytes():
                    body += chunk
                    if len(body) > MAX_BODY:
                        return too_long(response.status_code, step.request.label, MAX_BODY)
                return HttpResponse(response.status_code, response.headers, bytes(body))
            finally:
                response.close()
        except self._faults.caught as caught:
            fault: BaseException = caught
        except BaseException as caught:  # an interrupt or an error of a hook: httpx frames hold the key
            request = response = None  # their headers hold the key too
            raise without_frames(caught) from None
        interrupt = interrupt_behind(fault, sys.exception())
        if interrupt is not None:
            request = response = None
            raise without_frames(interrupt)
        failure = connection_error(fault, step, self._faults)
        failure._has_reply = has_reply
        del fault  # its frames refer to this frame: a reference cycle
        return failure


def one_attempt(request: HttpRequest, timeout: float) -> Exchange[HttpResponse]:
    """Return an exchange that sends the request once, within ``timeout`` seconds, without retries."""
    response = yield Send(request, timeout)
    if response is None:
        raise TypeError("a transport answers Send with an HttpResponse")
    return response


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
    """Return the SDK's headers, overridden by the headers that the options give; None leaves a header out."""
    kept = {name: value for name, value in own.items() if name.decode().lower() not in given}
    return {**kept, **{name.encode(): value.encode() for name, value in given.items() if value is not None}}


def closed_error(*, is_own: bool) -> ConfigurationError:
    """Return the error for a call whose httpx client is closed."""
    return ConfigurationError(
        "this client is closed: make a new one" if is_own else "the http_client of this HoneyHive client is closed"
    )
