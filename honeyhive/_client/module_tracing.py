"""``honeyhive.trace``: tracing without a client at hand."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Unpack, overload

from .._tracing.events import context
from .._tracing.events.decorator import decorator_of
from .._tracing.events.trace_options import TracedT, TraceOptions, deprecated
from .default_client import default_tracer

if TYPE_CHECKING:
    from .._tracing.events.event_fields import EventType
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


def _tracer() -> "Tracer":
    span = context.current()
    return default_tracer() if span is None else span.tracer
