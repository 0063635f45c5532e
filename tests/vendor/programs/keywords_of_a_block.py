"""tracer.trace with a field as keyword."""

from honeyhive import HoneyHiveTracer

tracer = HoneyHiveTracer.init(session_name="keywords-of-a-block", source="test")
with tracer.trace("rank", event_type="tool", inputs={"p": 1}):
    pass
tracer.flush()
