"""The sync client."""

from collections.abc import Callable, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, ParamSpec, Self, TypeVar

from honeyhive_api.namespaces import SyncNamespaces
from honeyhive_api.unset import UNSET

from .base_client import BaseClient

if TYPE_CHECKING:
    import ssl

    from honeyhive_api.client import AuthenticatedClient

    from .._core.api_response import APIResponse
    from .._http.client_library import SyncClientLike
    from .._tracing.flushed import Flushed
    from .sync_calls import SyncCalls

P = ParamSpec("P")
R = TypeVar("R")


class HoneyHive(BaseClient["SyncClientLike"], SyncNamespaces):
    """Client of the API, with a namespace for each group of operations, as in ``HoneyHive().sessions.create()``.

    Each setting comes from its argument or else from its environment variable; without both, it has a default.
    ``timeout`` is in seconds for one call with all its attempts, ``connect_timeout`` for one connection. Raises
    ConfigurationError if the key is missing or a setting is invalid. Importing httpx takes time, and the first client
    does it: create this client while your program starts. No connection is made before the first call. Threads may
    share a client.
    """

    _http_client_kind = "Client"
    if TYPE_CHECKING:
        _calls: SyncCalls

    def request(
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

        return self._calls.request(RawCall(method, path, host, params, json, timeout, max_retries, extra_headers, key))

    def with_response(self, method: Callable[P, R], /, *args: P.args, **kwargs: P.kwargs) -> "APIResponse[R]":
        """Return the reply of a method with its status, headers, request id, attempts and elapsed time.

        Examples:
            >>> response = hh.with_response(hh.sessions.create, session_name="x")  # doctest: +SKIP
            >>> response.reply.session_id, response.attempts  # doctest: +SKIP
        """
        from .responses import responding

        response: APIResponse[R] = responding(method)(*args, **kwargs)
        return response

    @property
    def low_level(self) -> "AuthenticatedClient":
        """The low-level client with this client's keys, hosts and connections, for the ``sync`` functions.

        Examples:
            >>> from honeyhive_api.api.events import get_event
            >>> get_event.sync_detailed("5f6c...", client=hh.low_level)  # doctest: +SKIP
        """
        from .low_level import SyncLowLevel, arguments_of

        return SyncLowLevel(**arguments_of(self._calls))

    def flush(self, timeout: float = 30.0) -> "Flushed":
        """Wait at most ``timeout`` seconds until everything logged so far is stored.

        The result is true if everything was stored. Returns early if the next attempt would come too late, as during an
        outage.
        """
        return self.tracing._flush(timeout)

    def close(self, timeout: float = 5.0) -> "Flushed":
        """Flush for at most ``timeout`` seconds, close the connections, and return the result of flush().

        An ``http_client`` that was passed in stays open.
        """
        self._calls.life.is_closed = True  # set before the wait, so that no call starts during it
        flushed = self.tracing._close(timeout)
        self._calls.close()
        return flushed

    def __enter__(self) -> Self:
        self._calls.refuse_closed()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _open_calls(self, http_client: "SyncClientLike | None", tls: "ssl.SSLContext | None") -> None:
        from .sync_calls import SyncCalls

        self._use(SyncCalls(self._settings, http_client, tls))
