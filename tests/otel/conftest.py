"""Fixtures: a tracer provider and a client for each test, and the local server."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from opentelemetry import propagate
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.trace import Tracer

from honeyhive import HoneyHive
from honeyhive._tracing.limits import DeliveryLimits
from honeyhive.otel import instrument
from honeyhive.tracing import Options
from honeyhive_server import LocalServer

QUICK = Options(delivery=DeliveryLimits(linger=0.0, request_timeout=0.3))


@pytest.fixture(scope="session")
def server() -> Iterator[LocalServer]:
    with LocalServer() as running:
        yield running


@pytest.fixture
def provider() -> Iterator[TracerProvider]:
    before = propagate.get_global_textmap()
    made = TracerProvider(shutdown_on_exit=False)
    yield made
    made.shutdown()
    propagate.set_global_textmap(before)


@pytest.fixture
def hh(server: LocalServer) -> Iterator[HoneyHive]:
    with HoneyHive(api_key="hh_test", base_url=server.url) as client:
        yield client


@pytest.fixture
def spans(hh: HoneyHive, provider: TracerProvider) -> Tracer:
    """Return a tracer. Its spans are sent to the local server."""
    return instrument(hh, provider=provider).get_tracer("tests")


@pytest.fixture
def tree(hh: HoneyHive, server: LocalServer) -> Callable[[str], Any]:
    """Return a function that flushes the client, and returns the names of a session and its events as a nested list."""

    def read(session_id: str) -> Any:
        assert hh.flush(10)
        return names(stored(server, session_id))

    return read


def stored(server: LocalServer, session_id: str) -> dict[str, Any]:
    (found,) = (one for one in server.sessions() if one["session_id"] == session_id)
    return found


def names(event: dict[str, Any]) -> Any:
    below = [names(child) for child in sorted(event["children"], key=lambda child: child["event_name"])]
    return {event["event_name"]: below} if below else event["event_name"]
