"""The response to a call: reply, status, headers, attempts and elapsed time."""

from collections.abc import Mapping
from typing import Generic, NamedTuple, TypeVar

T = TypeVar("T")


class APIResponse(NamedTuple, Generic[T]):
    """The reply of a call, and its HTTP response. An API key in the headers or the body is masked."""

    reply: T
    """The value that the method returns; None for an error."""
    status: int
    headers: Mapping[str, str]
    """The headers of the response, by lower-case name."""
    body: bytes
    request: str
    """The last request as "METHOD url"."""
    request_id: str | None
    """The id for support; None if the response has none."""
    attempts: int = 0
    """Number of requests that were sent, not counting redirects; 0 if the reply was known without a request."""
    elapsed: float = 0.0
    """Seconds for the whole call, with its retries and pauses."""

    @property
    def lint(self) -> str | None:
        """Deviations of the request from the OpenAPI document that the local server tolerated; None without any."""
        return self.headers.get("honeyhive-lint")

    def __repr__(self) -> str:
        # The repr leaves out the reply and the body, because they hold user data.
        return f"<APIResponse: {self.request} answered {self.status}, attempts={self.attempts}>"
