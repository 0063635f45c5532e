"""The deadline of a call, held on every read and write of its connection.

httpx restarts a read timeout with every byte, so a server that sends one byte a second could hold a call for hours. A
Deadline is a timeout that also ends with the call. The connection pool of the client gets a network backend that
observes it.

httpx and httpcore have no public place for either hook below. The attributes are found by the type of their value, so
a renamed attribute is still found. If one is missing, the client raises an error instead of losing its deadline.
"""

import socket
import ssl
from collections.abc import Callable
from typing import Any, Final, TypeVar

import httpcore
import httpx

from .._core.errors import ConfigurationError
from .._core.real_time import real_clock
from .._tracing.interrupts import is_interrupt
from .faults import interrupt_behind

T = TypeVar("T")
CONNECTIONS_USED: Final = "honeyhive.connections"
"""The request extension that collects the connections of a request."""
_CLOCK: Final = (real_clock("monotonic"),)
"""The clock, in a tuple, because freezegun replaces functions that are globals."""
_SLICE: Final = 16384
"""Bytes written between two checks of the deadline if there is no socket to write to: one TLS record."""


class Deadline(float):
    """A timeout in seconds that also ends with the call."""

    end: float = 0.0
    """The end of the call on the clock of ``time.monotonic``."""


def hold_deadlines(transport: httpx.HTTPTransport) -> None:
    """Make the connections of the transport observe deadlines. Raises ConfigurationError if this httpx is unknown."""
    pool = _attribute(transport, httpcore.ConnectionPool)[1]
    setattr(pool, _attribute(pool, httpcore.NetworkBackend)[0], _DeadlineBackend())


def record_connections(transport: httpx.AsyncHTTPTransport) -> None:
    """Note each connection in the request that uses it, so that the sender can close the connection.

    asyncio enforces the deadline of an async call by cancelling it. But if a request is cancelled while httpcore
    assigns a connection to it, httpcore counts that connection as busy forever. Raises ConfigurationError if this httpx
    is unknown.
    """
    pool: Any = _attribute(transport, httpcore.AsyncConnectionPool)[1]
    create = getattr(pool, "create_connection", None)
    if create is None:
        raise _unsupported()
    pool.create_connection = _recording(create)


def _attribute(owner: object, kind: type[T]) -> tuple[str, T]:
    """Return the name and the value of the attribute of this type."""
    for name, value in getattr(owner, "__dict__", {}).items():
        if isinstance(value, kind):
            return name, value
    raise _unsupported()


def _unsupported() -> ConfigurationError:
    versions = f"httpx {httpx.__version__} with httpcore {httpcore.__version__}"
    return ConfigurationError(
        f"this version of honeyhive-sdk cannot enforce the timeout of a call with {versions}: "
        "upgrade honeyhive-sdk, install an older httpx, or pass http_client="
    )


def _recording(create: Callable[[httpcore.Origin], Any]) -> Callable[[httpcore.Origin], Any]:
    def create_connection(origin: httpcore.Origin) -> Any:
        connection = create(origin)
        handle = connection.handle_async_request

        async def handle_async_request(request: httpcore.Request) -> httpcore.Response:
            request.extensions.get(CONNECTIONS_USED, []).append(connection)
            response: httpcore.Response = await handle(request)
            return response

        connection.handle_async_request = handle_async_request
        return connection

    return create_connection


class _DeadlineBackend(httpcore.SyncBackend):
    def connect_tcp(self, host: str, port: int, timeout: float | None = None, *rest: Any, **more: Any) -> Any:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except OSError as caught:
            raise httpcore.ConnectError(str(caught)) from None
        end = _CLOCK[0]() + _seconds_left(timeout, httpcore.ConnectTimeout)
        for others, (*_, address) in reversed([*enumerate(reversed(found))]):
            try:
                # Each address gets its share of the time, so that a dead address leaves some time for the next.
                share = max(0.001, (end - _CLOCK[0]()) / (others + 1))
                stream = super().connect_tcp(str(address[0]), port, share, *rest, **more)
                return _DeadlineStream(stream, stream.get_extra_info("socket"))
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as caught:
                if not others or interrupt_behind(caught, None):
                    raise
        raise httpcore.ConnectError("the host name has no address")


class _DeadlineStream(httpcore.NetworkStream):
    """A stream that checks the deadline before each read, and before each piece that it writes.

    A piece is as much as the socket accepts in one system call: each call releases the GIL, and busy threads delay
    reacquiring it. Inside the TLS of a proxy there is no socket to write to, so pieces have a fixed size.
    """

    def __init__(self, stream: httpcore.NetworkStream, sock: Any = None) -> None:
        self._stream = stream
        self._sock = sock
        self.close = stream.close  # type: ignore[method-assign]
        self.get_extra_info = stream.get_extra_info  # type: ignore[method-assign]

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        left = _seconds_left(timeout, httpcore.ReadTimeout)
        if self._sock is None:
            return self._stream.read(max_bytes, left)
        try:
            return bytes(self._timed(left).recv(max_bytes))
        except OSError as caught:
            if is_interrupt(caught):
                raise
            raise _error_of(caught, httpcore.ReadTimeout, httpcore.ReadError) from None

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        if not buffer:  # httpcore writes the end of a body separately, without bytes
            return
        if self._sock is None:
            for start in range(0, len(buffer), _SLICE):
                self._stream.write(buffer[start : start + _SLICE], _seconds_left(timeout, httpcore.WriteTimeout))
            return
        rest = memoryview(buffer)
        try:
            while rest:
                rest = rest[self._timed(_seconds_left(timeout, httpcore.WriteTimeout)).send(rest) :]
        except OSError as caught:
            if is_interrupt(caught):  # unchanged, because httpcore ignores a WriteError to read a response
                raise
            raise _error_of(caught, httpcore.WriteTimeout, httpcore.WriteError) from None

    def _timed(self, seconds: float) -> Any:
        """Return the socket with this timeout set. A timeout up to 1 % longer is kept, which saves a system call."""
        known = self._sock.gettimeout()
        if known is None or not seconds <= known <= seconds * 1.01:
            self._sock.settimeout(seconds)
        return self._sock

    def start_tls(self, ssl_context: ssl.SSLContext, server_hostname: Any = None, timeout: Any = None) -> Any:
        left = _seconds_left(timeout, httpcore.ConnectTimeout)
        stream = self._stream.start_tls(ssl_context, server_hostname, left)
        is_inside_tls = isinstance(self._sock, ssl.SSLSocket)
        return _DeadlineStream(stream, None if is_inside_tls else stream.get_extra_info("socket"))


def _error_of(caught: OSError, timeout: type[Exception], other: type[Exception]) -> Exception:
    return (timeout if isinstance(caught, TimeoutError) else other)(str(caught))


def _seconds_left(timeout: float | None, error: type[Exception]) -> float:
    """Return the seconds of the timeout, or fewer if the call ends earlier. Raises ``error`` if none are left."""
    left = min(timeout, timeout.end - _CLOCK[0]()) if isinstance(timeout, Deadline) else timeout or 1e6
    if left <= 0:
        raise error("timed out")
    return left
