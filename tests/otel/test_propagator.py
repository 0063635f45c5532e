"""One session across several services that use OpenTelemetry, this SDK or both."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from opentelemetry import context, propagate, trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.trace import Tracer
from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator

from honeyhive import HoneyHive
from honeyhive._semconv import event_id_of, session_id_of
from honeyhive._tracing.events import propagation
from honeyhive_server import LocalServer

from .conftest import names, stored

Read = Callable[[str], Any]
Call = Callable[[str, dict[str, str]], dict[str, str]]
FOREIGN = {"traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}


@pytest.fixture
def call(server: LocalServer) -> Call:
    """Return a function that calls another service. It returns the headers of that service's own outgoing request."""

    def run(kind: str, headers: dict[str, str]) -> dict[str, str]:
        command = [sys.executable, "-W", "error", "-m", "tests.otel.service", kind, server.url, json.dumps(headers)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
        assert (done.returncode, done.stderr) == (0, "")
        onward: dict[str, str] = json.loads(done.stdout)
        return onward

    return run


def injected() -> dict[str, str]:
    headers: dict[str, str] = {}
    propagate.inject(headers)
    return headers


@pytest.fixture
def incoming() -> Iterator[Callable[[dict[str, str]], None]]:
    """Activate the context in the headers of a request, as the instrumentor of a web server does."""
    tokens: list[Any] = []

    def attach(headers: dict[str, str]) -> None:
        tokens.append(context.attach(propagate.extract(headers)))

    yield attach
    for token in tokens:
        context.detach(token)


@pytest.mark.parametrize("kind", ["spans", "events"])
def test_from_a_span_in_a_session(kind: str, hh: HoneyHive, spans: Tracer, call: Call, tree: Read) -> None:
    with hh.session("session") as session, spans.start_as_current_span("here"):
        call(kind, injected())

    assert tree(session.session_id) == {"session": [{"here": [{"there": ["below"]}]}]}


@pytest.mark.parametrize("kind", ["spans", "events"])
def test_from_an_event_in_a_span(kind: str, hh: HoneyHive, spans: Tracer, call: Call, tree: Read) -> None:
    with spans.start_as_current_span("here"), hh.event("event") as event:
        call(kind, injected())

    assert tree(event.session_id) == {"here": [{"here": [{"event": [{"there": ["below"]}]}]}]}


@pytest.mark.parametrize("kind", ["spans", "events"])
def test_from_an_event_without_a_span(kind: str, hh: HoneyHive, spans: Tracer, call: Call, tree: Read) -> None:
    with hh.session("session") as session, hh.event("here"):
        assert injected() == hh.tracing.trace_headers()
        call(kind, injected())

    assert tree(session.session_id) == {"session": [{"here": [{"there": ["below"]}]}]}


def test_from_a_service_without_opentelemetry(hh: HoneyHive, call: Call, tree: Read) -> None:
    with hh.session("session") as session, hh.event("here"):
        call("spans", hh.tracing.trace_headers())

    assert tree(session.session_id) == {"session": [{"here": [{"there": ["below"]}]}]}


@pytest.mark.parametrize("kind", ["spans", "events"])
@pytest.mark.parametrize("first", ["spans", "events"])
def test_through_two_services(first: str, kind: str, hh: HoneyHive, spans: Tracer, call: Call, tree: Read) -> None:
    with hh.session("session") as session, spans.start_as_current_span("here"):
        call(kind, call(first, injected()))

    assert tree(session.session_id) == {"session": [{"here": [{"there": ["below", {"there": ["below"]}]}]}]}


def test_through_a_service_that_knows_only_trace_context(hh: HoneyHive, spans: Tracer, call: Call, tree: Read) -> None:
    with hh.session("session") as session, spans.start_as_current_span("here"):
        outgoing = injected()
    w3c = TraceContextTextMapPropagator()
    others = TracerProvider(shutdown_on_exit=False).get_tracer("others")
    with others.start_as_current_span("between", context=w3c.extract(outgoing)) as between:
        onward: dict[str, str] = {}
        w3c.inject(onward, trace.set_span_in_context(between))

    for kind in ("spans", "events"):
        call(kind, onward)

    assert onward["traceparent"] != outgoing["traceparent"]
    below = {"there": ["below"]}
    assert tree(session.session_id) == {"session": [{"here": [below, below]}]}


def test_a_foreign_trace_is_one_session_for_spans_and_events(
    hh: HoneyHive, spans: Tracer, call: Call, tree: Read, server: LocalServer
) -> None:
    session_id = session_id_of("0af7651916cd43dd8448eb211c80319c", {}, {})

    call("spans", FOREIGN)
    call("events", FOREIGN)

    assert hh.flush(5)
    session = stored(server, session_id)
    assert session["event_name"] == "there"  # the entry that arrived first
    assert names(session) == {"there": [{"there": ["below"]}, {"there": ["below"]}]}


def test_an_event_in_a_foreign_trace_without_a_span_of_ours(
    hh: HoneyHive, spans: Tracer, incoming: Callable[[dict[str, str]], None], server: LocalServer
) -> None:
    headers = {"traceparent": "00-11f7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}
    incoming(headers)

    with hh.event("event") as event:
        pass

    assert hh.flush(5)
    assert event.session_id == session_id_of("11f7651916cd43dd8448eb211c80319c", {}, {})
    assert names(stored(server, event.session_id)) == {"request": ["event"]}


def test_propagation_and_span_attributes_map_to_the_same_session_id() -> None:
    for given in ("chat-1", "6F1F0C1E-5C1A-4B51-9D1C-2D8F4F0F7A10", "00000000-0000-0000-0000-000000000001", "é"):
        assert session_id_of("", {"session.id": given}, {}) == propagation.mapped_id(given)[0]
    for trace_id in ("0af7651916cd43dd8448eb211c80319c", "6f1f0c1e5c1a4b519d1c2d8f4f0f7a10"):
        origin = propagation.origin({"traceparent": f"00-{trace_id}-b7ad6b7169203331-01"})
        assert origin is not None
        assert session_id_of(trace_id, {}, {}) == origin.session_id


def test_a_malformed_tracestate_entry_is_ignored() -> None:
    event_id = event_id_of("a" * 32, "b" * 16)
    for entry in ("", "x", event_id, event_id.replace("-", "") + "-", "a" * 31, f"{'a' * 32}-{'b' * 33}"):
        headers = {**FOREIGN, "tracestate": f"other=1,honeyhive={entry},more=2"}
        origin = propagation.origin(headers)
        assert origin is not None
        assert not origin.is_ours, entry
