"""The long forms of what the tests of tracing do briefly: ``make faults`` runs them after those of direct calls."""

import gc
import json
import random
import statistics
import sys
import threading
import time
from pathlib import Path

from honeyhive import HoneyHive
from honeyhive.core.retry import pause

from . import long_durable as durable
from .faults import HANG, OK, FaultServer, answer

EVENT = {"event_type": "tool", "event_name": "retrieve", "inputs": {"query": "word " * 200}, "outputs": {"n": 1}}
LARGE = {"event_type": "tool", "event_name": "retrieve", "inputs": {"query": "word " * 20_000}}
MEBIBYTE = 1 << 20


def main() -> None:
    """Prints a line or more for each promise; the exit status says whether every one was kept."""
    rooms = {"cost": _cost, "memory": _memory, "jitter": _jitter, "outage": _outage, "soak": _soak, **durable.ROOMS}
    wanted = sys.argv[1:] or list(rooms)
    verdicts = [rooms[name]() for name in wanted]
    sys.exit(0 if all(verdicts) else 1)


def _say(is_kept: bool, text: str) -> bool:
    print("ok  " if is_kept else "OVER", text, flush=True)
    return is_kept


def _client(server: FaultServer) -> HoneyHive:
    return HoneyHive(api_key="hh_long", base_url=server.url)


def _cost() -> bool:
    """R1 and R2: the 99th of 100 calls against json.dumps, the slowest of all, and a large event."""
    server = FaultServer()
    with _client(server) as hh:
        base = statistics.median(_timed(lambda: json.dumps(EVENT)) for _ in range(10_000))
        times = sorted(_timed(lambda: hh.log_event(EVENT)) for _ in range(100_000))
        large = statistics.median(_timed(lambda: hh.log_event(LARGE)) for _ in range(200))
    server.stop()
    tail, slowest = times[int(len(times) * 0.99)], times[-1]
    return all(
        [
            _say(tail <= 15 * base, f"R1 99th of 100 calls: {tail / base:.1f} x json.dumps (at most 15 x)"),
            _say(slowest <= 0.010, f"R1 slowest of 100,000 calls: {slowest * 1e3:.1f} ms (at most 10 ms)"),
            _say(large <= 600e-6, f"R2 an event of 100 kB: {large * 1e6:.0f} us (at most 600 us)"),
        ]
    )


def _timed(run: object) -> float:
    start = time.perf_counter()
    run()  # type: ignore[operator]
    return time.perf_counter() - start


def _memory() -> bool:
    """R21: 5,000 events of 100 kB while the server hangs."""
    server = FaultServer()
    hh = _client(server)
    hh.log_event(EVENT)
    hh.flush(10)  # what is loaded for the first request is not what waiting events cost
    server.forever = HANG
    before = _resident()
    for _ in range(5_000):
        hh.log_event(LARGE)
    growth = (_resident() - before) / MEBIBYTE
    stats = hh.stats()
    balances = stats.accepted == stats.delivered + stats.pending + sum(stats.dropped.values())
    hh.close(timeout=0)
    server.stop()
    return _say(growth <= 64 and balances, f"R21 memory grew by {growth:.0f} MiB (at most 64), the books balance")


def _resident() -> int:
    text = Path("/proc/self/status").read_text(encoding="ascii")
    return int(text.partition("VmRSS:")[2].split()[0]) * 1024


def _jitter() -> bool:
    """R26: the waits of many clients fill every 50 ms alike, by a chi-squared test at four sigma."""
    kept = True
    for attempt, asked in ((3, 0.0), (5, 0.0), (3, 2.0)):
        width = min(30.0, 0.5 * 2**attempt)
        bins = [0] * int(width / 0.05)
        count = 100 * len(bins)
        for _ in range(count):
            bins[min(int((pause(attempt, random.random(), asked) - asked) / 0.05), len(bins) - 1)] += 1
        expected = count / len(bins)
        chi = sum((found - expected) ** 2 / expected for found in bins)
        freedom = len(bins) - 1
        bound = freedom + 4 * (2 * freedom) ** 0.5
        kept &= _say(
            chi <= bound, f"R26 attempt {attempt}, asked {asked:g} s: chi-squared {chi:.0f} (at most {bound:.0f})"
        )
    return kept


def _outage(seconds: float = 60.0, rate: int = 50) -> bool:
    """R12 and R26: a minute of 503 in a run of 50 events a second."""
    server = FaultServer()
    server.forever = answer(503)
    hh = _client(server)
    sent = []
    start = time.monotonic()
    while time.monotonic() - start < seconds:
        sent.append(hh.log_event({**EVENT, "session_id": SESSION}))
        time.sleep(1 / rate)
    refused = len(server.requests)
    server.forever = OK
    back = time.monotonic()
    flushed = hh.flush(60)
    drained = time.monotonic() - back
    hh.close()
    stored = _ids(server)
    server.stop()
    return all(
        [
            _say(
                bool(flushed) and stored == sent, f"R12 {seconds:.0f} s of 503: {len(sent)} logged, all stored in order"
            ),
            _say(refused <= 20, f"R26 requests while it was down: {refused} (at most 20)"),
            _say(drained <= 45, f"R12 drained {drained:.1f} s after it was back (the next try is up to 30 s away)"),
        ]
    )


SESSION = "6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10"


def _ids(server: FaultServer) -> list[str]:
    """The ids of the stored events, in the order of arrival."""
    found = [one for one in server.stored if one.path == "/v1/events/batch"]
    return [event["event_id"] for one in found for event in one.json["events"]]


def _soak(events: int = 200_000, cycles: int = 100) -> bool:
    """R31: many events, then many clients opened and closed: memory, threads and descriptors."""
    server = FaultServer()
    with _client(server) as hh:
        _log(hh, 20_000, server)
        before = _resident()
        _log(hh, events, server)
        slope = (_resident() - before) / MEBIBYTE / (events / 100_000)
    threads, files = threading.active_count(), len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(cycles):
        with _client(server) as hh:
            hh.log_event(EVENT)
    gc.collect()
    more_files = len(list(Path("/proc/self/fd").iterdir())) - files
    # The server of this script has a thread and a socket for each connection that it has had.
    left = [one.name for one in threading.enumerate() if one.name.startswith("honeyhive")]
    server.stop()
    return all(
        [
            _say(slope <= 1.0, f"R31 memory: {slope:.2f} MiB for each 100,000 of {events} events (at most 1)"),
            _say(not left, f"R31 threads left after {cycles} clients: {left or 'none'} (of {threads} before)"),
            _say(more_files <= cycles + 8, f"R31 descriptors: {more_files} more, the server's own {cycles} among them"),
        ]
    )


def _log(hh: HoneyHive, count: int, server: FaultServer) -> None:
    for number in range(count):
        hh.log_event(EVENT)
        if number % 5_000 == 4_999:
            hh.flush(60)
            server.requests.clear()
            server.stored.clear()


if __name__ == "__main__":
    main()
