"""start_span, nested, with enrich_span inside."""

from honeyhive import HoneyHiveTracer

tracer = HoneyHiveTracer.init(session_name="started-span", source="test")
with tracer.start_span("outer"):
    with tracer.start_span("inner"):
        tracer.enrich_span(inputs={"question": "q"}, outputs={"answer": "a"}, metadata={"pages": 2})
    tracer.enrich_span(metadata={"last": True})
tracer.flush()
