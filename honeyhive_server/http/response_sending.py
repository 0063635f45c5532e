"""Sending a response: at once, in parts, or only its head."""

from starlette.types import Send

from ..model.http_messages import ServerResponse


async def send_response(response: ServerResponse, send: Send) -> None:
    """Send a whole response, in parts if it has a ``rest``."""
    headers = [(name.lower().encode(), value.encode()) for name, value in response.headers.items()]
    if response.status != 204 and response.rest is None:  # RFC 9110, 8.6: a 204 has no Content-Length
        headers.append((b"content-length", b"%d" % len(response.content)))
    if response.content:
        headers.append((b"content-type", response.media_type.encode()))
    await send({"type": "http.response.start", "status": response.status, "headers": headers})
    if response.rest is not None:
        await send({"type": "http.response.body", "body": response.content, "more_body": True})
        async for part in response.rest:
            await send({"type": "http.response.body", "body": part, "more_body": True})
        await send({"type": "http.response.body", "body": b""})
    else:
        await send({"type": "http.response.body", "body": response.content})


async def send_head_only(send: Send) -> None:
    """Send a head with a Content-Length but no body, so that the web server closes the connection."""
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"2")]})
