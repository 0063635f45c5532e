"""Requests in the forms of older clients are stored as these clients mean them, and are reported as lint."""

from urllib.parse import unquote

import httpx
import pytest

from honeyhive_server import LocalServer

NOW = 1_700_000_000
UNITS = {"seconds": NOW, "microseconds": NOW * 1_000_000, "nanoseconds": NOW * 1_000_000_000}


def test_a_session_wrapped_in_an_object_keeps_its_name_and_is_lint(http, server):
    answer = http.post("/v1/sessions", json={"session": {"session_name": "wrapped", "source": "old", "project": "p"}})

    assert answer.json()["event_name"] == "wrapped"
    assert "session: send its fields without this object" in answer.headers["HoneyHive-Lint"]
    (stored,) = server.sessions()
    assert (stored["event_name"], stored["source"], stored["project"], "session" in stored) == (
        "wrapped",
        "old",
        "p",
        False,
    )


def test_a_wrapped_session_is_validated_and_repaired(http):
    repaired = http.post("/v1/sessions", json={"session": {"session_name": "x", "start_time": "now"}})
    invalid = http.post("/v1/sessions", json={"session": {"session_name": "x", "inputs": 7}})

    assert "start_time: not a number" in repaired.headers["HoneyHive-Lint"]
    assert invalid.status_code == 400


def test_a_session_with_a_name_may_have_any_other_key(http):
    answer = http.post("/v1/sessions", json={"session_name": "own", "session": {"session_name": "other"}})

    assert answer.json()["event_name"] == "own"


@pytest.mark.parametrize("unit", UNITS)
def test_times_in_another_unit_are_stored_and_reported_as_lint(http, server, unit):
    event = {"event_type": "tool", "event_name": "x", "inputs": {}, "start_time": UNITS[unit]}
    one = http.post("/v1/events", json=event)
    batch = http.post("/v1/events/batch", json={"events": [{**event, "start_time": NOW * 1000}, event]})
    session = http.post("/v1/sessions", json={"start_time": UNITS[unit]})

    expected = f"start_time: {UNITS[unit]} seems to be in {unit}"
    assert one.headers["HoneyHive-Lint"].startswith(expected)
    assert batch.headers["HoneyHive-Lint"].startswith(f"events.1.{expected}")
    assert session.headers["HoneyHive-Lint"].startswith(expected)
    assert [each["start_time"] for each in server.events()] == [UNITS[unit], NOW * 1000, UNITS[unit]]


def test_times_in_milliseconds_are_not_lint(http):
    session = {"start_time": NOW * 1000, "end_time": NOW * 1000 + 1.5}

    assert "HoneyHive-Lint" not in http.post("/v1/sessions", json=session).headers
    assert "HoneyHive-Lint" not in http.post("/v1/sessions", json={"start_time": 1}).headers


@pytest.mark.parametrize("body", [{"session": {"session_name": "x"}}, {"start_time": NOW}])
def test_strict_rejects_both(body):
    with LocalServer(strict=True) as server:
        answer = httpx.post(f"{server.url}/v1/sessions", json=body, headers={"Authorization": "Bearer x"})

        assert answer.status_code == 400
        assert server.sessions() == []


def test_unversioned_routes_of_older_clients_are_those_of_v1(http, server):
    made = http.post("/datasets", json={"project": "p", "name": "d", "type": "evaluation"})
    assert "'project' has no effect" in unquote(made.headers["HoneyHive-Lint"])
    dataset = made.json()["result"]["insertedId"]
    points = http.post("/datapoints", json={"inputs": {"a": 1}, "linked_datasets": [dataset]}).json()
    run = http.post("/runs", json={"name": "r", "event_ids": []}).json()["run_id"]
    http.post("/events", json={"event": {"event_type": "tool", "event_name": "e", "inputs": {}}}).raise_for_status()

    assert points["inserted"] is True
    assert [each["name"] for each in http.get("/v1/datasets").json()["datasets"]] == ["d"]
    assert http.get(f"/runs/{run}").json() == http.get(f"/v1/runs/{run}").json()
    assert http.post("/events/export", json={"project": "p", "filters": []}).json()["count"] == 1
    assert [http.get(path).status_code for path in ("/metrics", "/configurations", "/runs", "/datapoints")] == [200] * 4
    assert http.get("/tools").status_code == 404


def test_unversioned_routes_reply_as_older_clients_read(http, post):
    dataset = post("/datasets", {"name": "d"})["result"]["insertedId"]
    point = post("/datapoints", {"inputs": {"a": 1}, "linked_datasets": [dataset]})["result"]["insertedId"]
    metric = {"name": "m", "type": "PYTHON", "criteria": "def m(): ...", "description": "", "return_type": "float"}
    metric_id = post("/metrics", metric)["metric_id"]
    parameters = {"call_type": "completion", "model": "gpt-4o"}
    post("/configurations", {"name": "c", "provider": "openai", "parameters": parameters})

    assert [each["_id"] for each in http.get("/datasets").json()["testcases"]] == [dataset]
    assert [each["_id"] for each in http.get("/datapoints").json()["datapoints"]] == [point]
    assert http.get(f"/datapoints/{point}").json()["datapoint"][0]["_id"] == point
    (listed,) = http.get("/metrics", params={"project_name": "p"}).json()
    assert (listed["_id"], listed["type"], listed["return_type"], "scale" in listed) == (
        metric_id,
        "custom",
        "float",
        False,
    )
    (configuration,) = http.get("/configurations").json()
    assert (configuration["name"], configuration["provider"], configuration["parameters"]["model"]) == (
        "c",
        "openai",
        "gpt-4o",
    )
    assert post("/events/export", {"filters": []})["totalEvents"] == 0
    # The v1 routes keep their replies.
    assert list(http.get("/v1/datasets").json()) == ["datasets"]
    assert "totalEvents" not in post("/v1/events/export", {"filters": []})


def test_routes_that_only_older_clients_know(http, post):
    session = post("/session/start", {"session": {"project": "p", "session_name": "chat", "source": "x"}})["session_id"]
    post("/session/any id/event", {"event_name": "e", "project": "q"})

    found = http.get(f"/session/{session}").json()
    assert (found["event_name"], found["event_type"], found["session_id"]) == ("chat", "session", session)
    assert http.get("/session/any%20id").json()["session_id"] == "any id"
    assert http.get("/session/nobody").status_code == 404
    assert [each["name"] for each in http.get("/projects").json()] == ["p", "q"]
    assert [each["name"] for each in http.get("/projects", params={"name": "q"}).json()] == ["q"]
    assert http.post("/projects", json={}).status_code == 404
