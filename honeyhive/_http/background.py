"""What tracing sends over: operations of the document, through a transport that belongs to the worker's thread."""

from typing import TYPE_CHECKING

from honeyhive_api.index import operation as operation_of
from honeyhive_api.paths import render

from .._core.exchange import Exchange
from .._core.messages import Answer, HttpRequest, Send, http_request
from .._core.settings import Settings
from .transport import SyncHttpClient, SyncTransport

if TYPE_CHECKING:
    from .._tracing.delivery.batches import BatchRequest


class BackgroundConnection:
    """One kept connection pool, without the retries of direct calls: tracing has its own."""

    def __init__(self, settings: Settings, http_client: SyncHttpClient | None) -> None:
        self._settings = settings
        self._transport = SyncTransport(http_client, settings)

    def send(self, outgoing: "BatchRequest") -> Answer:
        """The answer, whatever its status; an APIConnectionError if there was none."""
        operation = operation_of(outgoing.operation)
        opened = self._settings.credential(operation.security, "tracing")
        url = self._settings.url(operation.host) + render(operation.path, outgoing.path)
        return self._transport.run(
            _once(http_request(operation.method, url, outgoing.content, opened), outgoing.timeout)
        )

    def close(self) -> None:
        """Closes the connections, unless they are the user's."""
        self._transport.close()


def _once(request: HttpRequest, timeout: float) -> Exchange[Answer]:
    answer = yield Send(request, timeout)
    if answer is None:
        raise TypeError("a driver answers Send with an Answer")
    return answer
