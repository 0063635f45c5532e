"""Sessions without an end in this process are decided some time after their last event in this process."""

import contextlib
import gc
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from opentelemetry import trace as otel
from opentelemetry.propagate import extract
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.sampling import ALWAYS_ON

from honeyhive import HoneyHive
from honeyhive._tracing.events.propagation import headers, is_chosen
from honeyhive.otel import HoneyHiveSpanExporter, instrument
from honeyhive.tracing import FinishedSession, Keep, Options
from honeyhive_server import LocalServer

KNOWN = "6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10"
TRACEPARENT = {"traceparent": "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"}


class Recorder:
    """A function for ``keep=`` that keeps failed sessions, and lets a test wait for its decisions."""

    def __init__(self) -> None:
        self.seen: list[FinishedSession] = []
        self.decided = threading.Event()

    def __call__(self, session: FinishedSession) -> bool:
        self.seen.append(session)
        self.decided.set()
        return session.failed


@pytest.fixture
def keep() -> Recorder:
    return Recorder()


@pytest.fixture
def quick(server: LocalServer, keep: Recorder) -> Iterator[HoneyHive]:
    """A client that decides about a session right after its last event."""
    tracing = Options(sample_rate=0.0, keep=keep, keep_for=0.01)
    with HoneyHive(api_key="hh_test", base_url=server.url, tracing=tracing) as client:
        yield client


@pytest.fixture
def patient(server: LocalServer) -> Iterator[HoneyHive]:
    """A client that decides about sessions only when it is flushed."""
    tracing = Options(sample_rate=0.0, keep=Keep(), keep_for=600)
    with HoneyHive(api_key="hh_test", base_url=server.url, tracing=tracing) as client:
        yield client


def fail(span: Any, name: str = "failed") -> None:
    with span.event(name) as event:
        event.error = "no"


def test_a_resumed_session_that_nobody_ends_is_decided_after_its_last_event(
    quick: HoneyHive, keep: Recorder, server: LocalServer
) -> None:
    session = quick.tracing.resume_session(KNOWN)
    fail(session)
    assert keep.decided.wait(20)
    assert quick.flush(20)
    assert [event["event_name"] for event in server.events()] == ["failed"]
    assert not session.is_ended


def test_a_session_is_undecided_while_one_of_its_events_runs(
    quick: HoneyHive, keep: Recorder, server: LocalServer
) -> None:
    session = quick.tracing.resume_session(KNOWN)
    with session.event("long") as event:
        with session.event("fine"):
            pass
        assert not keep.decided.wait(0.1)
        event.error = "no"
    assert keep.decided.wait(20)
    assert quick.flush(20)
    assert {event["event_name"] for event in server.events()} == {"long", "fine"}


def test_a_block_of_a_resumed_session_is_seen_to_end(quick: HoneyHive, keep: Recorder, server: LocalServer) -> None:
    with quick.tracing.resume_session(KNOWN) as session:
        with quick.event("fine"):
            pass
        assert not keep.decided.wait(0.1)
        fail(session)
    assert keep.decided.wait(20)
    assert quick.flush(20)
    assert {event["event_name"] for event in server.events()} == {"failed", "fine"}


def test_a_flush_decides_a_resumed_session(patient: HoneyHive, server: LocalServer) -> None:
    session = patient.tracing.resume_session(KNOWN)
    with session.event("fine"):
        flushed = patient.flush(20)
        assert (bool(flushed), flushed.pending) == (True, 0)
    assert patient.flush(20)
    assert patient.stats().dropped == {"sampled": 1}
    fail(session, "late")
    assert patient.flush(20)
    assert patient.stats().dropped == {"sampled": 2}
    assert not server.events()


def test_a_resumed_session_without_an_event_is_not_decided(
    patient: HoneyHive, keep: Recorder, server: LocalServer
) -> None:
    with patient.tracing.resume_session(KNOWN):
        pass
    assert patient.flush(20)
    fail(patient.tracing.resume_session(KNOWN))
    assert patient.flush(20)
    assert [event["event_name"] for event in server.events()] == ["failed"]
    undecided = patient.tracing._open().worker.undecided
    assert undecided is not None
    assert not undecided._held


def test_nothing_is_left_of_a_resumed_session_that_is_never_used(patient: HoneyHive) -> None:
    undecided = patient.tracing._open().worker.undecided
    assert undecided is not None
    for _ in range(10):
        patient.tracing.resume_session(str(uuid4()))
    assert patient.flush(20)
    assert not undecided._held


@pytest.mark.parametrize("is_reused", [False, True])
def test_a_session_that_is_dropped_without_its_end_is_decided(
    quick: HoneyHive, keep: Recorder, server: LocalServer, *, is_reused: bool
) -> None:
    session = quick.session("dropped")
    if is_reused:
        event = session.event("never ended")
        del event
    fail(session)
    assert not keep.decided.wait(0.1)
    del session
    gc.collect()
    assert keep.decided.wait(20)
    assert quick.flush(20)
    assert [root["event_name"] for root in server.sessions()] == ["dropped"]


