"""tracer.enrich_span with inputs, outputs, an error and unknown keywords."""

from honeyhive import HoneyHiveTracer, trace

tracer = HoneyHiveTracer.init(session_name="enriched-by-tracer", source="test")


@trace(event_type="tool", event_name="work", tracer=tracer)
def work():
    tracer.enrich_span(inputs={"chosen": 1}, outputs={"extra": 2}, error="partly failed", user="u-1")


work()
tracer.flush()
