"""WSGI middleware: a session for each request."""

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from .._tracing.events import context
from .request_session import HEADERS, RequestSessions, end_request

if TYPE_CHECKING:
    from .._tracing.events.event import Event
    from .._tracing.events.session import Session
    from .internal import AnyClient

Environ: TypeAlias = dict[str, Any]
StartResponse: TypeAlias = Callable[..., Any]
WSGIApp: TypeAlias = Callable[[Environ, StartResponse], Iterable[bytes]]


class WSGIMiddleware:
    """Runs each request in a session, for Flask, Django and other WSGI applications.

    If the ``traceparent`` header names a session, the request is an event in that session. The session or event ends
    with the body of the response. An exception, or a status code of 500 or above, is recorded as the error. ``client``
    defaults to the client of ``honeyhive.trace``. Requests for paths in ``exclude`` are not traced.
    """

    def __init__(self, app: WSGIApp, client: "AnyClient | None" = None, *, exclude: Collection[str] = ()) -> None:
        self._app = app
        self._sessions = RequestSessions(client, exclude)

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Handle one request."""
        path = environ.get("PATH_INFO", "")
        if not self._sessions.takes(path):
            return self._app(environ, start_response)
        headers = {name: environ[key] for name in HEADERS if (key := f"HTTP_{name.upper()}") in environ}
        session = self._sessions.begin(headers, environ["REQUEST_METHOD"], path)
        response = _Response(session)

        def start(status: str, *rest: Any, **more: Any) -> Any:
            response.status = int(status[:3])
            return start_response(status, *rest, **more)

        response.body = response.run(lambda: self._app(environ, start))
        return response


class _Response:
    """The body of a response. The application runs inside the session while it makes each part of the body."""

    def __init__(self, session: "Session | Event") -> None:
        self._session = session
        self.status: int | None = None
        self.body: Iterable[bytes] = ()
        self._parts: Iterator[bytes] | None = None

    def run(self, step: Callable[[], Any]) -> Any:
        """Run a step of the application in the session. An exception ends the session."""
        token = context.enter(self._session)
        try:
            return step()
        except StopIteration:
            raise
        except Exception as error:
            end_request(self._session, self.status, error)
            raise
        finally:
            context.leave(token)

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        if self._parts is None:
            self._parts = iter(self.body)
        part: bytes = self.run(self._parts.__next__)
        return part

    def close(self) -> None:
        """End the session. The server calls this method after the last part, or when the client has hung up."""
        try:
            close = getattr(self.body, "close", None)
            if close is not None:
                self.run(close)
        finally:
            end_request(self._session, self.status, None)
