"""A decorated function on threads of a pool."""

from concurrent.futures import ThreadPoolExecutor

from honeyhive import HoneyHiveTracer, trace

tracer = HoneyHiveTracer.init(session_name="threads", source="test")


@trace(event_type="tool", event_name="work", tracer=tracer)
def work(number):
    return number * 2


with ThreadPoolExecutor(2) as pool:
    assert sorted(pool.map(work, range(3))) == [0, 2, 4]
tracer.flush()
