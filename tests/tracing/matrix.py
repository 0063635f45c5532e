"""Matrix of faults and kinds of records: each fault happens once, or for every request."""

import time
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any, NamedTuple

from honeyhive import HoneyHive
from honeyhive._client.internal import settings_of
from honeyhive._core.exchange import Clocks
from honeyhive._http.background import BackgroundConnection
from honeyhive._tracing.events.prebuilt import log_prebuilt
from honeyhive._tracing.limits import DeliveryLimits
from honeyhive._tracing.tracer import Tracer
from honeyhive.tracing import Flushed, Options, Stats
from tests.faults.matrix import FAULTS, Fault, begin, prepared
from tests.faults.server import Received

ID = "0c2e7f0a-7d53-4be6-8f0b-1b6f6a6f2b01"
KINDS: dict[str, Callable[[Tracer], Any]] = {
    "start": lambda tracer: tracer.session("x", ID, {}),
    "event": lambda tracer: log_prebuilt(tracer, {"event_name": "x"}),
    "batch": lambda tracer: [log_prebuilt(tracer, {"event_name": str(number)}) for number in range(3)],
    "change": lambda tracer: tracer.feedback(ID, {"rating": 1}),
}
COUNTS = {"batch": 3}
TRIES = 3
"""Number of attempts after which a case with a permanent fault ends."""

_BEFORE = frozenset({"refused", "connect timeout", "TLS end of file", "DNS failure", "proxy 502"})
STORED = frozenset({"201", "202", "204"})
_FOR_EVER = 1000.0
PATIENT = 10.0


class Result(NamedTuple):
    """Result of one record under one fault."""

    flushed: Flushed
    stats: Stats
    sent: list[tuple[str, bytes]]
    """Path and body of each request, in order."""
    committed: set[tuple[str, bytes]]


def expected_requests(fault: Fault, kind: str, *, always: bool) -> int:
    """Return the number of requests that reach the server."""
    if fault.name in STORED:
        return 1
    if fault.name == "413" and kind == "batch" and not always:
        return 3  # first the whole batch is sent, then the first event, then the other two events
    if fault.name in _BEFORE:
        return 0 if always else 1
    return TRIES if always else 2


def run(fault: Fault, kind: str, *, always: bool) -> Result:
    """Log one record under one fault, and wait for its delivery or for a number of attempts."""
    committed: set[tuple[str, bytes]] = set()

    def commit(request: Received) -> bytes:
        committed.add((request.target, request.body))
        return b'{"success":true}'

    ahead = [0.0]
    clocks = Clocks(lambda: time.monotonic() + ahead[0], time.time, lambda: 0.5)
    with ExitStack() as stack:
        server, settings = prepared(fault, stack, commit)
        recover = begin(server, fault, stack, settings, always=always)
        tracer = _tracer(settings, clocks)
        stack.callback(tracer.close, 0)
        KINDS[kind](tracer)
        for number in range(TRIES if always else 1):
            tracer.worker.flush_now()
            _tried(tracer, number + 1)
            if not always or number < TRIES - 1:
                ahead[0] += _FOR_EVER  # the clock makes pauses take no time
        if not always:
            recover()
            # A healthy response may be slow.
            in_flight = tracer.worker._backlog.in_flight
            in_flight._limits = in_flight._limits._replace(request_timeout=PATIENT)
        flushed = tracer.flush(0 if always else 10)
        return Result(flushed, tracer.stats(), [(one.target, one.body) for one in server.requests], set(committed))


def _tracer(settings: dict[str, Any], clocks: Clocks) -> Tracer:
    timeout = settings.pop("timeout", PATIENT)
    with HoneyHive(**settings) as hh:
        known = settings_of(hh)
    # A long delay, so that nothing is sent before the case flushes.
    delivery = DeliveryLimits(linger=_FOR_EVER, request_timeout=timeout)
    return Tracer(lambda: BackgroundConnection(known, None), Options(delivery=delivery), clocks)


def _tried(tracer: Tracer, times: int) -> None:
    """Wait until the given number of attempts have ended, or until nothing is pending."""
    settled = tracer.worker._sender.changed
    with settled:
        if not settled.wait_for(lambda: tracer.stats().requests >= times or not tracer.stats().pending, 20):
            raise TimeoutError(f"{tracer.stats()} after 20 s")


__all__ = ["COUNTS", "FAULTS", "KINDS", "STORED", "TRIES", "Result", "expected_requests", "run"]
