"""The connection on which tracing sends its requests, each once: retries are decided in _tracing/delivery."""

import ssl
from functools import partial
from logging import DEBUG
from typing import TYPE_CHECKING, Final

from honeyhive_api.encoding import query_string
from honeyhive_api.index import operation as operation_of
from honeyhive_api.paths import render

from .._core.called_key import with_called_key
from .._core.exchange import Exchange
from .._core.messages import HttpRequest, HttpResponse, Send, http_request
from .._core.observation import LOG, logged
from .._core.settings import Settings
from .quiet import QUIET
from .transport import CLOCKS, SyncHttpClient, SyncTransport

if TYPE_CHECKING:
    from .._tracing.delivery.batches import BatchRequest
    from .._tracing.delivery.sender import Connect

OPERATIONS: Final = ("createSession", "createEventBatch", "updateEvent")


class BackgroundConnection:
    """One pool of kept connections. Tracing has its own retries, which know what waits behind a request."""

    def __init__(
        self, settings: Settings, http_client: SyncHttpClient | None = None, tls: ssl.SSLContext | None = None
    ) -> None:
        self._settings = settings
        self._has_called_key = settings.has_called_key
        query = query_string(settings.query)
        self._query = f"?{query}" if query else ""
        self._transport = SyncTransport(http_client, settings, tls)

    def send(self, outgoing: "BatchRequest") -> HttpResponse:
        """Return the response, of any status code. Raises APIConnectionError if there is none."""
        operation = operation_of(outgoing.operation)
        credential = self._settings.credential(operation.security, "tracing")
        url = self._settings.urls[operation.host] + render(operation.path, outgoing.path) + self._query
        request = http_request(operation.method, url, outgoing.content, credential, self._settings.headers, None)
        steps = _once(request, outgoing.timeout)
        if self._has_called_key:
            steps = with_called_key(steps, CLOCKS)
        # A level that is inherited from the root logger does not count: a handler there may log through the client.
        if LOG.level and LOG.isEnabledFor(DEBUG):
            steps = logged(steps, CLOCKS)
        with QUIET:
            return self._transport.run(steps)

    def close(self) -> None:
        """Close the connections, unless they are the user's."""
        self._transport.close()


def connector(settings: Settings, http_client: SyncHttpClient | None, tls: ssl.SSLContext | None) -> "Connect":
    """Return the function with which a worker opens its connection, all that it needs being imported here.

    It refers to the settings, never to the client, so that a client without references is collected.
    """
    for name in OPERATIONS:
        operation_of(name)
    return partial(BackgroundConnection, settings, http_client, tls)


def _once(request: HttpRequest, timeout: float) -> Exchange[HttpResponse]:
    response = yield Send(request, timeout)
    if response is None:
        raise TypeError("a transport answers Send with an HttpResponse")
    return response
