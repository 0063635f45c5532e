"""trace with one string by position."""

from honeyhive import HoneyHiveTracer, trace

tracer = HoneyHiveTracer.init(session_name="positional-type", source="test")


@trace("chain", event_name="answer", tracer=tracer)
def answer():
    return 1


answer()
tracer.flush()
