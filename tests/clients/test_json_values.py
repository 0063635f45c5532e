"""Python values in the free-form objects of direct calls."""

import dataclasses
import enum
import json
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import PurePosixPath
from uuid import UUID

import attrs
import numpy
import pydantic
import pytest

from honeyhive import InvalidRequestError
from honeyhive._client.json_values import json_value
from honeyhive._tracing.payload.encoder import Encoder


class Color(enum.Enum):
    RED = "red"


@dataclasses.dataclass
class Point:
    x: int
    at: datetime


@attrs.define
class Size:
    width: Decimal


class Parcel(pydantic.BaseModel):
    number: UUID


ID = UUID("6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10")
NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
VALUES = {
    "datetime": (NOON, "2026-01-01T12:00:00+00:00"),
    "date": (date(2026, 1, 1), "2026-01-01"),
    "timedelta": (timedelta(seconds=2), 2.0),
    "uuid": (ID, str(ID)),
    "decimal": (Decimal("1.50"), "1.50"),
    "enum": (Color.RED, "red"),
    "path": (PurePosixPath("/a/b"), "/a/b"),
    "dataclass": (Point(1, NOON), {"x": 1, "at": "2026-01-01T12:00:00+00:00"}),
    "attrs": (Size(Decimal(1)), {"width": "1"}),
    "pydantic": (Parcel(number=ID), {"number": str(ID)}),
    "numpy": (numpy.array([[1, 2]]), [[1, 2]]),
    "numpy scalar": (numpy.float64(0.5), 0.5),
    "set": ({2, 1}, [1, 2]),
    "secret": (pydantic.SecretStr("x"), "[masked]"),
}


@pytest.mark.parametrize(("value", "expected"), VALUES.values(), ids=VALUES.keys())
def test_direct_calls_and_tracing_send_the_same_json(value, expected, colour, server):
    colour.done(colour.client().request("POST", "/v1/thing", json={"a": {"b": [value]}}))
    assert server.requests[0].json == {"a": {"b": [expected]}}
    assert json.loads(Encoder().field("inputs", {"a": {"b": [value]}})[0]) == {"a": {"b": [expected]}}


def test_the_arguments_of_a_method_take_them(colour, server):
    server.answers(200, {"success": True, "event_id": str(ID)})
    colour.done(colour.client().events.create(event_id=ID, event_type="tool", inputs={"at": NOON}, metadata={"p": ID}))
    sent = server.requests[0].json
    assert (sent["inputs"], sent["metadata"]) == ({"at": NOON.isoformat()}, {"p": str(ID)})


def test_json_value_does_not_truncate():
    assert len(json_value(numpy.zeros(20_000))) == 20_000


@pytest.mark.parametrize(
    ("value", "fault"),
    [
        (object(), r"inputs\.a\[0\]\.x is a object, which JSON cannot represent"),
        (b"x", r"inputs\.a\[0\]\.x is a bytes, .*base64"),
        (numpy.float32("nan"), r"inputs\.a\[0\]\.x is nan"),
        (object, r"inputs\.a\[0\]\.x is a type"),
    ],
)
def test_a_value_without_json_is_an_error_with_its_place(value, fault, colour, server):
    with pytest.raises(InvalidRequestError, match=fault):
        colour.done(
            colour.client().events.create(event_type="tool", inputs={"a": [Point(value, NOON)]})  # type: ignore[arg-type]
        )
    assert server.requests == []


def test_a_value_that_contains_itself_is_an_error(colour, server):
    point = Point(1, NOON)
    point.x = point
    with pytest.raises(InvalidRequestError, match="contains itself"):
        colour.done(colour.client().request("POST", "/v1/thing", json={"a": point}))


@dataclasses.dataclass
class Hiding:
    shown: int
    hidden: int = dataclasses.field(default=2, repr=False)


@attrs.define
class HidingToo:
    shown: int
    hidden: int = attrs.field(default=2, repr=False)


@pytest.mark.parametrize("kind", [Hiding, HidingToo])
def test_fields_without_a_repr_are_sent(kind):
    assert json_value(kind(1)) == {"shown": 1, "hidden": 2}
