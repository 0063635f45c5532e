"""What passes between the exchange, which decides, and a driver, which sends."""

from collections.abc import Mapping
from typing import NamedTuple

from honeyhive_api.keys import ApiKey

from .key_kinds import Credential


class HttpRequest(NamedTuple):
    """A request ready to be sent, as often as it takes: each attempt is the same to the byte."""

    method: str
    url: str
    body: bytes | None
    key: ApiKey | None
    header: str = "Authorization"
    """The header that carries the key."""
    prefix: str = "Bearer "
    """The string that is put before the key in the header."""

    @property
    def label(self) -> str:
        """The request as "METHOD url" for messages: without its query, which may hold user data."""
        return f"{self.method} {self.url.partition('?')[0]}"


def http_request(method: str, url: str, body: bytes | None, opened: Credential | None) -> HttpRequest:
    """Return the request, with the key that opens its operation."""
    if opened is None:
        return HttpRequest(method, url, body, None)
    return HttpRequest(method, url, body, opened.key, opened.kind.header, opened.kind.prefix)


class Send(NamedTuple):
    """Send the request and give back the Answer, or throw in an APIConnectionError."""

    request: HttpRequest
    timeout: float
    """Seconds left to the call."""


class Sleep(NamedTuple):
    """Wait, then give back None."""

    seconds: float


class Answer(NamedTuple):
    """What came back."""

    status: int
    headers: Mapping[str, str]
    """To be read by lower-case names."""
    body: bytes

    def __repr__(self) -> str:
        # The body may echo what was sent, and stands in frames of tracebacks.
        return f"Answer(status={self.status}, {len(self.body)} bytes)"
