"""The client for asyncio, whose event loop is not to wait for modules that are being loaded."""

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Self, TypeVar

from honeyhive_api.namespaces import AsyncNamespaces, AsyncPages
from honeyhive_api.unset import UNSET

from .._core import prepare  # noqa: F401 - at every call, which must not load it on the event loop
from .._core.errors import InvalidRequestError
from .._core.exchange import Call, exchange
from .._core.paging import AsyncWalk
from .._tracing.loading import loading
from .._tracing.tracing import AsyncTracing
from .base import Client, _warn

if TYPE_CHECKING:
    import asyncio

    from honeyhive_api.client import AuthenticatedClient
    from honeyhive_api.types import Operation, Request

    from .._http.async_transport import AsyncTransport
    from .._http.transport import AsyncHttpClient  # noqa: F401 - as above
    from .._tracing.delivery.counters import Flushed
    from .._tracing.delivery.worker import Connect

T = TypeVar("T")
ItemT = TypeVar("ItemT")
_SHORT_TURN: Final = 0.0005
_READERS: Final[set[Callable[[Any], object]]] = set()
"""Readers that have run in this process, so their models are loaded."""


class AsyncHoneyHive(Client["AsyncHttpClient", "AsyncTransport"], AsyncNamespaces, AsyncTracing):
    """The API for asyncio: the methods of HoneyHive, to be awaited.

    A method checks its arguments, warns and sends when it is awaited. ``async with``, or else the first call, loads
    httpx in a thread, so that the event loop does not wait for it. Each event loop that uses the client has connections
    of its own; close the client on the loop that used it.
    """

    _http_client_kind = "AsyncClient"

    async def request(
        self,
        method: str,
        path: str,
        *,
        host: str = "v1",
        params: Mapping[str, Any] | None = None,
        json: Any = UNSET,
        timeout: float | None = None,
    ) -> Any:
        """Return the decoded JSON of a route that this version does not know; see HoneyHive.request()."""
        return await self._run(self._prepared_raw(method, path, host, params, json, timeout))

    @property
    def low_level(self) -> "AuthenticatedClient":
        """The low-level client with this client's keys, hosts and connections, for the ``asyncio`` functions.

        >>> from honeyhive_api.api.events import get_event
        >>> await get_event.asyncio_detailed("5f6c...", client=hh.low_level)  # doctest: +SKIP
        """
        from .low_level import AsyncLowLevel, arguments_of

        self._refuse_closed()
        return AsyncLowLevel(**arguments_of(self))

    def _builder(self, client: Any) -> Callable[..., Any]:
        """Return what makes the requests of an httpx client; one of the user's own adds its headers."""
        build: Callable[..., Any] = next(one.build for one in self._transports.values() if one.client is client)
        return build

    async def close(self, timeout: float = 5.0) -> "Flushed":
        """Flush for at most ``timeout`` seconds, close this event loop's connections, and return the result of flush().

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

    async def _call(
        self, operation: "Operation", build: "Callable[..., Request[T, Any]]", arguments: Mapping[str, Any], /
    ) -> T:
        request = self._requested(operation, build, arguments)
        try:
            call = self._prepared(request, arguments)
        except InvalidRequestError as error:
            fault = error.in_call(f"{operation.namespace}.{operation.name}()")
        else:
            _warn(call)
            return await self._run(call, request.read)
        raise fault

    def _pages(
        self,
        operation: "Operation",
        build: "Callable[..., Request[T, Any]]",
        arguments: Mapping[str, Any],
        items: Callable[[T], list[ItemT]],
        /,
    ) -> AsyncPages[ItemT]:
        request = self._requested(operation, build, arguments)
        cursor = self._cursor(request, arguments, items)
        return AsyncWalk(cursor, lambda page: self._run(self._prepared(page, arguments), request.read))

    async def _run(self, call: Call[T], read: Callable[[Any], object] | None = None) -> T:
        self._refuse_closed()
        transport = await self._transport()
        if read is not None and read not in _READERS:
            _READERS.add(read)  # now, so that of many first calls one alone does it
            await _aside(lambda: _load_models(read))
        from .._http.transport import CLOCKS

        return await transport.run(exchange(call, CLOCKS, transport.budget))

    def _tracing_connect(self) -> "Connect":
        # A client of httpx of the user's own belongs to an event loop, so that the worker's thread cannot use it.
        return self._background(None)

    async def _transport(self) -> "AsyncTransport":
        """The connections of this event loop, opened by the first call for all that wait for them."""
        import asyncio

        loop = asyncio.get_running_loop()
        kept = self._transports.get(loop)
        if kept is None:
            opening = self._opening.get(loop)
            if opening is None:
                opening = self._opening[loop] = _aside(self._opened)
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
        from .._http.async_transport import AsyncTransport, warm

        warm()
        for loop in list(self._transports):
            if loop.is_closed():
                self._transports.pop(loop, None)
        return AsyncTransport(self._http_client, self._settings)


def _aside(work: Callable[[], T]) -> "asyncio.Future[T]":
    """Run the work on a dedicated thread; the loop's default executor may be saturated."""
    import asyncio
    from concurrent.futures import ThreadPoolExecutor

    executor = ThreadPoolExecutor(1, "honeyhive-loading")
    done = asyncio.get_running_loop().run_in_executor(executor, _loaded, work)
    executor.shutdown(wait=False)
    return done


def _loaded(work: Callable[[], T]) -> T:
    # In this order: of several loops one at a time sets the turns, and no forked child keeps them.
    with loading, _short_turns():
        return work()


def _load_models(read: Callable[[Any], object]) -> None:
    with suppress(Exception):
        read(None)  # it loads its models when it is called, whatever it makes of an empty reply


@contextmanager
def _short_turns() -> Iterator[None]:
    """Shorten the thread switch interval tenfold while importing, so that the event loop gets the GIL sooner."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(min(before, _SHORT_TURN))
    short = sys.getswitchinterval()
    try:
        yield
    finally:
        if sys.getswitchinterval() == short:  # nobody else has set it in the meantime
            sys.setswitchinterval(before)
