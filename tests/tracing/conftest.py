"""Fixtures: tracers with small limits, a scripted fault server, and the local server."""

import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest

from honeyhive import HoneyHive
from honeyhive._client.internal import settings_of
from honeyhive._core.exchange import Clocks
from honeyhive._http.background import BackgroundConnection
from honeyhive._tracing.limits import DeliveryLimits
from honeyhive._tracing.tracer import Tracer
from honeyhive.tracing import Options
from honeyhive_server import LocalServer

from .faults import FaultServer

# Pauses have the length 0, so a retry follows at once.
CLOCKS = Clocks(time.monotonic, time.time, lambda: 0.0)
QUICK = DeliveryLimits(linger=0.0, request_timeout=0.3)


@pytest.fixture
def faults() -> Iterator[FaultServer]:
    server = FaultServer()
    yield server
    server.stop()


@pytest.fixture
def server() -> Iterator[LocalServer]:
    with LocalServer() as running:
        yield running
        assert not running.violations


@pytest.fixture
def hh(server: LocalServer) -> Iterator[HoneyHive]:
    with HoneyHive(api_key="hh_test", base_url=server.url) as client:
        yield client


@pytest.fixture
def duplicating() -> Iterator[LocalServer]:
    """A local server that stores every event, including duplicates."""
    with LocalServer(dedupe=False) as running:
        yield running


@pytest.fixture
def tracer_to() -> Iterator[Callable[..., Tracer]]:
    """Return a function that makes tracers which retry without a pause."""
    made: list[Tracer] = []

    def make(url: str, **options: Any) -> Tracer:
        with HoneyHive(api_key="hh_test_key", base_url=url) as hh:
            settings = settings_of(hh)
        options.setdefault("delivery", QUICK)
        tracer = Tracer(partial(BackgroundConnection, settings), Options(**options), CLOCKS)
        made.append(tracer)
        return tracer

    yield make
    for tracer in made:
        tracer.close(0)


def event(number: int, session_id: str | None = None) -> dict[str, Any]:
    return {
        "event_type": "tool",
        "event_name": f"step-{number}",
        "session_id": session_id or "6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10",
        "inputs": {"number": number},
    }


def numbers(events: list[dict[str, Any]]) -> list[int]:
    return [found["inputs"]["number"] for found in events]


def ended(tracer: Tracer) -> None:
    """Close the tracer, and wait until its threads have ended, because they may still log a line."""
    threads = list(tracer.worker._threads.alive)
    tracer.close(0)
    for thread in threads:
        thread.join(10)
