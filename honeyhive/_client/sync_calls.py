"""Calls of the sync client: from a generated method to the transport, and back."""

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from honeyhive_api.types import Operation, Request

from .._core.exchange import PreparedCall, exchange
from .._core.prepare import prepare, prepare_call
from .._http import transport
from .._http.transport import SyncTransport
from .calls import DEBUG, LOG, Calls, emit, ended

if TYPE_CHECKING:
    from .._core.paging import PageIterator
    from .._core.raw_call import RawCall

T = TypeVar("T")
ItemT = TypeVar("ItemT")


class SyncCalls(Calls):
    """Calls on the calling thread. Threads share the connections; each process has its own connections."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._transports: dict[int, SyncTransport] = {os.getpid(): self._made_transport()}

    def call(self, operation: Operation, build: Callable[..., Request[T, Any]], arguments: Mapping[str, Any], /) -> T:
        """Send the request of an operation with the arguments of its method, and return the reply."""
        call = prepare_call(operation, build, arguments, self.settings)
        if call.notices:
            emit(call.notices)
        return self._run(call)

    def pages(
        self,
        operation: Operation,
        build: Callable[..., Request[T, Any]],
        arguments: Mapping[str, Any],
        items: Callable[[T], list[ItemT]],
        /,
    ) -> "PageIterator[ItemT]":
        """Return an iterator over the items of all pages."""
        from .._core.paging import PageIterator

        cursor = self._cursor(operation, build, arguments, items)
        return PageIterator(cursor, lambda page: self._run(prepare(page, arguments, self.settings)))

    def request(self, raw: "RawCall") -> Any:
        """Send a request to any route, and return the decoded JSON of the response."""
        from .._core.raw_call import prepare_raw

        return self._run(prepare_raw(self.settings, raw))

    def transport(self) -> SyncTransport:
        """Return the connections of this process. A forked child never writes into the connections of its parent."""
        pid = os.getpid()
        # setdefault is atomic. If two threads of a child make a transport, the discarded one has no connection yet.
        return self._transports.get(pid) or self._transports.setdefault(pid, self._made_transport())

    def close(self) -> None:
        """Close the connections of this process."""
        kept = self._transports.pop(os.getpid(), None)
        if kept is not None:
            kept.close()

    def _run(self, call: PreparedCall[T]) -> T:
        if self.life.is_closed:  # refuse_closed() is inlined, because every call runs this line
            raise transport.closed_error(is_own=True)
        kept = self.transport()
        steps = exchange(call, transport.CLOCKS, kept.budget)
        if self.is_wrapped or LOG.isEnabledFor(DEBUG):
            steps = self._wrapped(steps, call)
            with ended(steps):
                return kept.run(steps)
        return kept.run(steps)

    def _made_transport(self) -> SyncTransport:
        return SyncTransport(self._http_client, self.settings, self._tls)
