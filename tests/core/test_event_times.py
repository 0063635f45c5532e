"""The start of an event that has a duration."""

import time

import pytest

from honeyhive import HoneyHive
from honeyhive._core.added_values import with_starts
from honeyhive_server import LocalServer
from tests.core.samples import operation

SINGLE, BATCH = operation(client_ids=("event_id",)), operation(client_ids=("events[].event_id",))
WRAPPED = operation(client_ids=("event.event_id", "event.session_id"))


def test_an_event_with_a_duration_ends_now():
    before = time.time() * 1000
    sent = with_starts(SINGLE, {"duration": 1500})
    assert before - 1501 <= sent["start_time"] <= time.time() * 1000 - 1500


def test_an_end_that_is_given_is_the_end():
    assert with_starts(SINGLE, {"duration": 1500, "end_time": 10_000})["start_time"] == 8_500


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"duration": 5, "start_time": 7},
        {"duration": None},
        {"duration": "5"},
        {"duration": True},
        {"duration": -5},
        {"duration": float("inf")},
        {"duration": float("nan")},
        {"duration": 10**400},
        {"end_time": 5},
    ],
)
def test_start_times_are_only_added_to_events_with_a_duration_and_no_start(body):
    assert with_starts(SINGLE, body) is body


def test_start_times_are_set_in_copies_of_batches_and_wrapped_events():
    body = {"events": [{"duration": 5, "end_time": 100}, {"a": 1}]}
    assert with_starts(BATCH, body)["events"] == [{"duration": 5, "end_time": 100, "start_time": 95}, {"a": 1}]
    assert body["events"][0] == {"duration": 5, "end_time": 100}
    assert with_starts(WRAPPED, {"event": {"duration": 5, "end_time": 100}})["event"]["start_time"] == 95
    assert with_starts(WRAPPED, {"event": None}) == {"event": None}


def test_start_time_is_sent():
    with LocalServer() as server, HoneyHive(api_key="hh_test", base_url=server.url) as hh:
        session = hh.sessions.create(session_name="s")
        hh.events.create(session_id=session.session_id, event_type="tool", inputs={}, duration=2000)
        stored = server.events()[0]
    assert stored["start_time"] + stored["duration"] <= time.time() * 1000 + 1
