"""Datasets, datapoints, and which datapoints belong to which datasets."""

import pytest

from honeyhive import HoneyHive, NotFoundError

EVENT = "0c2e7f0a-7d53-4be6-8f0b-1b6f6a6f2b01"


@pytest.fixture
def hh(server):
    with HoneyHive(api_key="hh_test", base_url=server.url) as client:
        yield client


def added(hh, dataset, *rows):
    return hh.datasets.add_datapoints(
        dataset, data=list(rows), mapping={"inputs": ["question"], "ground_truth": ["answer"], "history": ["chat"]}
    ).datapoint_ids


def only(found):
    (one,) = found
    return one


def test_dataset_create_read_update_delete(hh):
    made = hh.datasets.create(name="questions", description="of November").result.inserted_id
    hh.datasets.create()

    assert [each.name for each in hh.datasets.list().datasets] == ["questions", "Untitled Dataset"]
    found = only(hh.datasets.list(dataset_id=made).datasets)
    assert (found.id, found.name, found.description, found.datapoints) == (made, "questions", "of November", [])
    assert only(hh.datasets.list(name="questions").datasets).id == made
    assert hh.datasets.list(name="other").datasets == []

    changed = hh.datasets.update(made, name="answers").result
    assert (changed.name, changed.description) == ("answers", "of November")
    assert hh.datasets.delete(made).result.id == made
    assert hh.datasets.list(dataset_id=made).datasets == []


def test_rows_become_datapoints_in_order(hh):
    dataset = hh.datasets.create(name="rows").result.inserted_id
    message = {"role": "user", "content": "Hello"}

    ids = added(
        hh,
        dataset,
        {"question": "When?", "answer": "At nine", "chat": [message], "language": "en"},
        {"question": "Where?"},
    )

    assert only(hh.datasets.list(dataset_id=dataset).datasets).datapoints == ids
    first, second = hh.datapoints.list(dataset_name="rows").datapoints
    assert [first.id, second.id] == ids
    assert first.inputs == {"question": "When?"}
    assert first.ground_truth == {"answer": "At nine"}
    assert first.history == [message]
    assert first.metadata == {"language": "en"}
    assert first.linked_datasets == [dataset]
    assert (second.inputs, second.history) == ({"question": "Where?"}, [])


def test_mapping_may_be_empty_or_have_several_keys(http):
    dataset = http.post("/v1/datasets", json={}).json()["result"]["insertedId"]
    body = {"data": [{"a": 1}], "mapping": {"other": 5}}

    assert http.post(f"/v1/datasets/{dataset}/datapoints", json=body).status_code == 200
    made = only(http.get("/v1/datapoints").json()["datapoints"])
    assert (made["inputs"], made["ground_truth"], made["metadata"]) == ({}, {}, {"a": 1})


def test_invalid_history_is_400_and_stores_nothing(http):
    dataset = http.post("/v1/datasets", json={}).json()["result"]["insertedId"]
    rows = [{"chat": [{"role": "user"}]}, {"chat": ["hello"]}]

    answer = http.post(f"/v1/datasets/{dataset}/datapoints", json={"data": rows, "mapping": {"history": ["chat"]}})

    assert (answer.status_code, answer.json()["message"][:6]) == (400, "data.1")
    assert http.get("/v1/datapoints").json() == {"datapoints": []}


def test_datapoint_create_read_update_delete(hh):
    dataset = hh.datasets.create(name="d").result.inserted_id
    made = only(hh.datapoints.create(inputs={"q": 1}, linked_datasets=[dataset]).result.inserted_ids)

    found = only(hh.datapoints.get(made).datapoint)
    assert (found.inputs, found.history, found.ground_truth, found.linked_datasets) == ({"q": 1}, [], None, [dataset])
    changed = hh.datapoints.update(made, ground_truth={"a": 2})
    assert (changed.updated, changed.result.modified_count) == (True, 1)
    found = only(hh.datapoints.list(datapoint_ids=[made]).datapoints)
    assert (found.inputs, found.ground_truth, found.linked_datasets) == ({"q": 1}, {"a": 2}, [dataset])

    assert hh.datapoints.delete(made).deleted
    assert hh.datapoints.list().datapoints == []
    assert only(hh.datasets.list().datasets).datapoints == []


