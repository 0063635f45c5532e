"""Spans inside sessions and events, and sessions and events inside spans, form one tree."""

import gc
import threading
import weakref
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from opentelemetry import baggage, context, trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.trace import Tracer

from honeyhive import HoneyHive, current_session, evaluate
from honeyhive._semconv import event_id_of, session_id_of
from honeyhive.otel import instrument
from honeyhive.tracing import Options
from honeyhive_server import LocalServer

from .conftest import names, stored

Read = Callable[[str], Any]


def session_of(span: trace.Span) -> str:
    return session_id_of(f"{span.get_span_context().trace_id:032x}", {}, {})


def test_spans_nest_in_a_session_and_events_in_spans(hh: HoneyHive, spans: Tracer, tree: Read) -> None:
    with hh.session("session") as session, spans.start_as_current_span("a"):
        with hh.event("b"), spans.start_as_current_span("c"):
            with spans.start_as_current_span("d"):
                hh.log_event({"event_name": "e", "event_type": "tool", "inputs": {}})
            with hh.event("f"):
                pass
        with hh.event("g"):
            pass

    assert tree(session.session_id) == {"session": [{"a": [{"b": [{"c": [{"d": ["e"]}, "f"]}]}, "g"]}]}


def test_events_in_a_span_nest_in_the_session_of_its_trace(hh: HoneyHive, spans: Tracer, tree: Read) -> None:
    with spans.start_as_current_span("root") as root:
        with hh.event("event") as event:
            event.outputs = {"a": 1}
        with spans.start_as_current_span("child"):
            pass

    assert tree(session_of(root)) == {"root": [{"root": ["child", "event"]}]}
    assert event.session_id == session_of(root)


def test_fields_set_on_the_session_of_a_trace_are_sent(hh: HoneyHive, spans: Tracer, server: LocalServer) -> None:
    with spans.start_as_current_span("root") as root, hh.event("event"), hh.event("inner"):
        current_session().update(metadata={"plan": "team"})

    assert hh.flush(20)
    (stored_session,) = [one for one in server.sessions() if one["session_id"] == session_of(root)]
    assert stored_session["metadata"]["plan"] == "team"


def test_a_session_in_a_span_is_a_chain_below_it(hh: HoneyHive, spans: Tracer, tree: Read, server: LocalServer) -> None:
    with spans.start_as_current_span("request") as root:
        for question in ("one", "two"):
            with hh.session(f"chat {question}", inputs={"question": question}) as chat:
                with spans.start_as_current_span(f"span {question}"):
                    pass
                with chat.event(f"event {question}"):
                    pass
                chat.outputs = {"answer": question}
        hh.feedback(chat.event_id, {"rating": 5})

    below = [{f"chat {number}": [f"event {number}", f"span {number}"]} for number in ("one", "two")]
    assert tree(session_of(root)) == {"request": [{"request": below}]}
    (request,) = stored(server, session_of(root))["children"]
    first, second = sorted(request["children"], key=lambda event: event["event_name"])
    assert (first["event_type"], first["inputs"], first["outputs"]) == ("chain", {"question": "one"}, {"answer": "one"})
    assert (first["feedback"], second["feedback"]) == ({}, {"rating": 5})


def test_a_session_with_its_own_session_id_stays_a_session(hh: HoneyHive, spans: Tracer, tree: Read) -> None:
    with (
        spans.start_as_current_span("request") as root,
        hh.session("chat", session_id="chat-1") as chat,
        spans.start_as_current_span("inside"),
    ):
        pass

    assert tree(chat.session_id) == {"chat": ["inside"]}
    assert tree(session_of(root)) == {"request": ["request"]}


def test_a_session_in_a_span_in_a_session_is_separate(hh: HoneyHive, spans: Tracer, tree: Read) -> None:
    with hh.session("outer") as outer, spans.start_as_current_span("span"), hh.session("inner") as inner:
        pass

    assert tree(outer.session_id) == {"outer": ["span"]}
    assert tree(inner.session_id) == "inner"


def test_a_span_in_another_thread_stays_in_its_session(hh: HoneyHive, spans: Tracer, tree: Read) -> None:
    def work(around: context.Context) -> None:
        with spans.start_as_current_span("there", context=around), hh.event("event"):
            pass

    with hh.session("session") as session, spans.start_as_current_span("here"):
        thread = threading.Thread(target=work, args=(context.get_current(),))
        thread.start()
        thread.join()

    assert tree(session.session_id) == {"session": [{"here": [{"there": ["event"]}]}]}


def test_a_decorated_function_nests_in_spans(hh: HoneyHive, spans: Tracer, tree: Read) -> None:
    @hh.trace(type="model")
    def answer() -> None:
        with spans.start_as_current_span("inner"):
            pass

    with spans.start_as_current_span("outer") as outer:
        answer()

    (top,) = tree(session_of(outer))["outer"]
    ((name, below),) = top["outer"][0].items()
    assert name.endswith("answer")
    assert below == ["inner"]


