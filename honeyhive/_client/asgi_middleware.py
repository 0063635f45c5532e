"""ASGI middleware: a session for each request."""

from collections.abc import Awaitable, Callable, Collection, MutableMapping
from typing import TYPE_CHECKING, Any, TypeAlias

from .._tracing.events import context
from .request_session import HEADERS, RequestSessions, end_request

if TYPE_CHECKING:
    from .internal import AnyClient

Message: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
ASGIApp: TypeAlias = Callable[[Message, Receive, Send], Awaitable[None]]


class ASGIMiddleware:
    """Runs each request in a session, for FastAPI, Starlette, Django and other ASGI applications.

    If the ``traceparent`` header names a session, the request is an event in that session. The session or event ends
    after the response and its background tasks. An exception, or a status code of 500 or above, is recorded as the
    error. ``client`` defaults to the client of ``honeyhive.trace``. Requests for paths in ``exclude`` are not traced.
    """

    def __init__(self, app: ASGIApp, client: "AnyClient | None" = None, *, exclude: Collection[str] = ()) -> None:
        self._app = app
        self._sessions = RequestSessions(client, exclude)

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Handle one connection."""
        path = scope.get("path", "")
        if scope["type"] != "http" or not self._sessions.takes(path):
            await self._app(scope, receive, send)
            return
        names = {name.encode() for name in HEADERS}
        headers = {name.decode(): value.decode("latin-1") for name, value in scope["headers"] if name in names}
        session = self._sessions.begin(headers, scope["method"], path)
        status: int | None = None

        async def send_and_note(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        token = context.enter(session)
        failure: Exception | None = None  # stays None if the client hung up, which cancels the request
        try:
            await self._app(scope, receive, send_and_note)
        except Exception as error:
            failure = error
            raise
        finally:
            context.leave(token)
            end_request(session, status, failure)
