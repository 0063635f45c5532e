"""A block that raises."""

from honeyhive import HoneyHiveTracer

tracer = HoneyHiveTracer.init(session_name="failing-span", source="test")
try:
    with tracer.start_span("refuse"):
        raise KeyError("order")
except KeyError:
    pass
tracer.flush()
