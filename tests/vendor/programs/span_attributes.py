"""Attributes that are set on a span."""

from honeyhive import HoneyHiveTracer

tracer = HoneyHiveTracer.init(session_name="span-attributes", source="test")
with tracer.start_span("search", attributes={"honeyhive_event_type": "tool"}) as span:
    span.set_attribute("honeyhive_inputs.query", "parcel")
    span.set_attribute("honeyhive_outputs.hits", 3)
    span.set_attribute("honeyhive_metadata.engine", "fts")
    span.set_attribute("plain", "value")
tracer.flush()
