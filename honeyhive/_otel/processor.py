"""Spans on their way: each is told its place when it begins, and handed over when it ends."""

from typing import Final

from opentelemetry import baggage, trace
from opentelemetry.context import Context
from opentelemetry.sdk.trace import ReadableSpan, Span, SpanProcessor
from opentelemetry.trace import SpanContext

from .._client.internal import AnyClient
from .._semconv import PARENT, event_id_of, named_session, session_id_of
from .._tracing.events.context import next_sequence
from .sink import Outlet
from .span_parents import NO_ATTRIBUTES, Place

SESSION: Final = "honeyhive.session_id"
_BAGGAGE: Final = (SESSION, "session.id")


class HoneyHiveSpanProcessor(SpanProcessor):
    """Nests spans in the sessions and events of a client, and hands each over to its queue the moment it ends.

    A span inside of a session or an event is marked with the attributes ``honeyhive.session_id`` and
    ``honeyhive.parent_event_id``; so is one whose session is named in the baggage. There is no second queue and no
    thread.
    """

    def __init__(self, hh: AnyClient) -> None:
        self._outlet = Outlet(hh)
        self._bridge = self._outlet.bridge
        self._guarded = self._bridge.tracer.guarded

    def on_start(self, span: Span, parent_context: Context | None = None) -> None:
        """Find the place of the span."""
        with self._guarded:
            self._settle(span, parent_context)

    def on_end(self, span: ReadableSpan) -> None:
        """Hand it over, unless it or its session is not sampled."""
        context = span.get_span_context()
        if context is None or not context.trace_flags.sampled:
            return
        with self._guarded:
            place = self._bridge.places.at(context)
            if place is not None and not place.is_sampled:
                self._bridge.tracer.worker.turn_away("sampled")
                return
        self._outlet.take((span,))

    def shutdown(self) -> None:
        """See the exporter."""
        self._outlet.shut()

    def force_flush(self, timeout_millis: int = 30_000) -> bool:
        """See the exporter."""
        return self._outlet.flush(timeout_millis)

    def _settle(self, span: Span, parent_context: Context | None) -> None:
        bridge = self._bridge
        context = span.get_span_context()
        trace_id = f"{context.trace_id:032x}"
        parent = trace.get_current_span(parent_context).get_span_context()
        above = bridge.place_of(parent, bridge.tracer.own_innermost())
        of_trace = session_id_of(trace_id, NO_ATTRIBUTES, NO_ATTRIBUTES)
        own = named_session(span.attributes or NO_ATTRIBUTES, span.resource.attributes)
        session_id = self._session(span, own, above, parent_context) or of_trace
        marks = {} if session_id == (own or of_trace) else {SESSION: session_id}
        if above is not None:
            parent_id = above.event_id if above.session_id == session_id else session_id
            if span.parent is None or parent_id != event_id_of(trace_id, f"{span.parent.span_id:016x}"):
                marks[PARENT] = parent_id
        if marks:
            span.set_attributes(marks)
        self._take_place(span, context, above, session_id, event_id_of(trace_id, f"{context.span_id:016x}"))

    def _take_place(
        self, span: Span, context: SpanContext, above: Place | None, session_id: str, event_id: str
    ) -> None:
        bridge = self._bridge
        if above is not None and above.is_ours and above.session_id == session_id:
            is_ours, is_sampled, shared = True, above.is_sampled, above.shared
            bridge.sessions.know(session_id)
        else:
            is_ours, is_sampled, shared = False, bridge.tracer.is_chosen(session_id), None
            # Nothing is sent of a session that is not sampled, and its root would be held for long.
            if is_sampled and (above is None or above.birth == 0):
                bridge.sessions.expect(session_id, span)
        place = Place(next_sequence(), session_id, event_id, is_ours=is_ours, is_sampled=is_sampled, shared=shared)
        bridge.places.put(context, place)

    def _session(self, span: Span, own: str | None, above: Place | None, context: Context | None) -> str | None:
        """The session that a span names itself, else that of the event around it; None for that of its trace."""
        is_within = above is not None and above.is_ours
        if own is not None and (not is_within or SESSION in (span.attributes or NO_ATTRIBUTES)):
            return own
        if not is_within and (carried := baggage.get_all(context)):
            named = named_session({name: carried[name] for name in _BAGGAGE if name in carried}, NO_ATTRIBUTES)
            if named is not None:
                return named
        return None if above is None else above.session_id
