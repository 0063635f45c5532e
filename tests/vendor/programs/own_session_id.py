"""A session whose id the program chooses, enriched with inputs and an unknown keyword; events inside a function."""

from uuid import uuid4

from honeyhive import HoneyHiveTracer, enrich_span, trace

chosen = str(uuid4())
tracer = HoneyHiveTracer.init(session_id=chosen, session_name="own-session-id", source="test")
assert tracer.session_id == chosen


@trace(event_type="tool", event_name="work", tracer=tracer)
def work():
    enrich_span(outputs={"extra": 1})
    tracer.create_event("inside", inputs={"a": 1})
    return {"r": 1}


work()
tracer.enrich_session(inputs={"later": 1}, plan="free")
tracer.flush()
