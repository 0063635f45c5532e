"""Requests of a client, recorded instead of sent, or printed while they are sent.

The only module of the command line that names httpx.
"""

import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from typing import Any, Final, NamedTuple

import httpx
from honeyhive_api.connection import SCHEMES

from honeyhive import HoneyHive

from .terminal.key_mask import masked

_KEYS: Final = {scheme.header: scheme.prefix for scheme in SCHEMES.values()}
_TELLING: Final = (*_KEYS, "Content-Type")


class Sent(NamedTuple):
    """A recorded request."""

    method: str
    url: str
    headers: dict[str, str]
    body: str
    key: str
    """The key it carries, empty if it has none."""


class Probe(NamedTuple):
    """The response of a URL to a request without a key."""

    status: int
    seconds: float
    skew: float | None
    """Seconds that this machine's clock is ahead of the server's; None if there is no Date header."""


class _Recorded(Exception):  # noqa: N818 - it carries a result
    def __init__(self, request: httpx.Request) -> None:
        self.request = request


class _Recorder(httpx.BaseTransport):
    def handle_request(self, request: httpx.Request) -> httpx.Response:
        raise _Recorded(request)


def recorded(call: Callable[[HoneyHive], Any], arguments: dict[str, Any]) -> Sent:
    """Return the first request that the call would send; nothing is sent."""
    recorder = httpx.Client(transport=_Recorder(), trust_env=False)
    with recorder, HoneyHive(**{**arguments, "spool": False}, http_client=recorder) as client:
        try:
            call(client)
        except _Recorded as caught:
            return _sent(caught.request)
    raise RuntimeError("the call ended without a request")


def base_url(host: str, arguments: dict[str, Any]) -> str:
    """Return the base URL that a client with these arguments uses for a host of the document."""
    request = recorded(lambda client: client.request("GET", "/", host=host), arguments)
    return request.url.rstrip("/")


def watched(say: Callable[[str], None], arguments: dict[str, Any]) -> httpx.Client:
    """Return an httpx client for these arguments that prints its requests and responses, with masked keys."""
    from honeyhive._http.pool import opened

    with HoneyHive(**{**arguments, "spool": False}) as client:
        made: httpx.Client = opened(httpx.Client, client._settings)  # as a run that nobody watches has them
    started: dict[int, float] = {}

    def on_request(request: httpx.Request) -> None:
        started[id(request)] = time.monotonic()
        say(f"> {request.method} {request.url} key {masked(_key(request))}")

    def on_response(response: httpx.Response) -> None:
        seconds = time.monotonic() - started.pop(id(response.request), time.monotonic())
        say(f"< {response.status_code} {response.reason_phrase} after {seconds * 1000:.0f} ms")

    made.event_hooks = {"request": [on_request], "response": [on_response]}
    return made


def _sent(request: httpx.Request) -> Sent:
    headers = {name: request.headers[name] for name in _TELLING if name in request.headers}
    return Sent(request.method, str(request.url), headers, request.content.decode(), _key(request))


def _key(request: httpx.Request) -> str:
    header = next((name for name in _KEYS if name in request.headers), "")
    return str(request.headers.get(header, "")).removeprefix(_KEYS.get(header, ""))


def probe(url: str, timeout: float) -> Probe:
    """Send a GET request without a key. Raises OSError with the reason if there is no response."""
    started = time.monotonic()
    try:
        answer = httpx.get(url, timeout=timeout, follow_redirects=False)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise OSError(f"{str(error) or type(error).__name__}") from None
    seconds = time.monotonic() - started
    try:
        skew = time.time() - seconds / 2 - parsedate_to_datetime(answer.headers.get("Date", "")).timestamp()
    except ValueError:
        skew = None
    return Probe(answer.status_code, seconds, skew)
