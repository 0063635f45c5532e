"""Batches of events, in one session or in several."""

import uuid

import pytest

SESSION_ID = "6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10"
OTHER_ID = "7a1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a11"


def events(*names, **more):
    return [{"event_type": "tool", "event_name": name, "inputs": {}, **more} for name in names]


def test_event_ids_are_in_the_order_of_the_events(post, server):
    ids = [str(uuid.uuid4()) for _ in range(5)]

    answer = post("/v1/events/batch", {"events": [{**events("e")[0], "event_id": each} for each in ids]})

    assert (answer["event_ids"], answer["success"]) == (ids, True)
    assert [event["event_id"] for event in server.events()] == ids


def test_events_of_a_batch_have_their_own_sessions_by_default(post, server):
    answer = post("/v1/events/batch", {"events": events("a", "b")})

    assert "session_id" not in answer
    assert len({event["session_id"] for event in server.events()}) == 2


def test_session_id_is_returned_if_the_events_share_it(post):
    answer = post("/v1/events/batch", {"events": events("a", "b", session_id=SESSION_ID)})

    assert answer["session_id"] == SESSION_ID


def test_single_session_creates_one_session_from_session_properties(post, server):
    properties = {
        "session_name": "nightly",
        "start_time": 1767323045123,
        "user_properties": {"u": 1},
        "metadata": {"m": 1},
    }

    answer = post(
        "/v1/events/batch", {"single_session": True, "session_properties": properties, "events": events("a", "b")}
    )

    (session,) = server.sessions()
    assert session["session_id"] == answer["session_id"]
    assert session["event_name"] == "nightly"
    assert {key: session[key] for key in ("start_time", "user_properties", "metadata")} == {
        key: properties[key] for key in ("start_time", "user_properties", "metadata")
    }
    assert sorted(child["event_name"] for child in session["children"]) == ["a", "b"]


@pytest.mark.parametrize(
    ("ids", "kept"), [([SESSION_ID, None], True), ([SESSION_ID, SESSION_ID], True), ([SESSION_ID, OTHER_ID], False)]
)
def test_single_session_uses_the_common_session_id_or_a_new_one(post, server, ids, kept):
    sent = [
        {**event, **({"session_id": each} if each else {})} for event, each in zip(events("a", "b"), ids, strict=True)
    ]

    answer = post("/v1/events/batch", {"single_session": True, "events": sent})

    assert (answer["session_id"] == SESSION_ID) is kept
    assert {event["session_id"] for event in server.events()} == {answer["session_id"]}


def test_single_session_merges_into_an_existing_session(post, server):
    post("/v1/sessions", {"session_id": SESSION_ID, "session_name": "there", "metadata": {"a": 1}})

    post(
        "/v1/events/batch",
        {
            "single_session": True,
            "session_properties": {"session_name": "new", "metadata": {"b": 2}},
            "events": events("a", session_id=SESSION_ID),
        },
    )

    (session,) = server.sessions()
    assert (session["event_name"], session["metadata"]) == ("there", {"a": 1, "b": 2})


def test_an_id_twice_in_one_batch_is_stored_once(post, server):
    twice = {"event_id": OTHER_ID, "session_id": SESSION_ID}

    answer = post("/v1/events/batch", {"events": events("first", "second", **twice)})

    assert answer["event_ids"] == [OTHER_ID, OTHER_ID]
    assert [event["event_name"] for event in server.events()] == ["first"]


def test_one_invalid_event_is_400_and_stores_nothing(http, server):
    answer = http.post("/v1/events/batch", json={"events": [*events("good"), {"event_type": "tool"}]})

    assert answer.status_code == 400
    assert "events.1: inputs is missing" in answer.json()["message"]
    assert server.events() == []


def test_an_empty_batch_stores_nothing(post, server):
    assert post("/v1/events/batch", {"events": []}) == {"event_ids": [], "success": True}
    assert server.sessions() == []


def test_session_id_of_the_path_overrides_that_of_the_events(post, server):
    answer = post(f"/v1/sessions/{SESSION_ID}/events/batch", {"events": events("a", "b", session_id=OTHER_ID)})

    assert answer == {"success": True}
    assert [event["session_id"] for event in server.events()] == [SESSION_ID, SESSION_ID]


def test_a_path_session_id_that_is_not_a_uuid_is_400_on_v1(http):
    assert http.post("/v1/sessions/chat-42/events/batch", json={"events": []}).status_code == 400


@pytest.mark.parametrize("single", ["single_session", "is_single_session"])
@pytest.mark.parametrize("properties", ["session_properties", "session"])
def test_the_unversioned_batch_accepts_the_legacy_option_names(post, server, single, properties):
    answer = post(
        "/events/batch", {single: True, properties: {"session_name": "old"}, "events": events("a", project="p")}
    )

    (session,) = server.sessions()
    assert (session["event_name"], session["project"]) == ("old", "p")
    assert session["session_id"] == answer["session_id"]
    assert server.events()[0]["project"] == "p"


def test_the_unversioned_batch_keeps_arbitrary_ids(post, server):
    post("/events/batch", {"events": [{"event_id": "mine", "session_id": "chat 42"}]})

    (event,) = server.events()
    assert (event["event_id"], event["session_id"], event["inputs"]) == ("mine", "chat 42", {})
