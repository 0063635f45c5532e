"""Finished spans into the queue of a client; delivery is the client's, as for every other event."""

from collections.abc import Sequence
from typing import Any

from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import SpanExporter, SpanExportResult

from ..semconv import event_of
from ..tracing.ready import log_ready
from ..tracing.surface import Tracing
from .bridge import bridge_of
from .reading import span_data


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
        with self._tracer.guarded:
            events = [(span, event_of(span_data(span))) for span in spans]
            for span, event in events if len(events) > 1 else ():
                # It ends last, but names the session.
                if span.parent is None:
                    self._bridge.sessions.expect(event["session_id"], span)
            for span, event in events:
                self._log(span, event)
            return SpanExportResult.SUCCESS
        return SpanExportResult.FAILURE

    def force_flush(self, timeout_millis: int = 30_000) -> bool:
        """Wait until all is stored, at most that long."""
        return bool(self._hh._flush(timeout_millis / 1000))

    def shutdown(self) -> None:
        """Take no more, and wait as long for delivery as the end of the process may; the client stays open."""
        if self._is_shut:
            return
        self._is_shut = True
        if self._is_owner:
            self._hh._close_tracing(self._tracer.worker.exit_timeout)
        else:
            self._hh._flush(self._tracer.worker.exit_timeout)

    def _log(self, span: ReadableSpan, event: dict[str, Any]) -> None:
        self._bridge.sessions.announce(event["session_id"], event)
        log_ready(self._tracer, event)
        if span.parent is None:
            self._bridge.sessions.complete(event)


def _client() -> Tracing:
    from ..clients import HoneyHive

    return HoneyHive()
