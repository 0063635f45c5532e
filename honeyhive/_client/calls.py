"""The part of a call that both clients share. It imports httpx, so only a client's constructor imports it."""

import ssl
import warnings
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Final, TypeVar

from honeyhive_api.types import Operation, Request

from .._core.errors import UnknownKeyWarning
from .._core.exchange import Notice
from .._core.prepare import prepare, request_of
from .._core.settings import Settings
from .._http.transport import closed_error

if TYPE_CHECKING:
    from .._core.paging import Cursor

T = TypeVar("T")
ItemT = TypeVar("ItemT")
_is_own: Final = ContextVar("honeyhive_is_own_call", default=False)
_MAX_WARNED: Final = 1_000
_warned: Final[set[str]] = set()
"""Messages about unknown keys. Each is a warning once in a process."""


class Calls:
    """Calls with the settings and the connections of one client."""

    def __init__(self, settings: Settings, http_client: Any, tls: ssl.SSLContext | None) -> None:
        self.settings: Settings = settings
        self.is_closed: bool = False
        self._http_client = http_client
        self._tls = tls

    def refuse_closed(self) -> None:
        """Raise ConfigurationError if the client is closed."""
        if self.is_closed:
            raise closed_error(is_own=True)

    def _cursor(
        self,
        operation: Operation,
        build: Callable[..., Request[T, Any]],
        arguments: Mapping[str, Any],
        items: Callable[[T], list[ItemT]],
    ) -> "Cursor[ItemT]":
        """Return the start of an iteration over pages. The request of the first page is checked at once."""
        from .._core.paging import Cursor

        self.refuse_closed()
        paging = operation.paging
        if paging is None:
            raise TypeError(f"{operation.id} is not paginated")
        request = request_of(operation, build, arguments)
        cursor = Cursor(request, paging, lambda data: items(request.read(data)))
        emit(prepare(cursor.request(), arguments, self.settings).notices, stacklevel=5)
        return cursor


def as_own(function: Callable[..., T], /, *arguments: Any) -> T:
    """Return the result of a call that the SDK makes for itself, without deprecation warnings: nobody could act."""
    token = _is_own.set(True)
    try:
        return function(*arguments)
    finally:
        _is_own.reset(token)


def emit(notices: tuple[Notice, ...], stacklevel: int = 4) -> None:
    """Emit the warnings of a call on the caller's line, ``stacklevel`` frames up."""
    for notice in notices:
        if notice.category is DeprecationWarning and _is_own.get():
            continue
        is_known = notice.message in _warned or len(_warned) >= _MAX_WARNED
        if notice.category is UnknownKeyWarning and is_known:
            continue
        warnings.warn(notice.message, notice.category, stacklevel=stacklevel)
        if notice.category is UnknownKeyWarning:
            _warned.add(notice.message)  # after the warning, which raises where warnings are errors
