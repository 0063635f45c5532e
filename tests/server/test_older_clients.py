"""Forms of older clients: stored as meant, and reported as lint."""

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
    assert http.get("/datasets", params={"project": "p"}).json() == http.get("/v1/datasets").json()
    assert http.get(f"/runs/{run}").json() == http.get(f"/v1/runs/{run}").json()
    assert http.post("/events/export", json={"project": "p", "filters": []}).json()["count"] == 1
    assert [http.get(path).status_code for path in ("/metrics", "/configurations", "/runs", "/datapoints")] == [200] * 4
    assert http.get("/tools").status_code == 404
