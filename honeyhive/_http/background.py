"""Connections for the requests of tracing. Each request is sent once; _tracing/delivery decides about retries.

httpx's log lines about these requests are suppressed. Otherwise a log handler that turns lines into events would add
an event for each request, and so cause another request.
"""

import logging
import ssl
from contextvars import Context, ContextVar, copy_context
from functools import partial
from typing import TYPE_CHECKING, Final, TypeAlias

from honeyhive_api.encoding import query_string
from honeyhive_api.index import operation as operation_of
from honeyhive_api.paths import render

from .._core.called_key import with_called_key
from .._core.exchange import Exchange
from .._core.messages import HttpResponse, http_request
from .._core.observation import LOG, logged
from .._core.settings import Settings
from .client_library import SyncClientLike
from .transport import CLOCKS, SyncTransport, one_attempt

if TYPE_CHECKING:
    from collections.abc import Callable

    from .._tracing.delivery.batches import BatchRequest
    from .._tracing.delivery.sender import Connect

    Steps: TypeAlias = "Callable[[BatchRequest], Exchange[HttpResponse]]"

OPERATIONS: Final = ("createSession", "createEventBatch", "updateEvent")
_PARTS: Final = ("connection", "http11", "http2", "proxy", "socks")
_LOGGERS: Final = ("httpx", "httpx2", *(f"{one}.{part}" for one in ("httpcore", "httpcore2") for part in _PARTS))
_is_quiet: Final = ContextVar("honeyhive_is_quiet", default=False)


for name in _LOGGERS:
    logging.getLogger(name).addFilter(lambda _: not _is_quiet.get())


def quiet_context() -> Context:
    """Return a copy of the current context, for one request, in which the loggers of httpx log nothing."""
    copied = copy_context()
    copied.run(_is_quiet.set, True)
    return copied


class BackgroundConnection:
    """One pool of kept connections. Retries are decided by the delivery policy, which knows the waiting events."""

    def __init__(
        self, settings: Settings, http_client: SyncClientLike | None = None, tls: ssl.SSLContext | None = None
    ) -> None:
        self._steps = steps_for(settings)
        self._transport = SyncTransport(http_client, settings, tls)

    def send(self, outgoing: "BatchRequest") -> HttpResponse:
        """Return the response, whatever its status code. Raises APIConnectionError if there is no response."""
        return quiet_context().run(self._transport.run, self._steps(outgoing))

    def close(self) -> None:
        """Close the connections, unless the user passed the client."""
        self._transport.close()


def connector(settings: Settings, http_client: SyncClientLike | None, tls: ssl.SSLContext | None) -> "Connect":
    """Return a function that opens the connection of a worker. The modules that it needs are imported here.

    The function refers to the settings, never to the client, so that a client without references is collected.
    """
    import_operations()
    return partial(BackgroundConnection, settings, http_client, tls)


def import_operations() -> None:
    """Import the modules of the requests on the calling thread."""
    for name in OPERATIONS:
        operation_of(name)


def steps_for(settings: Settings) -> "Steps":
    """Return a function that turns a request of tracing into an exchange without retries."""
    text = query_string(settings.query)
    query, has_called_key = f"?{text}" if text else "", settings.has_called_key

    def steps(outgoing: "BatchRequest") -> Exchange[HttpResponse]:
        operation = operation_of(outgoing.operation)
        credential = settings.credential(operation.security, "tracing")
        path = render(operation.path, outgoing.path) if outgoing.path else operation.path
        url = settings.urls[operation.host] + path + query
        request = http_request(operation.method, url, outgoing.content, credential, settings.headers, None)
        sent = one_attempt(request, outgoing.timeout)
        if has_called_key:
            sent = with_called_key(sent, CLOCKS)
        # The level must be set on this logger itself: a handler of the root logger may log through the client.
        return logged(sent, CLOCKS) if LOG.level and LOG.isEnabledFor(logging.DEBUG) else sent

    return steps
