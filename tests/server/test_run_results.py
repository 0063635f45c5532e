"""Summaries and comparisons of runs, checked against figures computed independently."""

import json
import statistics
import uuid

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from honeyhive import HoneyHive

FUNCTIONS = ("average", "min", "max", "median", "p90", "p95", "p99", "sum", "count")
DATAPOINTS = ("p0", "p1", "p2", "p3", "p4", "p5")


class Rows:
    """The rows of a run. Each is a session: its datapoint, its metrics, and the metrics of a model event in it."""

    def __init__(self, http, **run):
        self.http = http
        self.run_id = http.post("/v1/runs", json=run).json()["run_id"]

    def add(self, datapoint=None, metrics=None, *, answer=None, error=None, name="row"):
        session_id = str(uuid.uuid4())
        metadata = {"run_id": self.run_id, "datapoint_id": datapoint} if datapoint else {"run_id": self.run_id}
        body = {"session_id": session_id, "session_name": name, "metadata": metadata, "metrics": metrics or {}}
        assert self.http.post("/v1/sessions", json=body | ({"error": error} if error else {})).status_code == 200
        if answer is not None:
            event = {"event_type": "model", "event_name": "answer", "inputs": {}, "metrics": answer}
            self.http.post("/v1/events", json={**event, "session_id": session_id})
        return session_id

    def summary(self, path="summary", **query):
        answer = self.http.get(f"/v1/runs/{self.run_id}/{path}", params=query)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def compared_with(self, old, **query):
        answer = self.http.get(f"/v1/runs/{self.run_id}/compare/{old.run_id}", params=query)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def pairs_with(self, old, **query):
        answer = self.http.get(f"/v1/runs/{self.run_id}/compare/{old.run_id}/events", params=query)
        assert answer.status_code == 200, answer.text
        return answer.json()


def only(found):
    (one,) = found
    return one


def detail(summary, name, event_type="session"):
    return only(
        each
        for each in summary["metrics"]["details"]
        if (each["metric_name"], each["event_type"]) == (name, event_type)
    )


def test_summary_lists_passed_and_failed_datapoints(http):
    run = Rows(http, passing_ranges={"score": {"min": 3}}, status="completed")
    good = run.add("p1", {"score": 4})
    bad = run.add("p2", {"score": 2})
    broken = run.add("p3", {"score": 5}, error="no answer")

    summary = run.summary()

    assert (summary["status"], summary["success"]) == ("completed", False)
    assert (summary["passed"], summary["failed"]) == (["p1"], ["p2", "p3"])
    assert {each["session_id"]: each["passed"] for each in summary["datapoints"]} == {
        good: True,
        bad: False,
        broken: False,
    }
    assert summary["datapoints"][1]["metrics"] == [
        {"name": "score", "event_name": "row", "event_type": "session", "value": 2, "passed": False}
    ]
    assert detail(summary, "score") == {
        "metric_name": "score",
        "metric_type": "CLIENT_SIDE",
        "event_name": "row",
        "event_type": "session",
        "aggregate": pytest.approx(11 / 3),
        "values": [4.0, 2.0, 5.0],
        "passing_range": {"min": 3},
        "datapoints": {"passed": ["p1", "p3"], "failed": ["p2"]},
    }
    assert summary["run_object"]["run_id"] == run.run_id
    assert summary["event_details"] == [{"event_name": "row", "event_type": "session"}]


def test_a_datapoint_passes_if_all_its_sessions_pass(http):
    run = Rows(http, passing_ranges={"score": {"max": 1}})
    run.add("p1", {"score": 0})
    run.add("p1", {"score": 2})
    run.add(None, {"score": 1})

    summary = run.summary()

    assert (summary["passed"], summary["failed"]) == ([], ["p1"])
    assert [each["datapoint_id"] for each in summary["datapoints"]] == ["p1", "p1", None]


def test_aggregates_of_numbers_booleans_and_strings(http):
    run = Rows(http)
    for score, polite, tone in ((1, True, "warm"), (2, True, "cold"), (6, False, "warm")):
        run.add(None, {"score": score, "polite": polite, "tone": tone})

    summary = run.summary()
    assert detail(summary, "score")["aggregate"] == 3
    assert detail(summary, "polite")["aggregate"] == pytest.approx(2 / 3)
    assert "aggregate" not in detail(summary, "tone")
    assert (detail(summary, "tone")["values"], detail(summary, "tone")["counts"]) == ([], {"warm": 2, "cold": 1})
    assert detail(run.summary(aggregate_function="count"), "tone")["aggregate"] == 3


def test_metrics_are_grouped_by_event_type_and_name(http):
    run = Rows(http)
    for n in range(2):
        run.add(f"p{n}", {"score": n}, answer={"score": 10 * n, "length": 3}, name=f"row {n}")

    summary = run.summary()

    assert detail(summary, "score")["values"] == [0, 1]  # session events differ in their names
    assert detail(summary, "score", "model")["values"] == [0, 10]
    assert detail(summary, "length", "model")["event_name"] == "answer"
    wanted = json.dumps([{"field": "event_type", "operator": "is", "value": "model"}])
    assert {each["event_type"] for each in run.summary(filters=wanted)["metrics"]["details"]} == {"model"}


