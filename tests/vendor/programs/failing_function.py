"""A decorated function that raises."""

from honeyhive import HoneyHiveTracer, trace

tracer = HoneyHiveTracer.init(session_name="failing-function", source="test")


@trace(event_type="tool", event_name="refuse", tracer=tracer)
def refuse(order):
    raise ValueError(f"no order {order}")


try:
    refuse("HH-204")
except ValueError:
    pass
tracer.flush()
