"""Memory and objects of a process after a million events, and after many clients."""

import gc
import weakref
from typing import Any

from honeyhive import HoneyHive
from tests.faults.soak import Held, held, slope

from .remote_fault_server import remote_fault_server

EVENT = {"event_type": "tool", "event_name": "retrieve", "inputs": {"query": "word " * 200}, "outputs": {"n": 1}}
SAMPLES = 40


def rise(events: int) -> tuple[float, list[Held]]:
    """Log many events. Return the growth in kilobytes per 100,000 events, and the measurements after each part."""
    with remote_fault_server(forgetful=True) as server, HoneyHive(api_key="hh_soak", base_url=server.url) as hh:
        seen = []
        for _ in range(SAMPLES + 1):
            _log(hh, events // SAMPLES)
            seen.append(held())
        stats = hh.stats()
    if stats.delivered != stats.accepted:
        raise RuntimeError(f"not everything arrived: {stats}")
    return slope(seen, events), seen


def _log(hh: HoneyHive, count: int) -> None:
    for start in range(0, count, 5_000):
        for number in range(start, min(start + 5_000, count)):
            if number % 10:
                hh.log_event(EVENT)
                continue
            with hh.session("soak") as session, session.event("step", inputs={"number": number}) as event:
                event.outputs = {"n": 1}
        if not hh.flush(120):
            raise RuntimeError(f"an event was lost: {hh.stats()}")


def cycles(count: int) -> tuple[Held, Held, int]:
    """Open and close ``count`` clients.

    Return measurements before and after, and the number of clients still in memory.
    """
    with remote_fault_server(forgetful=True) as server:
        clients: list[Any] = [_used(server.url) for _ in range(5)]
        before = held()
        clients = [_used(server.url) for _ in range(count)]
        after = held()
    gc.collect()
    return before, after, sum(client() is not None for client in clients)


def _used(url: str) -> "weakref.ref[HoneyHive]":
    with HoneyHive(api_key="hh_soak", base_url=url) as hh:
        with hh.session("cycle"):
            hh.log_event(EVENT)
        hh.flush(30)
        threads = list(hh.tracing._open().worker._threads.alive)
    for thread in threads:
        thread.join(30)
    return weakref.ref(hh)
