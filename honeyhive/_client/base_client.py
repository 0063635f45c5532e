"""Base class of both clients: the constructor, and the tracing methods, which are the same on both."""

import warnings
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any, ClassVar, Final, Generic, Literal, Self, TypeVar, Unpack, overload

from .._core.errors import ConfigurationError
from .._tracing.events.event_fields import EventFields, EventType, Object, SessionFields, check_keywords
from .._tracing.events.labels import with_labels
from .._tracing.events.trace_options import TracedT, TraceOptions, deprecated
from .._tracing.reentry import NOTHING
from .._tracing.tracing import Tracing
from .loading import guard_forks

if TYPE_CHECKING:
    import ssl

    from honeyhive_api.connection import Connection

    from .._core.attempt_middleware import CallHook, Middleware
    from .._core.exchange import Clocks
    from .._core.settings import FilePath, Settings
    from .._http.transport import Timeout
    from .._tracing.delivery.counters import Stats
    from .._tracing.delivery.worker import Connect, MakeStore
    from .._tracing.events.event import Event
    from .._tracing.events.session import Session
    from .._tracing.options import Options
    from .._tracing.rate_limited_log import RateLimitedLog
    from .calls import Calls

_OTHER_NAMES = {
    **dict.fromkeys(("server_url", "api_url", "url", "host", "endpoint"), "base_url"),
    **dict.fromkeys(("bearer_auth", "token", "key", "api_token"), "api_key"),
    **dict.fromkeys(("client", "async_client", "httpx_client"), "http_client"),
    **dict.fromkeys(("headers", "extra_headers"), "default_headers"),
}
"""Argument names of other SDKs, and this SDK's name for the same setting."""
HttpClientT = TypeVar("HttpClientT")
# The id that log_event() returns for an event that is dropped at the recursion limit.
_NO_ID: Final = "00000000-0000-4000-8000-000000000000"


