"""The operations that search events, export events, and return the schema of events."""

import uuid

import pytest

SESSION_ID = "6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10"


@pytest.fixture
def three(post):
    """Return three events, one second apart: one with many fields, one with few, one with values of wrong types."""
    rich = {
        "event_name": "rich",
        "event_type": "model",
        "session_id": SESSION_ID,
        "metadata": {"cost": 0.5, "count": 5, "good": True, "name": "Anna", "gen_ai.system": "x", "at": 1767323045000},
        "inputs": {"list": ["needle"], "question": "Where is it?"},
    }
    plain = {"event_name": "plain", "event_type": "tool", "inputs": {}}
    odd = {
        "event_name": "odd",
        "event_type": "chain",
        "metadata": {"cost": "0.5", "count": None, "good": "x"},
        "inputs": {},
    }
    events = [{**each, "start_time": 1767323045000 + 1000 * n} for n, each in enumerate((rich, plain, odd))]
    post("/v1/events/batch", {"events": events})


def found(post, *filters, path="/v1/events/search", **more):
    answer = post(path, {"filters": list(filters), **more})
    assert answer["count"] >= len(answer["events"])
    return [event["event_name"] for event in answer["events"]]


def where(field, operator, value=None, kind=None):
    return {"field": field, "operator": operator, "value": value} | ({"type": kind} if kind else {})


def test_search_returns_the_newest_first(post, three):
    assert found(post) == ["odd", "plain", "rich"]


def test_search_by_session_id_includes_the_session_event(post):
    post("/v1/sessions", {"session_id": SESSION_ID, "session_name": "root", "start_time": 1})
    post("/v1/events", {"event_type": "tool", "inputs": {}, "session_id": SESSION_ID, "event_name": "leaf"})

    assert found(post, where("session_id", "is", SESSION_ID, "string")) == ["leaf", "root"]
    assert found(post, where("session_id", "is", SESSION_ID, "string"), path="/v1/events/export") == ["leaf", "root"]


@pytest.mark.parametrize(
    ("condition", "names"),
    [
        (where("event_type", "is", "tool", "string"), "plain"),
        (where("event_type", "is not", "tool", "string"), "odd rich"),
        (where("event_name", "contains", "la"), "plain"),
        (where("event_name", "contains", "LA"), ""),
        (where("event_name", "not contains", "la"), "odd rich"),
        (where("inputs.list", "contains", "needle"), "rich"),
        (where("inputs", "contains", "Where is"), "rich"),
        (where("metadata.name", "exists"), "rich"),
        (where("metadata.name", "not exists"), "odd plain"),
        (where("metadata.count", "exists"), "rich"),
        (where("metadata.cost", "is", 0.5, "number"), "rich"),
        (where("metadata.cost", "is", "0.5", "number"), "rich"),
        (where("metadata.cost", "is", "0.5"), "odd"),
        (where("metadata.cost", "is", 0.5), "rich"),
        (where("metadata.cost", "is not", 0.5), "odd plain"),
        (where("metadata.cost", "greater than", 0.4, "number"), "rich"),
        (where("metadata.cost", "less than", 0.4, "number"), ""),
        (where("metadata.count", "is", 5, "string"), ""),
        (where("metadata.good", "is", True), "rich"),
        (where("metadata.good", "is", "true", "boolean"), "rich"),
        (where("metadata.good", "is", False), ""),
        (where("metadata.gen_ai.system", "is", "x"), "rich"),
        (where("metadata.at", "after", "2026-01-02T03:04:04Z", "datetime"), "rich"),
        (where("metadata.at", "before", "2026-01-02T03:04:04Z", "datetime"), ""),
        (where("start_time", "after", "2026-01-02T03:04:05.5Z", "datetime"), "odd plain"),
        (where("start_time", "less than", 1767323046000, "number"), "rich"),
        (where("nothing.at.all", "is", "x"), ""),
        (where("nothing", "is not", "x"), "odd plain rich"),
    ],
)
def test_each_operator_finds_the_matching_events(post, three, condition, names):
    assert " ".join(found(post, condition)) == names


def test_filters_are_combined_with_and(post, three):
    assert found(post, where("event_type", "is", "tool"), where("event_name", "is", "rich")) == []


