"""The constructor, with the arguments of the first page of the vendor's documentation."""

import os

from honeyhive import HoneyHiveTracer, flush

tracer = HoneyHiveTracer(
    api_key=os.environ["HH_API_KEY"],
    project="shop",
    session_name="constructor",
    source="staging",
    server_url=os.environ["HH_API_URL"],
    disable_http_tracing=True,
    disable_batch=True,
    verbose=False,
)
with tracer.start_span("work"):
    pass
assert tracer.project == "shop"
assert flush(tracer)
