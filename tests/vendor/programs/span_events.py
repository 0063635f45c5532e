"""A span whose type and status are set in the block."""

from honeyhive import HoneyHiveTracer

tracer = HoneyHiveTracer.init(session_name="span-events", source="test")
with tracer.start_span("generate") as span:
    assert span.is_recording()
    span.set_attributes({"honeyhive_event_type": "model", "gen_ai.request.model": "m-1"})
    span.set_attribute("gen_ai.usage.input_tokens", 7)
tracer.flush()
