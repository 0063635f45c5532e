"""Calls that are deprecated: every checker reports each line that ends in a comment, and no other."""

from honeyhive import HoneyHive

hh = HoneyHive(api_key="hh_x")
hh.sessions.add_traces("s", events=[])  # deprecated: the operation
hh.sessions.add_traces("s", logs=[])  # deprecated: the argument as well
hh.events.search(limit=3)
hh.events.search(limit=3, ignore_order=True)  # deprecated: the argument
hh.events.search_all(ignore_order=True)  # deprecated: the argument
hh.charts.list_legacy()  # deprecated: the operation
hh.datasets.list()
