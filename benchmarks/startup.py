"""Import, construction and the first call in a new process, against ``import httpx`` in another."""

import subprocess
import sys

from .ratio import Ratio

PAIRS = 11
_TIMER = "import time; start = time.perf_counter(); {}; print(time.perf_counter() - start)"
_OURS = "from honeyhive import HoneyHive; HoneyHive(api_key='hh_benchmark')"
_BASELINE = "import httpx"
_WAITS = """
import asyncio
from time import perf_counter
from honeyhive import APIConnectionError, AsyncHoneyHive

async def ours():
    hh = AsyncHoneyHive(api_key="hh_benchmark", base_url="http://127.0.0.1:9", max_retries=0)
    try:
        await hh.sessions.create()  # refused
    except APIConnectionError:
        await hh.close()

async def baseline():
    await asyncio.to_thread(__import__, "httpx")

async def longest_wait(work):
    task, longest, last = asyncio.ensure_future(work), 0.0, perf_counter()
    while not task.done():
        await asyncio.sleep(0)
        now = perf_counter()
        longest, last = max(longest, now - last), now
    return longest

print(asyncio.run(longest_wait({}())))
"""


def measure() -> list[Ratio]:
    """Two ratios."""
    return [
        _ratio("import and construction", _TIMER.format(_OURS), _BASELINE, _TIMER.format(_BASELINE), bound=0.3),
        _ratio(
            "an event loop waits at a time for the first call",
            _WAITS.format("ours"),
            "import httpx in a thread",
            _WAITS.format("baseline"),
            bound=1.0,
        ),
    ]


def _ratio(what: str, ours: str, against: str, baseline: str, *, bound: float) -> Ratio:
    _seconds(ours)
    _seconds(baseline)
    pairs = [(_seconds(ours), _seconds(baseline)) for _ in range(PAIRS)]
    times, others = (tuple(column) for column in zip(*pairs, strict=True))
    return Ratio(what, against, times, others, bound)


def _seconds(script: str) -> float:
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return float(done.stdout)
