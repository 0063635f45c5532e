"""enrich_span with one dict by position."""

from honeyhive import HoneyHiveTracer, enrich_span, trace

tracer = HoneyHiveTracer.init(session_name="enriched-by-position", source="test")


@trace(event_type="tool", event_name="work", tracer=tracer)
def work():
    enrich_span({"step": 1, "user": "u-1"})


work()
tracer.flush()
