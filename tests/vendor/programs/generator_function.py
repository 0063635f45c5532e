"""A decorated generator function."""

from honeyhive import HoneyHiveTracer, trace

tracer = HoneyHiveTracer.init(session_name="generator-function", source="test")


@trace(event_type="model", event_name="stream", tracer=tracer)
def stream():
    yield "a"
    yield "b"


assert list(stream()) == ["a", "b"]
tracer.flush()
