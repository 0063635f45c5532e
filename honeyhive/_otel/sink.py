"""Finished spans into the queue of a client; delivery is the client's, as for every other event."""

from collections.abc import Sequence
from functools import partial
from threading import main_thread

from opentelemetry.sdk.trace import ReadableSpan

from .._client.internal import AnyClient
from .._semconv import event_id_of, named_session, session_id_of
from .._tracing.events.prebuilt import log_lazy
from .bridge import Bridge, bridge_of
from .span_parents import NO_ATTRIBUTES
from .span_reader import event_from, ids_of, size_of


class Outlet:
    """Logs spans with one client; it waits for no network and raises nothing."""

    def __init__(self, hh: AnyClient) -> None:
        self.bridge: Bridge = bridge_of(hh)
        self._hh = hh
        self._tracer = self.bridge.tracer
        self.is_shut: bool = False

    def take(self, spans: Sequence[ReadableSpan]) -> bool:
        """Hand the spans over; whether all of them could be."""
        if self.is_shut:
            return False
        if len(spans) > 1:
            self._expect_roots(spans)
        count = 0
        for span in spans:
            with self._tracer.guarded:
                self._log(span)
                count += 1
        return count == len(spans)

    def flush(self, timeout_millis: int) -> bool:
        """Wait until all is stored, at most that long."""
        return bool(self._tracer.flush(timeout_millis / 1000))

    def shut(self, *, closing: bool = False) -> None:
        """Take no more, and wait as long for delivery as the end of the process may; ``closing`` closes the client."""
        was_shut, self.is_shut = self.is_shut, True
        # At the end of the process, where the main thread counts as over, the client waits for itself: once is enough.
        if was_shut or not main_thread().is_alive():
            return
        if closing:
            self._tracer.close(self._tracer.worker.exit_timeout)
        else:
            self._tracer.flush(self._tracer.worker.exit_timeout)

    def _expect_roots(self, spans: Sequence[ReadableSpan]) -> None:
        """The root of a trace comes last, but names its session."""
        for span in spans:
            with self._tracer.guarded:
                if span.parent is None:
                    self.bridge.sessions.expect(_session_id(span, ids_of(span)[0]), span)

    def _log(self, span: ReadableSpan) -> None:
        place = self.bridge.places.at(span.get_span_context())
        named = named_session(span.attributes or NO_ATTRIBUTES, NO_ATTRIBUTES)
        if place is not None and named in (None, place.session_id):
            session_id, event_id, shared = place.session_id, place.event_id, place.shared
        else:
            trace_id, span_id = ids_of(span)
            session_id, event_id, shared = _session_id(span, trace_id), event_id_of(trace_id, span_id), None
        self.bridge.sessions.announce(session_id, span)
        log_lazy(self._tracer, event_id, session_id, size_of(span), partial(event_from, span), shared)
        if span.parent is None:
            self.bridge.sessions.complete(session_id, span)


def _session_id(span: ReadableSpan, trace_id: str) -> str:
    return session_id_of(trace_id, span.attributes or NO_ATTRIBUTES, span.resource.attributes)
