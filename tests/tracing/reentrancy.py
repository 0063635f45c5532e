"""Log calls that interrupt a log call, from a signal handler or from ``__del__`` during garbage collection."""

import gc
import signal
from types import FrameType
from typing import Any, NamedTuple

from honeyhive import HoneyHive
from honeyhive._tracing.limits import QueueLimits
from honeyhive.tracing import Options

from .remote_fault_server import remote_fault_server

EVENT: dict[str, Any] = {"event_name": "step", "inputs": {"n": 1}}


class Outcome(NamedTuple):
    """The counts of one run: signals that logged, objects that logged, and lost events."""

    signals: int
    objects: int
    lost: int


def run(count: int) -> Outcome:
    """Log ``count`` events: half while signals arrive, and half while objects that log in ``__del__`` are collected."""
    signals, objects = [0], [0]
    with remote_fault_server(forgetful=True) as server:
        options = Options(queue=QueueLimits(records=10 * count, bytes=1 << 40))
        with HoneyHive(api_key="hh_reentrancy", base_url=server.url, tracing=options) as hh:

            class Logs:
                def __init__(self) -> None:
                    self.itself = self

                def __del__(self) -> None:
                    hh.log_event(EVENT)
                    objects[0] += 1

            def handler(number: int, frame: FrameType | None) -> None:
                hh.log_event(EVENT)
                signals[0] += 1

            previous = signal.signal(signal.SIGALRM, handler)
            signal.setitimer(signal.ITIMER_REAL, 0.0002, 0.0002)
            for _ in range(count // 2):
                hh.log_event(EVENT)
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, previous)
            for _ in range(count // 2):
                Logs()
                hh.log_event(EVENT)
            while objects[0] < count // 2:  # collect() returns at once while another thread collects
                gc.collect()
            hh.flush(120)
            logged = count // 2 * 2 + signals[0] + objects[0]
            return Outcome(signals[0], objects[0], logged - hh.stats().delivered)
