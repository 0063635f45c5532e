"""Encoding of any value: strict JSON within limits, as the value was at the call."""

import copy
import itertools
import json
import math
import threading
from collections import OrderedDict, UserDict, deque, namedtuple
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from pathlib import Path
from unittest.mock import MagicMock
from uuid import UUID

import attrs
import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from honeyhive._tracing.limits import EncodingLimits
from honeyhive._tracing.payload.encoder import Encoder
from honeyhive._tracing.payload.json_forms import json_form
from honeyhive._tracing.payload.masking import MASKED, harmless

ENCODER = Encoder()


def sent(value, encoder=ENCODER):
    """Return the encoded values, read by a strict parser, and the notes."""
    text, notes = encoder.field("inputs", value)
    return orjson.loads(text), list(notes)


class Hostile:
    def __init__(self, error=ValueError):
        self._error = error

    def _raise(self, *_):
        raise self._error("hostile")

    __repr__ = __str__ = __iter__ = __len__ = __bool__ = __hash__ = __eq__ = _raise


class Claims(Hostile):
    """An object that claims to have every attribute."""

    def __getattr__(self, name):
        return self


class HostileDict(dict):
    def items(self):
        raise RuntimeError("hostile")

    keys = __iter__ = values = __len__ = items


class Colour(Enum):
    RED = "red"


@dataclass
class Point:
    x: int
    api_key: str = "s3cret"
    hidden: str = field(default="hidden", repr=False)


@attrs.define
class Parcel:
    weight: float
    tags: set = attrs.field(factory=set)


Pair = namedtuple("Pair", "left right")


def cycle():
    value = {"list": []}
    value["list"].append(value)
    return value


def deep(levels=10_000):
    value = []
    for _ in range(levels):
        value = [value]
    return value


def wide_cycle():
    value = []
    value += [value, value]
    return value


CORPUS = {
    "generator": (number for number in range(3)),
    "lock": threading.Lock(),
    "hostile": Hostile(),
    "hostile type error": Hostile(TypeError),
    "hostile recursion": Hostile(RecursionError),
    "claims all": Claims(),
    "mock": MagicMock(),
    "hostile dict": HostileDict(a=1),
    "cycle": cycle(),
    "wide cycle": wide_cycle(),
    "deep": deep(),
    "nan": math.nan,
    "infinity": -math.inf,
    "huge int": 10**5000,
    "surrogate": "half \ud800",
    "long text": "x" * 50_000_000,
    "many nodes": list(range(300_000)),
    "bytes": b"\x00" * 5_000_000,
    "module": json,
    "coroutine function": pytest.fixture,
}


@pytest.mark.parametrize("value", CORPUS.values(), ids=CORPUS.keys())
def test_each_value_of_the_corpus_is_valid_json_with_a_note_for_each_change(value):
    for shape in (value, {"key": value}, [1, value, "after"], (value,)):
        plain, notes = sent(shape)

        assert isinstance(plain, dict)
        assert notes
        assert len(orjson.dumps(plain)) <= 1_000_100


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (datetime(2026, 11, 21, 4, tzinfo=UTC), "2026-11-21T04:00:00+00:00"),
        (date(2026, 11, 21), "2026-11-21"),
        (timedelta(seconds=1.5), 1.5),
        (Decimal("1.10"), "1.10"),
        (Fraction(1, 3), "1/3"),
        (UUID(int=0), "00000000-0000-0000-0000-000000000000"),
        (Path("a/b"), "a/b"),
        (b"hi", "data:application/octet-stream;base64,aGk="),
        (bytearray(b"hi"), "data:application/octet-stream;base64,aGk="),
        ({3, 1, 2}, [1, 2, 3]),
        (frozenset(), []),
        (deque([1]), [1]),
        (range(3), [0, 1, 2]),
        ((1, 2), [1, 2]),
        (Pair(1, 2), {"left": 1, "right": 2}),
        (Colour.RED, "red"),
        (Point(1), {"x": 1, "api_key": MASKED}),
        (Parcel(1.5, {"a"}), {"weight": 1.5, "tags": ["a"]}),
        (OrderedDict(a=1), {"a": 1}),
        (UserDict(a=1), {"a": 1}),
        ({1: "a", None: "b", False: "c", 1.5: "d"}, {"1": "a", "null": "b", "false": "c", "1.5": "d"}),
        (ValueError("wrong"), "ValueError: wrong"),
        (int, "builtins.int"),
        ("é ü 漢 😀", "é ü 漢 😀"),
        (complex(1, 2), "(1+2j)"),
    ],
)
def test_known_types_have_their_json_form_without_a_note(value, expected):
    assert sent({"value": value}) == ({"value": expected}, [])