@pytest.mark.parametrize(
    ("threshold", "values", "passed"),
    [
        ({"min": 2, "max": 3}, [1, 2, 3, 4], [False, True, True, False]),
        ({"pass_when": True}, [True, False], [True, False]),
        ({"passing_categories": ["good"]}, ["good", "bad"], [True, False]),
    ],
)
def test_the_threshold_of_a_stored_metric_applies(http, threshold, values, passed):
    metric = {"name": "m", "type": "HUMAN", "criteria": "look", "threshold": threshold}
    assert http.post("/v1/metrics", json=metric).status_code == 200
    run = Rows(http)
    for value in values:
        run.add(None, {"m": value})

    summary = run.summary()

    assert [each["passed"] for each in summary["datapoints"]] == passed
    assert detail(summary, "m")["metric_type"] == "HUMAN"


def test_passing_ranges_override_the_threshold(http):
    http.post("/v1/metrics", json={"name": "m", "type": "HUMAN", "criteria": "c", "threshold": {"min": 9}})
    run = Rows(http, passing_ranges={"m": {"min": 1}})
    run.add("p1", {"m": 5})

    assert run.summary()["passed"] == ["p1"]


def test_a_run_without_events_has_a_summary(http):
    summary = Rows(http).summary()

    assert (summary["success"], summary["passed"], summary["metrics"]["details"]) == (True, [], [])


def test_legacy_paths_of_results_do_the_same(http):
    old, new = Rows(http), Rows(http)
    old.add("p1", {"score": 1})
    new.add("p1", {"score": 2})

    assert new.summary("result") == new.summary()
    assert new.summary(f"compare-with/{old.run_id}") == new.compared_with(old)
    query = {"run_id_1": new.run_id, "run_id_2": old.run_id}
    assert http.get("/v1/runs/compare/events", params=query).json() == new.pairs_with(old)
    assert http.get("/v1/runs/compare/events", params={"run_id_1": new.run_id}).status_code == 400


@pytest.mark.parametrize("path", ["summary", "result", "compare/{}", "compare-with/{}"])
def test_an_unknown_aggregate_function_is_400(http, path):
    run = Rows(http)

    answer = http.get(f"/v1/runs/{run.run_id}/{path.format(run.run_id)}", params={"aggregate_function": "mode"})

    assert answer.status_code == 400
    assert answer.json()["message"].startswith("aggregate_function: ")


def test_comparison_lists_improved_and_degraded_with_differences(http):
    old, new = Rows(http, name="old"), Rows(http, name="new")
    for datapoint, score in (("p1", 1), ("p2", 4), ("p3", 2), ("gone", 9)):
        old.add(datapoint, {"score": score})
    for datapoint, score in (("p1", 3), ("p2", 1), ("p3", 2), ("fresh", 6)):
        new.add(datapoint, {"score": score, "added": 1})

    compared = new.compared_with(old)

    score, added = compared["metrics"]
    assert score == {
        "metric_name": "score",
        "metric_type": "CLIENT_SIDE",
        "event_name": "row",
        "event_type": "session",
        "old_aggregate": 4.0,
        "new_aggregate": 3.0,
        "difference": -1.0,
        "percentage_change": -25.0,
        "found_count": 3,
        "improved_count": 1,
        "degraded_count": 1,
        "same_count": 1,
        "improved": ["p1"],
        "degraded": ["p2"],
        "same": ["p3"],
        "changes": [
            {"datapoint_id": "p1", "old_value": 1.0, "new_value": 3.0, "difference": 2.0},
            {"datapoint_id": "p2", "old_value": 4.0, "new_value": 1.0, "difference": -3.0},
            {"datapoint_id": "p3", "old_value": 2.0, "new_value": 2.0, "difference": 0.0},
        ],
        "old_values": [1.0, 4.0, 2.0, 9.0],
        "new_values": [3.0, 1.0, 2.0, 6.0],
    }
    assert (added["metric_name"], added["new_aggregate"], added["found_count"]) == ("added", 1.0, 0)
    assert "old_aggregate" not in added
    assert "difference" not in added
    assert compared["commonDatapoints"] == ["p1", "p2", "p3"]
    assert (compared["old_run"]["name"], compared["new_run"]["name"]) == ("old", "new")


def test_lower_is_better_if_the_range_has_only_max(http):
    old, new = Rows(http), Rows(http, passing_ranges={"cost": {"max": 5}})
    old.add("p1", {"cost": 4})
    new.add("p1", {"cost": 3})

    assert only(new.compared_with(old)["metrics"])["improved"] == ["p1"]


def test_no_percentage_change_from_zero_or_nothing(http):
    old, new = Rows(http), Rows(http)
    old.add("p1", {"score": 0})
    new.add("p1", {"score": 2})

    change = only(new.compared_with(old)["metrics"])

    assert change["difference"] == 2
    assert "percentage_change" not in change


