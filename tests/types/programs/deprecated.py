"""Calls that are deprecated: every checker reports each line that ends in a comment, and no other."""

import honeyhive
from honeyhive import HoneyHive, trace

hh = HoneyHive(api_key="hh_x")
hh.sessions.add_traces("s", events=[])  # deprecated: the operation
hh.sessions.add_traces("s", logs=[])  # deprecated: the argument as well
hh.events.search(limit=3)
hh.events.search(limit=3, ignore_order=True)  # deprecated: the argument
hh.events.search_all(ignore_order=True)  # deprecated: the argument
hh.datasets.list()  # deprecated: without the project
hh.datasets.list("p")
hh.metrics.run_legacy("m")  # deprecated: the operation
hh.trace(event_type="model")  # deprecated: the keyword of the vendor
trace(event_name="x", event_type="tool", inputs=False)  # deprecated: the keywords of the vendor
trace(name="x", type="tool")
tracer = honeyhive.HoneyHiveTracer(session_name="x")  # deprecated: the class of the vendor
trace(tracer=tracer)  # deprecated: the keyword of the vendor
honeyhive.enrich_span({"a": 1}, metrics={"b": 2})  # deprecated: a function of the vendor
honeyhive.enrich_session(tracer.session_id, {"a": 1})  # deprecated: a function of the vendor
honeyhive.flush(tracer)  # deprecated: a function of the vendor
honeyhive.evaluate(len, dataset_id="d", max_workers=2)  # deprecated: the keywords of the vendor
honeyhive.evaluate(len, dataset="d", concurrency=2)


@honeyhive.evaluator  # deprecated: a function of the vendor
def judge(outputs: object) -> bool:
    return outputs is not None


@honeyhive.atrace(event_name="x")  # deprecated: a function of the vendor
async def fetch(url: str) -> int:
    return len(url)
