"""The connections of a client: TLS, proxies, and a deadline that holds against an answer that comes byte by byte."""

import socket
import ssl
import time
from collections.abc import Callable
from contextlib import suppress
from http.cookiejar import CookieJar, DefaultCookiePolicy
from typing import Any, Final

import httpcore
import httpx

from .._core.errors import ConfigurationError
from .._core.settings import Settings, Tls, proxy_for

CONNECTIONS: Final = 100
CONNECTIONS_USED: Final = "honeyhive.connections"
_LIMITS: Final = httpx.Limits(max_connections=CONNECTIONS, max_keepalive_connections=20, keepalive_expiry=30.0)
_SLICE: Final = 16384
"""Bytes written under one look at the clock."""


class Limit(float):
    """A timeout in seconds that also ends with the call; a plain one httpx grants anew to every byte."""

    end: float = 0.0
    """The moment of time.monotonic() at which the call ends."""


def opened(kind: Any, settings: Settings) -> Any:
    """A client of the given class of httpx with connections of its own, or a ConfigurationError."""
    urls = settings.all_urls()
    try:
        tls = _tls_context(settings.tls, needed=any(url.lower().startswith("https:") for url in urls))
        return kind(
            transport=_connections(kind, tls, None),
            mounts={url: _connections(kind, tls, proxy) for url in urls if (proxy := proxy_for(url))},
            trust_env=False,  # neither netrc nor what the system says of proxies
            cookies=CookieJar(DefaultCookiePolicy(allowed_domains=())),
        )
    except (ImportError, OSError, TypeError, ValueError, httpx.InvalidURL) as caught:
        fault = type(caught).__name__  # its text may hold the password of a proxy
    raise ConfigurationError(
        "no connection can be made with ca_file, client_certificate, SSL_CERT_FILE, SSL_CERT_DIR, HTTP_PROXY, "
        f"HTTPS_PROXY, ALL_PROXY and NO_PROXY as they are set ({fault})"
    )


def _tls_context(tls: Tls, *, needed: bool) -> ssl.SSLContext:
    if not needed or not tls.verify:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # it trusts nobody; reading certificates takes long
    elif tls.ca_file or tls.ca_folder:
        context = ssl.create_default_context(cafile=tls.ca_file, capath=tls.ca_folder)
    else:
        context = httpx.create_ssl_context(trust_env=False)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    if context.cert_store_stats()["crl"]:
        context.verify_flags |= ssl.VERIFY_CRL_CHECK_LEAF
    if not tls.verify:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    if tls.client_certificate:
        certificate, key = tls.client_certificate
        # Without a password OpenSSL would ask the terminal for one.
        context.load_cert_chain(certificate, key, password="")
    return context


def _connections(kind: Any, tls: ssl.SSLContext, proxy: str | None) -> Any:
    """The transport of httpx, and in its pool what httpx has no public place for; without it the calls still work."""
    made: Any
    if kind is httpx.AsyncClient:  # asyncio's own timeout holds its deadline
        made = httpx.AsyncHTTPTransport(verify=tls, limits=_LIMITS, proxy=proxy)
        with suppress(AttributeError):
            made._pool.create_connection = _noting(made._pool.create_connection)
    else:
        made = httpx.HTTPTransport(verify=tls, limits=_LIMITS, proxy=proxy)
        with suppress(AttributeError):
            made._pool._network_backend = _Network()
    return made


def _noting(create: Callable[[httpcore.Origin], Any]) -> Callable[[httpcore.Origin], Any]:
    """Notes the connection in the request that goes over it, so that whoever sent the request can close it."""

    def create_connection(origin: httpcore.Origin) -> Any:
        connection = create(origin)
        handle = connection.handle_async_request

        async def handle_async_request(request: httpcore.Request) -> httpcore.Response:
            request.extensions.get(CONNECTIONS_USED, []).append(connection)
            answer: httpcore.Response = await handle(request)
            return answer

        connection.handle_async_request = handle_async_request
        return connection

    return create_connection


class _Network(httpcore.SyncBackend):
    def connect_tcp(self, host: str, port: int, timeout: float | None = None, *rest: Any, **more: Any) -> Any:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except OSError as caught:
            raise httpcore.ConnectError(str(caught)) from None
        end = time.monotonic() + _left(timeout, httpcore.ConnectTimeout)
        for others, (*_, address) in reversed([*enumerate(reversed(found))]):
            try:
                # Each address has its share of the time, so that a dead one leaves some to the next.
                share = max(0.001, (end - time.monotonic()) / (others + 1))
                stream = super().connect_tcp(str(address[0]), port, share, *rest, **more)
                return _Stream(stream, stream.get_extra_info("socket"))
            except (httpcore.ConnectError, httpcore.ConnectTimeout):
                if not others:
                    raise
        raise httpcore.ConnectError("the name has no address")


class _Stream(httpcore.NetworkStream):
    """A stream that looks at the clock before each read and each piece that it writes.

    A piece is what the socket takes at once: each call of the system is a turn of the interpreter given away, and while
    other threads are busy each turn is waited for. Inside of the TLS of a proxy, where there is no such socket, it is a
    slice.
    """

    def __init__(self, stream: httpcore.NetworkStream, sock: Any = None) -> None:
        self._stream = stream
        self._sock = sock
        self.close = stream.close  # type: ignore[method-assign]
        self.get_extra_info = stream.get_extra_info  # type: ignore[method-assign]

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        left = _left(timeout, httpcore.ReadTimeout)
        if self._sock is None:
            return self._stream.read(max_bytes, left)
        try:
            return bytes(self._given(left).recv(max_bytes))
        except TimeoutError as caught:
            raise httpcore.ReadTimeout(str(caught)) from None
        except OSError as caught:
            raise httpcore.ReadError(str(caught)) from None

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        if self._sock is None:
            for start in range(0, len(buffer), _SLICE):
                self._stream.write(buffer[start : start + _SLICE], _left(timeout, httpcore.WriteTimeout))
            return
        rest = memoryview(buffer)
        try:
            while rest:
                rest = rest[self._given(_left(timeout, httpcore.WriteTimeout)).send(rest) :]
        except TimeoutError as caught:
            raise httpcore.WriteTimeout(str(caught)) from None
        except OSError as caught:
            raise httpcore.WriteError(str(caught)) from None

    def _given(self, seconds: float) -> Any:
        """The socket, which waits so long, or a hundredth longer where that saves a call of the system."""
        known = self._sock.gettimeout()
        if known is None or not seconds <= known <= seconds * 1.01:
            self._sock.settimeout(seconds)
        return self._sock

    def start_tls(self, ssl_context: ssl.SSLContext, server_hostname: Any = None, timeout: Any = None) -> "_Stream":
        stream = self._stream.start_tls(ssl_context, server_hostname, _left(timeout, httpcore.ConnectTimeout))
        is_inside_tls = isinstance(self._sock, ssl.SSLSocket)
        return _Stream(stream, None if is_inside_tls else stream.get_extra_info("socket"))


def _left(timeout: float | None, error: type[Exception]) -> float:
    """The seconds of the timeout, fewer where the call ends before."""
    left = min(timeout, timeout.end - time.monotonic()) if isinstance(timeout, Limit) else timeout or 1e6
    if left <= 0:
        raise error("timed out")
    return left
