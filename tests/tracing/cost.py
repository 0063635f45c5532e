"""Measures log calls while events are delivered, and compares each call with json.dumps of the same event.

The server runs in a process of its own. After a pause the caches are cold, as in an application, and a call takes
several times as long. A json.dumps with cold caches is slower as well, so there is a pause before each measurement of
both.
"""

import json
import time
from typing import Any, NamedTuple

from honeyhive import HoneyHive

from .faults import HANG, OK, answer
from .remote_fault_server import remote_fault_server

DOCUMENTS = [{"id": f"doc-{number}", "text": "Parcels take three days. " * 12, "score": 0.9} for number in range(6)]
EVENT = {
    "event_type": "tool",
    "event_name": "retrieve",
    "inputs": {"query": "When will my parcel be delivered?", "count": 6},
    "outputs": {"documents": DOCUMENTS},
    "metadata": {"tokens": 9},
}
CONDITIONS: dict[str, Any] = {"healthy": OK, "503": answer(503), "hung": HANG, "refusing": None}


class Cost(NamedTuple):
    """The cost of many calls: ratios to the median of json.dumps, and times in seconds."""

    median: float
    tail: float
    """The 99th percentile of the calls, as a ratio."""
    slowest: float
    slowest_dumps: float
    """The time of the slowest json.dumps, which shows how much other programs disturb the measurement."""
    lost: int
    """Number of events dropped because the queue was full."""


def run(condition: str, rate: int, count: int) -> Cost:
    """Log ``count`` events at ``rate`` events per second; 0 is as fast as possible."""
    with remote_fault_server(forgetful=True) as server:
        server.act(CONDITIONS[condition] or OK)
        url = server.url if CONDITIONS[condition] else "http://127.0.0.1:9"
        with HoneyHive(api_key="hh_cost", base_url=url) as hh:
            hh.log_event(EVENT)
            hh.flush(2)
            logged, dumped = _times(hh, rate, count)
            lost = sum(hh.stats().dropped.values())
            hh.close(timeout=0)
    base = dumped[count // 2]
    return Cost(logged[count // 2] / base, logged[count * 99 // 100] / base, logged[-1], dumped[-1], lost)


def _times(hh: HoneyHive, rate: int, count: int) -> tuple[list[float], list[float]]:
    """Return the sorted durations of all calls, and those of json.dumps."""
    clock = time.perf_counter
    logged: list[float] = []
    dumped: list[float] = []
    begun = clock()
    for number in range(count):
        for half, run, times in ((0.0, lambda: hh.log_event(EVENT), logged), (0.5, lambda: json.dumps(EVENT), dumped)):
            if rate:
                time.sleep(max(0.0, begun + (number + half) / rate - clock()))
            start = clock()
            run()
            times.append(clock() - start)
    return sorted(logged), sorted(dumped)
