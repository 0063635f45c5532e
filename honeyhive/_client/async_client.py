"""The async client."""

from collections.abc import Awaitable, Callable, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, ParamSpec, Self, TypeVar

from honeyhive_api.namespaces import AsyncNamespaces
from honeyhive_api.unset import UNSET

from .base_client import BaseClient

if TYPE_CHECKING:
    import ssl

    from honeyhive_api.client import AuthenticatedClient

    from .._core.api_response import APIResponse
    from .._http.client_library import AsyncClientLike
    from .._tracing.delivery.worker import Connect
    from .._tracing.flushed import Flushed
    from .._tracing.tracing import Tracing
    from .async_calls import AsyncCalls

P = ParamSpec("P")
R = TypeVar("R")


class AsyncHoneyHive(BaseClient["AsyncClientLike"], AsyncNamespaces):
    """Client of the API for asyncio and trio, with the API methods of HoneyHive as coroutines.

    A method checks its arguments, emits warnings and sends the request only when it is awaited. The first client
    imports httpx, so create it at import time, or call ``await honeyhive.load()`` before. Each event loop that uses the
    client has its own connections; close the client on the loop that used it.
    """

    _http_client_kind = "AsyncClient"
    if TYPE_CHECKING:
        _calls: AsyncCalls

    async def request(
        self,
        method: str,
        path: str,
        *,
        host: str = "v1",
        params: Mapping[str, Any] | None = None,
        json: Any = UNSET,
        timeout: float | None = None,
        max_retries: int | None = None,
        extra_headers: Mapping[str, str | None] | None = None,
        key: str | None = None,
    ) -> Any:
        """Return the decoded JSON of a route that this version does not have as a method; None for an empty body.

        ``path`` is percent-encoded and begins with "/"; ``host`` is legacy, v1 or control_plane. The request carries
        the key of the most similar documented routes. To use another key of the client, pass the name of its argument,
        as in ``key="data_plane_api_key"``. A host never gets a key of another host. Only GET and HEAD are retried after
        a failure.
        """
        from .._core.raw_call import RawCall

        return await self._calls.request(
            RawCall(method, path, host, params, json, timeout, max_retries, extra_headers, key)
        )

    async def with_response(
        self, method: Callable[P, Awaitable[R]], /, *args: P.args, **kwargs: P.kwargs
    ) -> "APIResponse[R]":
        """Return the reply of a method with its status, headers, request id, attempts and elapsed time.

        Examples:
            >>> response = await hh.with_response(hh.sessions.create, session_name="x")  # doctest: +SKIP
            >>> response.reply.session_id, response.attempts  # doctest: +SKIP
        """
        from .responses import responding

        response: APIResponse[R] = await responding(method)(*args, **kwargs)
        return response

    @property
    def low_level(self) -> "AuthenticatedClient":
        """The low-level client with this client's keys, hosts and connections, for the ``asyncio`` functions.

        Examples:
            >>> from honeyhive_api.api.events import get_event
            >>> await get_event.asyncio_detailed("5f6c...", client=hh.low_level)  # doctest: +SKIP
        """
        from .low_level import AsyncLowLevel, arguments_of

        return AsyncLowLevel(**arguments_of(self._calls))

    async def flush(self, timeout: float = 30.0) -> "Flushed":
        """Wait at most ``timeout`` seconds until everything logged so far is stored.

        The result is true if everything was stored. Returns early if the next attempt would come too late, as during an
        outage.
        """
        if self.tracing._tracer is None:
            return self.tracing._flush(0)
        self._calls.client_loop.note()
        return await self._in_thread(self.tracing._flush, timeout)

    async def close(self, timeout: float = 5.0) -> "Flushed":
        """Flush for at most ``timeout`` seconds, close this event loop's connections, and return the result of flush().

        An ``http_client`` that was passed in stays open.
        """
        self._calls.life.is_closed = True  # set before the wait, so that no call starts during it
        self._calls.client_loop.note()
        if self.tracing._tracer is None:
            flushed = self.tracing._close(0)
        else:
            flushed = await self._in_thread(self.tracing._close, timeout)
        await self._calls.close()
        return flushed

    async def __aenter__(self) -> Self:
        self._calls.refuse_closed()
        await self._calls.transport()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def _in_thread(self, wait: "Callable[[float], Flushed]", timeout: float) -> "Flushed":
        from .._http.async_library import running_library

        flushed: Flushed = await running_library().in_thread(wait, timeout)
        return flushed

    def _connector(self, http_client: Any, tls: "ssl.SSLContext | None") -> "Callable[[], Connect]":
        if http_client is None:
            return super()._connector(None, tls)
        settings, loop = self._settings, self._calls.client_loop

        def connect() -> "Connect":
            from .._http.loop_connection import loop_connector

            return loop_connector(settings, http_client, loop)

        return connect

    def _tracing_kind(self, http_client: Any) -> Callable[..., "Tracing"]:
        if http_client is None:
            return super()._tracing_kind(None)
        from functools import partial

        from .loop_tracing import LoopTracing

        return partial(LoopTracing, self._calls.client_loop)

    def _open_calls(self, http_client: "AsyncClientLike | None", tls: "ssl.SSLContext | None") -> None:
        from .async_calls import AsyncCalls

        self._use(AsyncCalls(self._settings, http_client, tls))
