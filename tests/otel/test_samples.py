"""Recorded spans of public instrumentors become the expected events, and instrumentors still record the same spans."""

import json
from typing import Any

import pytest

from honeyhive._semconv import event_id_of, session_id_of

from . import vercel_ai
from .record_samples import NAMES, SAMPLES, mapped, played
from .scenarios import SCENARIOS
from .span_normalizer import shape


def sample(name: str) -> Any:
    return json.loads((SAMPLES / name).read_text())


@pytest.mark.parametrize("name", NAMES)
def test_recorded_spans_become_the_expected_events(name: str) -> None:
    assert json.loads(json.dumps(mapped(sample(f"{name}.json")))) == sample(f"{name}.events.json")


@pytest.mark.parametrize("name", SCENARIOS)
def test_the_instrumentor_still_records_what_the_sample_has(name: str) -> None:
    now, recorded = played(name), sample(f"{name}.json")

    assert [shape(span) for span in now] == [shape(span) for span in recorded]


@pytest.mark.parametrize("name", NAMES)
def test_the_tree_of_the_events_is_that_of_the_spans(name: str) -> None:
    spans, events = sample(f"{name}.json"), sample(f"{name}.events.json")

    for span, event in zip(spans, events, strict=True):
        above = span["parent_span_id"]
        assert event["parent_id"] == (event_id_of(span["trace_id"], above) if above else event["session_id"])


def found(name: str, **wanted: Any) -> list[dict[str, Any]]:
    events: list[dict[str, Any]] = sample(f"{name}.events.json")
    return [event for event in events if wanted.items() <= event.items()]


@pytest.mark.parametrize("name", ["openai", "anthropic", "langchain", "llama_index"])
def test_a_call_of_a_model_has_its_conversation_its_model_and_its_tokens(name: str) -> None:
    first = next(event for event in found(name, event_type="model") if event["outputs"])

    assert first["inputs"]["chat_history"] == [
        {"role": "system", "content": "You answer in one sentence."},
        {"role": "user", "content": "Where is my parcel?"},
    ]
    assert first["outputs"]["role"] == "assistant"
    assert first["outputs"]["content"] == "It is on its way."
    assert first["config"]["model"].startswith(("gpt-4o-mini", "claude-3-5-haiku"))
    assert first["config"]["provider"] in {"openai", "anthropic"}
    tokens = [first["metadata"][f"{kind}_tokens"] for kind in ("prompt", "completion", "total")]
    assert tokens in ([19, 6, 25], [24, 8, 32])


@pytest.mark.parametrize("name", ["openai", "anthropic", "langchain"])
def test_a_tool_call_has_its_name_and_arguments(name: str) -> None:
    called = next(event for event in found(name, event_type="model") if event["outputs"].get("tool_calls"))
    (call,) = called["outputs"]["tool_calls"]

    assert call["function"]["name"] == "track_parcel"
    assert json.loads(call["function"]["arguments"]) == {"parcel": "HH-204"}
    assert not called["outputs"].get("content")
    assert "track_parcel" in json.dumps(called["config"]["tools"])


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("openai", "openai.NotFoundError: Error code: 404"),
        ("anthropic", "anthropic.NotFoundError: Error code: 404"),
        ("langchain", "LookupError: no such parcel"),
        ("llama_index", "openai.NotFoundError: Error code: 404"),
        ("mcp", "tool_error"),
    ],
)
def test_a_failed_span_has_an_error(name: str, error: str) -> None:
    assert [event for event in found(name) if event.get("error", "").startswith(error)]


def test_every_kind_of_step_has_its_type() -> None:
    types = {
        (name, event["event_name"]): event["event_type"]
        for name in SCENARIOS
        for event in sample(f"{name}.events.json")
    }

    assert types["langchain", "RunnableSequence"] == "chain"
    assert types["langchain", "ChatOpenAI"] == "model"
    assert types["langchain", "Shelf"] == "tool"
    assert types["langchain", "track_parcel"] == "tool"
    assert types["llama_index", "RetrieverQueryEngine.query"] == "chain"
    assert types["llama_index", "SummaryIndexRetriever.retrieve"] == "tool"
    assert types["mcp", "tools/call track_parcel"] == "tool"
    assert types["openai", "CreateEmbeddings"] == "model"


@pytest.mark.parametrize("name", vercel_ai.VERSIONS)
def test_both_forms_of_the_ai_sdk_become_the_same_events(name: str) -> None:
    first, second = found(name, event_type="model")[:2]
    (call,) = first["outputs"]["tool_calls"]

    assert first["inputs"]["chat_history"][-1] == {"role": "user", "content": "Where is my parcel?"}
    assert "You answer in one sentence." in json.dumps([first["inputs"], first["config"]])
    assert call["id"] == "call_1"
    assert call["function"]["name"] == "track_parcel"
    assert second["inputs"]["chat_history"][-1]["role"] == "tool"
    assert second["inputs"]["chat_history"][-1]["tool_call_id"] == "call_1"
    assert second["outputs"]["content"] == "It is on its way."
    assert {key: first["config"][key] for key in ("model", "temperature", "max_tokens")} == {
        "model": "gpt-4o-mini",
        "temperature": 0.2,
        "max_tokens": 64,
    }
    assert "track_parcel" in json.dumps(first["config"]["tools"])
    assert [first["metadata"][f"{kind}_tokens"] for kind in ("prompt", "completion", "total")] == [19, 6, 25]
    (tool,) = found(name, event_type="tool")
    assert (tool["inputs"], tool["outputs"]) == ({"parcel": "HH-204"}, {"status": "in transit"})
    assert {event["error"] for event in found(name) if "error" in event} == {
        "AI_APICallError: The model `missing` does not exist"
    }


def test_the_session_that_the_ai_sdk_is_given_is_that_of_its_events() -> None:
    assert {event["session_id"] for event in found("vercel_ai_6")} == {session_id_of("", {"session.id": "visit-7"}, {})}


def test_total_tokens_of_the_ai_sdk_are_the_sum_of_its_model_events() -> None:
    """The outer span of the AI SDK has the sum of its model calls as its own tokens, which must not count twice."""
    for name in vercel_ai.VERSIONS:
        around = next(event for event in found(name, event_type="chain") if event["inputs"])
        calls = [event for event in found(name, event_type="model") if event["session_id"] == around["session_id"]]

        assert around["metadata"]["total_tokens"] == sum(call["metadata"]["total_tokens"] for call in calls[:2])


def test_every_attribute_is_in_the_event() -> None:
    for name in SCENARIOS:
        for span, event in zip(sample(f"{name}.json"), sample(f"{name}.events.json"), strict=True):
            text = json.dumps(event)
            for key, value in span["attributes"].items():
                if isinstance(value, str) and key not in {"input.value", "output.value"}:
                    assert json.dumps(value)[1:-1] in text or json.dumps(json.loads(value))[1:-1] in text, key
