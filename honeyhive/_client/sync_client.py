"""The client that blocks."""

import os
from collections.abc import Callable, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from honeyhive_api.namespaces import Pages, SyncNamespaces
from honeyhive_api.unset import UNSET

from .._tracing.loading import loading
from .._tracing.tracing import SyncTracing
from .base import Client, _warn

if TYPE_CHECKING:
    from honeyhive_api.client import AuthenticatedClient
    from honeyhive_api.types import Operation, Request

    from .._core.exchange import Call
    from .._http.transport import SyncHttpClient, SyncTransport  # noqa: F401 - in the bases, as text
    from .._tracing.delivery.counters import Flushed
    from .._tracing.delivery.worker import Connect

T = TypeVar("T")
ItemT = TypeVar("ItemT")


class HoneyHive(Client["SyncHttpClient", "SyncTransport"], SyncNamespaces, SyncTracing):
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

    @property
    def low_level(self) -> "AuthenticatedClient":
        """The low-level client with this client's keys, hosts and connections, for the ``sync`` functions.

        >>> from honeyhive_api.api.events import get_event
        >>> get_event.sync_detailed("5f6c...", client=hh.low_level)  # doctest: +SKIP
        """
        from .low_level import SyncLowLevel, arguments_of

        self._refuse_closed()
        return SyncLowLevel(**arguments_of(self))

    def close(self, timeout: float = 5.0) -> "Flushed":
        """Flush for at most ``timeout`` seconds, close the connections, and return the result of flush().

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
        self, operation: "Operation", build: "Callable[..., Request[T, Any]]", arguments: Mapping[str, Any], /
    ) -> T:
        call = self._prepared(self._requested(operation, build, arguments), arguments)
        _warn(call)
        return self._run(call)

    def _pages(
        self,
        operation: "Operation",
        build: "Callable[..., Request[T, Any]]",
        arguments: Mapping[str, Any],
        items: Callable[[T], list[ItemT]],
        /,
    ) -> Pages[ItemT]:
        from .._core.paging import Walk

        cursor = self._cursor(self._requested(operation, build, arguments), arguments, items)
        return Walk(cursor, lambda page: self._run(self._prepared(page, arguments)))

    def _run(self, call: "Call[T]") -> T:
        transport = self._transport()
        from .._core.exchange import exchange
        from .._http.transport import CLOCKS

        return transport.run(exchange(call, CLOCKS, transport.budget))

    def _tracing_connect(self) -> "Connect":
        return self._background(self._http_client)

    def _transport(self) -> "SyncTransport":
        # One pool for each process, so that a forked child never writes into its parent's connections. setdefault is
        # atomic: of two pools that two threads make at the same time, the one not kept has no connection yet.
        kept = self._transports.get(os.getpid())
        if kept is None:
            with loading:
                from .._core import exchange  # noqa: F401 - loaded for the first call
                from .._http.transport import SyncTransport

                made = SyncTransport(self._http_client, self._settings)
            kept = self._transports.setdefault(os.getpid(), made)
        return kept
