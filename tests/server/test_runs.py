"""Experiment runs: their stored definitions and their events."""

import uuid

import pytest

from honeyhive import HoneyHive


@pytest.fixture
def hh(server):
    with HoneyHive(api_key="hh_test", base_url=server.url) as client:
        yield client


def new_id():
    return str(uuid.uuid4())


def session(post, run_id=None, datapoint_id=None, metrics=None, **more):
    """Start a session, which belongs to a run if run_id is given, and return the session's id."""
    named = {"run_id": run_id, "datapoint_id": datapoint_id}
    metadata = {key: value for key, value in named.items() if value is not None}
    return post("/v1/sessions", {"metadata": metadata, "metrics": metrics or {}, **more})["session_id"]


def event(post, session_id, name, metrics=None, metadata=None, **more):
    body = {"event_type": "model", "event_name": name, "inputs": {}, "session_id": session_id}
    return post("/v1/events", {**body, "metrics": metrics or {}, "metadata": metadata or {}, **more})["event_id"]


def measured(http, run_id, **query):
    answer = http.get(f"/v1/runs/{run_id}/metrics", params=query).json()
    assert answer["totalEvents"] == len(answer["events"])
    return [(each["event_name"], each["metadata"].get("datapoint_id"), each["metrics"]) for each in answer["events"]]


def test_run_create_read_update_delete(hh):
    dataset = hh.datasets.create(name="questions").result.inserted_id
    made = hh.experiments.create(name="  november ", dataset_id=dataset, configuration={"model": "m"})

    run = hh.experiments.get(made.run_id).evaluation
    assert (run.run_id, run.name, run.status, run.dataset_name) == (made.run_id, "november", "pending", "questions")
    assert (run.configuration, run.event_ids, run.is_active) == ({"model": "m"}, [], True)
    assert run.updated_at is None

    changed = hh.experiments.update(made.run_id, status="completed", results={"n": 1}).evaluation
    assert (changed.status, changed.results, changed.name) == ("completed", {"n": 1}, "november")
    assert changed.updated_at > changed.created_at

    deleted = hh.experiments.delete(made.run_id)
    assert (deleted.id, deleted.deleted) == (made.run_id, True)
    assert hh.experiments.list().evaluations == []


def test_run_id_is_kept_and_a_duplicate_is_409(http):
    run_id = new_id()

    assert http.post("/v1/runs", json={"run_id": run_id}).json()["run_id"] == run_id
    again = http.post("/v1/runs", json={"run_id": run_id, "name": "other"})
    assert (again.status_code, again.json()["errorCode"]) == (409, "conflict")
    assert http.get(f"/v1/runs/{run_id}").json()["evaluation"]["name"] is None
    assert http.post("/v1/runs", json={"run_id": "short"}).headers["HoneyHive-Lint"] == "run_id: not a UUID"
    assert http.post("/v1/runs", json={"run_id": "x" * 501}).status_code == 400


def test_undocumented_keys_of_an_update_are_ignored(http, post):
    run_id = post("/v1/runs", {"dataset_id": "d"})["run_id"]

    changed = http.put(f"/v1/runs/{run_id}", json={"dataset_id": 5, "is_active": 5, "created_at": 5}).json()

    assert (changed["evaluation"]["dataset_id"], changed["evaluation"]["is_active"]) == ("d", True)
    lint = http.put(f"/v1/runs/{run_id}", json={"dataset_id": "e"}).headers["HoneyHive-Lint"]
    assert lint == "'dataset_id' has no effect"


@pytest.mark.parametrize("name", ["", "   "])
def test_a_blank_run_name_is_400(http, post, name):
    run_id = post("/v1/runs", {})["run_id"]

    assert http.post("/v1/runs", json={"name": name}).status_code == 400
    assert http.put(f"/v1/runs/{run_id}", json={"name": name}).status_code == 400


@pytest.mark.parametrize("rest", ["", "/schema", "/metrics"])
def test_an_unknown_run_is_404(http, rest):
    answer = http.get(f"/v1/runs/no{rest}")

    assert (answer.status_code, answer.json()["message"]) == (404, "no run has the id 'no'")


def test_update_or_delete_of_an_unknown_run_is_404(http):
    assert http.put("/v1/runs/no", json={}).status_code == 404
    assert http.delete("/v1/runs/no").status_code == 404


@pytest.fixture
def five(post):
    """Return the ids of five runs: the first two share a dataset, and every second is completed."""
    status = ("completed", "running")
    return [
        post("/v1/runs", {"name": f"run {n % 4}", "status": status[n % 2], "dataset_id": "d" if n < 2 else None})[
            "run_id"
        ]
        for n in range(5)
    ]


