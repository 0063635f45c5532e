"""Two tracers, each with its own session."""

from honeyhive import HoneyHiveTracer, trace

first = HoneyHiveTracer.init(session_name="first", source="test")
second = HoneyHiveTracer.init(session_name="second", source="test")
assert first.session_id != second.session_id


@trace(event_type="tool", event_name="of-first", tracer=first)
def one():
    return 1


@trace(event_type="tool", event_name="of-second", tracer=second)
def two():
    return 2


@trace(event_type="tool", event_name="of-neither")
def three():
    return 3


one()
two()
three()
first.flush()
second.flush()
