"""tracer.trace as a block with a type."""

from honeyhive import HoneyHiveTracer

tracer = HoneyHiveTracer.init(session_name="traced-block", source="test")
with tracer.trace("rank", event_type="model"):
    tracer.enrich_span(outputs={"first": "a"})
tracer.flush()
