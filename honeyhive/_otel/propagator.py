"""Propagator of the current session and event in W3C trace context headers."""

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
    """Propagator that adds an entry ``honeyhive`` to ``tracestate``.

    The propagator also writes ``traceparent`` if there is an event of the SDK but no span. Put it after the W3C trace
    context propagator, which reads these headers. ``hh.tracing.continue_session(headers)`` reads them as well.
    """

    def __init__(self, hh: AnyClient) -> None:
        self._bridge = bridge_of(hh)

    def inject(
        self, carrier: CarrierT, context: Context | None = None, setter: Setter[CarrierT] = default_setter
    ) -> None:
        """Write the headers of an outgoing request."""
        with self._bridge.tracer.guarded:
            span = trace.get_current_span(context).get_span_context()
            own = self._bridge.tracer.own_innermost()
            parent = self._bridge.parent_of(span, own)
            if parent is None or (parent.sequence == 0 and not parent.is_ours):
                return
            if span.is_valid:
                entry = propagation.entry(parent.session_id, parent.event_id)
                setter.set(carrier, "tracestate", span.trace_state.update("honeyhive", entry).to_header())
                return
            is_sampled = parent.is_sampled if own is None else self._bridge.tracer.is_announced(own)
            headers = propagation.headers(parent.session_id, parent.event_id, is_sampled=is_sampled)
            for name, value in headers.items():
                setter.set(carrier, name, value)

    def extract(
        self,
        carrier: CarrierT,  # noqa: ARG002 - parameter names of the interface
        context: Context | None = None,
        getter: Getter[CarrierT] = default_getter,  # noqa: ARG002
    ) -> Context:
        """Return the context unchanged: the W3C propagator already keeps ``tracestate`` with the span."""
        return context if context is not None else Context()

    @property
    def fields(self) -> set[str]:
        """Names of the headers that ``inject`` may write."""
        return {"traceparent", "tracestate"}
