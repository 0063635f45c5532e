"""Distinguishes failures of a request from exceptions of the application's event hooks and signal handlers."""

from types import ModuleType
from typing import Any, Final, NamedTuple

import httpx

from .._core.errors import APIConnectionError, APIResponseError, APITimeoutError, HoneyHiveError
from .._core.messages import Send
from .._tracing.interrupts import is_interrupt, mark_interrupt

_LIBRARIES: Final = frozenset({"httpx", "httpcore", "httpx2", "httpcore2"})


_TRUST_OWN: Final = (
    "; if a TLS proxy of your network signs with its own authority, pass its certificate as ca_file= or set "
    "SSL_CERT_FILE"
)
_TRUST_OTHER: Final = "; the TLS settings are those of your http_client (verify=)"


class ClientFaults(NamedTuple):
    """The exception classes of an HTTP client, grouped by meaning."""

    caught: tuple[type[Exception], ...]
    """Exception classes that mean a request got no response."""
    nothing_sent: tuple[type[Exception], ...]
    timeouts: tuple[type[Exception], ...]
    transport_error: type[Exception]


def faults_of(library: ModuleType, *, is_own: bool) -> ClientFaults:
    """Return the exception classes of httpx, or of a library with the same interface.

    ``is_own`` is true for the SDK's own client. It runs no code of the application, so every ValueError and
    RuntimeError there is a failure of the request: httpx does not wrap some errors of ssl and anyio, and a pool that is
    closed during a call raises RuntimeError.
    """
    found: Any = library
    own = (found.HTTPError, RuntimeError, ValueError) if is_own else ()
    return ClientFaults(
        (found.RequestError, found.InvalidURL, OSError, *own),
        (found.ConnectError, found.ConnectTimeout, found.PoolTimeout, found.ProxyError),
        (found.TimeoutException, TimeoutError),
        found.TransportError,
    )


OWN: Final = faults_of(httpx, is_own=True)


def interrupt_behind(error: BaseException, outer: BaseException | None) -> BaseException | None:
    """Return the exception of a signal handler that httpx turned into this error; None without one.

    ``outer`` is the exception that the caller was already handling, at which the search ends.
    """
    found: BaseException | None = error
    while found is not None and found is not outer:
        if is_interrupt(found):
            return found
        if type(found).__module__.partition(".")[0] not in _LIBRARIES:
            return None
        found = found.__cause__ or found.__context__
    return None


def without_frames(caught: BaseException) -> BaseException:
    """Return the exception without the frames of httpx, whose locals hold the key."""
    mark_interrupt(caught)
    caught.__context__ = None
    return caught.with_traceback(None)


def too_long(status: int, label: str, most: int) -> HoneyHiveError:
    """Return the error for a response with more than ``most`` bytes, the maximum that the client reads."""
    message = f"{label} answered {status} with more than {most} bytes: ask for less at a time"
    return APIResponseError(message, status=status, request=label)


def connection_error(caught: BaseException, step: Send, faults: ClientFaults) -> APIConnectionError:
    """Return the SDK's error for an httpx error. The httpx error is not kept, because its frames hold the headers."""
    request = step.request
    sent = not isinstance(caught, faults.nothing_sent)
    text = str(caught) if request.key is None else request.key.redact(str(caught))
    error: APIConnectionError
    if isinstance(caught, faults.timeouts):
        what = "was not answered in time" if sent else "could not connect in time"
        message = f"{request.label} {what} ({type(caught).__name__})"
        error = APITimeoutError(message, request=request.label, request_sent=sent)
    else:
        message = f"{request.label} got no answer ({type(caught).__name__}: {text})"
        if "CERTIFICATE_VERIFY_FAILED" in text:
            message += _TRUST_OWN if faults is OWN else _TRUST_OTHER
        error = APIConnectionError(message, request=request.label, request_sent=sent)
    if type(caught).__module__ in _LIBRARIES and isinstance(caught, faults.transport_error):
        error.__cause__ = type(caught)(text)  # a copy, because the original's request and frames hold the key
    return error
