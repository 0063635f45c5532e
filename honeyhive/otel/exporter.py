"""Finished spans into the queue of a client; delivery is the client's, as for every other event."""

from collections.abc import Sequence
from functools import partial
from threading import main_thread

from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import SpanExporter, SpanExportResult

from ..semconv import event_id_of, named_session, session_id_of
from ..tracing.ready import log_late
from ..tracing.surface import Tracing
from .bridge import bridge_of
from .places import NO_ATTRIBUTES
from .reading import event_from, ids_of, size_of


class HoneyHiveSpanExporter(SpanExporter):
    """Makes an event of each span and logs it with the client, which masks, samples, queues, delivers and counts it.

    Without a client it makes one from the environment, and closes that one when it is shut down. ``export`` waits for
    no network and raises nothing; ``force_flush`` is true only if all that was logged is stored by the service.
    """

    def __init__(self, hh: Tracing | None = None) -> None:
        self._is_owner = hh is None
        self._hh = _client() if hh is None else hh
        self._tracer = self._hh._tracing()
        self._bridge = bridge_of(self._hh)
        self._is_shut = False

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        """Hand the spans over."""
        if self._is_shut:
            return SpanExportResult.FAILURE
        if len(spans) > 1:
            self._expect_roots(spans)
        count = 0
        for span in spans:
            with self._tracer.guarded:
                self._log(span)
                count += 1
        return SpanExportResult.SUCCESS if count == len(spans) else SpanExportResult.FAILURE

    def force_flush(self, timeout_millis: int = 30_000) -> bool:
        """Wait until all is stored, at most that long."""
        return bool(self._hh._flush(timeout_millis / 1000))

    def shutdown(self) -> None:
        """Take no more, and wait as long for delivery as the end of the process may; the client stays open."""
        was_shut, self._is_shut = self._is_shut, True
        # At the end of the process, where the main thread counts as over, the client waits for itself: once is enough.
        if was_shut or not main_thread().is_alive():
            return
        if self._is_owner:
            self._hh._close_tracing(self._tracer.worker.exit_timeout)
        else:
            self._hh._flush(self._tracer.worker.exit_timeout)

    def _expect_roots(self, spans: Sequence[ReadableSpan]) -> None:
        """The root of a trace comes last, but names its session."""
        for span in spans:
            with self._tracer.guarded:
                if span.parent is None:
                    self._bridge.sessions.expect(_session_id(span, ids_of(span)[0]), span)

    def _log(self, span: ReadableSpan) -> None:
        place = self._bridge.places.at(span.get_span_context())
        if place is not None and named_session(span.attributes or NO_ATTRIBUTES, NO_ATTRIBUTES) is None:
            session_id, event_id = place.session_id, place.event_id
        else:
            trace_id, span_id = ids_of(span)
            session_id, event_id = _session_id(span, trace_id), event_id_of(trace_id, span_id)
        self._bridge.sessions.announce(session_id, span)
        log_late(self._tracer, event_id, session_id, size_of(span), partial(event_from, span))
        if span.parent is None:
            self._bridge.sessions.complete(session_id, span)


def _session_id(span: ReadableSpan, trace_id: str) -> str:
    return session_id_of(trace_id, span.attributes or NO_ATTRIBUTES, span.resource.attributes)


def _client() -> Tracing:
    from ..clients import HoneyHive

    return HoneyHive()
