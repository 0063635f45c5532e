"""Requests of a command: captured for --dry-run, or printed for --verbose."""

import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from honeyhive_api.connection import SCHEMES

from honeyhive import HoneyHive

from .terminal.key_mask import masked

if TYPE_CHECKING:
    from honeyhive._http.inspection import HttpxRequest, HttpxResponse
    from honeyhive._http.transport import SyncHttpClient

_KEYS: Final = {scheme.header: scheme.prefix for scheme in SCHEMES.values()}
_TELLING: Final = (*_KEYS, "Content-Type")


class Sent(NamedTuple):
    """A recorded request."""

    method: str
    url: str
    headers: dict[str, str]
    body: str
    key: str
    """The API key in the request's header; empty if it has none."""


class Probe(NamedTuple):
    """The response of a URL to a request without a key."""

    status: int
    seconds: float
    skew: float | None
    """Seconds that this machine's clock is ahead of the server's; None if there is no Date header."""


def recorded(call: Callable[[HoneyHive], Any], arguments: dict[str, Any]) -> Sent:
    """Return the first request of the call, without sending it."""
    from honeyhive._http.inspection import RequestRecorded, recording_client

    recorder = recording_client()
    with recorder, HoneyHive(**{**arguments, "spool": False}, http_client=recorder) as client:
        try:
            call(client)
        except RequestRecorded as caught:
            return _sent(caught.request)
    raise RuntimeError("the call ended without a request")


def base_url(host: str, arguments: dict[str, Any]) -> str:
    """Return the URL that a client with these arguments uses for a host of openapi.yaml."""
    from honeyhive._client.internal import settings_of

    with HoneyHive(**{**arguments, "spool": False}) as client:
        return settings_of(client).urls[host]


def watched(say: Callable[[str], None], arguments: dict[str, Any]) -> "SyncHttpClient":
    """Return an httpx client that prints each request and response, with a masked key."""
    from honeyhive._client.internal import settings_of
    from honeyhive._http.inspection import observed_client

    with HoneyHive(**{**arguments, "spool": False}) as client:
        settings = settings_of(client)
    started: dict[int, float] = {}

    def on_request(request: "HttpxRequest") -> None:
        started[id(request)] = time.monotonic()
        say(f"> {request.method} {request.url} key {masked(_key(request))}")

    def on_response(response: "HttpxResponse") -> None:
        seconds = time.monotonic() - started.pop(id(response.request), time.monotonic())
        say(f"< {response.status_code} {response.reason_phrase} after {seconds * 1000:.0f} ms")

    return observed_client(settings, on_request, on_response)


def _sent(request: "HttpxRequest") -> Sent:
    headers = {name: request.headers[name] for name in _TELLING if name in request.headers}
    return Sent(request.method, str(request.url), headers, request.content.decode(), _key(request))


def _key(request: "HttpxRequest") -> str:
    header = next((name for name in _KEYS if name in request.headers), "")
    return str(request.headers.get(header, "")).removeprefix(_KEYS.get(header, ""))


def probe(url: str, timeout: float) -> Probe:
    """Return the response to a plain GET. Raises OSError with the reason if nothing answers."""
    from honeyhive._http.inspection import plain_get

    started = time.monotonic()
    status, date = plain_get(url, timeout)
    seconds = time.monotonic() - started
    try:
        skew = time.time() - seconds / 2 - parsedate_to_datetime(date).timestamp()
    except ValueError:
        skew = None
    return Probe(status, seconds, skew)
