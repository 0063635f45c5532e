"""State shared by OpenTelemetry and one tracer, so that spans and events nest in each other."""

from typing import TYPE_CHECKING, Final
from weakref import WeakSet, WeakValueDictionary

from opentelemetry import trace
from opentelemetry.trace import SpanContext

from .._client.internal import AnyClient, tracer_of
from .._tracing.events.base_span import Span
from .._tracing.events.session import PlaceholderSession
from .._tracing.tracer import Tracer
from .span_parents import SpanParent, SpanParents
from .trace_sessions import TraceSessions

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import TracerProvider


class Bridge:
    """Lets the sessions and events of one client nest in OpenTelemetry spans, and spans in events."""

    def __init__(self, tracer: Tracer) -> None:
        self.tracer = tracer
        self.parents: SpanParents = SpanParents(decides_late=tracer.worker.undecided is not None)
        self.sessions: TraceSessions = TraceSessions(tracer)
        self.providers: WeakSet[TracerProvider] = WeakSet()
        """The providers that ``instrument`` added a processor to."""

    def innermost(self, own: Span | None) -> Span | None:
        """Return ``own``, or a placeholder for the current OpenTelemetry span if the span started later."""
        with self.tracer.guarded:
            parent = self.parents.of(trace.get_current_span().get_span_context())
            if parent is not None and (own is None or parent.sequence > own.sequence):
                return self._placeholder(parent)
        return own

    def session(self) -> Span | None:
        """Return the parent for a session that starts inside a trace.

        The parent is the current span or the SDK event inside it; None if the new session is independent of the trace.
        """
        with self.tracer.guarded:
            parent = self.parents.of(trace.get_current_span().get_span_context())
            if parent is None or (parent.is_ours and parent.shared is None):
                return None
            own = self.tracer.own_innermost()
            if own is None or own.sequence < parent.sequence:
                return self._placeholder(parent)
            return own if own.session_id == parent.session_id else None
        return None

    def parent_of(self, context: SpanContext, own: Span | None) -> SpanParent | None:
        """Return the parent that started later: the span, or ``own``, the SDK's current event. None without both."""
        parent = self.parents.of(context)
        if own is not None and (parent is None or own.sequence > parent.sequence):
            parent_id, shared = own.child_parent_id, own.shared
            root = own.session._root if own is own.session else None
            return SpanParent(
                own.sequence,
                own.session_id,
                parent_id,
                is_ours=True,
                is_sampled=own.is_sampled,
                shared=shared,
                root=root,
            )
        return parent

    def _placeholder(self, parent: SpanParent) -> Span:
        if parent.is_sampled:
            self.sessions.start(parent.session_id)
        made = PlaceholderSession(
            self.tracer,
            None,
            parent.session_id,
            None,
            {},
            is_sampled=parent.is_sampled,
            is_resumed=True,
            parent_id=parent.event_id,
        )
        made.shared = parent.shared
        return made


# Keyed by id(tracer), which cannot be reused while the bridge lives: the bridge keeps the tracer alive.
_bridges: Final["WeakValueDictionary[int, Bridge]"] = WeakValueDictionary()


def bridge_of(hh: AnyClient) -> Bridge:
    """Return the bridge of a client, created on first use."""
    tracer = tracer_of(hh)
    return _bridges.setdefault(id(tracer), Bridge(tracer))
