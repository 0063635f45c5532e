"""The older routes: /session, /session/{session_id}/event, /session/{session_id}/traces, /events and /events/model."""

import json
from urllib.parse import unquote

import pytest

SESSION_ID = "6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10"


def log(post, chat, **event):
    return post(f"/session/{chat}/event", event)["event_id"]


def test_session_event_returns_event_id_and_success(post, server):
    answer = post("/session/chat-42/event", {"event_id": "e-1", "event_name": "step", "inputs": {"a": 1}})

    assert answer == {"event_id": "e-1", "success": True}
    (event,) = server.events()
    assert (event["session_id"], event["event_name"], event["parent_id"]) == ("chat-42", "step", "chat-42")


def test_session_event_needs_no_field(post, server):
    assert post("/session/chat-42/event", {})["success"] is True
    assert server.events()[0]["event_name"] == "unknown"


def test_session_id_of_the_path_overrides_a_null_session_id(post, server):
    log(post, "chat-42", session_id=None)
    log(post, "chat-42", session_id="other")

    assert {event["session_id"] for event in server.events()} == {"chat-42"}


@pytest.mark.parametrize("session_id", ["a b", "ä", "a%2Fb", "100%25", "x" * 500])
def test_session_id_of_the_path_may_be_any_string(http, server, session_id):
    assert http.post(f"/session/{session_id}/event", json={}).status_code == 200
    assert server.events()[0]["session_id"] == unquote(session_id)


def test_nested_children_become_events(post, server):
    log(post, "s", event_name="top", children=[{"event_name": "mid", "children": [{"event_name": "low"}]}])

    (session,) = server.sessions()
    (top,) = session["children"]
    (mid,) = top["children"]
    assert [top["event_name"], mid["event_name"], mid["children"][0]["event_name"]] == ["top", "mid", "low"]


def test_get_session_returns_an_array_of_trees(post, http):
    post("/v1/sessions", {"session_id": SESSION_ID, "session_name": "chat"})
    top = log(post, SESSION_ID, event_name="top", start_time=1)
    log(post, SESSION_ID, event_name="late", parent_id=top, start_time=3)
    log(post, SESSION_ID, event_name="early", parent_id=top, start_time=2)
    log(post, SESSION_ID, event_name="orphan", parent_id="nobody", start_time=0)

    (session,) = http.get("/session").json()

    assert (session["event_name"], session["event_type"]) == ("chat", "session")
    assert [child["event_name"] for child in session["children"]] == ["orphan", "top"]
    assert [child["event_name"] for child in session["children"][1]["children"]] == ["early", "late"]


def test_get_session_of_an_empty_store_is_an_empty_array(http):
    assert http.get("/session").json() == []


def test_get_session_accepts_project_and_limit(post, http):
    for number in range(3):
        post("/v1/sessions", {"session_name": f"s{number}", "project": "p", "start_time": number})
    post("/v1/sessions", {"session_name": "other"})

    def names(**query):
        return [each["event_name"] for each in http.get("/session", params=query).json()]

    assert names(project="p") == ["s2", "s1", "s0"]
    assert names(project="p", limit=2) == ["s2", "s1"]
    assert names(limit=0) == []
    assert len(names()) == 4


@pytest.mark.parametrize(
    "query",
    [
        {"event_name": "wanted"},
        {"metadata.release": "2026-11"},
        {"metadata": {"release": "2026-11"}},
        {"metadata": {"count": 5}},
        {"metadata": {"good": True}, "event_type": "session"},
        {"error": None, "event_name": "wanted"},
    ],
)
def test_get_session_filters_by_the_query_object(post, http, query):
    post("/v1/sessions", {"session_name": "wanted", "metadata": {"release": "2026-11", "count": 5, "good": True}})
    post("/v1/sessions", {"session_name": "other"})

    found = http.get("/session", params={"query": json.dumps(query)}).json()

    assert [each["event_name"] for each in found] == ["wanted"]


@pytest.mark.parametrize("params", [{"event_name": "5"}, {"metadata.count": "5"}, {"query[metadata.count]": "5"}])
def test_get_session_accepts_the_query_as_separate_parameters(post, http, params):
    post("/v1/sessions", {"session_name": "5", "metadata": {"count": 5}})
    post("/v1/sessions", {"session_name": "6"})

    assert [each["event_name"] for each in http.get("/session", params=params).json()] == ["5"]


