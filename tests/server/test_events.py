"""POST, GET and PUT of single events."""

import uuid

import pytest

SESSION_ID = "6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10"
EVENT_ID = "0c2e7f0a-7d53-4be6-8f0b-1b6f6a6f2b01"
LEAST = {"event_type": "tool", "inputs": {}}


def fetch(http, event_id):
    return http.get(f"/v1/events/{event_id}").json()["event"]


def test_an_event_is_stored_as_it_was_sent(post, http):
    sent = {
        "event_id": EVENT_ID,
        "session_id": SESSION_ID,
        "parent_id": "someone",
        "project_id": "p-1",
        "event_type": "model",
        "event_name": "answer",
        "source": "test",
        "children_ids": ["a"],
        "config": {"model": "small-1"},
        "inputs": {"q": "où? \U0001f40b"},
        "outputs": {"content": "here"},
        "error": "none",
        "start_time": 1767323045250,
        "end_time": 1767323045990.5,
        "duration": 740,
        "metadata": {"deep": [{"er": None}]},
        "feedback": {"rating": 5},
        "metrics": {"score": 0.5},
        "user_properties": {"plan": "team"},
        "extra": {"kept": True},
    }

    assert post("/v1/events", sent) == {"success": True, "event_id": EVENT_ID}
    stored = fetch(http, EVENT_ID)
    assert {key: stored[key] for key in sent} == sent


def test_ids_are_generated_and_parent_id_defaults_to_the_session(post, http):
    event = fetch(http, post("/v1/events", LEAST)["event_id"])

    assert uuid.UUID(event["event_id"]).version == uuid.UUID(event["session_id"]).version == 4
    assert event["parent_id"] == event["session_id"] != event["event_id"]


def test_event_name_and_source_default_to_unknown(post, http):
    event = fetch(http, post("/v1/events", LEAST)["event_id"])

    assert event["event_name"] == event["source"] == "unknown"


@pytest.mark.parametrize("event_type", ["model", "tool", "chain", "session"])
def test_the_four_event_types_are_accepted(post, event_type):
    assert post("/v1/events", {"event_type": event_type, "inputs": {}})["success"] is True


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"event_type": "tool"},
        {"inputs": {}},
        {"event_type": "generic", "inputs": {}},
        {"event_type": None, "inputs": {}},
        {"event_type": "tool", "inputs": "text"},
        {"event_type": "tool", "inputs": None},
        {**LEAST, "metadata": []},
        {**LEAST, "error": 5},
        {**LEAST, "duration": "long"},
    ],
)
def test_an_event_without_type_or_inputs_is_400(http, server, body):
    assert http.post("/v1/events", json=body).status_code == 400
    assert server.events() == []


@pytest.mark.parametrize("key", ["event_id", "session_id"])
def test_an_event_id_that_is_not_a_uuid_is_replaced_on_v1(http, server, key):
    answer = http.post("/v1/events", json={**LEAST, key: "mine"})

    (event,) = server.events()
    assert uuid.UUID(event[key])
    assert answer.headers["HoneyHive-Lint"] == f"{key}: not a UUID, replaced by a new one"


def test_a_session_event_without_session_id_is_its_own_session(post, server):
    post("/v1/events", {"event_type": "session", "inputs": {}, "event_id": EVENT_ID, "event_name": "root"})

    assert [(each["session_id"], each["event_name"]) for each in server.sessions()] == [(EVENT_ID, "root")]


def test_the_project_of_an_event_defaults_to_default(post, http):
    first = post("/v1/events", {**LEAST, "project": "support"})["event_id"]
    second = post("/v1/events", LEAST)["event_id"]

    assert (fetch(http, first)["project"], fetch(http, second)["project"]) == ("support", "default")


def test_a_repeated_event_id_is_stored_once(post, server):
    for name in ("first", "again"):
        sent = {**LEAST, "session_id": SESSION_ID, "event_id": EVENT_ID, "event_name": name}
        assert post("/v1/events", sent)["event_id"] == EVENT_ID

    assert [event["event_name"] for event in server.events()] == ["first"]


def test_an_unknown_event_is_404(http):
    for answer in (http.get(f"/v1/events/{EVENT_ID}"), http.put(f"/v1/events/{EVENT_ID}", json={"outputs": {}})):
        assert answer.status_code == 404
        assert (answer.json()["statusCode"], answer.json()["success"]) == (404, False)


def test_an_update_merges_objects_and_replaces_outputs(post, http):
    before = {key: {"a": 1, "b": 1} for key in ("metadata", "feedback", "metrics", "config", "user_properties")}
    post("/v1/events", {**LEAST, **before, "event_id": EVENT_ID, "outputs": {"a": 1}})
    changes = {key: {"b": 2} for key in before} | {"outputs": {"b": 2}, "duration": 5, "end_time": 9}

    answer = http.put(f"/v1/events/{EVENT_ID}", json=changes)

    assert answer.status_code == 200
    event = fetch(http, EVENT_ID)
    assert {key: event[key] for key in before} == {key: {"a": 1, "b": 2} for key in before}
    assert (event["outputs"], event["duration"], event["end_time"]) == ({"b": 2}, 5, 9)


def test_an_update_with_null_outputs_keeps_them(post, http):
    post("/v1/events", {**LEAST, "event_id": EVENT_ID, "outputs": {"a": 1}})

    assert http.put(f"/v1/events/{EVENT_ID}", json={"outputs": None}).status_code == 200
    assert fetch(http, EVENT_ID)["outputs"] == {"a": 1}


@pytest.mark.parametrize("outputs", [[1], "text", 5, True])
def test_an_update_with_outputs_that_are_not_an_object_is_400(post, http, outputs):
    post("/v1/events", {**LEAST, "event_id": EVENT_ID})

    assert http.put(f"/v1/events/{EVENT_ID}", json={"outputs": outputs}).status_code == 400


def test_an_update_with_empty_children_ids_keeps_them(post, http):
    post("/v1/events", {**LEAST, "event_id": EVENT_ID, "children_ids": ["a"]})

    http.put(f"/v1/events/{EVENT_ID}", json={"children_ids": []})
    assert fetch(http, EVENT_ID)["children_ids"] == ["a"]
    http.put(f"/v1/events/{EVENT_ID}", json={"children_ids": ["b", "c"]})
    assert fetch(http, EVENT_ID)["children_ids"] == ["b", "c"]


def test_an_update_ignores_unknown_keys(post, http):
    post("/v1/events", {**LEAST, "event_id": EVENT_ID, "event_name": "name"})
    before = fetch(http, EVENT_ID)

    http.put(f"/v1/events/{EVENT_ID}", json={"event_name": "other", "session_id": "x", "colour": 1})

    assert fetch(http, EVENT_ID) == before


def test_an_update_with_an_end_time_that_is_not_a_number_sets_now(post, http):
    post("/v1/events", {**LEAST, "event_id": EVENT_ID})

    http.put(f"/v1/events/{EVENT_ID}", json={"end_time": "later"})

    assert fetch(http, EVENT_ID)["end_time"] > 1.7e12


def test_a_session_can_be_updated_as_an_event(post, http):
    post("/v1/sessions", {"session_id": SESSION_ID, "metadata": {"a": 1}})

    http.put(f"/v1/events/{SESSION_ID}", json={"metadata": {"b": 2}, "outputs": {"done": True}})

    session = post("/v1/sessions", {"session_id": SESSION_ID})
    assert (session["metadata"], session["outputs"]) == ({"a": 1, "b": 2}, {"done": True})
