"""The sink shared by the exporter and the span processor: finished spans go into a client's queue."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from threading import main_thread
from typing import Any

from opentelemetry.sdk.trace import ReadableSpan

from .._client.internal import AnyClient
from .._semconv import event_id_of, named_session, session_id_of
from .._tracing.events.prebuilt import log_lazy
from .bridge import Bridge, bridge_of
from .captured_content import without_content
from .span_parents import NO_ATTRIBUTES
from .span_reader import event_from, ids_of, size_of


class SpanSink:
    """Logs finished spans with one client. Never waits for the network and never raises."""

    def __init__(self, hh: AnyClient) -> None:
        self.bridge: Bridge = bridge_of(hh)
        self._hh = hh
        self._tracer = self.bridge.tracer
        encoder = self._tracer.encoder
        self._left_out = frozenset(name for name in ("inputs", "outputs") if encoder.leaves_out(name))
        self.is_shut_down: bool = False

    def log(self, spans: Sequence[ReadableSpan]) -> bool:
        """Log the spans. Return True if all of them were logged."""
        if self.is_shut_down:
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
        """Wait at most ``timeout_millis``; return True if the service stored everything that was logged."""
        return bool(self._tracer.flush(timeout_millis / 1000))

    def shut_down(self, *, closing: bool = False) -> None:
        """Reject further spans, and wait up to ``exit_timeout`` for delivery. ``closing`` also closes the client."""
        was_shut_down, self.is_shut_down = self.is_shut_down, True
        # At process exit the client flushes itself; by then the main thread no longer counts as alive.
        if was_shut_down or not main_thread().is_alive():
            return
        if closing:
            self._tracer.close(self._tracer.worker.exit_timeout)
        else:
            self._tracer.flush(self._tracer.worker.exit_timeout)

    def _expect_roots(self, spans: Sequence[ReadableSpan]) -> None:
        """Register root spans first: a root ends after its children, but their session is named after the root."""
        for span in spans:
            with self._tracer.guarded:
                if span.parent is None:
                    self.bridge.sessions.expect(_session_id(span, ids_of(span)[0]), span)

    def _log(self, span: ReadableSpan) -> None:
        parent = self.bridge.parents.recorded(span.get_span_context())
        named = named_session(span.attributes or NO_ATTRIBUTES, NO_ATTRIBUTES)
        if parent is not None and named in (None, parent.session_id):
            session_id, event_id, shared = parent.session_id, parent.event_id, parent.shared
        else:
            trace_id, span_id = ids_of(span)
            session_id, event_id, shared = _session_id(span, trace_id), event_id_of(trace_id, span_id), None
        self.bridge.sessions.start(session_id, span)
        read = self._reader(span)
        if parent is not None and parent.root is not None:
            parent.root.span_ended(self.fields_of(span))
        log_lazy(self._tracer, event_id, session_id, size_of(span), read, shared)
        self.bridge.sessions.end(session_id, span)

    def _reader(self, span: ReadableSpan) -> Callable[[], Mapping[str, Any]]:
        read = partial(event_from, span)
        return partial(without_content, read, self._left_out) if self._left_out else read

    def fields_of(self, span: ReadableSpan) -> Callable[[], dict[str, bytes]]:
        """Return a function that returns the inputs and outputs of a span as JSON."""
        return partial(self._encoded, self._reader(span))

    def _encoded(self, read: Callable[[], Mapping[str, Any]]) -> dict[str, bytes]:
        """Return the inputs and outputs of a span as JSON."""
        with self._tracer.guarded:
            event, field = read(), self._tracer.encoder.field
            return {name: field(name, event[name])[0] for name in ("inputs", "outputs") if event.get(name)}
        return {}


def _session_id(span: ReadableSpan, trace_id: str) -> str:
    return session_id_of(trace_id, span.attributes or NO_ATTRIBUTES, span.resource.attributes)
