"""A session without inputs or outputs takes them from its direct children."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from opentelemetry.sdk.trace import Tracer, TracerProvider

import honeyhive
from honeyhive import HoneyHive
from honeyhive.otel import instrument
from honeyhive.tracing import Options
from honeyhive_server import LocalServer

from .faults import FaultServer
from .stored import stored


@honeyhive.trace
def answer(question: str) -> dict[str, str]:
    with honeyhive.current_event().event("inner", inputs={"inner": 1}) as event:
        event.outputs = {"inner": 2}
    return {"answer": question.upper()}


def fields(root: dict[str, Any]) -> tuple[Any, Any]:
    return root["inputs"], root["outputs"]


def test_a_session_copies_inputs_and_outputs_of_its_root_event(hh: HoneyHive, server: LocalServer) -> None:
    with hh.session("s"):
        answer("why")

    (root,) = stored(hh, server)
    assert fields(root) == ({"question": "why"}, {"answer": "WHY"})


def test_a_session_keeps_inputs_and_outputs_of_its_own(hh: HoneyHive, server: LocalServer) -> None:
    with hh.session("s", inputs={"own": 1}) as session:
        answer("why")
        session.outputs = {"own": 2}

    (root,) = stored(hh, server)
    assert fields(root) == ({"own": 1}, {"own": 2})


def test_a_session_has_the_inputs_of_its_first_event_and_the_outputs_of_its_last(
    hh: HoneyHive, server: LocalServer
) -> None:
    with hh.session("s"):
        with hh.event("first", outputs={"documents": []}) as event:
            event.inputs = {"query": "q"}
        with hh.event("second", inputs={"prompt": "p"}, outputs={"answer": "a"}):
            pass
        with hh.event("third"):
            pass

    (root,) = stored(hh, server)
    assert fields(root) == ({"query": "q"}, {"answer": "a"})


def test_a_bare_decorated_function_is_a_root(hh: HoneyHive, server: LocalServer, tmp_path: Path) -> None:
    @hh.trace
    def stream(question: str) -> Iterator[str]:
        yield question
        yield "!"

    assert list(stream("why")) == ["why", "!"]
    (root,) = stored(hh, server)
    assert fields(root) == ({"question": "why"}, {"value": "why!"})


@pytest.mark.parametrize("spool", [False, True])
def test_the_start_of_a_session_has_the_inputs_of_its_root_event(
    hh: HoneyHive, server: LocalServer, tmp_path: Path, spool: bool
) -> None:
    client = HoneyHive(api_key="hh_test", base_url=server.url, spool=tmp_path / "spool" if spool else False)
    with client, client.event("alone", inputs={"question": "why"}) as event:
        client.flush(20)
        (root,) = server.sessions()
        assert fields(root) == ({"question": "why"}, {})
        event.outputs = {"answer": "so"}
    (root,) = server.sessions()
    assert fields(root) == ({"question": "why"}, {"answer": "so"})


def test_a_session_whose_start_was_sent_before_its_first_event_sends_them_with_its_end(faults: FaultServer) -> None:
    with HoneyHive(api_key="hh_test", base_url=faults.url) as client, client.session("s"):
        client.flush(20)
        answer("why")
    end = next(request.json for request in faults.requests if request.method == "PUT")
    assert fields(end) == ({"question": "why"}, {"answer": "WHY"})


def test_uncaptured_content_is_not_copied_to_the_session(server: LocalServer) -> None:
    options = Options(capture_inputs=False, capture_outputs=False)
    with HoneyHive(api_key="hh_test", base_url=server.url, tracing=options) as hh, hh.session("s"):
        answer("why")
    (root,) = server.sessions()
    assert fields(root) == ({}, {})


@pytest.fixture
def spans(hh: HoneyHive) -> Tracer:
    return instrument(hh, provider=TracerProvider(shutdown_on_exit=False)).get_tracer("tests")


def test_a_span_directly_in_a_session_is_a_root(hh: HoneyHive, server: LocalServer, spans: Tracer) -> None:
    root_span = spans.start_as_current_span("root", attributes={"input.value": "why"})
    with hh.session("s"), root_span as root:
        with spans.start_as_current_span("inner") as inner:
            inner.set_attribute("output.value", "inner")
        root.set_attribute("output.value", "so")

    (session,) = stored(hh, server)
    (event,) = session["children"]
    assert event["inputs"]
    assert event["outputs"]
    assert fields(session) == fields(event)


def test_a_session_copies_attributes_set_late_on_its_root_span(
    hh: HoneyHive, server: LocalServer, spans: Tracer
) -> None:
    with spans.start_as_current_span("root") as root:
        with spans.start_as_current_span("inner"):
            pass
        root.set_attribute("input.value", "why")
        root.set_attribute("output.value", "so")

    (session,) = stored(hh, server)
    (event,) = session["children"]
    assert fields(session) == fields(event) != ({}, {})
