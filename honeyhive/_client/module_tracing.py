"""``honeyhive.trace``, ``current_event``, ``current_session`` and ``flush``: tracing without a client at hand."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Unpack, overload

from .._tracing.events import context
from .._tracing.events.decorator import decorator_of
from .._tracing.events.event import Event
from .._tracing.events.trace_options import TracedT, TraceOptions, deprecated
from .default_client import default_tracer, disabled_tracer, flush_default

if TYPE_CHECKING:
    from .._tracing.delivery.counters import Flushed
    from .._tracing.events.event_fields import EventType
    from .._tracing.events.session import Session
    from .._tracing.tracer import Tracer


@overload
def trace(function: TracedT, /, **options: Unpack[TraceOptions]) -> TracedT: ...


@overload
def trace(name: str | None = None, /, **options: Unpack[TraceOptions]) -> Callable[[TracedT], TracedT]: ...


@overload
@deprecated("event_type and event_name are deprecated: use type and name")
def trace(
    *, event_type: "EventType" = ..., event_name: str = ..., **options: Unpack[TraceOptions]
) -> Callable[[TracedT], TracedT]: ...


def trace(function: Any = None, /, **options: Any) -> Any:
    """Decorate a function or a class as ``hh.trace`` does, by the client of the session around each call.

    Outside of every session it is a default client, which is made at the first such call and reads its settings from
    the environment.
    """
    return decorator_of(_tracer, function, options)


def current_event() -> "Event":
    """Return the innermost event around the running code, of any client.

    Outside of every event, it is an event that is not sent, and the log says so.
    """
    span = context.current()
    if isinstance(span, Event):
        return span
    return _unsent("current_event() was called outside of every event").event("unsent")


def current_session() -> "Session":
    """Return the innermost session around the running code, of any client.

    Outside of every session, it is a session that is not sent, and the log says so.
    """
    span = context.current()
    return _unsent("current_session() was called outside of every session") if span is None else span.session


def flush(timeout: float = 30.0) -> "Flushed":
    """Wait at most ``timeout`` seconds until everything that the default client of ``trace`` logged is stored.

    The result is true if it is, and where that client was never needed. Other clients have a ``flush`` of their own.
    """
    return flush_default(timeout)


def _unsent(reason: str) -> "Session":
    tracer = disabled_tracer()
    tracer.warn(reason, f"{reason}; nothing that is set on the result is sent")
    return tracer.session("unsent", None, {})


def _tracer() -> "Tracer":
    span = context.current()
    return default_tracer() if span is None else span.tracer
