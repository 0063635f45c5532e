"""Malformed attributes: every span becomes an event that is valid JSON."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from honeyhive._semconv import event_of
from honeyhive._semconv.attribute_parsing import parsed
from honeyhive._semconv.mapping.rules import EVENT_RULES, SPAN_RULES
from honeyhive._semconv.nesting import nest

from .span_factory import span

KEYS = [row.key for row in SPAN_RULES]
leaves = (
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=4)
)
values = st.recursive(
    leaves | st.sampled_from(['{"a": [1]}', "[1, 2]", '[{"type": "text"}]', '{"messages": [1]}', "NaN", "[1e999]"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["role", "content", "parts", "tool_calls", "message", "type", "id"]), inner)
    ),
    max_leaves=8,
)
names = st.one_of(
    st.sampled_from([key for key in KEYS if not key.endswith("*")]),
    st.builds(
        lambda key, rest: key.removesuffix("*") + rest,
        st.sampled_from([key for key in KEYS if key.endswith("*")]),
        st.sampled_from(["0", "0.message", "0.message.role", "1.message.content", "x", "", ".", "0.tool_calls.0"]),
    ),
    st.text(max_size=4),
)
attributes = st.dictionaries(names, values, max_size=12)
events = st.lists(
    st.tuples(st.sampled_from([row.key for row in EVENT_RULES] + ["x"]), st.just(1), attributes), max_size=3
)


@settings(max_examples=150, deadline=None)
@given(attributes, events, st.sampled_from(["ok", "error"]))
def test_any_attributes_make_an_event(attributes, events, status):
    event = event_of(span(attributes, events=events, status_code=status))

    json.dumps(event, allow_nan=False)
    assert event["event_type"] in ("model", "tool", "chain")
    assert all(isinstance(event[bucket], dict) for bucket in ("inputs", "outputs", "config", "metadata", "metrics"))
    assert (event.get("error") is not None) >= (status == "error")


def test_a_name_with_many_dots_does_not_create_a_deep_value():
    event = event_of(span({"honeyhive_inputs." + "a." * 10_000 + "b": 1}))

    assert json.dumps(event).count("{") < 50


@pytest.mark.parametrize("text", ["[" * 100_000, "[" * 200 + "]" * 200, "NaN", "[Infinity]", "[1e999]", "{", ""])
def test_json_that_is_too_deep_or_invalid_stays_a_string(text):
    assert parsed(text) == text


def test_a_number_beyond_64_bits_becomes_the_nearest_double():
    assert parsed("[18446744073709551615, 18446744073709551616]") == [2**64 - 1, 1.8446744073709552e19]


def test_missing_list_indexes_are_skipped():
    assert nest({"0": "a", "7": "b", "10": "c"}) == ["a", "b", "c"]
    assert nest({"0": "a", "x": "b"}) == {"0": "a", "x": "b"}
