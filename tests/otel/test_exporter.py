"""The exporter loses no span, never raises or blocks, and returns correct results."""

import asyncio
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from opentelemetry import context, propagate, trace
from opentelemetry.sdk.trace import SpanLimits, TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SimpleSpanProcessor, SpanExportResult
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from honeyhive import AsyncHoneyHive, HoneyHive
from honeyhive._tracing.events import prebuilt
from honeyhive._tracing.limits import DeliveryLimits, QueueLimits
from honeyhive.errors import ConfigurationError
from honeyhive.otel import HoneyHiveSpanExporter, instrument
from honeyhive.tracing import Options

from ..tracing.faults import FaultServer, Received, answer
from .conftest import QUICK

Client = Callable[..., HoneyHive]


@pytest.fixture
def faults() -> Iterator[FaultServer]:
    server = FaultServer()
    yield server
    server.stop()


@pytest.fixture
def client(faults: FaultServer) -> Iterator[Client]:
    made: list[HoneyHive] = []

    def make(**options: Any) -> HoneyHive:
        hh = HoneyHive(api_key="hh_test", base_url=faults.url, tracing=QUICK._replace(**options))
        made.append(hh)
        return hh

    yield make
    for hh in made:
        hh.close(0)


def starts(faults: FaultServer) -> list[dict[str, Any]]:
    return faults.starts()


def finished(*names: str) -> list[Any]:
    """Return finished spans, each in its own trace."""
    kept = InMemorySpanExporter()
    provider = TracerProvider(shutdown_on_exit=False)
    provider.add_span_processor(SimpleSpanProcessor(kept))
    for name in names:
        with provider.get_tracer("tests").start_as_current_span(name):
            pass
    return list(kept.get_finished_spans())


def test_a_session_starts_once_before_its_events(client: Client, faults: FaultServer, provider: TracerProvider) -> None:
    hh = client()
    spans = instrument(hh, provider=provider).get_tracer("tests")
    with spans.start_as_current_span("root", attributes={"input.value": "hello"}) as root:
        for number in range(5):
            with spans.start_as_current_span(f"child {number}"), hh.event("event"):
                pass
            assert hh.flush(5)
        root.set_attribute("output.value", "bye")

    assert hh.flush(5)
    (start,) = starts(faults)
    assert (start["session_name"], start["inputs"]) == ("root", {"value": "hello"})
    # The start of a session is sent alone, or in a batch with the session's first events.
    first = faults.stored[0].json
    assert first.get("events", [first])[0]["session_id"] == start["session_id"]
    assert faults.stored[0].path == "/v1/sessions" or first["events"][0]["event_type"] == "session"
    assert len(faults.events()) == 11
    (change,) = [request.json for request in faults.stored if request.method == "PUT"]
    assert change["outputs"] == {"value": "bye"}
    assert change["duration"] == pytest.approx(change["end_time"] - start["start_time"])


@pytest.mark.parametrize("processor", [BatchSpanProcessor, SimpleSpanProcessor])
def test_the_exporter_works_with_batch_and_simple_span_processors(
    processor: Callable[..., Any], client: Client, faults: FaultServer, provider: TracerProvider
) -> None:
    hh = client()
    exporter = HoneyHiveSpanExporter(hh)
    provider.add_span_processor(processor(exporter))
    spans = provider.get_tracer("tests")
    with spans.start_as_current_span("root"), spans.start_as_current_span("child"):
        pass

    assert provider.force_flush()
    assert exporter.force_flush()
    child, root = faults.events()
    assert (child["event_name"], root["event_name"]) == ("child", "root")
    assert child["parent_id"] == root["event_id"]
    assert len(starts(faults)) == 1


def test_a_span_that_is_exported_twice_is_one_event(client: Client, faults: FaultServer) -> None:
    exporter = HoneyHiveSpanExporter(client())
    (span,) = finished("one")

    exporter.export([span])
    exporter.export([span])

    assert exporter.force_flush()
    first, second = faults.events()
    assert first["event_id"] == second["event_id"]
    assert len(starts(faults)) == 1


