"""Long forms of the tracing tests: ``make faults`` runs them after the tests of direct calls."""

import random
import statistics
import subprocess
import sys
import time
from pathlib import Path

from benchmarks.results import run_recorded
from benchmarks.results import say as _say
from honeyhive import HoneyHive
from honeyhive._core.retry import pause
from honeyhive.tracing import DeliveryLimits

from . import both_encoders, cost, forks, long_durable, long_refused, outage, reentrancy, soak
from .faults import HANG, FaultServer

EVENT = {"event_type": "tool", "event_name": "retrieve", "inputs": {"query": "word " * 200}, "outputs": {"n": 1}}
LARGE = {"event_type": "tool", "event_name": "retrieve", "inputs": {"query": "word " * 20_000}}
MEBIBYTE = 1 << 20


def main() -> None:
    """Print the result of each promise; return 0 if every one was kept."""
    rooms = {
        "reentrancy": _reentrancy,
        "cost": _cost,
        "memory": _memory,
        "jitter": _jitter,
        "outage": _outage,
        "soak": _soak,
        "forks": _forks,
        "refused": _refused,
        "encoders": _encoders,
        **long_durable.ROOMS,
    }
    wanted = sys.argv[1:] or list(rooms)
    sys.exit(0 if run_recorded("tracing", rooms, wanted) else 1)


def _client(server: FaultServer) -> HoneyHive:
    return HoneyHive(api_key="hh_long", base_url=server.url)


def _cost() -> bool:
    """R1: median and slowest of 100,000 calls, at a fixed rate and at full speed, for each state of the server."""
    kept = True
    healthy = 0.0
    for condition, rate, count in (
        ("healthy", 200, 4_000),
        ("healthy", 5_000, 100_000),
        ("healthy", 0, 100_000),
        ("healthy", 1_000, 8_000),
        *((condition, 1_000, 8_000) for condition in cost.CONDITIONS if condition != "healthy"),
    ):
        found = cost.run(condition, rate, count)
        is_kept = found.median <= 3 and found.tail <= 15 and found.slowest <= 0.010 + found.slowest_dumps
        same = ""
        if condition == "healthy":
            healthy = found.median
        else:
            is_kept &= abs(found.median / healthy - 1) <= 0.2
            same = f", {found.median / healthy - 1:+.0%} of healthy (at most 20 %)"
        kept &= _say(
            is_kept,
            f"R1 {count} calls, {f'{rate} a second' if rate else 'as fast as possible'}, server {condition}: median "
            f"{found.median:.1f} x json.dumps (at most 3 x){same}, 99th percentile {found.tail:.1f} x (at most 15 x), "
            f"slowest {found.slowest * 1e3:.1f} ms (at most 10 ms; json.dumps itself {found.slowest_dumps * 1e3:.1f} "
            f"ms), {found.lost} dropped",
        )
    return kept & _large()


def _large() -> bool:
    server = FaultServer()
    with _client(server) as hh:
        large = statistics.median(_timed(lambda: hh.log_event(LARGE)) for _ in range(200))
    server.stop()
    return _say(large <= 600e-6, f"R2 an event of 100 kB: {large * 1e6:.0f} us (at most 600 us)")


def _timed(run: object) -> float:
    start = time.perf_counter()
    run()  # type: ignore[operator]
    return time.perf_counter() - start


def _memory() -> bool:
    """R21: 5,000 events of 100 kB while the server hangs."""
    server = FaultServer()
    hh = _client(server)
    hh.log_event(EVENT)
    hh.flush(10)  # Modules that the first request loads do not count as memory of waiting events.
    server.forever = HANG
    before = _resident()
    for _ in range(5_000):
        hh.log_event(LARGE)
    growth = (_resident() - before) / MEBIBYTE
    stats = hh.stats()
    balances = stats.accepted == stats.delivered + stats.pending + sum(stats.dropped.values())
    hh.close(timeout=0)
    server.stop()
    return _say(growth <= 64 and balances, f"R21 memory grew by {growth:.0f} MiB (at most 64), the counters balance")


def _refused() -> bool:
    """R25: one event that is always refused does not delay other events."""
    kept = True
    for name, (stored, logged) in long_refused.run().items():
        kept &= _say(
            stored == logged, f"R25 one event always fails ({name}): {stored} of {logged} others stored in 40 s"
        )
    return kept


def _encoders() -> bool:
    """Search random values for one that orjson and the standard library encode differently."""
    both_encoders.check(100_000)
    return _say(True, "both encoders agree on 100,000 random and hostile values")


def _resident() -> int:
    text = Path("/proc/self/status").read_text(encoding="ascii")
    return int(text.partition("VmRSS:")[2].split()[0]) * 1024


def _jitter() -> bool:
    """R26: the retry pauses of many clients are spread evenly over 50 ms slots (chi-squared test at four sigma)."""
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
    """R12 and R26: one minute of each kind of outage, at 50 events per second."""
    kept = True
    for kind in outage.KINDS:
        found = outage.run(kind, seconds, rate, patience=90)
        is_whole = not (found.lost or found.disordered)
        kept &= _say(
            is_whole and found.requests <= 20 and found.drained <= 70,
            f"R12 outage ({kind}) of {seconds:.0f} s: {found.lost} of {found.logged} events lost, {found.disordered} "
            f"sessions out of order, {found.requests} requests during the outage (at most 20), all events stored "
            f"{found.drained:.1f} s after it (at most 70 s)",
        )
    return kept


def _soak(events: int = 1_000_000, clients: int = 100) -> bool:
    """R31: memory, threads, descriptors and clients after many events, and after opening and closing many clients."""
    slope, seen = soak.rise(events)
    before, after, left = soak.cycles(clients)
    most = DeliveryLimits().connections
    # While a backlog waits, a connection with its thread is opened, and stays open afterwards.
    is_bounded = all(last - first < most for first, last in zip(seen[0][1:], seen[-1][1:], strict=True))
    return all(
        [
            _say(slope <= 1024, f"R31 {events} events: {slope:+.0f} kB for each 100,000 (at most 1,024)"),
            _say(is_bounded, f"R31 from {seen[0]} to {seen[-1]} (at most {most} connections)"),
            _say(after[1:] == before[1:], f"R31 {clients} clients opened and closed: from {before} to {after}"),
            _say(not left, f"R31 clients that were not collected: {left}"),
        ]
    )


def _reentrancy(count: int = 100_000) -> bool:
    """R9: logging in signal handlers, and in ``__del__`` of objects that are collected."""
    found = reentrancy.run(count)
    return _say(
        found.lost == 0,
        f"R9 {count} calls, {found.signals} signals, {found.objects} collected objects: no deadlock, {found.lost} lost",
    )


def _forks(count: int = 10_000) -> bool:
    """R16: forks while another thread holds each internal lock in turn."""
    server = FaultServer()
    command = [sys.executable, "-m", "tests.tracing.forks", server.url, str(count)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    stored = [event["event_name"] for event in server.events()].count("delivered")
    server.stop()
    expected = count // forks.DELIVERING
    return _say(
        done.returncode == 0 and stored == expected,
        f"R16 {count} forks while a lock is held: {done.stderr.strip() or 'no deadlock, no shared socket'}, "
        f"{stored} of the {expected} children that waited for delivery delivered their event",
    )


if __name__ == "__main__":
    main()
