"""A tracer that adds to a session that another tracer began."""

from honeyhive import HoneyHiveTracer

begun = HoneyHiveTracer.init(session_name="given-session", source="test", inputs={"question": "q"})
with begun.start_span("before"):
    pass
begun.flush()
continued = HoneyHiveTracer.init(session_id=begun.session_id, source="test")
assert continued.session_id == begun.session_id
with continued.start_span("after"):
    pass
continued.flush()
