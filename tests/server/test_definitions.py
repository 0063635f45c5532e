"""Metrics and their versions, queues, configurations and charts; and the operations that are not implemented."""

import warnings
from datetime import datetime

import pytest

from honeyhive import HoneyHive
from honeyhive_server.api import not_implemented
from honeyhive_server.api.handlers import HANDLERS
from honeyhive_server.contract import served_operations as openapi

OPERATIONS = openapi.load().operations.values()
ALERTS = [each for each in OPERATIONS if HANDLERS[each.id] is not_implemented.alerts]

METRIC = {"name": "Relevance", "type": "LLM", "criteria": "Is it?", "model_provider": "openai", "model_name": "small"}


@pytest.fixture
def hh(server):
    with (
        HoneyHive(api_key="hh_test", control_plane_api_key="hh_cp", base_url=server.url) as client,
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("ignore", DeprecationWarning)
        yield client


def only(found):
    (one,) = found
    return one


def test_metric_create_read_update_delete(hh):
    made = hh.metrics.create(**METRIC, threshold={"min": 3}).metric_id
    hh.metrics.create(name="Votes", type="HUMAN", criteria="c")

    found = only(hh.metrics.list(type="LLM").metrics)
    assert found.to_dict() == METRIC | {
        "id": made,
        "description": "",
        "return_type": "float",
        "enabled_in_prod": False,
        "needs_ground_truth": False,
        "sampling_percentage": 10,
        "scale": None,
        "threshold": {"min": 3},
        "categories": None,
        "filters": {"filterArray": []},
        "created_at": found.to_dict()["created_at"],
        "updated_at": None,
    }
    assert hh.metrics.update(made, enabled_in_prod=True, description=None).updated
    found = only(hh.metrics.list(id=made).metrics)
    assert (found.enabled_in_prod, found.description, found.criteria) == (True, None, "Is it?")
    assert found.updated_at > found.created_at

    assert hh.metrics.delete(made).deleted
    assert only(hh.metrics.list().metrics).name == "Votes"


def test_legacy_routes_of_metrics_do_the_same(hh):
    made = hh.metrics.create(**METRIC).metric_id

    assert hh.metrics.update_legacy(id=made, name="Other").updated
    assert only(hh.metrics.list().metrics).name == "Other"
    assert hh.metrics.delete_legacy(metric_id=made).deleted
    assert hh.metrics.list().metrics == []


def test_a_composite_metric_is_400(http, post):
    made = post("/v1/metrics", METRIC)["metric_id"]

    assert http.post("/v1/metrics", json={**METRIC, "type": "COMPOSITE"}).status_code == 400
    assert http.put(f"/v1/metrics/{made}", json={"type": "COMPOSITE"}).status_code == 400


@pytest.mark.parametrize("path", ["/v1/metrics/run", "/v1/metrics/run_metric"])
@pytest.mark.parametrize("kind", ["LLM", "PYTHON"])
def test_running_a_metric_is_501(http, path, kind):
    answer = http.post(path, json={"metric": {**METRIC, "type": kind}, "event": {}})

    assert (answer.status_code, answer.json()["errorCode"]) == (501, "not_implemented")
    assert "does not run them" in answer.json()["message"]


def test_an_invalid_metric_to_run_is_400(http):
    assert http.post("/v1/metrics/run", json={"metric": {**METRIC, "type": "HUMAN"}, "event": {}}).status_code == 400


def test_a_version_is_a_draft_until_it_is_deployed(hh):
    metric = hh.metrics.create(**METRIC).metric_id

    draft = hh.metric_versions.create(metric, message="first", content={**METRIC, "criteria": "Was it?"}).data
    assert (draft.name, draft.message, draft.deployed, draft.content.criteria) == ("v1", "first", False, "Was it?")
    assert only(hh.metrics.list().metrics).criteria == "Is it?"

    assert hh.metric_versions.deploy(metric, "v1").data.deployed
    assert only(hh.metrics.list().metrics).criteria == "Was it?"

    second = hh.metric_versions.create(
        metric, message="second", content={**METRIC, "criteria": "Will it?"}, deploy_immediately=True
    ).data
    assert (second.name, second.deployed) == ("v2", True)
    assert only(hh.metrics.list().metrics).criteria == "Will it?"
    versions = hh.metric_versions.list(metric).data
    assert [(each.name, each.deployed) for each in versions] == [("v1", False), ("v2", True)]
    assert versions[0].full_sha == draft.full_sha != second.full_sha


def test_deleting_a_metric_deletes_its_versions(http, post):
    one, two = (post("/v1/metrics", METRIC)["metric_id"] for _ in range(2))
    for metric in (one, two):
        post(f"/v1/metrics/{metric}/versions", {"message": "m", "content": METRIC})

    http.delete(f"/v1/metrics/{one}")

    assert http.get(f"/v1/metrics/{one}/versions").status_code == 404
    assert len(http.get(f"/v1/metrics/{two}/versions").json()["data"]) == 1


@pytest.mark.parametrize(
    ("content", "status", "enabled"),
    [
        ({"type": "HUMAN"}, 200, True),
        ({"type": "PYTHON"}, 200, False),
        ({"model_name": None}, 400, None),
        ({"type": "COMPOSITE"}, 400, None),
    ],
)
def test_version_defaults_depend_on_the_type(http, post, content, status, enabled):
    metric = post("/v1/metrics", METRIC)["metric_id"]

    answer = http.post(f"/v1/metrics/{metric}/versions", json={"message": "m", "content": {**METRIC, **content}})

    assert answer.status_code == status
    assert answer.json().get("data", {}).get("content", {}).get("enabled_in_prod") == enabled


def test_queue_create_read_update_delete(hh):
    made = hh.queues.create(name="Bad", event_ids=["e1", "e2"]).queue
    hh.queues.create(name="Off", enabled=False)

    assert (made.name, made.description, made.enabled, made.updated_at) == ("Bad", "", True, None)
    assert [each.name for each in hh.queues.list().queues] == ["Bad", "Off"]
    assert [each.name for each in hh.queues.list(enabled=True).queues] == ["Bad"]
    changed = hh.queues.update(made.id, description="low", add_event_ids=["e3", "e1"], remove_event_ids=["e2"]).queue
    assert (changed.name, changed.description) == ("Bad", "low")
    assert hh.queues.get(made.id).additional_properties["event_ids"] == ["e1", "e3"]

    assert hh.queues.delete(made.id).message == "Queue deleted"
    assert only(hh.queues.list().queues).name == "Off"


def test_configuration_create_read_update_delete(hh):
    parameters = {"call_type": "chat", "model": "small", "hyperparameters": {"temperature": 0}}
    made = hh.configurations.create(
        name="answer", provider="openai", parameters=parameters, env=["prod"], tags=["a", "b"]
    ).inserted_id
    hh.configurations.create(name="other", provider="openai", parameters=parameters)

    def found(**wanted):
        return [each.name for each in hh.configurations.list(**wanted).configurations]

    assert found() == ["answer", "other"]
    assert found(name="other") == ["other"]
    assert found(env="prod") == found(tags="b") == found(tags="a, b") == ["answer"]
    assert found(env="dev") == found(tags="a,c") == []

    changed = hh.configurations.update(made, name="better", env=["staging"])
    assert (changed.acknowledged, changed.matched_count, changed.upserted_id) == (True, 1, None)
    better = only(hh.configurations.list(env="staging").configurations)
    assert (better.id, better.name, better.type_, better.tags) == (made, "better", "LLM", ["a", "b"])
    assert better.parameters.to_dict() == parameters

    assert hh.configurations.delete(made).deleted_count == 1
    assert found() == ["other"]


def test_a_chart_belongs_to_its_project(http):
    chart = {"name": "Answers", "metric": "Event Count", "dateRange": {"relative": "7d"}}
    made = http.post("/v1/projects/p1/charts", json=chart).json()["data"]

    assert {key: made[key] for key in chart} == chart
    assert (made["bucketing"], made["is_active"], made["updated_at"]) == ("day", True, None)
    assert http.get(f"/v1/projects/p1/charts/{made['id']}").json() == {"success": True, "data": made}
    assert http.get("/v1/projects/p1/charts").json()["data"] == [made]
    for elsewhere in ("/v1/projects/p2/charts", "/v1/charts"):
        assert http.get(elsewhere).json()["data"] == []
        for method in ("GET", "DELETE"):
            assert http.request(method, f"{elsewhere}/{made['id']}").status_code == 404
    assert http.patch(f"/v1/projects/p2/charts/{made['id']}", json={"name": "x"}).status_code == 404

    changed = http.patch(f"/v1/projects/p1/charts/{made['id']}", json={"bucketing": "week"}).json()["data"]
    assert (changed["bucketing"], changed["name"]) == ("week", "Answers")
    assert http.delete(f"/v1/projects/p1/charts/{made['id']}").json()["success"]
    assert http.get("/v1/projects/p1/charts").json()["data"] == []


def test_legacy_routes_of_charts_use_the_key_project(http):
    made = http.post("/v1/charts", json={"name": "a", "metric": "m"}).json()["data"]

    assert http.get("/v1/projects/default/charts").json()["data"] == [made]
    assert http.put(f"/v1/charts/{made['id']}", json={"name": "b"}).json()["data"]["name"] == "b"
    assert http.get(f"/v1/charts/{made['id']}").json()["data"]["name"] == "b"
    assert http.delete(f"/v1/charts/{made['id']}").json()["success"]
    assert http.get("/v1/charts").json()["data"] == []


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("PUT", "/v1/metrics/no", {}),
        ("PUT", "/v1/metrics", {"id": "no"}),
        ("DELETE", "/v1/metrics/no", None),
        ("DELETE", "/v1/metrics?metric_id=no", None),
        ("GET", "/v1/metrics/no/versions", None),
        ("POST", "/v1/metrics/no/versions", {"message": "m", "content": METRIC}),
        ("POST", "/v1/metrics/no/versions/v1/deploy", None),
        ("GET", "/v1/queues/no", None),
        ("PUT", "/v1/queues/no", {"id": "no"}),
        ("DELETE", "/v1/queues/no", None),
        ("PUT", "/v1/configurations/no", {"name": "a"}),
        ("DELETE", "/v1/configurations/no", None),
        ("GET", "/v1/charts/no", None),
        ("PUT", "/v1/charts/no", {}),
        ("DELETE", "/v1/charts/no", None),
    ],
)
def test_an_unknown_id_is_404(http, method, path, body):
    answer = http.request(method, path, json=body)

    assert answer.status_code == 404
    assert {"statusCode", "message", "success"} <= answer.json().keys()


