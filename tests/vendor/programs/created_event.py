"""create_event, with a name and with a dict."""

from honeyhive import HoneyHiveTracer

tracer = HoneyHiveTracer.init(session_name="created-event", source="test")
first = tracer.create_event("ranked", event_type="model", inputs={"i": 1}, outputs={"o": 2}, metadata={"m": 3})
second = tracer.create_event(
    {"event_name": "stored", "event_type": "tool", "inputs": {"i": 4}, "outputs": {"o": 5}, "duration": 12.5}
)
assert first != second
tracer.flush()
