"""The two clients: what is set up once, and the way of each call from the generated namespaces to a driver."""

import os
import warnings
from collections.abc import Awaitable, Callable, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar

from honeyhive_api.namespaces import AsyncNamespaces, AsyncPages, Pages, SyncNamespaces
from honeyhive_api.types import UNSET, Request

from .errors import ConfigurationError
from .keys import seal
from .settings import FilePath, resolved, resolved_tls
from .tracing.surface import AsyncTracing, SyncTracing

if TYPE_CHECKING:
    import asyncio

    from .background import BackgroundConnection
    from .core.exchange import Call
    from .core.paging import Cursor
    from .tracing.accounting import Flushed
    from .tracing.tracer import Options
    from .tracing.worker import Connect
    from .transport import AsyncHttpClient, AsyncTransport, SyncHttpClient, SyncTransport  # noqa: F401 - in the bases, as text

T = TypeVar("T")
HttpClientT = TypeVar("HttpClientT")
TransportT = TypeVar("TransportT")


class _Client(Generic[HttpClientT, TransportT]):
    """What both clients are set up with; nothing heavy is loaded here."""

    _http_client_kind: ClassVar[str]

    def __init__(
        self,
        api_key: str | None = None,
        *,
        base_url: str | None = None,
        legacy_url: str | None = None,
        v1_url: str | None = None,
        control_plane_url: str | None = None,
        ingestion_api_key: str | None = None,
        data_plane_api_key: str | None = None,
        control_plane_api_key: str | None = None,
        timeout: float = 30.0,
        connect_timeout: float = 5.0,
        max_retries: int = 2,
        http_client: HttpClientT | None = None,
        allow_http: bool | None = None,
        tracing: "Options | None" = None,
        ca_file: FilePath | None = None,
        client_certificate: FilePath | tuple[FilePath, FilePath] | None = None,
        verify: bool = True,
    ) -> None:
        # First of all, so that the text of no key stands in a frame of whatever is raised below.
        keys = {
            "api_key": seal(api_key),
            "ingestion_api_key": seal(ingestion_api_key),
            "data_plane_api_key": seal(data_plane_api_key),
            "control_plane_api_key": seal(control_plane_api_key),
        }
        del api_key, ingestion_api_key, data_plane_api_key, control_plane_api_key
        self._closed = False
        self._transports: dict[Any, TransportT] = {}
        self._opening: dict[Any, asyncio.Future[TransportT]] = {}
        self._settings = resolved(
            keys=keys,
            urls={"legacy_url": legacy_url, "v1_url": v1_url, "control_plane_url": control_plane_url},
            base_url=base_url,
            allow_http=allow_http,
            timeout=timeout,
            connect_timeout=connect_timeout,
            max_retries=max_retries,
            tls=resolved_tls(verify, ca_file, client_certificate),
        )
        if http_client is not None:
            if not verify or ca_file or client_certificate:
                raise ConfigurationError("http_client has its own TLS: set verify, ca_file and the like on it")
            from .transport import check_http_client

            check_http_client(http_client, self._http_client_kind)
        self._http_client = http_client
        self._tracing_options = tracing
        if not verify:
            warnings.warn("verify=False: whoever is on the way to the API can read the key; try ca_file=", stacklevel=2)

    def _prepared_raw(
        self, method: str, path: str, host: str, params: Mapping[str, Any] | None, json: Any, timeout: float | None
    ) -> "Call[Any]":
        self._refuse_closed()
        from .core.prepare import prepare_raw

        return prepare_raw(method, path, host, params, json, timeout, self._settings)

    def _prepared(
        self,
        request: Request,
        read: Callable[[Any], T],
        extra_body: Mapping[str, Any] | None,
        timeout: float | None,
    ) -> "Call[T]":
        self._refuse_closed()
        from .core.prepare import prepare

        return prepare(request, read, extra_body, timeout, self._settings)

    def _cursor(
        self,
        request: Request,
        read: Callable[[Any], list[T]],
        extra_body: Mapping[str, Any] | None,
        timeout: float | None,
    ) -> "Cursor[T]":
        """Where a walk through pages begins; the request of the first page is checked and warned of at once."""
        from .core.paging import Cursor

        paging = request.operation.paging
        if paging is None:
            raise TypeError(f"{request.operation.id} has no pages")
        cursor = Cursor(request, paging, read)
        for notice in self._prepared(cursor.request(), cursor.read, extra_body, timeout).notices:
            warnings.warn(notice, DeprecationWarning, stacklevel=4)
        return cursor

    def _refuse_closed(self) -> None:
        if self._closed:
            raise ConfigurationError("this client is closed: make a new one")

    def __repr__(self) -> str:
        settings = getattr(self, "_settings", "not set up")  # as while a setting is being refused
        return f"<{type(self).__name__}: {settings!r}{', closed' if self._closed else ''}>"