def test_secrets_in_attributes_are_masked(client: Client, faults: FaultServer, provider: TracerProvider) -> None:
    hh = client(mask=lambda _field, value: {**value, "seen": True})
    spans = instrument(hh, provider=provider).get_tracer("tests")
    secret = "s3cret"
    with spans.start_as_current_span("call") as span:
        span.set_attribute("http.request.header.authorization", secret)
        span.set_attribute("input.value", f'{{"api_key": "{secret}", "query": "parcel"}}')

    assert hh.flush(5)
    (event,) = faults.events()
    assert event["inputs"] == {"api_key": "[masked]", "query": "parcel", "seen": True}
    assert all(secret.encode() not in request.body for request in faults.stored)


def test_the_status_of_a_span_becomes_the_error_of_its_event(
    client: Client, faults: FaultServer, provider: TracerProvider
) -> None:
    hh = client()
    spans = instrument(hh, provider=provider).get_tracer("tests")
    with pytest.raises(LookupError), spans.start_as_current_span("call"):
        raise LookupError("no such parcel")

    assert hh.flush(5)
    assert faults.events()[0]["error"] == "LookupError: no such parcel"


def test_force_flush_is_true_only_when_everything_is_stored(client: Client, faults: FaultServer) -> None:
    faults.forever = answer(503)
    hh = client()
    exporter = HoneyHiveSpanExporter(hh)

    assert exporter.export(finished("one")) is SpanExportResult.SUCCESS
    assert not exporter.force_flush(200)
    assert hh.stats().pending == 3
    faults.forever = answer(200)
    assert exporter.force_flush(10_000)


def test_shutdown_leaves_the_client_open(client: Client, faults: FaultServer) -> None:
    hh = client()
    exporter = HoneyHiveSpanExporter(hh)
    exporter.export(finished("before"))

    exporter.shutdown()
    exporter.shutdown()
    assert exporter.export(finished("after")) is SpanExportResult.FAILURE
    hh.log_event({"event_name": "own", "event_type": "tool", "inputs": {}})
    assert hh.flush(5)

    assert [event["event_name"] for event in faults.events()] == ["before", "own"]


