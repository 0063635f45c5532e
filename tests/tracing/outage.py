"""Measures outages while events are logged: lost events, requests, and the time until the backlog is delivered."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from honeyhive import HoneyHive

from .faults import HANG, OK, answer
from .remote_fault_server import RemoteFaultServer, remote_fault_server

KINDS = ("503", "refused", "hang")
SESSIONS = ["6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10", "0c2e7f0a-7d53-4be6-8f0b-1b6f6a6f2b01"]


class Outcome(NamedTuple):
    """The measurements of one outage."""

    logged: int
    lost: int
    disordered: int
    """Number of sessions whose events arrived out of order."""
    requests: int
    """Number of attempts while the service was down."""
    drained: float
    """Seconds from the end of the outage until every event was stored."""


def run(kind: str, seconds: float, rate: int, patience: float) -> Outcome:
    """Log ``rate`` events per second, with an outage of ``seconds`` and a healthy service before and after it."""
    with _server(kind) as (server, url, begin, end), HoneyHive(api_key="hh_outage", base_url=url) as hh:
        logged: dict[str, list[str]] = {session: [] for session in SESSIONS}
        _log(hh, logged, 1.0, rate)
        hh.flush(30)
        begin()
        asked = hh.stats().requests
        _log(hh, logged, seconds, rate)
        asked = hh.stats().requests - asked
        end()
        back = time.monotonic()
        _log(hh, logged, 1.0, rate)
        hh.flush(patience)
        drained = time.monotonic() - back
        stored = list(dict.fromkeys(server.event_ids()))
    lost = set().union(*logged.values()) - set(stored)
    disordered = sum([one for one in stored if one in set(ids)] != ids for ids in logged.values())
    return Outcome(sum(map(len, logged.values())), len(lost), disordered, asked, drained)


def _log(hh: HoneyHive, logged: dict[str, list[str]], seconds: float, rate: int) -> None:
    begun = time.monotonic()
    for number in range(int(seconds * rate)):
        time.sleep(max(0.0, begun + number / rate - time.monotonic()))
        session = SESSIONS[number % len(SESSIONS)]
        logged[session].append(hh.log_event({"event_name": "step", "session_id": session, "inputs": {"n": number}}))


@contextmanager
def _server(kind: str) -> Iterator[tuple[RemoteFaultServer, str, Callable[[], Any], Callable[[], Any]]]:
    """Yield the server, the URL for the client, and two functions that begin and end the outage."""
    with remote_fault_server() as server:
        if kind != "refused":
            act = HANG if kind == "hang" else answer(503)
            yield server, server.url, lambda: server.act(act), lambda: server.act(OK)
            return
        yield server, server.url, server.go_away, server.come_back
