"""A web request as a session, or as an event of the session that its headers name. Both end with the response."""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from .._tracing.events.event import Event
from .default_client import default_tracer

if TYPE_CHECKING:
    from .._tracing.events.session import Session
    from .._tracing.tracer import Tracer
    from .internal import AnyClient

HEADERS = ("traceparent", "tracestate")


class RequestSessions:
    """Begins the sessions of web requests, with one client or with the default client."""

    def __init__(self, client: "AnyClient | None", exclude: Collection[str]) -> None:
        if isinstance(exclude, str):
            raise TypeError(f"exclude must be a list of paths, not the string {exclude!r}")
        self._client = client
        self._exclude = tuple(exclude)

    def takes(self, path: str) -> bool:
        """Return False for an excluded path."""
        return path not in self._exclude

    def begin(self, headers: Mapping[str, str], method: str, path: str) -> "Session | Event":
        """Return a new session named after the request, or an event if the headers name a session."""
        tracer, name = self._tracer(), f"{method} {path}"
        session = tracer.continued(headers, name)
        return Event(tracer, name, "chain", session, {}, own_session=session) if session._is_resumed else session

    def _tracer(self) -> "Tracer":
        return default_tracer() if self._client is None else self._client.tracing._open()


def end_request(span: "Session | Event", status: int | None, error: BaseException | None) -> None:
    """End the session or event, with the error or the status code of a failed response."""
    fields: dict[str, Any] = {}
    if error is not None:
        fields["error"] = error
    elif status is not None and status >= 500:
        fields["error"] = f"status code {status}"
    if status is not None:
        fields["metadata"] = {"http_status_code": status}
    if not span.is_ended:
        span.update(**fields)
        span.end()
