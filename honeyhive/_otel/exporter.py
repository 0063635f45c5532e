"""The standard exporter, for a processor of anybody's."""

from collections.abc import Sequence

from opentelemetry import trace
from opentelemetry.sdk.trace import ReadableSpan, TracerProvider
from opentelemetry.sdk.trace.export import SpanExporter, SpanExportResult

from .._client.internal import AnyClient
from .._tracing.process import hand_over_first
from .sink import Outlet


class HoneyHiveSpanExporter(SpanExporter):
    """Makes an event of each span and logs it with the client, which masks, samples, queues, delivers and counts it.

    Without a client it makes one from the environment, and closes that one when it is shut down. ``export`` waits for
    no network and raises nothing; ``force_flush`` is true only if all that was logged is stored by the service.
    """

    def __init__(self, hh: AnyClient | None = None) -> None:
        self._is_owner = hh is None
        self._outlet = Outlet(_client() if hh is None else hh)
        hand_over_first(self)

    def export(self, spans: Sequence[ReadableSpan]) -> SpanExportResult:
        """Hand the spans over."""
        return SpanExportResult.SUCCESS if self._outlet.take(spans) else SpanExportResult.FAILURE

    def force_flush(self, timeout_millis: int = 30_000) -> bool:
        """Wait until all is stored, at most that long."""
        return self._outlet.flush(timeout_millis)

    def shutdown(self) -> None:
        """Take no more, and wait as long for delivery as the end of the process may; the client stays open."""
        self._outlet.shut(closing=self._is_owner)

    def hand_over(self) -> None:
        """At the end of the process: get what the processor of the global provider still holds."""
        if self._outlet.is_shut:  # it has given all; older processors log a warning if they are asked again
            return
        provider = trace.get_tracer_provider()
        if isinstance(provider, TracerProvider):
            provider.force_flush()


def _client() -> AnyClient:
    from .._client import HoneyHive

    return HoneyHive()