def test_numpy_values_are_numbers_and_a_large_array_is_described():
    numpy = pytest.importorskip("numpy")

    plain, _ = sent({"one": numpy.float32(0.5), "many": numpy.arange(3), "huge": numpy.zeros((1000, 1000))})

    assert plain["one"] == 0.5
    assert plain["many"] == [0, 1, 2]
    assert plain["huge"]["shape"] == [1000, 1000]


def test_pydantic_models_are_objects_with_secrets_masked():
    pydantic = pytest.importorskip("pydantic")
    model = pydantic.create_model("Model", name=(str, ...), pin_code=(pydantic.SecretStr, ...))

    plain, _ = sent({"model": model(name="a", pin_code="1234")})

    assert plain["model"]["name"] == "a"
    assert "1234" not in json.dumps(plain)


def test_a_value_that_is_not_an_object_is_sent_under_value():
    assert sent("text")[0] == {"value": "text"}
    assert sent([1, 2])[0] == {"value": [1, 2]}
    assert sent(None)[0] == {}


def test_iterators_are_not_consumed():
    stream = iter([1, 2])

    sent({"stream": stream})
    assert list(stream) == [1, 2]


def test_a_huge_string_does_not_crowd_out_the_other_fields():
    plain, notes = sent({"giant": "x" * 3_000_000, "small": "kept", "list": list(range(100))})

    assert plain["small"] == "kept"
    assert plain["list"] == list(range(100))
    assert "3000000 characters in all" in plain["giant"]
    assert notes == ["inputs.giant: cut from 3000000 characters"]


def test_encoding_stops_at_its_time_limit():
    ticks = iter(range(10_000_000))
    encoder = Encoder(EncodingLimits(seconds=50), clock=lambda: float(next(ticks)))

    plain, notes = sent({"values": [Colour.RED] * 5000}, encoder)

    assert len(plain["values"]) < 100
    assert notes


@pytest.mark.parametrize("looks", range(10))
def test_an_item_is_valid_json_at_any_time_limit(looks):
    times = itertools.chain(itertools.repeat(0.0, looks), itertools.repeat(1e9))
    text, notes = Encoder(clock=times.__next__).item("outputs", Colour.RED)

    assert orjson.loads(text) == "red" or notes


@pytest.mark.parametrize("limit", [1_000, 5_000, 50_000])
def test_the_limit_of_bytes_holds_for_long_characters(limit):
    encoder = Encoder(EncodingLimits(bytes=limit))

    text = encoder.field("inputs", {"a": "漢" * limit, "b": '"\\\n' * limit, "c": ["é"] * limit})[0]

    assert len(text) <= limit


scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.binary(max_size=50)
# The values are made later, because hypothesis calls repr() on the values that it chooses from.
others = st.sampled_from([Hostile, Claims, threading.Lock, MagicMock, Decimal, object, HostileDict]).map(
    lambda make: make()
)
values = st.recursive(
    scalars | others,
    lambda inner: (
        st.lists(inner, max_size=5)
        | st.tuples(inner)
        | st.dictionaries(st.text() | st.integers() | st.none() | st.binary(), inner, max_size=5)
    ),
    max_leaves=25,
)


@settings(max_examples=1000, deadline=None)
@given(values)
def test_any_value_is_strict_json(value):
    plain, _ = sent(value)

    assert isinstance(plain, dict)


plain_json = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.floats(-1e9, 1e9) | st.text("aé漢😀", max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", max_size=3), inner, max_size=3),
    max_leaves=6,
)


@settings(max_examples=1000, deadline=None)
@given(st.dictionaries(st.text("abc", max_size=3), plain_json, max_size=3))
def test_plain_json_arrives_as_it_was_at_the_call(value):
    before = copy.deepcopy(value)

    text, notes = ENCODER.field("inputs", value)
    for key in list(value):
        if isinstance(value[key], dict | list):
            value[key].clear()
        value[key] = "changed"

    assert json.loads(text) == before
    assert not notes


def test_json_form_reads_only_the_first_items_of_a_large_collection():
    many = range(1_000)
    for value in ({str(each): 1 for each in many}, dict.fromkeys(many), list(many), set(many), deque(many)):
        content = json_form(value, 10)[1]

        assert len(content) == 10


def test_the_time_limit_covers_the_keys_of_a_large_object():
    keys = {f"name-{number}-of-a-large-object" for number in range(11_000)}
    before = set(harmless)
    clock = itertools.count(step=0.001).__next__
    _, notes = Encoder(clock=clock).field("inputs", dict.fromkeys(keys, 1))

    assert "inputs: the rest is left out" in notes
    assert len(keys & (harmless - before)) < 100
