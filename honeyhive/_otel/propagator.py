"""The current session and event in the headers that OpenTelemetry sends along: W3C trace context."""

from opentelemetry import trace
from opentelemetry.context import Context
from opentelemetry.propagators.textmap import (
    CarrierT,
    Getter,
    Setter,
    TextMapPropagator,
    default_getter,
    default_setter,
)

from .._client.internal import AnyClient
from .._tracing.events import propagation
from .bridge import bridge_of


class HoneyHivePropagator(TextMapPropagator):
    """Adds the entry ``honeyhive`` to ``tracestate``, and ``traceparent`` where there is an event but no span.

    It stands after the propagator of W3C trace context, which reads what it writes.
    ``hh.tracing.continue_session(headers)`` reads it, too.
    """

    def __init__(self, hh: AnyClient) -> None:
        self._bridge = bridge_of(hh)

    def inject(
        self, carrier: CarrierT, context: Context | None = None, setter: Setter[CarrierT] = default_setter
    ) -> None:
        """Write the headers of a request that leaves."""
        with self._bridge.tracer.guarded:
            span = trace.get_current_span(context).get_span_context()
            own = self._bridge.tracer.own_innermost()
            place = self._bridge.place_of(span, own)
            if place is None or (place.birth == 0 and not place.is_ours):
                return
            if span.is_valid:
                entry = propagation.entry(place.session_id, place.event_id)
                setter.set(carrier, "tracestate", span.trace_state.update("honeyhive", entry).to_header())
                return
            headers = propagation.headers(place.session_id, place.event_id, is_sampled=place.is_sampled)
            for name, value in headers.items():
                setter.set(carrier, name, value)

    def extract(
        self,
        carrier: CarrierT,  # noqa: ARG002 - the names of the interface
        context: Context | None = None,
        getter: Getter[CarrierT] = default_getter,  # noqa: ARG002
    ) -> Context:
        """The context as it is: the propagator of trace context keeps ``tracestate`` with the span."""
        return context if context is not None else Context()

    @property
    def fields(self) -> set[str]:
        """The headers that it may write."""
        return {"traceparent", "tracestate"}