def ids(answer):
    return [each["run_id"] for each in answer.json()["evaluations"]]


def test_runs_are_listed_newest_first_with_pagination(http, five):
    first = http.get("/v1/runs", params={"limit": 2})
    last = http.get("/v1/runs", params={"limit": 2, "page": 3})
    beyond = http.get("/v1/runs", params={"limit": 2, "page": 4})

    assert [ids(first), ids(last), ids(beyond)] == [[five[4], five[3]], [five[0]], []]
    expected = {"page": 1, "limit": 2, "total": 5, "total_unfiltered": 5, "total_pages": 3}
    assert first.json()["pagination"] == expected | {"has_next": True, "has_prev": False}
    assert last.json()["pagination"] == expected | {"page": 3, "has_next": False, "has_prev": True}


def test_every_parameter_filters_runs(http, five):
    def found(**query):
        answer = http.get("/v1/runs", params=query)
        assert answer.json()["pagination"]["total_unfiltered"] == 5
        return sorted(five.index(each) for each in ids(answer))

    assert found(dataset_id="d") == [0, 1]
    assert found(name="run 0") == [0, 4]
    assert found(status="completed") == [0, 2, 4]
    assert found(status="completed", dataset_id="d") == [0]
    assert found(**{"run_ids[]": [five[1], five[3], "unknown"]}) == [1, 3]
    assert found(dateRange='{"$gte": "2020-01-01T00:00:00Z"}') == [0, 1, 2, 3, 4]
    assert found(**{"dateRange[$lte]": "2020-01-01T00:00:00Z"}) == []


def test_sort_by_and_sort_order(http, five):
    http.put(f"/v1/runs/{five[1]}", json={"description": "changed"})

    assert ids(http.get("/v1/runs", params={"sort_order": "asc"})) == five
    by_change = ids(http.get("/v1/runs", params={"sort_by": "updated_at"}))
    assert by_change == [five[n] for n in (1, 4, 3, 2, 0)]
    by_name = ids(http.get("/v1/runs", params={"sort_by": "name", "sort_order": "asc"}))
    assert by_name == [five[n] for n in (0, 4, 1, 2, 3)]
    by_status = ids(http.get("/v1/runs", params={"sort_by": "status"}))
    assert by_status == [five[n] for n in (3, 1, 4, 2, 0)]


@pytest.mark.parametrize(
    "query", ["page=0", "limit=101", "limit=x", "status=done", "sort_by=id", "dateRange=1", "dateRange={", "run_ids=a"]
)
def test_an_invalid_query_parameter_is_400(http, query):
    answer = http.get(f"/v1/runs?{query}")

    assert answer.status_code == 400
    assert answer.json()["message"].startswith(query.partition("=")[0])


def test_events_inherit_run_id_and_datapoint_id_from_the_session(http, post):
    run_id = post("/v1/runs", {})["run_id"]
    inside = session(post, run_id, "p1", {"score": 1}, session_name="row", start_time=1)
    event(post, inside, "answer", {"length": 3, "note": "text", "judge": {"polite": True}}, start_time=2)
    event(post, session(post, new_id(), "p1"), "of another run")
    event(post, session(post), "of no run")

    assert measured(http, run_id) == [
        ("row", "p1", {"score": 1}),
        ("answer", "p1", {"length": 3, "judge.polite": True}),
    ]


def test_own_run_id_and_datapoint_id_of_an_event_win(http, post):
    one, two = (post("/v1/runs", {})["run_id"] for _ in range(2))
    shared = session(post, one, "p1", session_name="shared", start_time=1)
    event(post, shared, "first", metadata={"run_id": two}, start_time=2)
    event(post, shared, "second", metadata={"datapoint_id": "p2"}, start_time=3)

    assert measured(http, one) == [("shared", "p1", {}), ("second", "p2", {})]
    assert measured(http, two) == [("first", "p1", {})]


@pytest.mark.parametrize("key", ["event_ids", "session_ids"])
def test_event_ids_and_session_ids_add_sessions_to_a_run(http, post, key):
    listed = session(post, datapoint_id="p1", session_name="listed", start_time=1)
    event(post, listed, "inside", start_time=2)
    run_id = post("/v1/runs", {key: [listed, "unknown"]})["run_id"]

    assert measured(http, run_id) == [("listed", "p1", {}), ("inside", "p1", {})]


