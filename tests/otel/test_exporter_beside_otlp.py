"""If the same spans are sent by this exporter and by OTLP, the server has one event per span, in one session."""

from collections.abc import Callable
from typing import Any

import pytest
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor

from honeyhive import HoneyHive
from honeyhive._semconv import session_id_of
from honeyhive.otel import instrument
from honeyhive_server import LocalServer

from .conftest import names, stored


@pytest.fixture
def otlp(server: LocalServer) -> SimpleSpanProcessor:
    endpoint = f"{server.url}/opentelemetry/v1/traces"
    return SimpleSpanProcessor(OTLPSpanExporter(endpoint=endpoint, headers={"authorization": "Bearer hh_test"}))


@pytest.mark.parametrize("first", ["ours", "otlp"])
def test_a_session_with_spans(
    first: str,
    hh: HoneyHive,
    provider: TracerProvider,
    otlp: SimpleSpanProcessor,
    tree: Callable[[str], Any],
) -> None:
    if first == "otlp":
        provider.add_span_processor(otlp)
    spans = instrument(hh, provider=provider).get_tracer("tests")
    if first == "ours":
        provider.add_span_processor(otlp)

    with (
        hh.session("session") as session,
        spans.start_as_current_span("a"),
        hh.event("b"),
        spans.start_as_current_span("c"),
    ):
        pass

    assert tree(session.session_id) == {"session": [{"a": [{"b": ["c"]}]}]}


def test_a_trace_of_spans_alone(
    hh: HoneyHive, provider: TracerProvider, otlp: SimpleSpanProcessor, server: LocalServer
) -> None:
    spans = instrument(hh, provider=provider).get_tracer("tests")
    provider.add_span_processor(otlp)

    with spans.start_as_current_span("root") as root, spans.start_as_current_span("child"):
        pass

    assert hh.flush(10)
    session = stored(server, session_id_of(f"{root.get_span_context().trace_id:032x}", {}, {}))
    assert [event["event_name"] for event in session["children"]] == ["root"]
    assert names(session["children"][0]) == {"root": ["child"]}