def test_a_request_that_another_service_does_not_send_is_kept_if_it_fails_here(
    patient: HoneyHive, server: LocalServer
) -> None:
    with patient.session("caller") as session:
        carried = patient.tracing.trace_headers()
    for name in ("fine", "failed"):
        continued = patient.tracing.continue_session(carried)
        with continued.event(name) as event:
            event.error = "no" if name == "failed" else None
    assert patient.flush(20)
    assert {event["session_id"] for event in server.events()} == {session.session_id}


def test_a_trace_with_a_remote_parent_is_decided_after_its_last_span(
    quick: HoneyHive, keep: Recorder, server: LocalServer
) -> None:
    tracer = instrument(quick, provider=TracerProvider(shutdown_on_exit=False)).get_tracer("tests")
    with tracer.start_as_current_span("request", context=extract(TRACEPARENT)) as span:
        with tracer.start_as_current_span("step"):
            pass
        assert not keep.decided.wait(0.1)  # a span of the session runs
        span.set_status(otel.Status(otel.StatusCode.ERROR, "no"))
    assert keep.decided.wait(20)
    assert quick.flush(20)
    assert {event["event_name"] for event in server.events()} == {"request", "step"}
    assert [one.failed for one in keep.seen] == [True]


def test_a_span_that_fine_code_made_is_dropped_in_time(quick: HoneyHive, keep: Recorder, server: LocalServer) -> None:
    tracer = instrument(quick, provider=TracerProvider(shutdown_on_exit=False)).get_tracer("tests")
    with tracer.start_as_current_span("request", context=extract(TRACEPARENT)), quick.event("inside"):
        pass
    assert keep.decided.wait(20)
    assert quick.flush(20)
    assert quick.stats().pending == 0
    assert not server.events()


@pytest.mark.parametrize("carrier", [{}, TRACEPARENT], ids=["own root", "remote parent"])
def test_an_exporter_waits_for_the_span_around_the_first_one(
    quick: HoneyHive, keep: Recorder, server: LocalServer, carrier: dict[str, str]
) -> None:
    provider = TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(SimpleSpanProcessor(HoneyHiveSpanExporter(quick)))
    tracer = provider.get_tracer("tests")
    with tracer.start_as_current_span("request", context=extract(carrier)) as span:
        with tracer.start_as_current_span("step"):
            pass
        assert not keep.decided.wait(0.1)
        span.set_status(otel.Status(otel.StatusCode.ERROR, "no"))
    assert keep.decided.wait(20)
    assert quick.flush(20)
    assert {event["event_name"] for event in server.events()} == {"request", "step"}


@pytest.mark.parametrize("is_durable", [False, True])
def test_near_the_recursion_limit_nothing_stays_pending_at_a_flush(
    server: LocalServer, tmp_path: Path, *, is_durable: bool
) -> None:
    tracing = Options(sample_rate=0.0, keep=Keep(), keep_for=600)
    spool = tmp_path / "spool" if is_durable else False
    with HoneyHive(api_key="hh_test", base_url=server.url, spool=spool, tracing=tracing) as hh:

        def deeper(depth: int) -> None:
            with contextlib.suppress(RecursionError):
                deeper(depth + 1)
            # Each event is in a session of its own, so that no record schedules the decision of another session.
            hh.log_event({"event_name": "deep", "session_id": f"session {depth}"})

        hh.tracing.preview({"event_name": "deep"})  # imports all modules, and opens no file of undecided sessions
        deeper(0)
        hh.flush(20)
        stats = hh.stats()
        assert stats.pending == 0
        assert stats.accepted == stats.delivered + sum(stats.dropped.values())


def test_spans_that_the_calling_service_does_not_send_are_kept_if_one_fails_here(server: LocalServer) -> None:
    tracing = Options(sample_rate=0.5, keep=Keep(), keep_for=600)
    with HoneyHive(api_key="hh_test", base_url=server.url, tracing=tracing) as hh:
        provider = TracerProvider(sampler=ALWAYS_ON, shutdown_on_exit=False)
        tracer = instrument(hh, provider=provider).get_tracer("tests")
        for name in ("fine", "failed"):
            # This session is in the service's sampled share, so that only the caller's flag can hold it back.
            session_id = next(one for one in map(str, iter(uuid4, None)) if is_chosen(one, 0.5))
            carrier = headers(session_id, session_id, is_sampled=False)
            with tracer.start_as_current_span(name, context=extract(carrier)) as span:
                if name == "failed":
                    span.set_status(otel.Status(otel.StatusCode.ERROR, "no"))
        assert hh.flush(20)
        assert hh.stats().dropped == {"sampled": 1}
    assert {event["event_name"] for event in server.events()} == {"failed"}
