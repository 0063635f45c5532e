"""``honeyhive.trace``, ``current_event``, ``current_session`` and ``flush``: tracing without a client object."""

import warnings
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Protocol, Unpack, overload

from .._tracing.events import context
from .._tracing.events.decorator import decorator_of
from .._tracing.events.event import Event
from .._tracing.events.trace_options import TracedT, TraceOptions, deprecated
from .base_client import BaseClient
from .caller import caller_level
from .default_client import default_tracer, disabled_tracer, flush_default
from .internal import tracer_of

if TYPE_CHECKING:
    from .._tracing.events.event_fields import EventType
    from .._tracing.events.session import Session
    from .._tracing.flushed import Flushed
    from .._tracing.tracer import Tracer


@overload
def trace(function: TracedT, /, **options: Unpack[TraceOptions]) -> TracedT: ...


@overload
def trace(name: str | None = None, /, **options: Unpack[TraceOptions]) -> Callable[[TracedT], TracedT]: ...


@overload
@deprecated("event_type, event_name and tracer are deprecated: use type, name and hh.trace()")
def trace(
    *,
    event_type: "EventType" = ...,
    event_name: str = ...,
    tracer: "HasClient | None" = ...,
    **options: Unpack[TraceOptions],
) -> Callable[[TracedT], TracedT]: ...


def trace(function: Any = None, /, **options: Any) -> Any:
    """Decorate a function or a class: each call becomes an event, which the client of the current session records.

    Outside of every session, a default client records the event. The first such call makes the default client, with
    settings from the environment. The options are those of ``HoneyHive.trace``.
    """
    if function in ("model", "tool", "chain") and ("tracer" in options or "event_name" in options):
        function, options["event_type"] = None, function  # the vendor's package takes the type first
    if "tracer" in options:
        chosen = options.pop("tracer")
        warnings.warn("trace(tracer=) is deprecated; use hh.trace()", DeprecationWarning, stacklevel=caller_level())
        if chosen is not None:
            return decorator_of(_opener(chosen), function, options)
    return decorator_of(_tracer, function, options)


class HasClient(Protocol):
    """An object with a client, such as a HoneyHiveTracer."""

    @property
    def client(self) -> BaseClient[Any]:
        """The client that records the calls."""
        ...


def _opener(chosen: HasClient) -> "Callable[[], Tracer]":
    client = _client_of(chosen, "trace")
    return lambda: tracer_of(client)


def _client_of(chosen: HasClient, function: str) -> BaseClient[Any]:
    client = getattr(chosen, "client", None)
    if not isinstance(client, BaseClient):
        raise TypeError(f"{function}(): tracer must be a HoneyHiveTracer, not {type(chosen).__name__}")
    return client


def current_event() -> "Event":
    """Return the innermost event around the running code, of any client.

    Outside of every event, this returns an event that is not sent, and logs a warning.
    """
    span = context.current()
    if isinstance(span, Event):
        return span
    return _unsent("current_event() was called outside of every event").event("unsent")


def current_session() -> "Session":
    """Return the innermost session around the running code, of any client.

    Outside of every session, this returns a session that is not sent, and logs a warning.
    """
    span = context.current()
    return _unsent("current_session() was called outside of every session") if span is None else span.session


@overload
def flush(timeout: float = 30.0) -> "Flushed": ...


@overload
@deprecated("use hh.flush(), which takes seconds")
def flush(tracer: "HasClient | None", /, timeout_millis: float = 30_000) -> bool: ...


@overload
@deprecated("use hh.flush(), which takes seconds")
def flush(*, tracer: "HasClient | None" = None, timeout_millis: float = 30_000) -> bool: ...


def flush(timeout: Any = 30.0, timeout_millis: float | None = None, *, tracer: Any = None) -> Any:
    """Wait at most ``timeout`` seconds until the service has stored every event of ``trace``'s default client.

    The result is true if everything is stored, or if that client was never needed. Other clients have their own
    ``flush``.
    """
    chosen = timeout if tracer is None and not isinstance(timeout, int | float) else tracer
    if chosen is None and timeout_millis is None:
        return flush_default(30.0 if timeout is None else timeout)
    words = "flush(tracer, timeout_millis) is deprecated; use hh.flush(), which takes seconds"
    warnings.warn(words, DeprecationWarning, stacklevel=caller_level())
    seconds = 30.0 if timeout_millis is None else timeout_millis / 1000
    return bool(flush_default(seconds) if chosen is None else tracer_of(_client_of(chosen, "flush")).flush(seconds))


def _unsent(reason: str) -> "Session":
    tracer = disabled_tracer()
    tracer.warn(reason, f"{reason}; the returned object records nothing")
    return tracer.session("unsent", None, {})


def _tracer() -> "Tracer":
    span = context.current()
    return default_tracer() if span is None else span.tracer
