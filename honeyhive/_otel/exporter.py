"""Span exporter for any OpenTelemetry span processor."""

from collections.abc import Sequence

from opentelemetry import trace
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SpanExporter, SpanExportResult

from .._client.internal import AnyClient
from .._tracing.process import flush_first
from .sink import SpanSink


class HoneyHiveSpanExporter(SpanExporter):
    """Span exporter that logs each span as an event of a client.

    The client masks, samples, queues, delivers and counts it like any other event. Without a client, the exporter
    creates one from the environment and closes it on shutdown. ``export`` never waits for the network and never raises.
    """

    def __init__(self, hh: AnyClient | None = None) -> None:
        self._is_owner = hh is None
        self._sink = SpanSink(_client() if hh is None else hh)
        flush_first(self)

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        """Log the spans. Return FAILURE after shutdown, or if a span could not be logged."""
        return SpanExportResult.SUCCESS if self._sink.log(spans) else SpanExportResult.FAILURE

    def force_flush(self, timeout_millis: int = 30_000) -> bool:
        """Wait at most ``timeout_millis``; return True if the service stored everything that was logged."""
        return self._sink.flush(timeout_millis)

    def shutdown(self) -> None:
        """Reject further spans, and wait up to ``exit_timeout`` for delivery.

        A client that was passed to the constructor stays open.
        """
        self._sink.shut_down(closing=self._is_owner)

    def hand_over(self) -> None:
        """Make the global provider export the spans that its processors still hold. Runs at the exit of the process."""
        if self._sink.is_shut_down:  # older processors log a warning when flushed after their shutdown
            return
        provider = trace.get_tracer_provider()
        if isinstance(provider, TracerProvider):
            provider.force_flush()


def _client() -> AnyClient:
    from .._client import HoneyHive

    return HoneyHive()