class HoneyHive(_Client["SyncHttpClient", "SyncTransport"], SyncNamespaces, SyncTracing):
    """The API, one namespace for each group of operations: ``HoneyHive().sessions.create(session_name="x")``.

    Every argument that is left out comes from the environment, then from a default. ``timeout`` is in seconds for one
    call with all its attempts, ``connect_timeout`` for one connection. Raises ConfigurationError if there is no key or
    a setting is malformed. Nothing is loaded or connected before the first call; threads may share a client.
    """

    _http_client_kind = "Client"

    def request(
        self,
        method: str,
        path: str,
        *,
        host: str = "v1",
        params: Mapping[str, Any] | None = None,
        json: Any = UNSET,
        timeout: float | None = None,
    ) -> Any:
        """The decoded JSON of a route that this version does not know, None for an empty body.

        ``path`` is percent-encoded and begins with "/"; ``host`` is legacy, v1 or control_plane. Only GET and HEAD are
        sent again after a failure.
        """
        return self._run(self._prepared_raw(method, path, host, params, json, timeout))

    def close(self, timeout: float = 5.0) -> "Flushed":
        """Delivers what was logged, for at most so many seconds, and closes the connections; what flush() returns.

        A client of httpx that was passed in stays open.
        """
        self._closed = True  # before the wait, during which a call could slip in
        flushed = self._close_tracing(timeout)
        transport = self._transports.pop(os.getpid(), None)
        if transport is not None:
            transport.close()
        return flushed

    def __enter__(self) -> Self:
        self._refuse_closed()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _call(
        self, request: Request, read: Callable[[Any], T], extra_body: Mapping[str, Any] | None, timeout: float | None, /
    ) -> T:
        call = self._prepared(request, read, extra_body, timeout)
        for notice in call.notices:
            warnings.warn(notice, DeprecationWarning, stacklevel=3)
        return self._run(call)

    def _pages(
        self,
        request: Request,
        read: Callable[[Any], list[T]],
        extra_body: Mapping[str, Any] | None,
        timeout: float | None,
        /,
    ) -> Pages[T]:
        from .core.paging import Walk

        cursor = self._cursor(request, read, extra_body, timeout)
        return Walk(cursor, lambda page: self._run(self._prepared(page, cursor.read, extra_body, timeout)))

    def _run(self, call: "Call[T]") -> T:
        from .core.exchange import exchange
        from .transport import CLOCKS

        transport = self._transport()
        return transport.run(exchange(call, CLOCKS, transport.budget))

    def _tracing_connect(self) -> "Connect":
        settings, http_client = self._settings, self._http_client

        def connect() -> "BackgroundConnection":
            from .background import BackgroundConnection

            return BackgroundConnection(settings, http_client)

        return connect

    def _transport(self) -> "SyncTransport":
        # One pool for each process, so that a forked child never writes into its parent's connections. setdefault is
        # atomic: of two pools that two threads make at the same time, the one not kept has no connection yet.
        kept = self._transports.get(os.getpid())
        if kept is None:
            from .transport import SyncTransport

            made = SyncTransport(self._http_client, self._settings)
            kept = self._transports.setdefault(os.getpid(), made)
        return kept


