"""Error classes of the SDK; ``honeyhive.errors`` exports them."""

from typing import Final

from honeyhive_api.errors import ConfigurationError as ConfigurationError
from honeyhive_api.errors import HoneyHiveError as HoneyHiveError
from honeyhive_api.errors import InvalidRequestError as InvalidRequestError

RETRYABLE_STATUSES: Final = frozenset({408, 425, 429, 500, 502, 503, 504})


class UnknownKeyWarning(UserWarning):
    """An object in the arguments has a key that the document does not name; it is sent as it is."""


class APIConnectionError(HoneyHiveError):
    """No answer came.

    ``request`` is the call as "METHOD url"; ``request_sent`` is False where the server certainly got nothing.
    """

    _has_reply = False
    """Whether a reply began, but its body was cut or could not be decompressed."""

    def __init__(self, message: str, *, request: str, request_sent: bool = True) -> None:
        super().__init__(message)
        self.request = request
        self.request_sent = request_sent

    @property
    def is_retryable(self) -> bool:
        """True: the network may be back later."""
        return True


class APITimeoutError(APIConnectionError):
    """No answer came within the connect timeout or the time given to the call."""


class APIStatusError(HoneyHiveError):
    """The API answered with a status outside 2xx.

    ``status`` is the HTTP status, ``request`` the call as "METHOD url", ``message`` the text and ``error_code`` the
    code of the answer (None if it has none), ``request_id`` what to name to the support (None if there was none).
    """

    def __init__(
        self, message: str, *, status: int, request: str, error_code: str | None = None, request_id: str | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.status = status
        self.request = request
        self.error_code = error_code
        self.request_id = request_id

    @property
    def is_retryable(self) -> bool:
        """Whether the status says that the fault may pass by itself."""
        return self.status in RETRYABLE_STATUSES

    def __str__(self) -> str:
        code = f" [{self.error_code}]" if self.error_code else ""
        request_id = f" (request id {self.request_id})" if self.request_id else ""
        return f"{self.request} answered {self.status}: {self.message}{code}{request_id}"


class AuthenticationError(APIStatusError):
    """401 or 403: the key is missing, unknown or not allowed to do this."""


class NotFoundError(APIStatusError):
    """404: there is no such thing; the API also answers a bad, revoked or expired key like this."""


class RateLimitError(APIStatusError):
    """429: too many requests."""


class ServerError(APIStatusError):
    """500 and above: the API failed."""


class APIResponseError(HoneyHiveError):
    """The answer came with a 2xx status but is not one of this API, as from a proxy or a login page.

    ``status`` is the HTTP status, ``request`` the call as "METHOD url", ``request_id`` as in APIStatusError.
    """

    def __init__(self, message: str, *, status: int, request: str, request_id: str | None = None) -> None:
        super().__init__(message)
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
    # Tracebacks and pickles name the public module.
    _error.__module__ = "honeyhive.errors"
