"""Span processor: assigns a parent on start, exports on end."""

from typing import Final

from opentelemetry import baggage, trace
from opentelemetry.context import Context
from opentelemetry.sdk.trace import ReadableSpan, Span, SpanProcessor
from opentelemetry.trace import SpanContext

from .._client.internal import AnyClient
from .._semconv import PARENT, event_id_of, named_session, session_id_of
from .._tracing.events.context import next_sequence
from .instrumentors import repeats_instrumentor
from .sink import SpanSink
from .span_parents import NO_ATTRIBUTES, SpanParent

SESSION: Final = "honeyhive.session_id"
_BAGGAGE: Final = (SESSION, "session.id")


class HoneyHiveSpanProcessor(SpanProcessor):
    """Span processor that nests spans in the sessions and events of a client, and logs each span when it ends.

    The processor sets the attributes ``honeyhive.session_id`` and ``honeyhive.parent_event_id`` on spans inside a
    session or an event, and on spans whose session is named in the baggage. It needs no queue and no thread of its own.
    """

    def __init__(self, hh: AnyClient) -> None:
        self._sink = SpanSink(hh)
        self._bridge = self._sink.bridge
        self._guarded = self._bridge.tracer.guarded
        # The session id of each running span, because the cache of parents may evict a span that runs for long.
        self._watched: dict[tuple[int, int], str] = {}

    def on_start(self, span: Span, parent_context: Context | None = None) -> None:
        """Assign the parent of the span."""
        with self._guarded:
            self._assign_parent(span, parent_context)

    def on_end(self, span: ReadableSpan) -> None:
        """Log the span, unless the span or its session is not sampled, or another span describes the same call."""
        context = span.get_span_context()
        if context is None or not context.trace_flags.sampled:
            return
        parent = None
        with self._guarded:
            parent = self._bridge.parents.recorded(context)
            if parent is not None and parent.is_repeat:
                return
            if parent is not None and not parent.is_sampled:
                self._bridge.tracer.worker.drop("sampled")
                return
        self._sink.log((span,))
        undecided = self._bridge.tracer.worker.undecided
        session_id = self._watched.pop((context.trace_id, context.span_id), None)
        if undecided is not None and session_id is not None:
            with self._guarded:
                undecided.ended(session_id)

    def shutdown(self) -> None:
        """Reject further spans, and wait up to the client's ``exit_timeout`` for delivery."""
        self._sink.shut_down()

    def force_flush(self, timeout_millis: int = 30_000) -> bool:
        """Wait at most ``timeout_millis``; return True if the service stored everything that was logged."""
        return self._sink.flush(timeout_millis)

    def _assign_parent(self, span: Span, parent_context: Context | None) -> None:
        bridge = self._bridge
        context = span.get_span_context()
        trace_id = f"{context.trace_id:032x}"
        parent = trace.get_current_span(parent_context).get_span_context()
        outer = bridge.parent_of(parent, bridge.tracer.own_innermost())
        if outer is not None and repeats_instrumentor(span):
            bridge.parents.record(context, outer._replace(is_repeat=True))
            return
        of_trace = session_id_of(trace_id, NO_ATTRIBUTES, NO_ATTRIBUTES)
        own = named_session(span.attributes or NO_ATTRIBUTES, span.resource.attributes)
        session_id = self._session(span, own, outer, parent_context) or of_trace
        marks = {} if session_id == (own or of_trace) else {SESSION: session_id}
        if outer is not None:
            parent_id = outer.event_id if outer.session_id == session_id else session_id
            if span.parent is None or parent_id != event_id_of(trace_id, f"{span.parent.span_id:016x}"):
                marks[PARENT] = parent_id
        if marks:
            span.set_attributes(marks)
        self._record(span, context, outer, session_id, event_id_of(trace_id, f"{context.span_id:016x}"))

    def _record(
        self, span: Span, context: SpanContext, outer: SpanParent | None, session_id: str, event_id: str
    ) -> None:
        bridge = self._bridge
        if outer is not None and outer.is_ours and outer.session_id == session_id:
            is_ours, is_sampled, shared, root = True, outer.is_sampled, outer.shared, outer.root
            bridge.sessions.mark_started(session_id)
            if root is not None:
                root.span_began(self._sink.fields_of(span))
        else:
            is_ours, is_sampled, shared, root = False, bridge.tracer.is_recorded(session_id), None, None
            # A session that is not sampled would keep its root in the cache, because it is never sent.
            if is_sampled and (outer is None or outer.sequence == 0):
                bridge.sessions.expect(session_id, span)
        undecided = bridge.tracer.worker.undecided
        if undecided is not None and is_sampled and shared is None and context.trace_flags.sampled:
            undecided.began(session_id, is_in_share=outer is None or outer.is_in_share)
            self._watched[context.trace_id, context.span_id] = session_id
        parent = SpanParent(
            next_sequence(),
            session_id,
            event_id,
            is_ours=is_ours,
            is_sampled=is_sampled,
            shared=shared,
            root=root,
        )
        bridge.parents.record(context, parent)

    def _session(self, span: Span, own: str | None, outer: SpanParent | None, context: Context | None) -> str | None:
        """Return the session that the span, its baggage or the outer event names; None if the trace is the session."""
        is_within = outer is not None and outer.is_ours
        if own is not None and (not is_within or SESSION in (span.attributes or NO_ATTRIBUTES)):
            return own
        if not is_within and (carried := baggage.get_all(context)):
            named = named_session({name: carried[name] for name in _BAGGAGE if name in carried}, NO_ATTRIBUTES)
            if named is not None:
                return named
        return None if outer is None else outer.session_id
