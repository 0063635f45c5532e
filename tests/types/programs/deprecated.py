"""Calls that are deprecated: every checker reports each line that ends in a comment, and no other."""

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
