"""An event without an end is completed by a second post with its id; other events are not replaced."""

import pytest

SESSION_ID = "6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10"
EVENT_ID = "0c2e7f0a-7d53-4be6-8f0b-1b6f6a6f2b01"
OTHER_ID = "11111111-2222-4333-8444-555555555555"
EARLY = {
    "event_id": EVENT_ID,
    "session_id": SESSION_ID,
    "event_type": "chain",
    "event_name": "plan",
    "start_time": 1_790_000_000_000,
    "inputs": {"q": "why"},
    "metadata": {"a": 1, "honeyhive": {"running": True}},
}
WHOLE = {
    **EARLY,
    "event_type": "model",
    "metadata": {"b": 2},
    "outputs": {"text": "because"},
    "error": "late",
    "end_time": 1_790_000_002_000,
    "duration": 2000,
}
ROUTES = ["/v1/events", "/v1/events/batch"]


@pytest.fixture
def sent(post):
    """Return a function that posts an event, alone or in a batch."""

    def send(route, event):
        post(route, {"events": [event]} if route.endswith("batch") else event)

    return send


def fetch(http):
    return http.get(f"/v1/events/{EVENT_ID}").json()["event"]


@pytest.mark.parametrize("route", ROUTES)
def test_a_second_post_completes_an_event_without_an_end(sent, http, server, route):
    sent(route, EARLY)
    assert fetch(http)["metadata"]["honeyhive"] == {"running": True}
    sent(route, WHOLE)

    event = fetch(http)
    assert event["metadata"] == {"b": 2}
    assert {name: event[name] for name in ("event_type", "inputs", "outputs", "error", "end_time", "duration")} == {
        "event_type": "model",
        "inputs": {"q": "why"},
        "outputs": {"text": "because"},
        "error": "late",
        "end_time": 1_790_000_002_000,
        "duration": 2000,
    }
    assert len(server.events()) == 1


def test_a_first_version_that_arrives_late_or_again_replaces_nothing(sent, http):
    sent(ROUTES[1], WHOLE)
    whole = fetch(http)
    sent(ROUTES[1], EARLY)
    sent(ROUTES[1], {**WHOLE, "outputs": {"text": "other"}})

    assert fetch(http) == whole


def test_what_an_update_has_merged_in_between_stays(sent, http):
    sent(ROUTES[0], {**EARLY, "feedback": {"x": 1}})
    http.put(f"/v1/events/{EVENT_ID}", json={"feedback": {"rating": 5}, "outputs": {"draft": True}})
    sent(ROUTES[0], {**WHOLE, "outputs": {}})

    event = fetch(http)
    assert (event["feedback"], event["outputs"]) == ({"x": 1, "rating": 5}, {"draft": True})


def test_an_end_that_an_update_has_set_does_not_keep_the_final_version_out(sent, http):
    sent(ROUTES[0], EARLY)
    http.put(f"/v1/events/{EVENT_ID}", json={"feedback": {"rating": 5}, "duration": 5})
    sent(ROUTES[0], WHOLE)

    event = fetch(http)
    assert (event["duration"], event["outputs"], event["error"]) == (2000, {"text": "because"}, "late")
    assert (event["feedback"], "honeyhive" in event["metadata"]) == ({"rating": 5}, False)


def test_an_object_that_the_step_has_emptied_is_empty(sent, http):
    sent(ROUTES[0], {**EARLY, "outputs": {"partial": 1}, "metrics": {"m": 1}})
    sent(ROUTES[0], {**WHOLE, "outputs": {}, "metrics": {}})

    event = fetch(http)
    assert (event["outputs"], event["metrics"]) == ({}, {})


def test_events_of_several_sessions_are_completed_in_one_batch(post, http, server):
    other = {**EARLY, "event_id": OTHER_ID, "session_id": OTHER_ID.replace("1", "7")}
    post("/v1/events/batch", {"events": [EARLY, other]})
    new = {**WHOLE, "event_id": OTHER_ID.replace("2", "3"), "session_id": OTHER_ID.replace("2", "4")}
    ended = {**WHOLE, "event_id": OTHER_ID, "session_id": other["session_id"]}
    post("/v1/events/batch", {"events": [WHOLE, new, ended, WHOLE]})

    assert [event["duration"] for event in server.events() if event["event_type"] != "session"] == [2000] * 3
