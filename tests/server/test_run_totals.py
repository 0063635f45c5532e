"""Totals of runs in lists equal those computed from full documents, on both databases."""

import re
from uuid import uuid4

import httpx
import pytest

from honeyhive_server.store import run_queries

OTHER = "another run"


@pytest.fixture
def logged(post):
    """Store events that belong to a run in every possible way, and other events. Return the id of the run."""
    run, named, other, listed, unnamed = (str(uuid4()) for _ in range(5))

    def session(session_id, **fields):
        post("/v1/sessions", {"session_id": session_id, "start_time": 5000, **fields})

    def event(session_id, **fields):
        body = {"event_type": "tool", "inputs": {}, "session_id": session_id, "start_time": 6000}
        return post("/v1/events", {**body, **fields})["event_id"]

    ours = {"run_id": run, "datapoint_id": "p1"}
    session(named, metadata=ours, metrics={"b": 1, "deep": {"a.b": 2.5, "c": [1]}}, error="boom", duration=20)
    event(named, metrics={"b": 0.1, "fine": True, "text": "word"}, start_time=5001.25, end_time=5002.3000000001)
    event(named, metadata={"datapoint_id": "p2"}, metrics={"late": 1e300}, start_time=9000, error="not the session's")
    event(named, metadata={"datapoint_id": 7}, start_time=4000.5, duration=0.30000000000000004, metrics={"first": 1})
    event(named, metadata={"run_id": OTHER}, metrics={"b": 100}, start_time=1)
    event(named, inputs={"metrics": {"b": 100}, "duration": 99_999, "error": "x", "metadata": {"datapoint_id": "p9"}})
    session(other, metadata={"run_id": OTHER, "datapoint_id": "p3"}, metrics={"b": 100}, start_time=2)
    event(other, metadata=ours, metrics={"b": 7}, start_time=7000, duration=10)
    session(listed, metadata={"run_id": OTHER}, error="", metrics={"b": 3}, start_time=7500)
    event(listed, metadata={"run_id": OTHER}, start_time=7600)
    event(unnamed, metadata=ours, start_time=7700)  # the session of this event was never sent
    ids = [event(unnamed, start_time=7800), listed]
    body = {"run_id": run, "name": "ours", "event_ids": ids[:1], "session_ids": [listed]}
    post("/v1/runs", {**body, "status": "completed"})
    post("/v1/runs", {"run_id": OTHER, "name": "other"})
    return run


def test_brief_events_equal_full_events(server, http, logged):
    store = server._store
    for run_id in (logged, OTHER):
        run = http.get(f"/v1/runs/{run_id}").json()["evaluation"]
        whole = store.read_now(run_queries.events_of, run)
        brief = store.read_now(lambda connection, run: list(run_queries.brief_events_of(connection, run)), run)

        assert len(brief) == len(whole) > 2
        for document, datapoint_id in whole:
            end = document.get("end_time", document["start_time"] + document.get("duration", 0))
            error = document["error"] if document["event_type"] == "session" else None
            expected = run_queries.EventBrief(
                document["session_id"], datapoint_id, document["start_time"], end, error, document["metrics"]
            )
            assert brief.pop(0) == expected


def test_run_list_and_run_page_show_the_same_numbers(server, http, logged):
    listed = {each["run_id"]: each for each in http.get("/v1/runs").json()["evaluations"]}
    one = http.get(f"/v1/runs/{logged}").json()["evaluation"]
    summary = http.get(f"/v1/runs/{logged}/summary").json()

    assert listed[logged] == one == summary["run_object"]
    assert list(one["metrics"]) == ["first", "b", "deep.a.b", "fine", "late"], "in the order of time"
    assert one["metrics"]["b"] == pytest.approx((1 + 0.1 + 7 + 3) / 4, rel=1e-15)
    assert http.get("/v1/runs").json()["metrics"] == ["b", "deep.a.b", "fine", "first", "late", "text"]
    row = httpx.get(f"{server.url}/experiments?name=ours").text
    page = httpx.get(f"{server.url}/experiments/{logged}").text
    rows, errors, duration = re.findall(r'<td class="c-n(?: [^"]*)?">([^<]+)<', row)
    assert re.findall(r"<dt>(?:Rows|Errors|Duration)</dt><dd[^>]*>([^<]+)<", page) == [rows, errors, duration]
    assert (rows, errors) == ("6", "1")
