"""Long forms of the spool tests, which ``python -m tests.tracing.long`` runs with the others."""

import json
import random
import signal
import statistics
import tempfile
import time
from collections import Counter
from pathlib import Path

from benchmarks.results import say as _say
from benchmarks.tracing import EVENT
from honeyhive import HoneyHive
from honeyhive_server import LocalServer

from .faults import HANG, OK, FaultServer, answer
from .spools import deliver, files, killed_while_logging, process

MEBIBYTE = 1 << 20
ROUNDS = 200


def _kills() -> bool:
    """R13: kills at 200 random instants, with a server that deduplicates and with a server that does not."""
    kept = []
    for dedupe in (True, False):
        moments = random.Random()
        with tempfile.TemporaryDirectory() as folder, LocalServer(dedupe=dedupe) as server:
            spool, accepted, sent_again = Path(folder, "spool"), [], []
            for number in range(ROUNDS):
                accepted += killed_while_logging(server.url, spool, moments.uniform(0, 0.4), number * 10**6)
            begun = time.monotonic()
            deliver(server.url, spool, 600)
            took = time.monotonic() - begun
            stored = Counter(event["event_id"] for event in server.events())
            left = files(spool)
        lost = len(set(accepted) - stored.keys())
        sent_again = stored.total() - len(stored)
        name = "a server that deduplicates" if dedupe else "one that does not"
        words = f"R13 {ROUNDS} times kill -9, {name}: {len(accepted)} accepted, {lost} lost, {sent_again} stored twice"
        bound = 0 if dedupe else 100 * ROUNDS
        kept.append(_say(lost == 0 and sent_again <= bound and not left, f"{words}, the rest within {took:.1f} s"))
    return all(kept)


def _restart(seconds: float = 60.0, rate: int = 50) -> bool:
    """R12: an outage of one minute at 50 events per second. In its middle, the process is killed and restarted."""
    server = FaultServer()
    server.forever = answer(503)
    program = """
    for number in range({}, {}):
        log(number, inputs={{"number": number}})
        time.sleep({})
    """
    half = int(seconds * rate / 2)
    back = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        first = process(server.url, f"{folder}/spool", program.format(0, half, 1 / rate) + "os.kill(os.getpid(), 9)")
        first.communicate()
        second = process(server.url, f"{folder}/spool", program.format(half, 2 * half, 1 / rate) + "hh.close(60)")
        while second.poll() is None:
            if Path(folder, "spool").exists() and server.forever != OK and _logged(folder) >= 2 * half:
                server.forever = OK
                back = time.monotonic()
            time.sleep(0.1)
        drained = time.monotonic() - back
        second.communicate()
    stored = [event["inputs"]["number"] for event in server.events()]
    server.stop()
    words = f"R12 {seconds:.0f} s of 503 with kill -9 and a restart in the middle: {len(stored)} of {2 * half} stored"
    return _say(stored == list(range(2 * half)), f"{words}, in order, drained {drained:.0f} s after it was back")


def _logged(folder: str) -> int:
    from honeyhive.tracing import spool_status

    return spool_status(f"{folder}/spool").waiting


def _two_processes(count: int = 10_000) -> bool:
    """R40: two processes on one spool, one of which is killed. A server without deduplication gets each record once."""
    program = """
    for number in range({}): log(f"{}-{{number}}")
    print("done", flush=True)
    sys.stdin.readline()
    """
    with tempfile.TemporaryDirectory() as folder, LocalServer(dedupe=False) as server:
        spool = f"{folder}/spool"
        victim = process("http://127.0.0.1:9", spool, program.format(count, "victim"), stdin=-1)
        survivor = process(server.url, spool, program.format(count, "survivor"), "60", stdin=-1)
        for one in (victim, survivor):
            one.stdout.readline()
        victim.send_signal(signal.SIGKILL)
        victim.communicate()
        survivor.communicate(b"\n")
        deliver(server.url, spool, 600)
        found = Counter(event["event_name"] for event in server.events())
    wanted = {f"{name}-{number}" for name in ("victim", "survivor") for number in range(count)}
    words = f"R40 two processes with {count} events each, one killed: {found.total()} stored, {len(found)} different"
    return _say(found.keys() == wanted and found.total() == len(wanted), words)


def _bounds() -> bool:
    """R21: the spool fills while the server hangs. Memory and disk stay bounded, and new events are dropped."""
    server = FaultServer()
    server.forever = HANG
    with tempfile.TemporaryDirectory() as folder:
        program = """
        import json
        def resident():
            with open("/proc/self/statm") as file: return int(file.read().split()[1]) * 4096
        text = "x" * 100_000
        log(0, inputs={"text": text})
        before = resident()
        for number in range(5000): log(number, inputs={"text": text})
        stats = hh.stats()
        print(json.dumps([resident() - before, stats.pending, stats.dropped]))
        """
        out, _ = process(server.url, f"{folder}/spool", program, "0").communicate()
        growth, pending, dropped = json.loads(out)
        size = sum(one.stat().st_size for one in Path(folder, "spool").iterdir())
    server.stop()
    words = f"memory grew by {growth / MEBIBYTE:.0f} MiB (at most 64), {size / MEBIBYTE:.0f} MiB on disk (at most 256)"
    is_kept = growth <= 64 * MEBIBYTE and size <= 256 * MEBIBYTE and pending + dropped["queue_full"] == 5001
    return _say(is_kept, f"R21 5,000 x 100 kB with a spool: {words}, {dropped['queue_full']} dropped")


def _tail() -> bool:
    """R1: duration of a call with a spool while the service is healthy, hangs, refuses connections or returns 503."""
    kept = []
    base = statistics.median(_timed(lambda: json.dumps(EVENT)) for _ in range(10_000))
    for name, fault in {"healthy": OK, "hung": HANG, "503": answer(503), "refusing": None}.items():
        server = FaultServer()
        server.forever = fault or OK
        url = server.url if fault else "http://127.0.0.1:9"
        with tempfile.TemporaryDirectory() as folder:
            hh = HoneyHive(api_key="hh_long", base_url=url, spool=f"{folder}/spool")
            times = sorted(_timed(lambda hh=hh: hh.log_event(EVENT)) for _ in range(25_000))
            hh.close(0)
        server.stop()
        middle, tail, slowest = times[12_500] / base, times[24_750] / base, times[-1] * 1e3
        words = f"{middle:.1f} x json.dumps (at most 5), 99th percentile {tail:.0f} x (at most 35)"
        words += f", slowest {slowest:.0f} ms (at most 10)"
        kept.append(_say(middle <= 5 and tail <= 35 and slowest <= 10, f"R1 with a spool, service {name}: {words}"))
    return all(kept)


def _timed(run: object) -> float:
    start = time.perf_counter()
    run()  # type: ignore[operator]
    return time.perf_counter() - start


ROOMS = {
    "kills": _kills,
    "restart": _restart,
    "two-processes": _two_processes,
    "disk": _bounds,
    "durable-cost": _tail,
}
