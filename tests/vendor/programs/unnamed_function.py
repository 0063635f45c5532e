"""A decorated function without a name, and with a default argument."""

from honeyhive import HoneyHiveTracer, trace

tracer = HoneyHiveTracer.init(session_name="unnamed-function", source="test")


@trace(tracer=tracer)
def find(order, limit=3):
    return order * limit


find("x")
tracer.flush()