def test_unknown_event_ids_of_a_run_give_a_warning(hh, post):
    run_id, stored = post("/v1/runs", {})["run_id"], session(post)

    assert hh.experiments.update(run_id, event_ids=[stored, "no"], session_ids=["nor this"]).to_dict()["warning"] == (
        "2 of the 3 events are not stored"
    )
    assert "warning" not in hh.experiments.update(run_id, event_ids=[stored]).to_dict()


def test_update_and_merge_of_run_id_move_events_into_a_run(http, post):
    run_id = post("/v1/runs", {})["run_id"]
    lone = session(post, session_name="lone", start_time=1)
    changed = event(post, session(post), "changed", start_time=2)

    http.put(f"/v1/events/{changed}", json={"metadata": {"run_id": run_id}})
    post("/v1/sessions", {"session_id": lone, "metadata": {"run_id": run_id}})

    assert measured(http, run_id) == [("lone", None, {}), ("changed", None, {})]


def test_events_before_their_session_belong_to_the_run(http, post):
    run_id = post("/v1/runs", {})["run_id"]
    event(post, new_id(), "early", metadata={"run_id": run_id})

    assert measured(http, run_id) == [("early", None, {})]


def test_filters_apply_to_run_events(http, post):
    run_id = post("/v1/runs", {})["run_id"]
    inside = session(post, run_id, "p1", session_name="row", start_time=1000, source="a")
    event(post, inside, "answer", start_time=2000)

    wanted = '[{"field": "event_type", "operator": "is", "value": "model"}]'
    assert measured(http, run_id, filters=wanted) == [("answer", "p1", {})]
    assert measured(http, run_id, dateRange='{"$lte": 1500}') == [("row", "p1", {})]
    assert http.get(f"/v1/runs/{run_id}/metrics", params={"filters": '[{"field": "a"}]'}).status_code == 400


def test_a_run_has_the_averages_of_its_metrics(http, post):
    run_id = post("/v1/runs", {})["run_id"]
    for score, good in ((1, True), (4, False)):
        session(post, run_id, metrics={"score": score, "good": good, "note": "text", "none": None})
    post("/v1/runs", {})

    assert http.get(f"/v1/runs/{run_id}").json()["evaluation"]["metrics"] == {"score": 2.5, "good": 0.5}
    listed = http.get("/v1/runs").json()
    assert listed["metrics"] == ["good", "note", "score"]
    assert [each["metrics"] for each in listed["evaluations"]] == [{}, {"score": 2.5, "good": 0.5}]


def test_infinite_averages_are_left_out(http, post):
    run_id = post("/v1/runs", {})["run_id"]
    for _ in range(2):
        session(post, run_id, metrics={"huge": 1.7e308, "small": 1})

    assert http.get(f"/v1/runs/{run_id}").json()["evaluation"]["metrics"] == {"small": 1}


def test_run_schema_of_one_and_of_all_runs(http, post):
    run_id = post("/v1/runs", {})["run_id"]
    session(post, run_id, inputs={"question": 1})
    session(post, new_id(), inputs={"other": 1})
    session(post, inputs={"outside": 1})

    def names(path):
        return {each["name"] for each in http.get(path).json()["fields"] if each["name"].startswith("inputs.")}

    assert names(f"/v1/runs/{run_id}/schema") == {"inputs.question"}
    assert names("/v1/runs/schema") == {"inputs.question", "inputs.other"}


@pytest.mark.parametrize(
    ("field", "index"), [(("metadata", "run_id"), "events_by_run"), (("event_id",), "events_by_id")]
)
def test_search_by_run_id_uses_the_index(server, post, field, index):
    from honeyhive_server.model.filters import Condition
    from honeyhive_server.store.dialect import dialect_of
    from honeyhive_server.store.queries import clause, events, select

    run_id = new_id()
    session(post, run_id)
    _, store = server._running()
    condition = Condition(field, "is", value=run_id)

    def plan(connection):
        statement = select(events.c.event_id).where(clause(dialect_of(connection), condition))
        asked = "EXPLAIN QUERY PLAN"
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
            asked = "EXPLAIN"
        compiled = statement.compile(connection, compile_kwargs={"literal_binds": True})
        return str(connection.exec_driver_sql(f"{asked} {compiled}").all())

    assert index in store.read_now(plan)


def test_run_id_too_long_for_the_index_is_still_found(post):
    long = "r" * 3000
    session(post, long)

    assert post("/v1/events/search", {"evaluation_id": long})["count"] == 1
    assert post("/v1/events/search", {"evaluation_id": "short"})["count"] == 0
