"""Probes for load balancers and orchestrators, and the server's request metrics as Prometheus text."""

from ..model.http_messages import HTTPError, ServerRequest, ServerResponse
from ..store import EventStore, StoreError
from .request_metrics import RequestMetrics

HEALTH, READINESS, METRICS = "/healthz", "/readyz", "/metrics"
# Query parameter of older clients, which ask for the metrics of a project under the same path.
OLDER_PARAMETER = "project_name"
_PLAIN = "text/plain; charset=utf-8"
_PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8"


def plain_error(_: ServerRequest, error: HTTPError) -> ServerResponse:
    """Return an error as plain text."""
    return ServerResponse(error.status, f"{error.message}\n".encode(), _PLAIN, error.headers)


class Probes:
    """Endpoint of the probes and of the request metrics."""

    def __init__(self, store: EventStore, metrics: RequestMetrics) -> None:
        self._store = store
        self._metrics = metrics

    async def respond(self, request: ServerRequest) -> ServerResponse:
        """Return 200 if the server runs. A readiness probe also needs a response of the database."""
        if request.path == READINESS:
            try:
                await self._store.ping()
            except StoreError as error:
                raise HTTPError(503, "the database does not respond; see the server's log") from error
        return ServerResponse(200, b"ok\n", _PLAIN)

    async def numbers(self, _: ServerRequest) -> ServerResponse:
        """Return the request metrics as Prometheus text."""
        return ServerResponse(200, self._metrics.text().encode(), _PROMETHEUS)
