"""A trace with spans of your own and a call to another service, where events nest in spans, and spans in events."""

from opentelemetry import propagate, trace

from honeyhive import HoneyHive
from honeyhive.otel import instrument

tracer = trace.get_tracer("parcels")


def main() -> None:
    """Handle a request, and continue its trace in another service."""
    with HoneyHive() as hh:
        instrument(hh)
        with tracer.start_as_current_span("POST /chat", kind=trace.SpanKind.SERVER):
            with hh.session("support-chat", inputs={"question": "Where is my parcel?"}) as chat:
                with tracer.start_as_current_span("retrieve") as span:
                    span.set_attribute("openinference.span.kind", "RETRIEVER")
                    span.set_attribute("input.value", "parcel HH-204")
                    span.set_attribute("output.value", "in transit")
                chat.outputs = {"answer": "It is on its way."}
            headers: dict[str, str] = {}
            propagate.inject(headers)  # an instrumented HTTP client does this for each request
        warehouse(hh, headers)


def warehouse(hh: HoneyHive, headers: dict[str, str]) -> None:
    """Handle a request in another service, with or without OpenTelemetry, from its headers."""
    with hh.tracing.continue_session(headers), hh.event("find-shelf", type="tool") as event:
        event.outputs = {"shelf": 7}


if __name__ == "__main__":
    main()
