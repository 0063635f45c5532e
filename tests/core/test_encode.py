import json
import uuid
from datetime import UTC, datetime
from decimal import Decimal
from urllib.parse import parse_qsl

import pytest
from honeyhive_api.encoding import json_bytes, query_string
from hypothesis import given
from hypothesis import strategies as st

from honeyhive import InvalidRequestError

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(JSON)
def test_json_bytes_round_trips_any_json(value):
    assert json.loads(json_bytes(value)) == value


def test_json_bytes_is_compact_utf8():
    assert json_bytes({"a": ["ä", 1.0, None, True]}) == '{"a":["ä",1.0,null,true]}'.encode()


def test_json_bytes_encodes_models_inside_of_lists():
    class Model:
        def to_dict(self):
            return {"b": 1}

    assert json_bytes({"a": [Model()]}) == b'{"a":[{"b":1}]}'


def cyclic():
    value = {"list": []}
    value["list"].append(value)
    return value


def deep():
    value = []
    for _ in range(100_000):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("value", "place", "way_out"),
    [
        (float("nan"), "a.b[1] is nan", "None or a string"),
        (float("-inf"), "a.b[1] is -inf", "None or a string"),
        (b"x", "a.b[1] is a bytes", "base64"),
        (datetime(2024, 1, 1, tzinfo=UTC), "a.b[1] is a datetime", ".isoformat()"),
        (uuid.uuid4(), "a.b[1] is a UUID", "str()"),
        (Decimal(1), "a.b[1] is a Decimal", "float()"),
        ({1}, "a.b[1] is a set", "list"),
        (object(), "a.b[1] is a object", "dicts"),
        (object, "a.b[1] is a type", "dicts"),
        ("\ud800", "a.b[1] contains a lone surrogate", "replace"),
        ({("x",): 1}, "a.b[1] has a key of type tuple", "keys must be str"),
        ({"\udc00": 1}, "a.b[1] has a key that contains a lone", "replace"),
        ({float("nan"): 1}, "a.b[1] has a key that is nan", "a string"),
        (cyclic(), "a.b[1].list[0] contains itself", ""),
        (deep(), "nested too deeply", ""),
    ],
)
def test_a_value_without_json_raises_with_its_place_and_a_hint(value, place, way_out):
    with pytest.raises(InvalidRequestError) as caught:
        json_bytes({"a": {"b": [0, value]}})

    assert place in str(caught.value)
    assert way_out in str(caught.value)
    assert caught.value.__context__ is None


def test_a_number_too_long_for_json_is_an_invalid_request_error():
    with pytest.raises(InvalidRequestError, match="the body"):
        json_bytes(10**5000)


@pytest.mark.parametrize(
    ("pairs", "text"),
    [
        ({}, ""),
        ({"a": True, "b": False}, "a=true&b=false"),
        ({"a": 1, "b": 1.5}, "a=1&b=1.5"),
        ({"ids[]": ["x", "y z"]}, "ids[]=x&ids[]=y%20z"),
        ({"a": "ä&="}, "a=%C3%A4%26%3D"),
        ({"a": None, "b": []}, ""),
        ({"a": {"b": 1}}, "a=%7B%22b%22%3A1%7D"),
    ],
)
def test_query_string_of_each_type(pairs, text):
    assert query_string(pairs) == text


def test_a_query_value_of_kind_json_is_a_json_string():
    text = query_string({"query": {"a": [1, True]}, "names": ["x"], "word": "x"}, frozenset({"query", "names", "word"}))

    assert parse_qsl(text) == [("query", '{"a":[1,true]}'), ("names", '["x"]'), ("word", '"x"')]


@given(st.dictionaries(st.text(min_size=1), st.text(min_size=1)))
def test_a_query_is_read_back_as_it_was(pairs):
    assert dict(parse_qsl(query_string(pairs))) == pairs


@pytest.mark.parametrize("value", ["\ud800", float("nan"), b"x", ["a", b"x"]])
def test_a_query_value_that_cannot_be_encoded_is_named(value):
    with pytest.raises(InvalidRequestError, match=r"^name "):
        query_string({"name": value})
