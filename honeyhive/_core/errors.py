"""Error classes of the SDK; ``honeyhive.errors`` exports them."""

from collections.abc import Mapping
from typing import Any, Final

from honeyhive_api.errors import ConfigurationError as ConfigurationError
from honeyhive_api.errors import HoneyHiveError as HoneyHiveError
from honeyhive_api.errors import InvalidRequestError as InvalidRequestError

from .api_response import APIResponse

RETRYABLE_STATUSES: Final = frozenset({408, 425, 429, 500, 502, 503, 504})


class UnknownKeyWarning(UserWarning):
    """An object in the arguments has a key that the API does not document. The key is sent unchanged."""


class APIConnectionError(HoneyHiveError):
    """No response was received.

    ``request`` is the call as "METHOD url"; ``request_sent`` is False if the server certainly received nothing.
    """

    _has_reply = False
    """True if a response began, but its body was cut or could not be decompressed."""

    def __init__(self, message: str, *, request: str, request_sent: bool = True) -> None:
        super().__init__(message)
        self.request = request
        self.request_sent = request_sent

    @property
    def is_retryable(self) -> bool:
        """True: the network may be available again later."""
        return True


class APITimeoutError(APIConnectionError):
    """No response was received within the connect timeout or the timeout of the call."""


class _ResponseError(HoneyHiveError):
    """Base class of the errors that have a response."""

    response: APIResponse[None] | None = None
    """The response with its headers, body, attempts and elapsed time; None if the response was not read to its end."""
    retry_after: float | None = None
    """Seconds that the server asks to wait; None if it does not ask."""

    @property
    def headers(self) -> Mapping[str, str]:
        """The headers of the response by lower-case name."""
        return self.response.headers if self.response else {}

    @property
    def body(self) -> Any:
        """The decoded JSON of the response, its text if it is not JSON, or None if it is empty."""
        import json  # imported here, so that `import honeyhive` stays light

        text = self.response.body.decode("utf-8", "replace") if self.response else ""
        try:
            return json.loads(text) if text.strip() else None
        except (ValueError, RecursionError):
            return text


class APIStatusError(_ResponseError):
    """The API returned a status code outside 2xx.

    ``status`` is the status code, ``request`` the call as "METHOD url", ``message`` the message of the response,
    ``error_code`` its error code (None if it has none) and ``request_id`` the id for support (None if it has none).
    ``response``, ``headers``, ``body`` and ``retry_after`` have the rest of the response.
    """

    def __init__(
        self,
        message: str,
        *,
        status: int,
        request: str,
        error_code: str | None = None,
        request_id: str | None = None,
        response: APIResponse[None] | None = None,
    ) -> None:
        super().__init__(message)
        self.response = response
        self.message = message
        self.status = status
        self.request = request
        self.error_code = error_code
        self.request_id = request_id

    @property
    def is_retryable(self) -> bool:
        """True if the same call may succeed later, by its status code."""
        return self.status in RETRYABLE_STATUSES

    def __str__(self) -> str:
        code = f" [{self.error_code}]" if self.error_code else ""
        request_id = f" (request id {self.request_id})" if self.request_id else ""
        return f"{self.request} answered {self.status}: {self.message}{code}{request_id}"


class AuthenticationError(APIStatusError):
    """401 or 403: the key is missing, unknown or lacks the permission."""


class NotFoundError(APIStatusError):
    """404: not found. The API also returns 404 for a wrong, revoked or expired key."""


class RateLimitError(APIStatusError):
    """429: too many requests."""


class ServerError(APIStatusError):
    """500 and above: the API failed."""


class APIResponseError(_ResponseError):
    """A response has a 2xx status code, but is not a valid success of this API.

    The response comes from a proxy or a login page, lacks the id of the created or requested object, or reports a
    failed write. ``status`` is the status code, ``request`` the call as "METHOD url", and ``request_id`` the id for
    support (None if it has none). ``response``, ``headers`` and ``body`` have the rest of the response.
    """

    def __init__(
        self,
        message: str,
        *,
        status: int,
        request: str,
        request_id: str | None = None,
        response: APIResponse[None] | None = None,
    ) -> None:
        super().__init__(message)
        self.response = response
        self.status = status
        self.request = request
        self.request_id = request_id


for _error in (
    UnknownKeyWarning,
    APIConnectionError,
    APITimeoutError,
    APIStatusError,
    AuthenticationError,
    NotFoundError,
    RateLimitError,
    ServerError,
    APIResponseError,
):
    # With this, tracebacks and pickles name the public module.
    _error.__module__ = "honeyhive.errors"
