import copy
from collections import deque
from uuid import UUID

import pytest

from honeyhive import InvalidRequestError
from honeyhive._core.arguments import check
from tests.core.samples import EVENTS, LOGS, SHAPES, UUID_TEXT, field, operation, request


class Model:
    def __init__(self, **values):
        self.values = values

    def to_dict(self):
        return dict(self.values)


def checked(body, /, *fields, **more):
    return check(request(operation(*fields, **more), body), SHAPES).body


def refused(body, /, *fields, **more):
    with pytest.raises(InvalidRequestError) as caught:
        checked(body, *fields, **more)
    return str(caught.value)


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("string", "x"),
        ("number", 1),
        ("number", 1.5),
        ("integer", 3),
        ("boolean", False),
        ("object", {"a": 1}),
        ("array", ["a"]),
    ],
)
def test_a_value_of_its_type_passes(kind, value):
    assert checked({"x": value}, field("x", kind)) == {"x": value}


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        ("string", 1, "x must be a str, not int"),
        ("number", True, "x must be a number, not bool"),
        ("number", "1", "x must be a number, not str"),
        ("number", float("nan"), "x must be a number, not nan"),
        ("number", float("inf"), "x must be a number, not inf"),
        ("integer", True, "x must be an int, not bool"),
        ("integer", 1.5, "x must be an int, not 1.5"),
        ("boolean", 1, "x must be a bool, not int"),
        ("object", [], "x must be a JSON object, not list"),
        ("array", "abc", "x must be a list, not str"),
        ("array", b"abc", "x must be a list, not bytes"),
        ("array", {"a"}, "x must be a list, not set"),
    ],
)
def test_a_value_of_another_type_is_refused_by_name(kind, value, words):
    assert refused({"x": value}, field("x", kind)) == words


def test_the_message_has_the_argument_and_not_the_key_on_the_wire():
    assert "date_range must be" in refused({"dateRange": 1}, field("dateRange", "object", argument="date_range"))


def test_an_integral_float_is_sent_as_an_integer():
    body = checked({"limit": 3.0}, field("limit", "integer"))

    assert body == {"limit": 3}
    assert isinstance(body["limit"], int)


def test_a_field_without_types_takes_anything():
    assert checked({"x": [1, {"a": None}]}, field("x")) == {"x": [1, {"a": None}]}


def test_any_sequence_is_sent_as_a_list():
    assert checked({"x": deque(["a"])}, field("x", "array")) == {"x": ["a"]}


def test_a_uuid_is_accepted_for_a_string():
    assert checked({"x": UUID(UUID_TEXT)}, field("x", "string")) == {"x": UUID_TEXT}


def test_none_is_null_where_null_is_allowed_and_absent_elsewhere():
    fields = (field("a", "string", nullable=True), field("b", "string"))

    assert checked({"a": None, "b": None}, *fields) == {"a": None}


def test_none_in_a_nested_object_follows_the_same_rule():
    event = {"event_type": "tool", "error": None, "source": None, "unknown": None}

    assert checked({"events": [event]}, EVENTS) == {"events": [{"event_type": "tool", "error": None, "unknown": None}]}


def test_a_required_argument_that_is_missing_is_named():
    assert refused({}, field("x", "string", required=True)) == "x is required"
    assert refused({"x": None}, field("x", "string", required=True)) == "x is required"


@pytest.mark.parametrize(
    ("events", "words"),
    [
        ([{"event_type": "tool"}, {}], "events[1].event_type is required"),
        ([{"event_type": "chain"}], "events[0].event_type must be one of model, tool; not 'chain'"),
        ([{"event_type": "tool", "event_id": "7"}], "events[0].event_id must be a UUID"),
        (
            [{"event_type": "tool", "start_time": "noon"}],
            "events[0].start_time is not an ISO 8601 date and time: 'noon'; ",
        ),
        ([{"event_type": "tool", "inner": {"end_time": True}}], "events[0].inner.end_time must be"),
        ([{"event_type": "tool", "inner": 3}], "events[0].inner must be a JSON object, not int"),
        (["tool"], "events[0] must be a JSON object, not str"),
    ],
)
def test_a_fault_in_a_nested_object_is_named_by_its_place(events, words):
    assert refused({"events": events}, EVENTS).startswith(words)


def test_nested_times_are_converted_and_unknown_keys_left_alone():
    event = {"event_type": "tool", "start_time": "1970-01-01T00:00:01Z", "strange": {"start_time": "noon"}}

    assert checked({"events": [event]}, EVENTS)["events"] == [
        {"event_type": "tool", "start_time": 1000, "strange": {"start_time": "noon"}}
    ]


def test_models_are_taken_everywhere():
    body = {"events": [Model(event_type="tool", inner=Model(end_time="1970-01-01T00:00:01Z"))], "x": Model(a=1)}

    assert checked(body, EVENTS, field("x", "object")) == {
        "events": [{"event_type": "tool", "inner": {"end_time": 1000}}],
        "x": {"a": 1},
    }


def test_the_arguments_of_the_caller_are_not_mutated():
    body = {"events": [{"event_type": "tool", "source": None, "inner": {"end_time": "1970-01-01T00:00:01Z"}}]}
    before = copy.deepcopy(body)

    checked(body, EVENTS)

    assert body == before


@pytest.mark.parametrize(
    ("body", "count"), [({}, "none was"), ({"events": [], "logs": []}, "2 were"), ({"logs": None}, "none was")]
)
def test_exactly_one_of_a_group_must_be_given(body, count):
    message = refused(body, EVENTS, LOGS, exactly_one=(("events", "logs"),))

    assert message == f"things.create takes exactly one of events=, logs= (deprecated); {count} given"


def test_a_whole_body_is_checked_as_one_argument():
    row = field("body", "object", required=True, shape="Event")

    assert checked({"event_type": "tool"}, row, body="whole") == {"event_type": "tool"}
    assert refused({"event_type": 1}, row, body="whole") == "body.event_type must be a str, not int"


def test_a_body_key_named_like_a_path_parameter_has_its_value():
    row = operation(field("id", "string", location="path", kind="uuid"), path="/things/{id}")

    arguments = check(request(row, {"id": UUID(UUID_TEXT)}, path={"id": UUID(UUID_TEXT)}), SHAPES)

    assert arguments.path == arguments.body == {"id": UUID_TEXT}


def test_a_path_parameter_of_kind_uuid_must_be_one():
    row = operation(field("id", "string", location="path", kind="uuid"), path="/things/{id}")

    with pytest.raises(InvalidRequestError, match=r"^id must be a UUID"):
        check(request(row, {}, path={"id": "mine"}), SHAPES)