def test_datapoints_are_in_the_order_of_datapoint_ids(hh):
    ids = [only(hh.datapoints.create(inputs={"n": n}).result.inserted_ids) for n in range(3)]

    assert [each.id for each in hh.datapoints.list(datapoint_ids=[ids[2], "unknown", ids[0]]).datapoints] == [
        ids[2],
        ids[0],
    ]
    assert [each.id for each in hh.datapoints.list().datapoints] == ids


def test_datapoints_and_linked_datasets_replace_the_whole_list(hh):
    one, two = (hh.datasets.create(name=name).result.inserted_id for name in "ab")
    first, second = added(hh, one, {"question": 1}, {"question": 2})

    hh.datapoints.update(first, linked_datasets=[two])
    assert [each.datapoints for each in hh.datasets.list().datasets] == [[second], [first]]

    hh.datasets.update(two, datapoints=[second, first])
    assert [each.datapoints for each in hh.datasets.list().datasets] == [[second], [second, first]]
    assert only(hh.datapoints.get(second).datapoint).linked_datasets == [one, two]


def test_a_datapoint_removed_from_a_dataset_is_kept(hh):
    dataset = hh.datasets.create().result.inserted_id
    first, second = added(hh, dataset, {"question": 1}, {"question": 2})

    assert hh.datasets.remove_datapoint(dataset, first).dereferenced
    assert not hh.datasets.remove_datapoint(dataset, first).dereferenced
    with pytest.warns(DeprecationWarning, match="deprecated"):
        assert hh.datasets.remove_datapoint_legacy(dataset, second).dereferenced

    assert only(hh.datasets.list().datasets).datapoints == []
    assert [each.id for each in hh.datapoints.list().datapoints] == [first, second]


def test_deleting_a_dataset_keeps_its_datapoints(hh):
    dataset = hh.datasets.create().result.inserted_id
    (datapoint,) = added(hh, dataset, {"question": 1})

    hh.datasets.delete(dataset)

    assert only(hh.datapoints.get(datapoint).datapoint).linked_datasets == []


def test_unknown_ids_in_a_list_are_lint(http):
    made = http.post("/v1/datasets", json={"name": "a", "datapoints": ["x", "y"]})

    assert made.headers["HoneyHive-Lint"] == "datapoints: unknown ids left out: 2"
    assert http.get("/v1/datasets").json()["datasets"][0]["datapoints"] == []
    made = http.post("/v1/datapoints", json={"linked_datasets": ["x"], "colour": "red"})
    assert made.headers["HoneyHive-Lint"] == ("'colour' has no effect; linked_datasets: unknown ids left out: 1")


def test_unknown_event_ids_are_lint(http):
    made = http.post("/v1/datapoints/batch", json={"events": ["a", "b"], "checkState": {"b": True, "c": False}})

    assert made.json()["insertedIds"] == []
    assert made.headers["HoneyHive-Lint"] == "events: unknown ids left out: 2"


def test_legacy_routes_of_datasets_do_the_same(hh):
    dataset = hh.datasets.create(name="a").result.inserted_id

    with pytest.warns(DeprecationWarning, match="deprecated"):
        assert hh.datasets.update_legacy(dataset_id=dataset, name="b").result.name == "b"
    with pytest.warns(DeprecationWarning, match="deprecated"):
        assert hh.datasets.delete_legacy(dataset_id=dataset).result.id == dataset
    assert hh.datasets.list().datasets == []


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("PUT", "/v1/datasets/no", {"name": "a"}),
        ("PUT", "/v1/datasets", {"dataset_id": "no"}),
        ("DELETE", "/v1/datasets/no", None),
        ("DELETE", "/v1/datasets?dataset_id=no", None),
        ("DELETE", "/v1/datasets/no/datapoints/x", None),
        ("POST", "/v1/datasets/no/datapoints", {"data": [{}], "mapping": {}}),
        ("GET", "/v1/datapoints/no", None),
        ("PUT", "/v1/datapoints/no", {"inputs": {}}),
        ("DELETE", "/v1/datapoints/no", None),
        ("POST", "/v1/datapoints/batch", {"dataset_id": "no"}),
    ],
)
def test_an_unknown_id_is_404(http, method, path, body):
    answer = http.request(method, path, json=body)

    assert answer.status_code == 404
    assert answer.json()["errorCode"] == "not_found"
    assert http.get("/v1/datapoints").json() == {"datapoints": []}


