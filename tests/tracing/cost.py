"""What a log call costs its caller while events are delivered, call by call beside json.dumps of the same event.

The server runs in a process of its own. After a pause a call finds cold caches, as in an application, and takes several
times as long; so does json.dumps, which is why each has its own pause before it.
"""

import json
import time
from typing import Any, NamedTuple

from honeyhive import HoneyHive

from .elsewhere import elsewhere
from .faults import HANG, OK, answer

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
    """Of many calls; ratios are against the median of json.dumps, times are in seconds."""

    median: float
    tail: float
    """The 99th of 100 calls."""
    slowest: float
    slowest_dumps: float
    """The slowest json.dumps, which is the machine's doing."""
    lost: int
    """Dropped since the queue was full."""


def run(condition: str, rate: int, count: int) -> Cost:
    """Log so many events at so many a second, 0 for as fast as it goes."""
    with elsewhere(forgetful=True) as server:
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
    """The times of all calls and of json.dumps, sorted."""
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
