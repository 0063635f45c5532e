"""Receiving the body of a request, up to 32 MiB."""

import asyncio

from starlette.types import Receive

from ..model.config import MAX_BODY
from ..model.http_messages import Headers, HTTPError


class ClientDisconnected(Exception):  # noqa: N818 -- not an error: there is no one left to respond to
    """The client closed the connection before its request was complete."""


async def receive_body(receive: Receive, headers: Headers, body_read: asyncio.Event) -> bytes:
    """Return the body as sent. Raises HTTPError (413) beyond 32 MiB, and ClientDisconnected."""
    content_length = headers.get(b"content-length", b"0")
    if not content_length.isdigit() or int(content_length) > MAX_BODY:
        raise _too_large()
    parts: list[bytes] = []
    size, more = 0, True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnected
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > MAX_BODY:
            raise _too_large()
        more = message.get("more_body", False)
    body_read.set()
    return parts[0] if len(parts) == 1 else b"".join(parts)


def _too_large() -> HTTPError:
    # The client is still sending, so the connection cannot be reused.
    return HTTPError(413, f"the body is larger than {MAX_BODY // 1024 // 1024} MiB", {"Connection": "close"})