def test_client_raises_not_found_error_for_an_unknown_datapoint(hh):
    with pytest.raises(NotFoundError, match="no datapoint has the id 'no'"):
        hh.datapoints.get("no")


def test_delete_without_dataset_id_is_400(http):
    answer = http.delete("/v1/datasets")

    assert (answer.status_code, answer.json()["message"]) == (400, "dataset_id is missing")


def test_datapoint_ids_without_brackets_is_400(http):
    answer = http.get("/v1/datapoints?datapoint_ids=a")

    assert answer.status_code == 400
    assert "datapoint_ids[]=..." in answer.json()["message"]


@pytest.fixture
def events(hh):
    for n, kind in enumerate(("model", "model", "tool"), 1):
        hh.events.create(
            event_id=EVENT[:-1] + str(n),
            event_type=kind,
            event_name=f"step {n}",
            inputs={"q": n, "chat": [{"role": "user"}]},
            outputs={"a": n},
            feedback={"ground_truth": "yes"} if n == 1 else {},
            metadata={"n": n},
            start_time=n,
        )
    return [EVENT[:-1] + str(n) for n in (1, 2, 3)]


def test_chosen_events_become_datapoints(hh, events):
    dataset = hh.datasets.create().result.inserted_id

    ids = hh.datapoints.create_batch(
        check_state={events[1]: True, events[2]: False, events[0]: True}, dataset_id=dataset
    ).inserted_ids

    second, first = hh.datapoints.list(datapoint_ids=ids).datapoints
    assert first.inputs == {"q": 1, "chat": [{"role": "user"}]}
    assert (first.ground_truth, second.ground_truth) == ({"ground_truth": "yes"}, {"a": 2})
    assert (second.linked_event, second.metadata) == (events[1], {"n": 2})
    assert only(hh.datasets.list().datasets).datapoints == ids


def test_select_all_makes_datapoints_of_all_matching_events(hh, events):
    one_filter = {"field": "event_type", "operator": "is", "value": "model", "type": "string"}

    ids = hh.datapoints.create_batch(
        filters=[one_filter], date_range={"$gte": "1970-01-01T00:00:00Z"}, select_all=True
    ).inserted_ids
    assert [each.linked_event for each in hh.datapoints.list(datapoint_ids=ids).datapoints] == events[:2]

    ids = hh.datapoints.create_batch(filters=one_filter, select_all=True, check_state={events[0]: False}).inserted_ids
    assert [each.linked_event for each in hh.datapoints.list(datapoint_ids=ids).datapoints] == events[1:2]


def test_mapping_selects_parts_of_an_event(http, events):
    mapping = {"inputs": ["q", "metadata.n", "none"], "history": ["inputs.chat"], "ground_truth": ["outputs.a"]}

    http.post("/v1/datapoints/batch", json={"events": events[:1], "mapping": mapping})

    made = only(http.get("/v1/datapoints").json()["datapoints"])
    assert (made["inputs"], made["ground_truth"], made["history"]) == ({"q": 1, "n": 1}, {"a": 1}, [{"role": "user"}])


def test_an_invalid_filter_of_a_datapoint_batch_is_400(http):
    answer = http.post("/v1/datapoints/batch", json={"filters": [{"field": "a"}], "selectAll": True})

    assert (answer.status_code, answer.json()["message"][:9]) == (400, "filters.0")


def test_one_request_adds_10000_rows(http):
    dataset = http.post("/v1/datasets", json={"name": "many"}).json()["result"]["insertedId"]
    rows = [{"question": n} for n in range(10_000)]

    http.post(f"/v1/datasets/{dataset}/datapoints", json={"data": rows, "mapping": {"inputs": ["question"]}})

    found = http.get("/v1/datapoints", params={"dataset_name": "many"}).json()["datapoints"]
    assert [each["inputs"]["question"] for each in found] == list(range(10_000))
