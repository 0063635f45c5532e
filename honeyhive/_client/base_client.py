"""Base class of both clients: the constructor, and the tracing methods, which are the same on both."""

import warnings
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Literal, ParamSpec, TypeVar, Unpack, overload

from .._core.errors import ConfigurationError
from .._tracing.events.event_fields import EventFields, EventType, NoFields, Object, check_keywords
from .._tracing.tracing import Tracing
from .loading import guard_forks

if TYPE_CHECKING:
    import ssl

    from honeyhive_api.connection import Connection

    from .._core.exchange import Clocks
    from .._core.settings import FilePath, Settings
    from .._tracing.delivery.counters import Stats
    from .._tracing.delivery.worker import Connect, MakeStore
    from .._tracing.events.event import Event
    from .._tracing.events.session import Session
    from .._tracing.rate_limited_log import RateLimitedLog
    from .._tracing.tracer import Options
    from .calls import Calls

P = ParamSpec("P")
R = TypeVar("R")
HttpClientT = TypeVar("HttpClientT")


class BaseClient(Generic[HttpClientT]):
    """Base class of both clients. A client has namespaces, calls, which the namespaces use, and ``tracing``."""

    _http_client_kind: ClassVar[str]
    _calls: "Calls"
    tracing: Tracing
    """Tracing that is rarely needed: sessions of other processes, trace headers, serverless handlers and SIGTERM."""

    def __init__(
        self,
        api_key: str | None = None,
        *,
        base_url: str | None = None,
        timeout: float = 30.0,
        connect_timeout: float = 5.0,
        max_retries: int = 2,
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
        from .environment import captures_content, read_settings, read_tls, separated

        # First of all, so that no frame of an error that is raised below holds a key.
        keys, urls, unknown = separated(api_key, connection)
        del api_key
        if unknown:
            raise _unexpected(unknown[0], [*keys, *urls])
        self._settings = read_settings(
            keys=keys,
            urls=urls,
            base_url=base_url,
            allow_http=allow_http,
            timeout=timeout,
            connect_timeout=connect_timeout,
            max_retries=max_retries,
            tls=read_tls(verify, ca_file, client_certificate),
            spool=spool,
        )
        guard_forks()
        # httpx and everything else that calls need is imported here: on the caller's thread, and before the first call.
        from .._http.connections import tls_context
        from .._http.transport import SyncHttpClient, check_http_client

        if http_client is not None:
            if not verify or ca_file or client_certificate:
                raise ConfigurationError("http_client has its own TLS: set verify, ca_file and the like on it")
            check_http_client(http_client, self._http_client_kind)
        # An async client of the user belongs to an event loop, so tracing's threads cannot use it.
        shared = http_client if isinstance(http_client, SyncHttpClient) else None
        settings, tls = self._settings, None if shared is not None else tls_context(self._settings)
        self._open_calls(http_client, tls)

        def connector() -> "Connect":
            from .._http.background import connector

            return connector(settings, shared, tls)

        spool = settings.spool

        def open_spool(path: str, options: "Options") -> "Callable[[RateLimitedLog, Clocks], MakeStore]":
            from .._spool.spool_store import store_maker

            return store_maker(path, options)

        opened = None if spool is None else partial(open_spool, spool)
        self.tracing = Tracing(connector, tracing, opened, captures_content=captures_content())
        if not verify:
            warnings.warn("verify=False: anybody between here and the API can read the key; try ca_file=", stacklevel=2)
        if spool is not None:
            from .._spool.folder import prepare

            if prepare(spool):
                self.tracing._open().worker.recover()

    def _open_calls(self, http_client: HttpClientT | None, tls: "ssl.SSLContext | None") -> None:
        raise NotImplementedError

    def session(
        self,
        name: str,
        *,
        session_id: str | None = None,
        inputs: Any = None,
        metadata: Object = None,
        config: Object = None,
        user_properties: Object = None,
        **unknown: Unpack[NoFields],
    ) -> "Session":
        """Return a session for a ``with`` block; the events inside the block belong to it.

        ``session_id`` may be any string. One that is not a UUID is mapped to a UUID and kept in the metadata.
        """
        if unknown:
            check_keywords("session", unknown)
        fields = {"inputs": inputs, "metadata": metadata, "config": config, "user_properties": user_properties}
        return self.tracing._open().session(name, session_id, fields)

    def event(self, name: str, *, type: EventType = "tool", inputs: Any = None, **rest: Unpack[EventFields]) -> "Event":  # noqa: A002 - the API's word
        """Return an event for a ``with`` block, in the current event or session, otherwise in a session of its own."""
        if rest:
            check_keywords("event", rest)
        return self.tracing._open().event(name, type, {"inputs": inputs, **rest})

    @overload
    def trace(self, function: Callable[P, R], /) -> Callable[P, R]: ...

    @overload
    def trace(
        self,
        /,
        *,
        type: EventType = "tool",
        name: str | None = None,
        inputs: bool = True,
        outputs: bool = True,
    ) -> Callable[[Callable[P, R]], Callable[P, R]]: ...

    def trace(
        self,
        function: Any = None,
        /,
        *,
        type: EventType = "tool",  # noqa: A002 - the API's word
        name: str | None = None,
        inputs: bool = True,
        outputs: bool = True,
    ) -> Any:
        """Decorate a function, a coroutine function or a generator of either kind: each call becomes an event.

        The arguments become the inputs, and the returned or yielded values the outputs, unless ``inputs`` or
        ``outputs`` is False. Exceptions are recorded and raised unchanged.
        """
        tracing = self.tracing

        def decorated(target: Callable[..., Any]) -> Callable[..., Any]:
            from .._tracing.events.decorator import TracedFunction, wrap

            return wrap(target, TracedFunction(tracing._open, target, type, name, inputs=inputs, outputs=outputs))

        return decorated if function is None else decorated(function)

    def log_event(self, event: Mapping[str, Any]) -> str:
        """Log a complete event with the keys of ``events.create``, and return its id.

        Without ``session_id`` it belongs to the current session. Times are Unix milliseconds, timezone-aware datetimes
        or ISO 8601 strings with an offset.
        """
        return self.tracing._open().log(event)

    def feedback(self, event_id: str, feedback: Mapping[str, Any]) -> None:
        """Add feedback to a logged event or session, by its id."""
        self.tracing._open().feedback(event_id, feedback)

    def stats(self) -> "Stats":
        """Return the counters: how much was logged, and what became of it."""
        return self.tracing._open().stats()

    def __repr__(self) -> str:
        settings: Settings | str = getattr(self, "_settings", "not set up")  # while a setting is being refused
        is_closed = hasattr(self, "_calls") and self._calls.is_closed
        return f"<{type(self).__name__}: {settings!r}{', closed' if is_closed else ''}>"


def _unexpected(name: str, known: list[str]) -> TypeError:
    """Return the error for an unknown argument, with the nearest known one."""
    from difflib import get_close_matches
    from inspect import signature

    nearest = get_close_matches(name, [*known, *signature(BaseClient.__init__).parameters], 1)
    hint = f"; did you mean {nearest[0]}=?" if nearest else ""
    return TypeError(f"unexpected keyword argument {name!r}{hint}")
