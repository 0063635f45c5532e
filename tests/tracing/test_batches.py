"""After a 413, an event is cut to half its size, keeps its ids, and has a mark at each place that was cut."""

import json

import pytest

from honeyhive._tracing.delivery.bodies import truncated_event

IDS = {"event_id": "0c2e7f0a-7d53-4be6-8f0b-1b6f6a6f2b01", "session_id": "6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10"}
LARGE = {
    "one text": {"text": "x" * 100_000},
    "one text beside small ones": {"text": "x" * 100_000, **{f"k{number}": number for number in range(100)}},
    "two texts": {"one": "x" * 50_000, "other": "y" * 50_000},
    "a list": {"numbers": list(range(20_000))},
    "many small values": {f"k{number}": number for number in range(2_000)},
    "many values of a line": {f"k{number}": "word " * 20 for number in range(1_000)},
}


@pytest.mark.parametrize("inputs", LARGE.values(), ids=LARGE.keys())
def test_truncated_event_halves_the_size(inputs):
    body = json.dumps({**IDS, "inputs": inputs, "metadata": {"kept": "m"}}, separators=(",", ":")).encode()
    smaller = truncated_event(body, 2_000)

    assert smaller is not None
    assert len(smaller) <= len(body) // 2 + 100
    found = json.loads(smaller)
    assert {key: found[key] for key in IDS} == IDS
    assert "cut from " in json.dumps(found["inputs"])
    assert found["metadata"] == {"kept": "m", "honeyhive": {"cut": ["inputs"]}}


def test_truncated_event_keeps_small_values():
    found = json.loads(
        truncated_event(json.dumps({"inputs": LARGE["one text beside small ones"]}).encode(), 2_000) or b""
    )

    assert {key: value for key, value in found["inputs"].items() if key != "text"} == {
        f"k{number}": number for number in range(100)
    }


@pytest.mark.parametrize("event", [{"inputs": {"text": "x" * 3_900}}, {"error": "x" * 10_000, "inputs": {"a": 1}}])
def test_truncated_event_is_none_if_nothing_can_be_cut(event):
    assert truncated_event(json.dumps(event).encode(), 2_000) is None
