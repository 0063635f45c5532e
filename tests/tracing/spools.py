"""Spools for tests. A dead process is simulated by a spool that releases the lock on its files without closing."""

import json
import os
import select
import subprocess
import sys
import textwrap
import time
from pathlib import Path

from honeyhive._core.exchange import Clocks
from honeyhive._spool.spool_store import SpoolStore
from honeyhive._tracing.delivery.counters import Counters
from honeyhive._tracing.delivery.records import Record
from honeyhive._tracing.events.new_id import new_id
from honeyhive._tracing.limits import DiskLimits, QueueLimits
from honeyhive._tracing.rate_limited_log import RateLimitedLog

ROOT = Path(__file__).parents[2]


class Clock:
    """A clock that moves only when a test advances it."""

    def __init__(self):
        self.monotonic = 1_000.0
        self.unix = 1_800_000_000.0

    @property
    def clocks(self):
        return Clocks(lambda: self.monotonic, lambda: self.unix, lambda: 0.5)

    def advance(self, seconds):
        self.monotonic += seconds
        self.unix += seconds


def opened(path, *, limits=None, memory=None, clock=None, counters=None):
    """Return the spool of a new process, which has already recovered the records of other processes."""
    clock = clock or Clock()
    notices = RateLimitedLog(lambda: clock.monotonic)
    made = SpoolStore(
        counters or Counters(), str(path), memory or QueueLimits(), limits or DiskLimits(), notices, clock.clocks
    )
    look(made, clock)
    return made


def look(store, clock):
    while not store.recover(clock.monotonic):
        pass


def record(number, kind="event", session="6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10", size=0):
    return Record(kind, new_id(), session, b'{"number":%d,"text":"%s"}' % (number, b"x" * size))


def numbers(records):
    return [int(one.body.partition(b":")[2].partition(b",")[0]) for one in records]


def files(path, ending=""):
    return sorted(one.name for one in Path(path).iterdir() if one.name.endswith(ending))


def waiting(path, of=None):
    """Return a field of each record that a new process finds in the folder; by default the number."""
    store = opened(path, limits=DiskLimits(seconds=1e12))
    records = store.take(1 << 30)
    store.forget()
    return [json.loads(one.body)[of] for one in records] if of else numbers(records)


LOGGING = """
import os, sys, signal, threading, logging, time
from honeyhive import HoneyHive
from honeyhive.tracing import Options
options = Options(exit_timeout=float(sys.argv[3]))
hh = HoneyHive(api_key="hh_test", base_url=sys.argv[1], spool=sys.argv[2], tracing=options)
def log(name, **more):
    return hh.log_event({"event_name": str(name), "session_id": "6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10", **more})
"""


def process(url, spool, program, exit_timeout="2", **options):
    """Start a process that has a client with a spool, and ``log(name)``."""
    command = [sys.executable, "-W", "error", "-c", LOGGING + textwrap.dedent(program), url, str(spool), exit_timeout]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, **options)


def deliver(url, spool, seconds=50):
    """Start a process that delivers the remaining records, and return their number."""
    done = process(url, spool, f"flushed = hh.flush({seconds})\nprint(flushed.delivered, flushed.pending)")
    out, _ = done.communicate(timeout=seconds + 10)
    delivered, pending = map(int, out.split())
    assert (done.returncode, pending) == (0, 0)
    return delivered


def killed_while_logging(url, spool, seconds, first=0):
    """Kill a process some time after its first event. Return the ids whose log call had returned before the kill."""
    logging = process(
        url,
        spool,
        f"""
        number = {first}
        while True:
            os.write(1, log(number).encode() + b"\\n")
            number += 1
        """,
        bufsize=0,
    )
    output = logging.stdout.fileno()
    text = logging.stdout.readline()
    ends = time.monotonic() + seconds
    while (left := ends - time.monotonic()) > 0:
        if select.select([output], [], [], left)[0]:
            text += os.read(output, 1 << 16)
    logging.kill()
    logging.wait()
    while rest := os.read(output, 1 << 16):
        text += rest
    logging.stdout.close()
    return text.decode().splitlines()
