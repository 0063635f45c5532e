"""Coroutine functions with trace and atrace."""

import asyncio

from honeyhive import HoneyHiveTracer, atrace, trace

tracer = HoneyHiveTracer.init(session_name="async-function", source="test")


@atrace(event_type="tool", event_name="fetch", tracer=tracer)
async def fetch(url):
    await asyncio.sleep(0)
    return len(url)


@trace(event_type="chain", event_name="gather", tracer=tracer)
async def gather(urls):
    return sum(await asyncio.gather(*(fetch(url) for url in urls)))


asyncio.run(gather(["a", "bb"]))
tracer.flush()
