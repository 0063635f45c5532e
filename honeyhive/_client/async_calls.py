"""Calls of the async client: from a generated method to the transport of the event loop, and back."""

import asyncio
from collections.abc import Callable, Hashable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from honeyhive_api.types import Operation, Request

from .._core.errors import InvalidRequestError
from .._core.exchange import PreparedCall, exchange
from .._core.prepare import prepare, prepare_call
from .._http import transport
from .._http.async_library import running_library, running_loop
from .._http.async_transport import AsyncTransport
from .._http.loop_connection import ClientLoop
from .calls import DEBUG, LOG, Calls, emit, ended

if TYPE_CHECKING:
    from .._core.paging import AsyncPageIterator
    from .._core.raw_call import RawCall

T = TypeVar("T")
ItemT = TypeVar("ItemT")


class AsyncCalls(Calls):
    """Calls on the running event loop, of asyncio or trio. Each loop has its own connections."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.client_loop: ClientLoop = ClientLoop()
        self.transports: dict[Hashable, AsyncTransport] = {}

    async def call(
        self, operation: Operation, build: Callable[..., Request[T, Any]], arguments: Mapping[str, Any], /
    ) -> T:
        """Send the request of an operation with the arguments of its method, and return the reply."""
        try:
            call = prepare_call(operation, build, arguments, self.settings)
        except InvalidRequestError as error:
            fault = error.in_call(f"{operation.namespace}.{operation.name}()")
        else:
            if call.notices:
                emit(call.notices)
            return await self._run(call)
        raise fault  # outside the handler, so that the traceback shows one error

    def pages(
        self,
        operation: Operation,
        build: Callable[..., Request[T, Any]],
        arguments: Mapping[str, Any],
        items: Callable[[T], list[ItemT]],
        /,
    ) -> "AsyncPageIterator[ItemT]":
        """Return an iterator over the items of all pages."""
        from .._core.paging import AsyncPageIterator

        cursor = self._cursor(operation, build, arguments, items)
        return AsyncPageIterator(cursor, lambda page: self._run(prepare(page, arguments, self.settings)))

    async def request(self, raw: "RawCall") -> Any:
        """Send a request to any route, and return the decoded JSON of the response."""
        from .._core.raw_call import prepare_raw

        return await self._run(prepare_raw(self.settings, raw))

    async def transport(self) -> AsyncTransport:
        """Return the connections of the running event loop."""
        loop = running_loop()
        kept = self.transports.get(loop)
        if kept is None:
            self.client_loop.note()
            for ended in [one for one, transport in self.transports.items() if _has_ended(one, transport)]:
                self.transports.pop(ended, None)
            # Stored before the first await, so that concurrent first calls share one transport.
            kept = self.transports[loop] = AsyncTransport(
                self._http_client, self.settings, self._tls, running_library()
            )
            await kept.end_with_loop()
        return kept

    async def close(self) -> None:
        """Close the connections of the running event loop."""
        kept = self.transports.pop(running_loop(), None)
        if kept is not None:
            await kept.close()

    async def _run(self, call: PreparedCall[T]) -> T:
        if self.life.is_closed:  # refuse_closed() is inlined, because every call runs this line
            raise transport.closed_error(is_own=True)
        try:
            kept = self.transports.get(asyncio.get_running_loop()) or await self.transport()
        except RuntimeError:  # trio runs this code, or no event loop does
            kept = self.transports.get(running_loop()) or await self.transport()
        steps = exchange(call, transport.CLOCKS, kept.budget)
        if self.is_wrapped or LOG.isEnabledFor(DEBUG):
            steps = self._wrapped(steps, call)
            with ended(steps):
                return await kept.run(steps)
        return await kept.run(steps)


def _has_ended(loop: Hashable, transport: AsyncTransport) -> bool:
    """Return True if the loop is closed. A run of trio has ended if its connections are closed."""
    if isinstance(loop, asyncio.AbstractEventLoop):
        return loop.is_closed()
    return bool(transport.client.is_closed)