def test_without_a_client_it_creates_and_closes_one(faults: FaultServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HH_API_KEY", "hh_own")
    monkeypatch.setenv("HH_API_URL", faults.url)
    exporter = HoneyHiveSpanExporter()
    exporter.export(finished("one"))

    exporter.shutdown()

    assert [event["event_name"] for event in faults.events()] == ["one"]


def test_spans_are_counted_in_stats(client: Client, faults: FaultServer, provider: TracerProvider) -> None:
    faults.forever = answer(503)
    hh = client(queue=QueueLimits(records=3))
    spans = instrument(hh, provider=provider).get_tracer("tests")
    for number in range(10):
        with spans.start_as_current_span(f"span {number}"):
            pass

    stats = hh.stats()
    assert stats.accepted == stats.pending + sum(stats.dropped.values())
    assert stats.dropped["queue_full"] > 0
    assert stats.accepted == 30  # each trace has a start, an event and an end


def test_no_span_raises_into_the_application(client: Client) -> None:
    class Broken:
        parent = None

        def __getattr__(self, name: str) -> Any:
            raise RuntimeError(name)

    exporter = HoneyHiveSpanExporter(client())

    assert exporter.export([Broken()]) is SpanExportResult.FAILURE  # type: ignore[list-item]


def test_a_broken_span_does_not_lose_the_others(client: Client, faults: FaultServer) -> None:
    class Broken:
        parent = None

        def __getattr__(self, name: str) -> Any:
            raise RuntimeError(name)

    exporter = HoneyHiveSpanExporter(client())
    exporter.export([*finished("one"), Broken(), *finished("two")])  # type: ignore[list-item]

    assert exporter.force_flush()
    assert {event["event_name"] for event in faults.events()} == {"one", "two"}


def test_a_span_that_cannot_be_read_is_sent_without_its_attributes(
    client: Client, faults: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unreadable(_span: object) -> dict[str, Any]:
        raise RuntimeError("unreadable")

    monkeypatch.setattr("honeyhive._otel.sink.event_from", unreadable)
    hh = client()
    exporter = HoneyHiveSpanExporter(hh)
    exporter.export(finished("one"))

    assert exporter.force_flush()
    (event,) = faults.events()
    assert event["metadata"]["honeyhive"]["changes"] == ["left out: it could not be read"]
    assert event["parent_id"] == event["session_id"]
    assert hh.stats().dropped == {}


def test_many_threads_start_a_session_once(client: Client, faults: FaultServer, provider: TracerProvider) -> None:
    # A request that times out on a busy machine is sent twice.
    hh = client(delivery=DeliveryLimits(linger=0.0, request_timeout=20))
    spans = instrument(hh, provider=provider).get_tracer("tests")
    ready = threading.Barrier(8)

    def work(around: context.Context) -> None:
        ready.wait(10)
        for _ in range(50):
            with spans.start_as_current_span("child", context=around):
                pass

    with spans.start_as_current_span("root"):
        threads = [threading.Thread(target=work, args=(context.get_current(),)) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    assert hh.flush(20)
    assert len(starts(faults)) == 1
    assert hh.stats().accepted == 1 + 401 + 1  # one start, the events and one end
    assert len({event["event_id"] for event in faults.events()}) == 401


def test_no_thread_logs_an_event_before_the_start_of_its_session(
    client: Client, faults: FaultServer, provider: TracerProvider, monkeypatch: pytest.MonkeyPatch
) -> None:
    hh = client()
    spans = instrument(hh, provider=provider).get_tracer("tests")
    is_claimed, log_start = threading.Event(), prebuilt.log_session_start

    def log_late(*arguments: Any) -> None:
        is_claimed.set()
        other.join(0.2)  # another thread that flushes has to wait
        log_start(*arguments)

    def work(around: context.Context) -> None:
        with spans.start_as_current_span("child", context=around):
            is_claimed.wait(10)

    monkeypatch.setattr("honeyhive._otel.trace_sessions.log_session_start", log_late)
    with spans.start_as_current_span("root"):
        other = threading.Thread(target=work, args=(context.get_current(),))
        other.start()
        with spans.start_as_current_span("first"):
            pass
        other.join()

    assert hh.flush(20)
    first = next(request for request in faults.stored if request.method == "POST")
    assert first.path == "/v1/sessions" or first.json["events"][0]["event_type"] == "session"


def test_instrument_twice_sends_each_span_once(client: Client, faults: FaultServer, provider: TracerProvider) -> None:
    hh = client()
    assert instrument(hh, provider=provider) is instrument(hh, provider=provider) is provider
    with provider.get_tracer("tests").start_as_current_span("one"):
        pass

    assert provider.force_flush()
    assert len(faults.events()) == 1


def test_a_global_provider_without_span_processors_raises_configuration_error(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trace, "get_tracer_provider", trace.NoOpTracerProvider)

    with pytest.raises(ConfigurationError, match="NoOpTracerProvider, which has no span processors; pass provider="):
        instrument(client())


def test_an_argument_that_is_not_a_provider_raises_and_has_no_effect(client: Client) -> None:
    before = propagate.get_global_textmap()

    with pytest.raises(ConfigurationError, match="provider is a NoOpTracerProvider; pass a TracerProvider"):
        instrument(client(), provider=trace.NoOpTracerProvider())  # type: ignore[arg-type]

    assert propagate.get_global_textmap() is before


def test_the_async_client_is_instrumented_like_the_sync_one(faults: FaultServer, provider: TracerProvider) -> None:
    hh = AsyncHoneyHive(api_key="hh_test", base_url=faults.url, tracing=QUICK)
    spans = instrument(hh, provider=provider).get_tracer("tests")
    with hh.session("session"), spans.start_as_current_span("span"):
        pass

    assert provider.force_flush()
    assert [event["event_name"] for event in faults.events()] == ["span"]
    asyncio.run(hh.close(1))


def test_the_delivery_of_traces_is_not_traced(client: Client, faults: FaultServer, provider: TracerProvider) -> None:
    hh = client()
    spans = instrument(hh, provider=provider).get_tracer("tests")
    worker = hh.tracing._open().worker
    quietly, seen = worker.suppress_instrumentation, []

    def listening() -> AbstractContextManager[object]:
        return _Listening(quietly(), seen)

    worker.suppress_instrumentation = listening
    with spans.start_as_current_span("one"):
        pass

    assert hh.flush(5)
    assert seen
    assert set(seen) == {True}


class _Listening:
    """Records the context that an HTTP instrumentor would see during a request."""

    def __init__(self, inner: AbstractContextManager[object], seen: list[Any]) -> None:
        self._inner, self._seen = inner, seen

    def __enter__(self) -> None:
        self._inner.__enter__()
        self._seen.append(context.get_value("suppress_instrumentation"))

    def __exit__(self, *error: Any) -> None:
        self._inner.__exit__(*error)


@pytest.mark.parametrize(
    "script",
    [[answer(503)], [answer(500)], [answer(429, retry_after="0")], ["reset"], ["+reset"], ["close"], ["hang"]],
    ids=["503", "500", "429", "reset", "stored-then-reset", "close", "hang"],
)
def test_one_fault_loses_no_span(
    script: list[Any], client: Client, faults: FaultServer, provider: TracerProvider
) -> None:
    faults.script = script
    hh = client()
    spans = instrument(hh, provider=provider).get_tracer("tests")
    with spans.start_as_current_span("root"):
        for number in range(20):
            with spans.start_as_current_span(f"span {number}"):
                pass

    assert provider.force_flush(20_000)
    assert {event["event_name"] for event in faults.events()} == {"root", *(f"span {number}" for number in range(20))}


def test_a_batch_that_gets_413_is_split_until_it_passes(
    client: Client, faults: FaultServer, provider: TracerProvider
) -> None:
    def small_only(request: Received) -> bytes:
        return answer(413) if len(request.body) > 20_000 else answer(200)

    faults.forever = small_only
    hh = client(delivery=DeliveryLimits(linger=0.2, request_timeout=5))
    spans = instrument(hh, provider=provider).get_tracer("tests")
    with spans.start_as_current_span("root"):
        for number in range(50):
            with spans.start_as_current_span(f"span {number}", attributes={"output.value": "parcel " * 400}):
                pass

    assert provider.force_flush(20_000)
    whole = [event for event in faults.events() if event["outputs"].get("value") == "parcel " * 400]
    assert len(whole) == 50
    assert any(len(request.body) > 20_000 for request in faults.requests)


def test_an_outage_loses_no_span(client: Client, faults: FaultServer, provider: TracerProvider) -> None:
    faults.forever = answer(503)
    hh = client()
    spans = instrument(hh, provider=provider).get_tracer("tests")
    for number in range(30):
        with spans.start_as_current_span(f"span {number}"):
            pass
        if number == 20:
            assert not provider.force_flush(100)
            assert len(faults.requests) > 0
            faults.forever = answer(200)

    assert provider.force_flush(30_000)
    # Each span is in a session of its own, and sessions may arrive in any order.
    assert sorted(event["event_name"] for event in faults.events()) == sorted(f"span {number}" for number in range(30))
    assert hh.stats().dropped == {}


def test_spans_in_a_spool_outlive_the_client(faults: FaultServer, tmp_path: Path) -> None:
    faults.forever = answer(503)
    with HoneyHive(api_key="hh_test", base_url=faults.url, tracing=QUICK, spool=str(tmp_path / "spool")) as hh:
        HoneyHiveSpanExporter(hh).export(finished("one", "two"))
        assert not hh.close(0)

    faults.forever = answer(200)
    with HoneyHive(api_key="hh_test", base_url=faults.url, tracing=QUICK, spool=str(tmp_path / "spool")) as hh:
        assert hh.flush(20)
    # A request that was in flight when the client closed may be stored as well, with the same ids.
    stored = {event["event_id"]: event["event_name"] for event in faults.events()}
    assert list(stored.values()) == ["one", "two"]


def test_dropped_attributes_are_counted_in_the_metadata(client: Client, faults: FaultServer) -> None:
    hh = client()
    provider = TracerProvider(shutdown_on_exit=False, span_limits=SpanLimits(max_span_attributes=2))
    exporter = HoneyHiveSpanExporter(hh)
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    with provider.get_tracer("tests").start_as_current_span("one", attributes={"a": 1, "b": 2, "c": 3}):
        pass

    assert exporter.force_flush()
    assert faults.events()[0]["metadata"]["otel.dropped_attributes_count"] == 1


def test_options_of_the_client_apply(faults: FaultServer, provider: TracerProvider) -> None:
    with HoneyHive(api_key="hh_test", base_url=faults.url, tracing=Options(source="production")) as hh:
        with instrument(hh, provider=provider).get_tracer("tests").start_as_current_span("one"):
            pass

        assert hh.flush(5)
    assert faults.events()[0]["source"] == "production"
    assert starts(faults)[0]["source"] == "production"


ENDING = """
import atexit, sys, time
from opentelemetry.sdk.trace import TracerProvider
from honeyhive import HoneyHive
from honeyhive.otel import instrument
from honeyhive.tracing import Options
atexit.register(lambda: print(time.monotonic() - ended))  # runs last
hh = HoneyHive(api_key="hh_test", base_url=sys.argv[1], tracing=Options(exit_timeout=float(sys.argv[2])))
hh.stats()  # so that the client's end comes after that of the provider
with instrument(hh, provider=TracerProvider()).get_tracer("tests").start_as_current_span("last"):
    pass
ended = time.monotonic()
"""


def ended_after(url: str, exit_timeout: float) -> float:
    command = [sys.executable, "-W", "error", "-c", ENDING, url, str(exit_timeout)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    return float(done.stdout)


def test_process_exit_delivers(faults: FaultServer) -> None:
    ended_after(faults.url, 10)

    assert [event["event_name"] for event in faults.events()] == ["last"]


BUFFERED = """
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from honeyhive.otel import HoneyHiveSpanExporter
provider = TracerProvider()
trace.set_tracer_provider(provider)
provider.add_span_processor(BatchSpanProcessor(HoneyHiveSpanExporter()))
with provider.get_tracer("tests").start_as_current_span("last"):
    pass
"""


def test_process_exit_delivers_spans_that_a_batch_processor_holds(
    faults: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HH_API_KEY", "hh_own")
    monkeypatch.setenv("HH_API_URL", faults.url)

    done = subprocess.run([sys.executable, "-W", "error", "-c", BUFFERED], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
    assert [event["event_name"] for event in faults.events()] == ["last"]


def test_process_exit_waits_once(faults: FaultServer) -> None:
    faults.forever = "hang"

    assert 2 <= ended_after(faults.url, 2) < 3.9


def test_the_project_of_a_span_is_kept(client: Client, faults: FaultServer, provider: TracerProvider) -> None:
    hh = client()
    spans = instrument(hh, provider=provider).get_tracer("tests")
    with spans.start_as_current_span("one", attributes={"honeyhive.project": "parcels"}):
        pass

    assert hh.flush(5)
    (event,) = faults.events()
    assert event["metadata"]["project"] == "parcels"
    assert "honeyhive" not in event["metadata"]
