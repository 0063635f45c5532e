"""Replies as Mappings over their wire keys, as other libraries use them."""

import json
import pickle
from collections.abc import Mapping
from typing import Any

import pytest
from honeyhive_api.api.sessions import list_sessions
from honeyhive_api.models import EventList, FoundEvent, MetricDetail, Session, SessionEvent
from honeyhive_api.types import UNSET
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter
from rich.pretty import pretty_repr

EVENT = {"event_id": "e", "event_type": "tool", "inputs": {"x": 1}, "error": None, "brand_new": [{"y": 2}]}
PAGE = {"events": [EVENT, {"event_id": "f", "event_name": "answer"}], "count": 2}

json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from([*FoundEvent.attribute_names(), "brand_new"]) | st.text()


def test_getitem_reads_documented_and_undocumented_keys() -> None:
    event = FoundEvent.from_dict(EVENT)

    assert isinstance(event, Mapping)
    assert (event["event_id"], event["inputs"], event["error"], event["brand_new"]) == ("e", {"x": 1}, None, [{"y": 2}])
    assert "event_id" in event
    assert "brand_new" in event
    assert len(event) == 5
    assert dict(event) == EVENT == event
    assert set(event) == EVENT.keys()


def test_an_unset_key_is_absent() -> None:
    event = FoundEvent.from_dict(EVENT)

    assert event.event_name is UNSET
    assert "event_name" not in event
    assert event.get("event_name", "none") == "none"
    with pytest.raises(KeyError, match="this FoundEvent has no key 'event_name'"):
        event["event_name"]


@given(st.dictionaries(KEYS, json_values))
def test_iteration_agrees_with_to_dict(given: dict[str, Any]) -> None:
    event = FoundEvent.from_dict(given)

    assert list(event) == list(event.to_dict())
    assert len(event) == len(given)
    assert event.to_dict() == given
    assert all(key in event and event[key] == given[key] for key in given)


def test_setitem_sets_the_attribute() -> None:
    event = FoundEvent.from_dict(EVENT)
    event["event_name"], event["newer"] = "answer", 1

    assert event.event_name == "answer"
    assert event.to_dict() == {**EVENT, "event_name": "answer", "newer": 1}


def test_getitem_reads_keys_added_to_additional_properties() -> None:
    event = FoundEvent.from_dict({})
    event.additional_properties["event_name"] = "answer"

    assert (event["event_name"], list(event), event.to_dict()) == ("answer", ["event_name"], {"event_name": "answer"})


def test_the_key_values_is_the_attribute_values_() -> None:
    detail = MetricDetail.from_dict({"metric_name": "m", "values": [1.0, 2.0]})

    assert detail["values"] == detail.values_ == [1.0, 2.0]
    assert list(detail.values()) == ["m", [1.0, 2.0]]
    assert detail.to_dict() == {"metric_name": "m", "values": [1.0, 2.0]}


@pytest.mark.parametrize("reply", [FoundEvent.from_dict({}), Session.from_dict(EVENT)])
def test_bool_of_a_reply_is_true(reply: Mapping[str, Any]) -> None:
    assert reply


def test_equality_ignores_absent_keys_and_the_class() -> None:
    assert FoundEvent.from_dict(EVENT) == SessionEvent.from_dict(EVENT) == EVENT
    assert FoundEvent.from_dict(EVENT) != FoundEvent.from_dict({**EVENT, "source": None})
    assert pickle.loads(pickle.dumps(FoundEvent.from_dict(EVENT))) == EVENT


def test_lists_and_children_are_models() -> None:
    page = EventList.from_dict(PAGE)
    (session,) = list_sessions.read_reply([{"event_id": "s", "children": [{"event_id": "c", "children": [EVENT]}]}])

    assert [type(one) for one in page["events"]] == [FoundEvent, FoundEvent]
    assert session.children
    assert isinstance(session.children[0], SessionEvent)
    assert session.children[0].children[0].event_type == "tool"  # type: ignore[index, union-attr]
    assert session["children"][0]["children"][0]["brand_new"] == [{"y": 2}]


def test_json_dumps_serializes_a_reply() -> None:
    assert json.loads(json.dumps(EventList.from_dict(PAGE), default=dict)) == PAGE


def test_pydantic_serializes_a_reply() -> None:
    assert json.loads(TypeAdapter(EventList).dump_json(EventList.from_dict(PAGE))) == PAGE


def test_the_rich_repr_omits_unset_keys() -> None:
    shown = pretty_repr(FoundEvent.from_dict(EVENT), max_width=40)

    assert "UNSET" not in shown
    assert "    event_id='e'," in shown.splitlines()


def test_ipython_breaks_a_long_repr_into_lines() -> None:
    pretty = pytest.importorskip("IPython.lib.pretty").pretty
    shown = pretty(FoundEvent.from_dict(EVENT), max_width=40).splitlines()

    assert len(shown) == len(EVENT)
    assert "UNSET" not in shown


def test_pandas_makes_a_data_frame_of_replies() -> None:
    frame = pytest.importorskip("pandas").DataFrame(list(EventList.from_dict(PAGE).events))

    assert set(frame.columns) == {*EVENT, "event_name"}
    assert list(frame["event_id"]) == ["e", "f"]


@pytest.mark.parametrize("annotation", [None, EventList])
def test_fastapi_returns_a_reply_as_json(annotation: Any) -> None:
    app = pytest.importorskip("fastapi").FastAPI()
    app.get("/", response_model=annotation)(lambda: EventList.from_dict(PAGE))
    client = pytest.importorskip("fastapi.testclient").TestClient(app)

    assert client.get("/").json() == PAGE
