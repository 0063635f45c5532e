"""Messages between an exchange, which decides, and a transport, which sends."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple, Protocol, Self

from honeyhive_api.keys import ApiKey

from .call_options import StepTimeouts, merged_headers
from .key_kinds import Credential

_NO_HEADERS: Final[Mapping[str, str | None]] = MappingProxyType({})


class HttpRequest(NamedTuple):
    """A complete request. Every attempt sends the same bytes, unless middleware changes them."""

    method: str
    url: str
    body: bytes | None
    key: ApiKey | None
    header: str = "Authorization"
    """The header that carries the key."""
    prefix: str = "Bearer "
    """The string before the key in the header."""
    headers: Mapping[str, str | None] = _NO_HEADERS
    """Further headers by lower-case name, read-only; None leaves out a header of the client."""
    step_timeouts: StepTimeouts | None = None

    @property
    def label(self) -> str:
        """The request as "METHOD url" for messages, without its query, which may hold user data."""
        return f"{self.method} {self.url.partition('?')[0]}"

    def with_headers(self, headers: Mapping[str, str | None]) -> Self:
        """Return the request with these headers added.

        None as a value leaves a header out. Raises ConfigurationError for an invalid header.
        """
        return self._replace(headers=MappingProxyType(merged_headers(self.headers, headers, "with_headers()")))

    def __repr__(self) -> str:
        # The repr leaves out query, headers and body, because they hold user data and secrets of gateways.
        return f"HttpRequest({self.label}, {len(self.body or b'')} bytes)"


def http_request(
    method: str,
    url: str,
    body: bytes | None,
    credential: Credential | None,
    headers: Mapping[str, str | None],
    step_timeouts: StepTimeouts | None,
) -> HttpRequest:
    """Return a request. ``credential`` is the key of its operation, or None if the operation needs no key."""
    # Made read-only, because these may be the headers of the client, which all calls share.
    headers = MappingProxyType(headers) if headers else _NO_HEADERS
    if credential is None:
        return HttpRequest(method, url, body, None, headers=headers, step_timeouts=step_timeouts)
    kind = credential.kind
    return HttpRequest(method, url, body, credential.key, kind.header, kind.prefix, headers, step_timeouts)


class Send(NamedTuple):
    """Instruction to send the request and return its HttpResponse, or to throw an APIConnectionError."""

    request: HttpRequest
    timeout: float
    """Seconds left for the call."""


class Sleep(NamedTuple):
    """Instruction to wait and then return None."""

    seconds: float


class RenewableKey(Protocol):
    """A key that a function returns."""

    def ask(self, version: int, /) -> None:
        """Get a new key, unless the current one is newer than this version."""


class AskKey(NamedTuple):
    """Instruction to get a key, on a thread that may block, and then return None."""

    key: RenewableKey
    version: int


class HttpResponse(NamedTuple):
    """A response of any status code, read to its end."""

    status: int
    headers: Mapping[str, str]
    """The headers of the response, to look up by lower-case names."""
    body: bytes

    def __repr__(self) -> str:
        # The body may echo the request, and tracebacks print this repr.
        return f"HttpResponse(status={self.status}, {len(self.body)} bytes)"