@pytest.mark.parametrize(
    "params",
    [{"limit": "-1"}, {"limit": "x"}, {"query": "[1]"}, {"query": "{"}, {"query": '{"a":[1]}'}, {"query": '{"":1}'}],
)
def test_an_invalid_query_is_400(http, params):
    assert http.get("/session", params=params).status_code == 400


@pytest.mark.parametrize("key", ["logs", "events"])
def test_traces_accepts_logs_or_events(post, server, key):
    answer = post("/session/chat-42/traces", {key: [{"event_name": "a"}, {"event_name": "b", "session_id": "ignored"}]})

    assert answer == {"success": True}
    assert [(event["event_name"], event["session_id"]) for event in server.events()] == [
        ("a", "chat-42"),
        ("b", "chat-42"),
    ]


@pytest.mark.parametrize("body", [{}, {"logs": [], "events": []}, {"logs": None}, {"traces": []}])
def test_traces_with_both_or_neither_key_is_400(http, body):
    answer = http.post("/session/chat-42/traces", json=body)

    assert answer.status_code == 400
    assert "events, logs" in answer.json()["message"]


def test_traces_keeps_every_field_of_the_example(post, server):
    example = {
        "project": "p",
        "project_id": "p-1",
        "source": "s",
        "event_name": "n",
        "event_id": "e",
        "parent_id": "q",
        "children_ids": ["c"],
        "config": {"a": 1},
        "inputs": {"b": 1},
        "outputs": {"c": 1},
        "error": "e",
        "start_time": 123,
        "end_time": 124,
        "duration": 1,
        "metadata": {"d": 1},
        "feedback": {"f": 1},
        "metrics": {"g": 1},
        "user_properties": {"h": 1},
    }

    post("/session/chat-42/traces", {"logs": [example]})

    (event,) = server.events()
    assert {key: event[key] for key in example} == example


def test_post_events_takes_the_event_under_its_key(post, server):
    answer = post("/events", {"event": {"event_type": "tool", "inputs": {"a": 1}, "event_id": "mine"}})

    assert answer == {"success": True, "event_id": "mine"}
    assert server.events()[0]["inputs"] == {"a": 1}


def test_put_events_updates_the_event_that_the_body_names(post, http, server):
    post("/events", {"event": {"event_type": "tool", "inputs": {}, "event_id": "mine"}})

    answer = http.put("/events", json={"event_id": "mine", "feedback": {"rating": 5}})

    # The vendor's SDK expects a JSON body in this response.
    assert (answer.status_code, answer.json()) == (200, {"success": True})
    assert server.events()[0]["feedback"] == {"rating": 5}
    assert http.put("/events", json={"feedback": {}}).status_code == 400
    assert http.put("/events", json={"event_id": "other"}).status_code == 404


def test_a_model_event_has_its_deprecated_keys_moved(post, server):
    moved = {
        "messages": [{"role": "user"}],
        "provider": "p",
        "usage": {"t": 1},
        "cost": 0.5,
        "hyperparameters": {"t": 0},
        "template": "x",
        "template_inputs": {"y": 1},
        "tools": [],
        "tool_choice": "auto",
        "response_format": "json",
        "duration": 5,
        "error": "none",
    }

    post(
        "/events/model", {"model_event": {"model": "small-1", "response": "hi", "inputs": {"cost": 1, "q": 2}, **moved}}
    )

    (event,) = server.events()
    assert event["inputs"] == {**moved, "q": 2, "cost": 1}
    assert event["outputs"] == {"response": "hi"}
    assert (event["event_type"], event["event_name"], event["model_name"]) == ("model", "small-1", "small-1")
    assert "duration" not in event


@pytest.mark.parametrize("name", [{"model_name": "m"}, {"event_name": "m"}])
def test_model_event_batches(post, server, name):
    answer = post("/events/model/batch", {"is_single_session": True, "model_events": [{**name, "event_type": "tool"}]})

    (event,) = server.events()
    assert (event["event_type"], event["event_name"]) == ("model", "m")
    assert answer["session_id"] == event["session_id"]


def test_a_model_event_without_name_is_400(http):
    assert http.post("/events/model", json={"model_event": {"inputs": {}}}).status_code == 400
    assert http.post("/events/model/batch", json={"model_events": [{"model_name": "m"}, {}]}).status_code == 400