@pytest.mark.parametrize(
    "bad",
    [
        where("a", "like", "x"),
        where("a", "is", "x", "id"),
        where("", "is", "x"),
        where("a..b", "is", "x"),
        where('a"b', "is", "x"),
        where("a", "is", "x", "number"),
        where("a", "is", "nan", "number"),
        where("a", "is", "x", "boolean"),
        where("a", "greater than", "x"),
        where("a", "after", "yesterday", "datetime"),
        where("a", "is", None),
        {"field": "a"},
        {"field": "a", "operator": "is", "value": {}},
        "text",
    ],
)
def test_invalid_filters_are_400(http, bad):
    assert http.post("/v1/events/search", json={"filters": [bad]}).status_code == 400


def test_date_range_includes_both_ends(post, three):
    ends = ("2026-01-02T03:04:05Z", "2026-01-02T03:04:06+00:00")

    searched = found(post, dateRange={"start_time": ends[0], "end_time": ends[1]})
    exported = found(post, dateRange={"$gte": ends[0], "$lte": ends[1]}, path="/v1/events/export")

    assert searched == exported == ["plain", "rich"]


@pytest.mark.parametrize(
    "given",
    [
        {"start_time": "2026-01-01T00:00:00Z"},
        {"start_time": "x", "end_time": "y"},
        "today",
        {"start_time": 1, "end_time": 2},
    ],
)
def test_an_incomplete_or_invalid_date_range_is_400(http, given):
    assert http.post("/v1/events/search", json={"dateRange": given}).status_code == 400


def test_page_starts_at_1_and_count_is_the_number_of_matches(post, three):
    assert [found(post, limit=2, page=page) for page in (1, 2, 3)] == [["odd", "plain"], ["rich"], []]
    assert [post("/v1/events/search", {"limit": 2, "page": page})["count"] for page in (1, 2, 3)] == [3, 3, 3]


@pytest.mark.parametrize("body", [{"limit": 0}, {"limit": 1001}, {"page": 0}, {"limit": 1.5}, {"limit": "5"}])
def test_limit_over_1000_or_page_0_is_400(http, body):
    assert http.post("/v1/events/search", json=body).status_code == 400


def test_a_page_far_beyond_the_end_is_empty(post, three):
    assert found(post, page=10**18) == []
    assert found(post, page=2**64 - 1, path="/v1/events/export") == []


@pytest.mark.parametrize(("limit", "status"), [(1000, 200), (7500, 200), (7501, 400), (0, 400)])
def test_export_limit_is_7500(http, limit, status):
    assert http.post("/v1/events/export", json={"limit": limit}).status_code == status


def test_search_limit_defaults_to_1000(post):
    for _ in range(2):
        post("/v1/events/batch", {"events": [{"event_type": "tool", "inputs": {}}] * 600})

    answer = post("/v1/events/search", {})

    assert (len(answer["events"]), answer["count"]) == (1000, 1200)


def test_projections_select_fields(post, three):
    body = {"projections": ["event_name", "metadata.cost", "metadata.count", "nothing"], "filters": []}

    events = post("/v1/events/export", body)["events"]

    assert events[2] == {"event_name": "rich", "metadata": {"cost": 0.5, "count": 5}}
    assert events[1] == {"event_name": "plain"}


def test_ignore_order_has_no_effect(post, three):
    assert found(post, ignore_order=True) == found(post)


def test_evaluation_id_selects_the_events_of_a_run(post):
    run = str(uuid.uuid4())
    post("/v1/events", {"event_type": "tool", "inputs": {}, "event_name": "in", "metadata": {"run_id": run}})
    post("/v1/events", {"event_type": "tool", "inputs": {}, "event_name": "out"})

    assert found(post, evaluation_id=run) == ["in"]


def test_export_ignores_the_legacy_key_project(post, three):
    assert len(found(post, project="other", path="/v1/events/export")) == 3


def test_events_schema_lists_the_fields_that_occur(http, post, three):
    post("/v1/events", {"event_type": "tool", "inputs": {}, "metadata": {"dataset_id": "d-1"}})

    schema = http.get("/v1/events/schema").json()

    assert {"name": "metadata.cost", "event_type": "model"} in schema["fields"]
    assert schema["datasets"] == ["d-1"]
    assert {"field_name": "metadata.cost", "event_type": "model"} in schema["mappings"]["cost"]
    assert {each["field_name"] for entries in schema["mappings"].values() for each in entries} == {
        each["name"] for each in schema["fields"]
    }


def test_events_schema_accepts_date_range_and_evaluation_id(http, three):
    late = http.get("/v1/events/schema", params={"dateRange": '{"$gte": "2027-01-01T00:00:00Z"}'}).json()

    assert late["fields"] == []
    assert http.get("/v1/events/schema", params={"evaluation_id": "none"}).json()["fields"] == []
    assert http.get("/v1/events/schema", params={"dateRange": "[]"}).status_code == 400
