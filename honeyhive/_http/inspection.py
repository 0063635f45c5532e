"""httpx clients for the command line: one that sends nothing, one that reports what it sends, and a plain GET."""

from collections.abc import Callable
from typing import NoReturn, TypeAlias

import httpx

from .._core.settings import Settings
from .connections import open_client

HttpxRequest: TypeAlias = httpx.Request
HttpxResponse: TypeAlias = httpx.Response


class RequestRecorded(Exception):  # noqa: N818 - it carries a result
    """Raised by a recording client instead of sending the request."""

    def __init__(self, request: httpx.Request) -> None:
        super().__init__(str(request.url))
        self.request = request


class _RecordingTransport(httpx.BaseTransport):
    def handle_request(self, request: httpx.Request) -> NoReturn:
        raise RequestRecorded(request)


def recording_client() -> httpx.Client:
    """Return a client that raises RequestRecorded for every request."""
    return httpx.Client(transport=_RecordingTransport(), trust_env=False)


def observed_client(
    settings: Settings, on_request: Callable[[httpx.Request], None], on_response: Callable[[httpx.Response], None]
) -> httpx.Client:
    """Return a client with the connections of these settings that reports each request and response."""
    client: httpx.Client = open_client(httpx.Client, settings)
    client.event_hooks = {"request": [on_request], "response": [on_response]}
    return client


def plain_get(url: str, timeout: float) -> tuple[int, str]:
    """Return the status code and the Date header of a GET without a key. Raises OSError with the reason."""
    try:
        response = httpx.get(url, timeout=timeout, follow_redirects=False)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise OSError(f"{str(error) or type(error).__name__}") from None
    return response.status_code, response.headers.get("Date", "")