class AsyncHoneyHive(_Client["AsyncHttpClient", "AsyncTransport"], AsyncNamespaces, AsyncTracing):
    """The API for asyncio: the methods of HoneyHive, to be awaited.

    A method checks its arguments and warns when it is called; what it returns sends when it is awaited. ``async with``
    loads what the first call needs in a thread, so that the event loop does not wait for it. Each event loop that uses
    the client has connections of its own; close the client on the loop that used it.
    """

    _http_client_kind = "AsyncClient"

    def request(
        self,
        method: str,
        path: str,
        *,
        host: str = "v1",
        params: Mapping[str, Any] | None = None,
        json: Any = UNSET,
        timeout: float | None = None,
    ) -> Awaitable[Any]:
        """The decoded JSON of a route that this version does not know; see HoneyHive.request()."""
        return self._run(self._prepared_raw(method, path, host, params, json, timeout))

    async def close(self, timeout: float = 5.0) -> "Flushed":
        """Delivers what was logged, for at most so many seconds, and closes the connections of this event loop.

        A client of httpx that was passed in stays open. What flush() returns.
        """
        import asyncio

        self._closed = True  # before the wait, during which a call could slip in
        flushed = await asyncio.to_thread(self._close_tracing, timeout)
        transport = self._transports.pop(asyncio.get_running_loop(), None)
        if transport is not None:
            await transport.close()
        return flushed

    async def __aenter__(self) -> Self:
        self._refuse_closed()
        await self._transport()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    def _call(
        self, request: Request, read: Callable[[Any], T], extra_body: Mapping[str, Any] | None, timeout: float | None, /
    ) -> Awaitable[T]:
        call = self._prepared(request, read, extra_body, timeout)
        for notice in call.notices:
            warnings.warn(notice, DeprecationWarning, stacklevel=3)
        return self._run(call)

    def _pages(
        self,
        request: Request,
        read: Callable[[Any], list[T]],
        extra_body: Mapping[str, Any] | None,
        timeout: float | None,
        /,
    ) -> AsyncPages[T]:
        from .core.paging import AsyncWalk

        cursor = self._cursor(request, read, extra_body, timeout)
        return AsyncWalk(cursor, lambda page: self._run(self._prepared(page, cursor.read, extra_body, timeout)))

    async def _run(self, call: "Call[T]") -> T:
        self._refuse_closed()
        transport = await self._transport()
        from .core.exchange import exchange
        from .transport import CLOCKS

        return await transport.run(exchange(call, CLOCKS, transport.budget))

    def _tracing_connect(self) -> "Connect":
        settings = self._settings

        def connect() -> "BackgroundConnection":
            from .background import BackgroundConnection

            # A client of httpx of the user's own belongs to an event loop, so that the worker's thread cannot use it.
            return BackgroundConnection(settings, None)

        return connect

    async def _transport(self) -> "AsyncTransport":
        """The connections of this event loop; what they need is loaded in a thread, so that the loop does not wait."""
        import asyncio

        loop = asyncio.get_running_loop()
        kept = self._transports.get(loop)
        if kept is None:
            opening = self._opening.get(loop)
            if opening is None:
                opening = self._opening[loop] = loop.run_in_executor(None, self._opened)
            try:
                # Shielded, since other calls may be waiting for the same thread when this one is cancelled.
                made = await asyncio.shield(opening)
            finally:
                self._opening.pop(loop, None)
            self._refuse_closed()
            kept = self._transports.get(loop)
            if kept is None:
                kept = self._transports[loop] = made
                await kept.end_with_loop()
        return kept

    def _opened(self) -> "AsyncTransport":
        from .core import prepare  # noqa: F401 - loaded for the first call
        from .transport import AsyncTransport, warm

        warm()
        for loop in list(self._transports):
            if loop.is_closed():
                self._transports.pop(loop, None)
        return AsyncTransport(self._http_client, self._settings)