def test_an_unknown_version_is_404(http, post):
    metric = post("/v1/metrics", METRIC)["metric_id"]

    assert http.post(f"/v1/metrics/{metric}/versions/v1/deploy").status_code == 404


def test_ids_are_separate_per_kind(http, post):
    metric = post("/v1/metrics", METRIC)["metric_id"]

    assert http.get(f"/v1/queues/{metric}").status_code == 404
    assert http.delete(f"/v1/configurations/{metric}").status_code == 404


def test_definitions_survive_a_restart(database):
    from honeyhive_server import LocalServer

    for expected in ([], ["kept"]):
        with LocalServer(database=database) as server, HoneyHive(api_key="hh_test", base_url=server.url) as hh:
            assert [each.name for each in hh.queues.list().queues] == expected
            hh.queues.create(name="kept")


def test_unknown_keys_of_definitions_are_lint(post, http):
    made = http.post("/v1/metrics", json={**METRIC, "colour": "red", "needs_ground_truth": True})

    assert made.headers["HoneyHive-Lint"] == "'colour' has no effect"
    assert "colour" not in only(http.get("/v1/metrics").json()["metrics"])


def test_a_name_that_is_too_long_is_400(http):
    for path in ("/v1/datasets", "/v1/queues"):
        assert http.post(path, json={"name": "x" * 201}).status_code == 400


def test_a_value_nested_too_deeply_fails_alone(http, post):
    deep = current = {}
    for _ in range(300):
        current["a"] = current = {}

    answer = http.post("/v1/datapoints", json={"inputs": deep})

    assert (answer.status_code, answer.json()["errorCode"]) == (400, "invalid_request")
    assert http.get("/v1/datapoints").json() == {"datapoints": []}


def test_unimplemented_operations_are_alerts(http):
    assert len(ALERTS) == 3
    assert all("/alerts" in each.path for each in ALERTS)
    answer = http.get("/v1/projects/p/alerts")
    assert (answer.status_code, answer.json()["message"]) == (501, not_implemented.ALERTS)


def test_created_at_is_the_current_time_in_iso_8601(post):
    queue = post("/v1/charts", {"name": "a", "metric": "m"})["data"]

    when = datetime.fromisoformat(queue["created_at"])
    assert abs((datetime.now(when.tzinfo) - when).total_seconds()) < 60