def test_event_details_say_which_run_has_the_event(http):
    old, new = Rows(http), Rows(http)
    old.add("p1", name="a", answer={})
    new.add("p1", name="b", answer={})

    assert new.compared_with(old)["event_details"] == [
        {"event_name": "b", "event_type": "session", "presence": "new"},
        {"event_name": "answer", "event_type": "model", "presence": "both"},
        {"event_name": "a", "event_type": "session", "presence": "old"},
    ]


def test_event_pairs_share_the_datapoint(http):
    old, new = Rows(http), Rows(http)
    for datapoint in ("p1", "p2", "gone"):
        old.add(datapoint, answer={"of": f"old {datapoint}"})
    for datapoint in ("fresh", "p2", "p1"):
        new.add(datapoint, answer={"of": f"new {datapoint}"})
    new.add("p1", answer={"of": "a second time"})

    answer = new.pairs_with(old, event_type="model")
    assert answer["totalEvents"] == 2
    assert [
        (each["datapoint_id"], each["event_1"]["metrics"]["of"], each["event_2"]["metrics"]["of"])
        for each in answer["events"]
    ] == [("p2", "new p2", "old p2"), ("p1", "new p1", "old p1")]
    assert new.pairs_with(old)["totalEvents"] == 4
    assert new.pairs_with(old, event_name="answer")["totalEvents"] == 2
    assert new.pairs_with(old, filter='{"event_name": "row"}')["totalEvents"] == 2
    second = new.pairs_with(old, event_type="model", limit=1, page=2)
    assert (second["totalEvents"], only(second["events"])["datapoint_id"]) == (2, "p1")
    assert new.pairs_with(old, page=9)["events"] == []


def test_the_client_decodes_the_typed_responses(server, http):
    old, new = Rows(http), Rows(http)
    old.add("p1", {"score": 1})
    new.add("p1", {"score": 3})
    with HoneyHive(api_key="hh_test", base_url=server.url) as hh:
        summary = hh.experiments.get_summary(new.run_id, aggregate_function="median")
        compared = hh.experiments.compare(new.run_id, old.run_id)
        pairs = hh.experiments.compare_events(new.run_id, old.run_id)

    assert (summary.passed, only(summary.metrics.details).aggregate) == (["p1"], 3)
    assert (only(compared.metrics).difference, only(compared.metrics).percentage_change) == (2, 200)
    assert only(pairs.events).event_1["metrics"] == {"score": 3}


values = st.booleans() | st.integers(-5, 5) | st.floats(-1e6, 1e6).map(lambda value: round(value, 3))
row_lists = st.lists(st.tuples(st.sampled_from(DATAPOINTS), values), max_size=8)


def by_hand(function, numbers):
    """Return the figures computed with the statistics module instead of the server's functions."""
    if function == "count":
        return len(numbers)
    if function in ("min", "max", "sum"):
        return {"min": min, "max": max, "sum": sum}[function](numbers)
    if function in ("average", "median"):
        return {"average": statistics.mean, "median": statistics.median}[function](numbers)
    if len(numbers) == 1:
        return numbers[0]
    return statistics.quantiles(numbers, n=100, method="inclusive")[int(function[1:]) - 1]


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(before=row_lists, after=row_lists, function=st.sampled_from(FUNCTIONS))
def test_figures_equal_an_independent_computation(server, before, after, function):
    headers = {"Authorization": "Bearer hh_test"}
    with httpx.Client(base_url=server.url, headers=headers, timeout=30) as http:
        old, new = Rows(http), Rows(http)
        for run, rows in ((old, before), (new, after)):
            for datapoint, value in rows:
                run.add(datapoint, {"m": value})
        compared = new.compared_with(old, aggregate_function=function)
        summary = new.summary(aggregate_function=function)

    olds, news = [float(value) for _, value in before], [float(value) for _, value in after]
    common = {datapoint for datapoint, _ in before} & {datapoint for datapoint, _ in after}
    assert set(compared["commonDatapoints"]) == common
    if news:
        assert detail(summary, "m")["aggregate"] == pytest.approx(by_hand(function, news))
    if not (olds and news):
        assert sum(each["found_count"] for each in compared["metrics"]) == 0
        return
    change = only(compared["metrics"])
    was, now = by_hand(function, olds), by_hand(function, news)
    assert change["old_aggregate"] == pytest.approx(was)
    assert change["new_aggregate"] == pytest.approx(now)
    assert change["difference"] == pytest.approx(now - was, abs=1e-6)
    moved = {each["datapoint_id"]: each["difference"] for each in change["changes"]}
    for datapoint in common:
        means = [statistics.mean([float(v) for d, v in rows if d == datapoint]) for rows in (before, after)]
        assert moved.pop(datapoint) == pytest.approx(means[1] - means[0], abs=1e-6)
        if abs(means[1] - means[0]) > 1e-6:
            assert datapoint in change["improved" if means[1] > means[0] else "degraded"]
    assert moved == {}
    assert sorted(change["improved"] + change["degraded"] + change["same"]) == sorted(common)
