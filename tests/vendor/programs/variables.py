"""Settings from environment variables."""

import os

os.environ.update(HH_SOURCE="staging", HH_SESSION_NAME="from-a-variable", HH_PROJECT="shop")

from honeyhive import HoneyHiveTracer

tracer = HoneyHiveTracer.init()
with tracer.start_span("work"):
    pass
tracer.flush()
