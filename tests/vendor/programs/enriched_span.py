"""enrich_span inside of a decorated function, by keywords."""

from honeyhive import HoneyHiveTracer, enrich_span, trace

tracer = HoneyHiveTracer.init(session_name="enriched-span", source="test")


@trace(event_type="model", event_name="complete", tracer=tracer)
def complete(prompt):
    enrich_span(metadata={"tokens": 7, "nested": {"a": [1, 2]}}, metrics={"quality": 0.5, "ok": True})
    enrich_span(config={"model": "m-1", "temperature": 0}, feedback={"rating": 5}, metadata={"second": "yes"})
    return "done"


complete("hello")
tracer.flush()