@pytest.mark.parametrize("key", ["session.id", "honeyhive.session_id"])
def test_baggage_names_the_session(key: str, hh: HoneyHive, spans: Tracer, tree: Read) -> None:
    token = context.attach(baggage.set_baggage(key, f"chat {key}"))
    try:
        for turn in ("one", "two"):
            with spans.start_as_current_span(f"turn {turn}"), spans.start_as_current_span(f"step {turn}"):
                pass
    finally:
        context.detach(token)

    session_id = session_id_of("", {"session.id": f"chat {key}"}, {})
    assert tree(session_id) == {"turn one": [{"turn one": ["step one"]}, {"turn two": ["step two"]}]}
    with hh.session("the same", session_id=f"chat {key}") as session:
        assert session.session_id == session_id


def test_an_attribute_of_the_outer_span_names_the_session_of_the_inner(
    hh: HoneyHive, spans: Tracer, tree: Read
) -> None:
    with spans.start_as_current_span("outer", attributes={"session.id": "by-attribute"}):
        with spans.start_as_current_span("inner"):
            pass
        with hh.event("event"):
            pass

    session_id = session_id_of("", {"session.id": "by-attribute"}, {})
    assert tree(session_id) == {"outer": [{"outer": ["event", "inner"]}]}


@pytest.mark.parametrize("rate", [1.0, 0.0])
def test_a_root_that_has_ended_is_released(server: LocalServer, provider: TracerProvider, rate: float) -> None:
    with HoneyHive(api_key="hh_test", base_url=server.url, tracing=Options(sample_rate=rate)) as hh:
        span = instrument(hh, provider=provider).get_tracer("tests").start_span("a whole conversation")
        span.end()
        assert hh.flush(10)
        held = weakref.ref(span)
        del span
        gc.collect()

        assert held() is None


def test_a_root_whose_session_starts_below_it_is_released(hh: HoneyHive, spans: Tracer) -> None:
    root = spans.start_span("root", attributes={"session.id": "visit-8"})
    with trace.use_span(root), hh.session("mine", session_id="visit-8"), spans.start_as_current_span("inside"):
        pass
    root.end()
    assert hh.flush(10)
    held = weakref.ref(root)
    del root
    gc.collect()

    assert held() is None


def test_spans_of_a_session_that_is_not_sampled_are_not_sent(server: LocalServer, provider: TracerProvider) -> None:
    with HoneyHive(api_key="hh_test", base_url=server.url, tracing=Options(sample_rate=0.0)) as hh:
        spans = instrument(hh, provider=provider).get_tracer("tests")
        with hh.session("session"), spans.start_as_current_span("a"), hh.event("b"):
            pass
        with spans.start_as_current_span("c"), hh.event("d"):
            pass

        stats = hh.stats()
    assert (stats.delivered, stats.pending) == (0, 0)
    assert stats.dropped.keys() == {"sampled"}


def test_a_span_left_open_does_not_adopt_the_next_trace(hh: HoneyHive, spans: Tracer, tree: Read) -> None:
    lost = spans.start_span("never ended")
    with trace.use_span(lost), hh.event("inside"):
        pass
    with spans.start_as_current_span("next") as after:
        pass

    assert tree(session_of(lost)) == {"never ended": ["inside"]}
    assert tree(session_of(after)) == {"next": ["next"]}


def test_a_span_is_the_event_of_its_ids(hh: HoneyHive, spans: Tracer, server: LocalServer) -> None:
    with spans.start_as_current_span("span") as span:
        pass
    assert hh.flush(10)

    (event,) = stored(server, session_of(span))["children"]
    ids = span.get_span_context()
    assert event["event_id"] == event_id_of(f"{ids.trace_id:032x}", f"{ids.span_id:016x}")
    assert names(event) == "span"


def test_a_session_in_an_event_in_a_span_is_below_that_event(hh: HoneyHive, spans: Tracer, tree: Read) -> None:
    with spans.start_as_current_span("span") as span, hh.event("event"), hh.session("a"), hh.session("b"):
        pass

    assert tree(session_of(span)) == {"span": [{"span": [{"event": [{"a": ["b"]}]}]}]}


def test_spans_in_the_rows_of_an_experiment_belong_to_them(
    hh: HoneyHive, spans: Tracer, server: LocalServer, tmp_path: Path
) -> None:
    def answer(inputs: dict[str, Any]) -> dict[str, Any]:
        with spans.start_as_current_span("span"), hh.event("event"), spans.start_as_current_span("inner"):
            pass
        hh.log_event(
            {"event_name": "ready", "session_id": context_session(), "parent_id": context_session(), "inputs": {}}
        )
        return inputs

    def context_session() -> str:
        return str(UUID(hh.tracing.trace_headers()["traceparent"].split("-")[1]))

    evaluate(answer, dataset=[{"q": 1}], client=hh, journal_dir=tmp_path / "runs", progress=False, table=False)
    assert hh.flush(10)

    rows = [one for one in server.sessions() if "run_id" in one["metadata"]]
    (row,) = rows
    assert [names(child) for child in sorted(row["children"], key=lambda child: child["event_name"])] == [
        "ready",
        {"span": [{"event": ["inner"]}]},
    ]

    def all_of(event: dict[str, Any]) -> list[dict[str, Any]]:
        return [event, *(below for child in event["children"] for below in all_of(child))]

    assert {event["event_name"]: event["metadata"].get("run_id") for event in all_of(row)} == dict.fromkeys(
        ["answer", "ready", "span", "event", "inner"], row["metadata"]["run_id"]
    )
