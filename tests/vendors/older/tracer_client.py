"""A program on the vendor's Python client 1.x.

The interpreter must have the client; the argument is the server's URL.
"""

import sys

from honeyhive import HoneyHive, HoneyHiveTracer, __version__, trace

assert __version__ == sys.argv[2], __version__
tracer = HoneyHiveTracer.init(
    api_key="hh_test",
    project="p",
    session_name="old session",
    source="test",
    server_url=sys.argv[1],
    disable_batch=True,
)


@trace(event_type="tool", event_name="old event", tracer=tracer)
def work(question):
    return f"answer to {question}"


assert work("x") == "answer to x"
tracer.flush()

hh = HoneyHive(api_key="hh_test", base_url=sys.argv[1])
assert hh.datasets.list() is not None
assert hh.metrics.list() == []
found = hh.events.export(project="p", filters=[], limit=100)
print("ok")
