"""The part of a call that both clients share. Only a client's constructor imports this module, which imports httpx."""

import logging
import ssl
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from copy import copy
from typing import TYPE_CHECKING, Any, Final, Self, TypeVar

from honeyhive_api.types import Operation, Request

from .._core.errors import UnknownKeyWarning
from .._core.exchange import Exchange, Notice, PreparedCall
from .._core.prepare import prepare, request_of
from .._core.settings import Settings
from .._http import transport
from .._http.transport import closed_error

if TYPE_CHECKING:
    from .._core.paging import Cursor

T = TypeVar("T")
ItemT = TypeVar("ItemT")
_is_own: Final = ContextVar("honeyhive_is_own_call", default=False)
LOG: Final = logging.getLogger("honeyhive")
DEBUG: Final = logging.DEBUG
_MAX_WARNED: Final = 1_000
_warned: Final[set[str]] = set()
"""Warnings about unknown keys that this process has emitted; each is emitted once."""


@contextmanager
def ended(steps: Exchange[Any]) -> Iterator[None]:
    """End the exchange when the block ends. Middleware and call hooks get the exception that leaves the block.

    If middleware or a hook raises another exception, that one replaces the first. An interrupt or a cancellation closes
    the generators.
    """
    try:
        yield
    except Exception as error:
        with suppress(StopIteration):  # it is too late for middleware to return a response instead
            steps.throw(error)
        raise
    finally:
        steps.close()


class Lifetime:
    """The state that a client and its copies share."""

    __slots__ = ("is_closed",)

    def __init__(self) -> None:
        self.is_closed: bool = False


class Calls:
    """Calls with the settings and the connections of one client."""

    def __init__(self, settings: Settings, http_client: Any, tls: ssl.SSLContext | None) -> None:
        self.settings: Settings = settings
        self.life: Lifetime = Lifetime()
        self.is_observed: bool = False
        """True if each call returns an APIResponse."""
        self.is_wrapped: bool = self.settings.wraps_calls
        """True if calls need a wrapper: for an APIResponse, middleware, call hooks, or a key from a function."""
        self._http_client = http_client
        self._tls = tls

    def with_settings(self, settings: Settings) -> Self:
        """Return a copy with other settings and the same connections."""
        other = copy(self)
        other.settings = settings
        other.is_wrapped = other.is_observed or settings.wraps_calls
        return other

    def with_response(self) -> Self:
        """Return a copy whose calls return an APIResponse, with the same connections."""
        other = copy(self)
        other.is_observed = other.is_wrapped = True
        return other

    def _wrapped(self, steps: Exchange[Any], call: PreparedCall[Any]) -> Exchange[Any]:
        """Return the exchange with the wrappers that it needs for middleware, logging and an APIResponse."""
        from .._core.called_key import with_called_key
        from .._core.observation import logged, with_attempts, with_response

        settings = self.settings
        is_observed = self.is_observed or bool(settings.call_hooks)
        if is_observed:
            steps = with_response(steps, transport.CLOCKS)  # inside of middleware, which may replace the response
        if settings.middleware:
            from .._core.attempt_middleware import with_middleware

            steps = with_middleware(steps, settings.middleware, transport.CLOCKS)
        if settings.has_called_key:
            steps = with_called_key(steps, transport.CLOCKS)
        if LOG.isEnabledFor(DEBUG):
            steps = logged(steps, transport.CLOCKS)
        if is_observed:
            steps = with_attempts(steps)  # outside of the middleware, which may answer without a request
        return self._hooked(steps, call) if settings.call_hooks else steps

    def _hooked(self, steps: Exchange[Any], call: PreparedCall[Any]) -> Exchange[Any]:
        """Return the exchange with the call hooks around it."""
        from .._core.attempt_middleware import StartedCall, with_hooks

        response = yield from with_hooks(steps, self.settings.call_hooks, StartedCall(call.name, call.request))
        return response if self.is_observed else response.reply

    def refuse_closed(self) -> None:
        """Raise ConfigurationError if the client is closed."""
        if self.life.is_closed:
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
    """Return the result of a call that the SDK makes for itself, without deprecation warnings for the user."""
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
            _warned.add(notice.message)  # added after the warning, which raises if warnings are errors
