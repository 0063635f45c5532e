"""A decorated function with a name, a type and metadata."""

from honeyhive import HoneyHiveTracer, trace

tracer = HoneyHiveTracer.init(session_name="traced-function", source="test")


@trace(event_type="tool", event_name="lookup", metadata={"table": "orders"}, tracer=tracer)
def lookup(order, limit):
    return {"order": order, "limit": limit}


lookup("HH-204", limit=3)
tracer.flush()
