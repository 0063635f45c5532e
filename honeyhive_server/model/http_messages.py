"""Requests, responses and HTTP errors, shared by the API, the OTLP receiver and the viewer."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import orjson

if TYPE_CHECKING:
    from .access_keys import AccessKey

JSON = "application/json"

Headers = Mapping[bytes, bytes]

ERROR_CODES = {
    400: "invalid_request",
    401: "unauthorized",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    409: "conflict",
    413: "too_large",
    415: "unsupported_media_type",
    500: "internal_error",
    501: "not_implemented",
    503: "unavailable",
    507: "insufficient_storage",
}


@dataclass(slots=True)
class ServerRequest:
    """An incoming request; the body is read only if a handler asks for it."""

    method: str
    scheme: str
    path: str
    """The decoded path below the server's root path."""
    raw_path: str
    """The path as sent, still percent-encoded, so that an id may contain a slash."""
    query: Sequence[tuple[str, str]]
    """The decoded query parameters, without NUL characters."""
    headers: Headers
    """The headers by lower-case name; the last value of a repeated header."""
    read_body: Callable[[], Awaitable[bytes]]
    """Receive the body. Raises HTTPError (413) beyond 32 MiB."""
    body_read: asyncio.Event = field(default_factory=asyncio.Event)
    """Set after the body was received, or at once for a request without a body."""
    key: "AccessKey | None" = None
    """The accepted key of the request; None if every key is accepted."""


@dataclass(slots=True)
class ServerResponse:
    """A response. If it has a ``rest``, the content continues there."""

    status: int
    content: bytes = b""
    media_type: str = JSON
    """The Content-Type; it is not sent without content."""
    headers: dict[str, str] = field(default_factory=dict)
    rest: AsyncIterator[bytes] | None = None
    """The rest of the content, sent as it becomes available; None if there is none."""


Handler = Callable[[ServerRequest], Awaitable[ServerResponse]]


class HTTPError(Exception):
    """An error response: its status code, a message for people, and extra headers."""

    def __init__(self, status: int, message: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.message = message
        self.headers: dict[str, str] = dict(headers or {})


def error_body(status: int, message: str) -> bytes:
    """Return the JSON of an ErrorResponse, as openapi.yaml defines it."""
    error = {"statusCode": status, "message": message, "success": False}
    if status in ERROR_CODES:
        error["errorCode"] = ERROR_CODES[status]
    return orjson.dumps(error)
