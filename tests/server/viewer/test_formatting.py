"""Formatting of values, messages and time axes, without a browser."""

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from honeyhive_server.store.session_totals import TOKENS
from honeyhive_server.viewer import conversation, json_html, timeline
from honeyhive_server.viewer import format as formats
from honeyhive_server.viewer.event_numbers import number

NOTHING = "\u2013"
VALUES = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["messages", "role", "content", "tool_calls", "function", "name", "choices", "message", "text"]
            ),
            inner,
            max_size=4,
        )
    ),
)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (True, "true"),
        (1.0, "1"),
        (2 / 3, "0.6667"),
        (1234.5, "1,234"),
        (1.5e7, "15,000,000"),
        (1e300, "1e+300"),
        (0.0000012345, "1.234e-06"),
        ("shipping", "shipping"),
        (None, "\N{EN DASH}"),
    ],
)
def test_scores(value, said):
    assert formats.score(value) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [(0.25, "+0.25"), (-1 / 3, "\N{MINUS SIGN}0.3333"), (0, "\N{PLUS-MINUS SIGN}0"), (None, "\N{EN DASH}")],
)
def test_differences_have_a_sign(value, said):
    assert formats.signed(value) == said


@pytest.mark.parametrize(
    ("ms", "said"),
    [
        (0, "0 ms"),
        (0.42, "0.42 ms"),
        (49.4, "49 ms"),
        (1180, "1.18 s"),
        (61_000, "1 m 01 s"),
        (3_720_000, "1 h 02 m"),
        (None, NOTHING),
        (True, NOTHING),
        (-1, NOTHING),
        (math.inf, NOTHING),
    ],
)
def test_durations(ms, said):
    assert formats.duration(ms) == said


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (12, "$12.00"),
        (0.0123456, "$0.0123"),
        (0.0000021, "$0.00000210"),
        (0, "$0.00"),
        ("1", NOTHING),
        (math.inf, NOTHING),
    ],
)
def test_costs(amount, said):
    assert formats.cost(amount) == said


@pytest.mark.parametrize(
    ("ms", "said"),
    [(0, "0 ms"), (0.5, "0.5 ms"), (200, "200 ms"), (1500, "1.5 s"), (120_000, "2 m"), (7_200_000, "2 h")],
)
def test_marks_of_an_axis(ms, said):
    assert formats.mark(ms) == said


def test_share_is_100_percent_only_if_complete():
    assert [formats.share(*each) for each in ((0, 0), (2, 2), (1999, 2000), (18, 19), (0, 3), (1, 2000))] == [
        NOTHING,
        "100%",
        "99%",
        "95%",
        "0%",
        "0%",
    ]


def test_a_time_outside_the_calendar_is_shown_as_a_number():
    assert formats.moment(1e300) == "1e+300"
    assert 'datetime="2023-11-14T22:13:20.000Z"' in formats.moment(1_700_000_000_000)


def test_tokens_come_from_the_first_field_with_a_number():
    assert number({"metadata": {"total_tokens": 5, "prompt_tokens": 1}}, TOKENS) == 5
    assert number({"metadata": {"total_tokens": "5", "prompt_tokens": 1, "completion_tokens": 2}}, TOKENS) == 3
    assert number({"metadata": {}, "inputs": {"usage": {"total_tokens": 7}}}, TOKENS) == 7
    assert number({"metadata": {"total_tokens": None}}, TOKENS) is None


def test_tool_calls_and_message_parts_are_found():
    call = {"function": {"name": "track", "arguments": '{"parcel": 1}'}}
    parts = [{"type": "text", "text": "Look:"}, {"type": "image_url", "image_url": {"url": "x"}}]
    found = conversation.of_inputs({"chat_history": [{"role": "user", "content": parts}], "n": 1})
    answer = conversation.of_outputs(
        {"choices": [{"message": {"role": "assistant", "content": None, "tool_calls": [call]}}]}, "model"
    )

    assert found.messages == [conversation.Message("user", 'Look:\n{"type":"image_url","image_url":{"url":"x"}}')]
    assert found.rest == {"n": 1}
    odd = conversation.of_inputs({"messages": [{"role": "user"}, {"role": "user", "parts": "Hello"}]})
    assert [message.text for message in odd.messages] == ["", "Hello"]
    assert answer.messages == [
        conversation.Message("assistant", "", (conversation.ToolCall("track", '{"parcel": 1}'),))
    ]


@given(VALUES, VALUES)
def test_arbitrary_inputs_and_outputs_can_be_shown(inputs, outputs):
    for found in (conversation.of_inputs(inputs), conversation.of_outputs(outputs, "model")):
        assert len(conversation.preview(found)) <= 160
        json_html.fields(found.rest if isinstance(found.rest, dict) else {"": found.rest})
        for message in found.messages:
            json_html.fields({call.name: call.arguments for call in message.calls})


def test_a_huge_string_is_cut_with_a_notice():
    (field,) = json_html.fields({"text": "x" * (json_html.MAX_SHOWN + 1000)})

    assert len(field.shown) < json_html.MAX_SHOWN + 100
    assert "1,000 more characters" in field.shown


@given(VALUES)
def test_pretty_json_without_tags_is_the_json(value):
    shown = json_html.pretty(value)

    assert (
        shown.striptags().split() == formats.visible(json_html.json.dumps(value, indent=2, ensure_ascii=False)).split()
    )


def test_json_is_colored_with_html_elements():
    shown = json_html.pretty({"a": ["b", 1]}) + json_html.fields({"empty": ""})[0].shown

    assert re.findall(r"<(\w+) class=\"(\w+)\">", shown) == [("span", kind) for kind in ("k", "s", "n", "faint")]
    assert re.findall(r"</(\w+)>", shown) == ["span"] * 4


@given(st.floats(min_value=1e-3, max_value=1e13))
def test_axis_has_two_to_five_round_marks(span):
    marks = timeline.ticks(span)

    assert 2 <= len(marks) <= timeline.TICKS + 1
    assert marks[0] == (0, "0.00%")
    assert all(time <= span for time, _ in marks)