class BaseClient(Generic[HttpClientT]):
    """Base class of both clients. It has the namespaces with the API methods, and ``tracing``."""

    _http_client_kind: ClassVar[str]
    _calls: "Calls"
    tracing: Tracing
    """Rarely needed methods, for sessions of other processes, trace headers, serverless handlers and SIGTERM."""

    def __init__(
        self,
        api_key: str | Callable[[], str] | None = None,
        *,
        base_url: str | None = None,
        timeout: "float | Timeout" = 30.0,
        connect_timeout: float = 5.0,
        max_retries: int = 2,
        default_headers: Mapping[str, str | None] | None = None,
        default_query: Mapping[str, Any] | None = None,
        middleware: "Sequence[Middleware]" = (),
        call_hooks: "Sequence[CallHook]" = (),
        http_client: HttpClientT | None = None,
        allow_http: bool | None = None,
        tracing: "Options | None" = None,
        spool: "FilePath | Literal[False] | None" = None,
        ca_file: "FilePath | None" = None,
        client_certificate: "FilePath | tuple[FilePath, FilePath] | None" = None,
        verify: bool = True,
        **connection: "Unpack[Connection]",
    ) -> None:
        # Imported here, so that a program that only imports the package does not wait for it.
        from .environment import captures_content, is_tracing_on, read_settings, read_tls, separated

        # The keys are sealed first, so that an error raised below has no key in its frames.
        keys, urls, unknown = separated(api_key, connection)
        del api_key
        if unknown:
            raise _unexpected(unknown[0], [*keys, *urls])
        is_on = is_tracing_on(None if tracing is None else tracing.enabled)
        self._settings = read_settings(
            keys=keys,
            urls=urls,
            base_url=base_url,
            allow_http=allow_http,
            timeout=timeout,
            connect_timeout=connect_timeout,
            max_retries=max_retries,
            headers=default_headers,
            query=default_query,
            middleware=middleware,
            call_hooks=call_hooks,
            tls=read_tls(verify, ca_file, client_certificate),
            # With tracing off, a missing key is allowed: the program may need none, and a direct call still raises.
            needs_key=is_on,
            spool=spool,
        )
        guard_forks()
        # Import httpx and the other modules of a call here: on the caller's thread, and before the first call.
        from .._http.client_library import check_http_client
        from .._http.connections import tls_context

        if http_client is not None:
            if not verify or ca_file or client_certificate:
                raise ConfigurationError("http_client has its own TLS settings: set verify and certificates on it")
            check_http_client(http_client, self._http_client_kind)
        tls = None if http_client is not None else tls_context(self._settings)
        self._open_calls(http_client, tls)
        connector = self._connector(http_client, tls)
        spool = self._settings.spool

        def open_spool(path: str, options: "Options") -> "Callable[[RateLimitedLog, Clocks], MakeStore]":
            from .._spool.spool_store import store_maker

            return store_maker(path, options)

        if not verify:
            warnings.warn("verify=False: anybody between here and the API can read the key; try ca_file=", stacklevel=2)
        if not is_on:
            spool = None
        is_usable, has_left = (False, False) if spool is None else _prepared(spool, tracing)
        spool = spool if is_usable else None
        opened = None if spool is None else partial(open_spool, spool)
        made = self._tracing_kind(http_client)
        self.tracing: Tracing = made(connector, tracing, opened, is_on=is_on, captures_content=captures_content())
        if has_left:
            self.tracing._open().worker.recover()

    def _open_calls(self, http_client: HttpClientT | None, tls: "ssl.SSLContext | None") -> None:
        raise NotImplementedError

    def _connector(self, http_client: Any, tls: "ssl.SSLContext | None") -> "Callable[[], Connect]":
        """Return a function that opens the connection of tracing. The function does not refer to the client."""
        settings = self._settings

        def connect() -> "Connect":
            from .._http.background import connector

            return connector(settings, http_client, tls)

        return connect

    def _tracing_kind(self, http_client: Any) -> Callable[..., Tracing]:  # noqa: ARG002 - for the async client
        """Return the class of tracing for this HTTP client."""
        return Tracing

    def _use(self, calls: Any) -> None:
        self._calls = calls
        self._call, self._pages = calls.call, calls.pages

    def with_options(
        self,
        *,
        timeout: "float | Timeout | None" = None,
        max_retries: int | None = None,
        default_headers: Mapping[str, str | None] | None = None,
        default_query: Mapping[str, Any] | None = None,
        middleware: "Sequence[Middleware] | None" = None,
        call_hooks: "Sequence[CallHook] | None" = None,
    ) -> Self:
        """Return a copy of the client with other options for its calls. Headers and query parameters are merged.

        The copy shares the connections, the retry budget and tracing; closing either closes both. ``timeout`` is in
        seconds for the whole call, or an ``httpx.Timeout``. None as a value leaves out a header or a parameter.
        ``middleware`` and ``call_hooks`` replace those of the client.
        """
        from .environment import changed_settings

        copy = object.__new__(type(self))
        # Namespaces are not copied: they are made on first use, and those of this client use its own calls.
        for name, value in vars(self).items():
            if not isinstance(getattr(type(self), name, None), cached_property):
                vars(copy)[name] = value
        copy._settings = changed_settings(
            self._settings, timeout, max_retries, default_headers, default_query, middleware, call_hooks
        )
        copy._use(self._calls.with_settings(copy._settings))
        return copy

    def session(
        self,
        name: str,
        *,
        session_id: str | None = None,
        inputs: Any = None,
        metadata: Object = None,
        config: Object = None,
        user_properties: Object = None,
        **rest: Unpack[SessionFields],
    ) -> "Session":
        """Return a session for a ``with`` block; the events inside the block belong to it.

        ``session_id`` may be any string. If it is not a UUID, it is mapped to a UUID, and also kept in the metadata.
        ``project``, ``tags``, ``user_id`` and ``conversation_id`` are kept in the metadata, too. ``source`` also
        applies to the events of the session.
        """
        fields = {"inputs": inputs, "metadata": metadata, "config": config, "user_properties": user_properties}
        try:
            if not rest:
                return self.tracing._open().session(name, session_id, fields)
            check_keywords("session", rest)
            labeled = with_labels({**fields, **rest})
            source = labeled.pop("source", None)
            return self.tracing._open().session(name, session_id, labeled, source)
        except RecursionError:
            self.tracing.too_deep.calls += 1
            return NOTHING  # type: ignore[no-any-return]

    def event(self, name: str, *, type: EventType = "tool", inputs: Any = None, **rest: Unpack[EventFields]) -> "Event":  # noqa: A002 - the API's word
        """Return an event for a ``with`` block, in the current event or session, or else in a session of its own."""
        try:
            if not rest:
                return self.tracing._open().event(name, type, {"inputs": inputs})
            check_keywords("event", rest)
            fields = with_labels(rest)
            source = fields.pop("source", None)
            return self.tracing._open().event(name, type, {"inputs": inputs, **fields}, source)
        except RecursionError:
            self.tracing.too_deep.calls += 1
            return NOTHING  # type: ignore[no-any-return]

    @overload
    def trace(self, function: TracedT, /, **options: Unpack[TraceOptions]) -> TracedT: ...

    @overload
    def trace(self, name: str | None = None, /, **options: Unpack[TraceOptions]) -> Callable[[TracedT], TracedT]: ...

    @overload
    @deprecated("event_type and event_name are deprecated: use type and name")
    def trace(
        self, /, *, event_type: EventType = ..., event_name: str = ..., **options: Unpack[TraceOptions]
    ) -> Callable[[TracedT], TracedT]: ...

    def trace(self, function: Any = None, /, **options: Any) -> Any:
        """Decorate a function, coroutine function, sync or async generator function, or class: calls become events.

        The arguments become the inputs, and the returned or yielded values the outputs. ``inputs=False`` and
        ``outputs=False`` leave them out; a function as ``inputs=`` or ``outputs=`` returns the value to record.
        ``type=``, ``name=``, ``metadata=`` and ``config=`` apply to each event. Exceptions are recorded and raised
        unchanged. For a class, its public methods are traced. Raises TypeError or ValueError for anything that cannot
        be traced.
        """
        from .._tracing.events.decorator import decorator_of

        return decorator_of(self.tracing._open, function, options)

    def log_event(self, event: Mapping[str, Any]) -> str:
        """Log a complete event with the keys of ``events.create``, and return its id.

        An event without ``session_id`` belongs to the current session. Times are Unix milliseconds, timezone-aware
        datetimes or ISO 8601 strings with an offset.
        """
        try:
            return self.tracing._open().log(event)
        except RecursionError:
            self.tracing.too_deep.calls += 1
            return _NO_ID

    def feedback(self, event_id: str, feedback: Mapping[str, Any]) -> None:
        """Add feedback to the logged event or session with this id."""
        try:
            self.tracing._open().feedback(event_id, feedback)
        except RecursionError:
            self.tracing.too_deep.calls += 1

    def stats(self) -> "Stats":
        """Return the counters of logged, delivered, pending and dropped events."""
        return self.tracing._open().stats()

    def __repr__(self) -> str:
        settings: Settings | str = getattr(self, "_settings", "not set up")  # for a client whose constructor raised
        is_closed = hasattr(self, "_calls") and self._calls.life.is_closed
        return f"<{type(self).__name__}: {settings!r}{', closed' if is_closed else ''}>"


def _prepared(spool: str, tracing: "Options | None") -> tuple[bool, bool]:
    """Return two booleans: the spool is usable; a dead process left records in it. Warn if the spool is unusable."""
    from .._spool.folder import prepare

    try:
        return True, prepare(spool)
    except ConfigurationError as error:
        if tracing is not None and tracing.spool_required:
            raise
        warnings.warn(f"{error}: events wait in memory only", RuntimeWarning, stacklevel=3)
        return False, False


def _unexpected(name: str, known: list[str]) -> TypeError:
    """Return the error for an unknown argument, which names the nearest known argument."""
    from difflib import get_close_matches
    from inspect import signature

    if name in _OTHER_NAMES:
        return TypeError(f"unexpected keyword argument {name!r}; use {_OTHER_NAMES[name]}=")
    nearest = get_close_matches(name, [*known, *signature(BaseClient.__init__).parameters], 1)
    hint = f"; did you mean {nearest[0]}=?" if nearest else ""
    return TypeError(f"unexpected keyword argument {name!r}{hint}")
