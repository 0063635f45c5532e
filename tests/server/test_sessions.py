"""POST /v1/sessions behaves as the source pages describe it, statement by statement."""

import time
import uuid

import pytest

SESSION_ID = "6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10"


def is_uuid4(text: str) -> bool:
    return uuid.UUID(text).version == 4 and str(uuid.UUID(text)) == text


def now_ms() -> float:
    return time.time() * 1000


def test_every_session_field_has_a_default(post):
    session = post("/v1/sessions", {})

    assert is_uuid4(session["session_id"])
    assert session["event_name"] == session["source"] == "unknown"
    assert abs(session["start_time"] - now_ms()) < 60_000


def test_post_sessions_creates_and_returns_a_session_event(post, server):
    sent = {
        "session_id": SESSION_ID,
        "session_name": "chat",
        "source": "sdk-python",
        "start_time": 1767323045123,
        "end_time": 1767323046123,
        "duration": 1000,
        "config": {"a": 1},
        "inputs": {"b": 2},
        "outputs": {"c": 3},
        "metadata": {"d": 4},
        "user_properties": {"e": 5},
        "children_ids": ["one"],
    }

    session = post("/v1/sessions", sent)

    assert session["event_type"] == "session"
    assert session["event_id"] == session["session_id"] == SESSION_ID
    assert {key: session[key] for key in sent} == sent
    assert [each["event_id"] for each in server.sessions()] == [SESSION_ID]


def test_the_response_has_the_five_required_ids(post):
    session = post("/v1/sessions", {})

    ids = [session[key] for key in ("event_id", "session_id", "org_id", "workspace_id", "project_id")]
    assert all(isinstance(each, str) and each for each in ids)


def test_org_workspace_and_project_ids_are_constant(post):
    first, second = post("/v1/sessions", {}), post("/v1/sessions", {})

    assert [first[key] for key in ("org_id", "workspace_id", "project_id")] == [
        second[key] for key in ("org_id", "workspace_id", "project_id")
    ]


def test_session_id_defaults_to_a_uuid4(post):
    ids = {post("/v1/sessions", {})["session_id"] for _ in range(3)}

    assert len(ids) == 3
    assert all(map(is_uuid4, ids))


@pytest.mark.parametrize(
    "bad", ["chat-42", "", "6f1f0c1e5c1a4b519d1c2d8f4f0f7a10", f"{{{SESSION_ID}}}", 7, None, ["x"]]
)
def test_a_session_id_that_is_not_a_uuid_is_replaced(post, bad):
    session = post("/v1/sessions", {"session_id": bad})

    assert is_uuid4(session["session_id"])
    assert session["event_id"] == session["session_id"]


@pytest.mark.parametrize("good", [SESSION_ID, SESSION_ID.upper(), "00000000-0000-1000-8000-000000000000"])
def test_a_uuid_of_any_version_is_kept(post, good):
    assert post("/v1/sessions", {"session_id": good})["session_id"] == good.lower()


@pytest.mark.parametrize(
    ("sent", "name"),
    [
        ({}, "unknown"),
        ({"session_name": "s"}, "s"),
        ({"event_name": "e"}, "e"),
        ({"session_name": "s", "event_name": "e"}, "e"),
    ],
)
def test_event_name_falls_back_to_session_name_and_then_to_unknown(post, sent, name):
    assert post("/v1/sessions", sent)["event_name"] == name


def test_source_defaults_to_unknown(post):
    assert post("/v1/sessions", {})["source"] == "unknown"


@pytest.mark.parametrize("key", ["start_time", "end_time"])
@pytest.mark.parametrize("value", ["2026-01-01T00:00:00Z", "1767323045123", True, [1], {"a": 1}])
def test_a_start_time_that_is_not_a_number_becomes_now(http, key, value):
    answer = http.post("/v1/sessions", json={key: value})

    assert answer.status_code == 200
    assert abs(answer.json()[key] - now_ms()) < 60_000
    assert f"{key}: not a number" in answer.headers["HoneyHive-Lint"]


@pytest.mark.parametrize("value", [1767323045123, 1767323045123.5, 0, -1, 1e30])
def test_a_numeric_time_is_kept(post, value):
    session = post("/v1/sessions", {"start_time": value, "end_time": value})

    assert session["start_time"] == session["end_time"] == value


def test_end_time_has_no_default(post):
    assert post("/v1/sessions", {}).get("end_time") is None


def test_the_same_session_id_merges_metadata_and_user_properties(post, server):
    first = post(
        "/v1/sessions",
        {"session_id": SESSION_ID, "session_name": "one", "metadata": {"a": 1, "b": 1}, "user_properties": {"u": 1}},
    )

    second = post(
        "/v1/sessions",
        {"session_id": SESSION_ID, "session_name": "two", "inputs": {"x": 1}, "metadata": {"b": 2, "c": 3}},
    )

    assert second == {**first, "metadata": {"a": 1, "b": 2, "c": 3}}
    assert [(each["event_name"], each["metadata"]) for each in server.sessions()] == [("one", second["metadata"])]


def test_the_merge_is_one_level_deep(post):
    post("/v1/sessions", {"session_id": SESSION_ID, "metadata": {"a": {"x": 1}, "keep": 1}})

    merged = post("/v1/sessions", {"session_id": SESSION_ID, "metadata": {"a": {"y": 2}}})

    assert merged["metadata"] == {"a": {"y": 2}, "keep": 1}


def test_unknown_keys_of_a_session_are_kept_and_returned(post):
    assert post("/v1/sessions", {"colour": ["red", 1]})["colour"] == ["red", 1]


def test_null_is_treated_as_absent(http):
    answer = http.post("/v1/sessions", json={"metadata": None, "source": None, "start_time": None})

    assert answer.status_code == 200
    assert (answer.json()["metadata"], answer.json()["source"]) == ({}, "unknown")


@pytest.mark.parametrize("body", [{"metadata": "x"}, {"config": [1]}, {"children_ids": [1]}, [], "text", None, 5])
def test_an_invalid_session_body_is_400(http, body):
    answer = http.post("/v1/sessions", json=body)

    assert answer.status_code == 400
    assert answer.json() | {"message": ""} == {
        "statusCode": 400,
        "message": "",
        "success": False,
        "errorCode": "invalid_request",
    }


def test_an_event_before_its_session_creates_a_placeholder(post, http, server):
    post("/v1/events", {"session_id": SESSION_ID, "event_type": "tool", "event_name": "early", "inputs": {}})

    (listed,) = http.get("/session").json()
    assert (listed["session_id"], listed["event_name"]) == (SESSION_ID, "unknown")
    assert [child["event_name"] for child in listed["children"]] == ["early"]
    # A search does not find a session that exists only because an event names it.
    assert post("/v1/events/search", {})["count"] == 1

    completed = post("/v1/sessions", {"session_id": SESSION_ID, "session_name": "late", "metadata": {"a": 1}})

    assert (completed["event_name"], completed["metadata"]) == ("late", {"a": 1})
    (listed,) = server.sessions()
    assert (listed["event_name"], len(listed["children"])) == ("late", 1)
    assert post("/v1/events/search", {})["count"] == 2


def test_session_start_takes_the_session_under_its_key(post):
    session = post("/session/start", {"session": {"session_id": SESSION_ID, "session_name": "wrapped"}})

    assert (session["session_id"], session["event_name"]) == (SESSION_ID, "wrapped")


@pytest.mark.parametrize("body", [{}, {"session_name": "bare"}, {"session": "text"}, {"session": None}])
def test_session_start_without_the_key_is_400(http, body):
    assert http.post("/session/start", json=body).status_code == 400
