"""Replies that report a failure with status 200, and arguments that are never sent."""

import logging
from uuid import UUID

import pytest
from honeyhive_api import reading
from honeyhive_api.types import UNSET

from honeyhive import APIResponseError, InvalidRequestError
from honeyhive.types import FoundEvent

SESSION_ID = "6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10"
EVENT = {"event_type": "tool", "inputs": {}}
WHOLE = {"event_id": "e", "session_id": SESSION_ID, "org_id": "o", "workspace_id": "w", "project_id": "p"}


@pytest.mark.parametrize("body", [b"[]", b'"text"', b"1", b"true", b"null"])
def test_a_200_of_another_json_type_is_refused(body, colour, server):
    server.answers(200, body)

    with pytest.raises(APIResponseError):
        colour.done(colour.client().datasets.list())


def test_a_200_without_the_session_id_names_the_id_that_may_be_stored(colour, server):
    with pytest.raises(APIResponseError, match=r"200 with no session_id; the write may have been stored, under") as one:
        colour.done(colour.client().sessions.create(session_name="chat"))

    (request,) = server.requests
    assert str(one.value).endswith(f"the id {request.json['session_id']}")
    assert UUID(request.json["session_id"])


def test_a_200_without_event_ids_names_the_first_id_that_may_be_stored(colour, server):
    with pytest.raises(APIResponseError, match="no event_ids; the write may have been stored") as caught:
        colour.done(colour.client().events.create_batch(events=[EVENT, EVENT, EVENT]))

    first = server.requests[0].json["events"][0]["event_id"]
    assert str(caught.value).endswith(f"under the id {first} and 2 more")


@pytest.mark.parametrize("run_id", ["mine", None])
def test_a_run_id_is_named_only_if_the_caller_sent_it(run_id, colour):
    with pytest.raises(APIResponseError, match=r"with no run_id") as caught:
        colour.done(colour.client().experiments.create(name="n", run_id=run_id))

    assert str(caught.value).endswith("stored, under the id mine" if run_id else "with no run_id")


def test_a_read_without_its_id_is_refused(colour, server):
    server.answers(200, {"event": {"event_type": "tool"}})

    with pytest.raises(APIResponseError, match=r"answered 200 with no event.event_id$"):
        colour.done(colour.client().events.get(SESSION_ID))


def test_success_false_of_an_acknowledgement_is_an_error_with_its_reason(colour, server):
    server.answers(200, {"success": False, "message": "the event is too old"})

    with pytest.raises(APIResponseError, match=r"success: false \(the event is too old\)"):
        colour.done(colour.client().sessions.create_event_batch(SESSION_ID, events=[EVENT]))


def test_absent_keys_are_unset_with_one_log_line_for_each_operation(colour, server, caplog, monkeypatch):
    monkeypatch.setattr(reading, "_logged", set())
    hh = colour.client()
    for reply in ({"session_id": SESSION_ID}, {"session_id": SESSION_ID}, WHOLE):
        server.answers(200, reply)
    server.answers(200, {"data": {"id": "p", "name": "n"}})

    with caplog.at_level(logging.WARNING, "honeyhive"):
        sessions = [colour.done(hh.sessions.create()) for _ in range(3)]
        project = colour.done(colour.client(control_plane_api_key="hh_fgcp_x").projects.get("p"))

    assert [one.org_id for one in sessions] == [UNSET, UNSET, "o"]
    assert project.data.created_at is UNSET
    assert [record.getMessage() for record in caplog.records if record.name == "honeyhive"] == [
        "the reply of sessions.create lacks event_id, org_id, workspace_id, project_id; the document requires these "
        "keys, and they are now UNSET",
        "the reply of projects.get lacks success, data.description, data.created_at; the document requires these "
        "keys, and they are now UNSET",
    ]


def test_a_whole_reply_is_not_logged(colour, server, caplog, monkeypatch):
    monkeypatch.setattr(reading, "_logged", set())
    server.answers(200, WHOLE)

    colour.done(colour.client().sessions.create())

    assert not caplog.records


@pytest.mark.parametrize(
    "call",
    [
        lambda hh: hh.sessions.create(session_id=UNSET),
        lambda hh: hh.events.create(**EVENT, session_id=UNSET),
        lambda hh: hh.events.create(**EVENT, parent_id=UNSET),
        lambda hh: hh.events.create(event_type=UNSET, inputs={}),
        lambda hh: hh.events.create_batch(events=[{**EVENT, "session_id": UNSET}]),
        lambda hh: hh.events.create_batch(events=UNSET),
        lambda hh: hh.events.get(UNSET),
        lambda hh: hh.sessions.create_event_batch(UNSET, events=[EVENT]),
        lambda hh: hh.datapoints.list(datapoint_ids=UNSET),
        lambda hh: hh.datapoints.list(datapoint_ids=["a", UNSET]),
        lambda hh: hh.experiments.create(name="n", datapoint_ids=UNSET),
    ],
)
def test_unset_is_refused_for_ids_and_required_arguments(call, colour, server):
    with pytest.raises(InvalidRequestError, match=r"UNSET|is required|must be"):
        colour.done(call(colour.client()))

    assert server.requests == []


def test_unset_leaves_out_any_other_argument(colour, server):
    server.answers(200, WHOLE)
    event = FoundEvent.from_dict({})

    colour.done(colour.client().sessions.create(session_id=SESSION_ID, source=event.source, metadata=event.metadata))

    assert server.requests[0].json == {"session_id": SESSION_ID}


@pytest.mark.parametrize("none", [[], ()])
def test_an_empty_list_of_ids_finds_none_without_a_request(none, colour, server):
    hh = colour.client()

    assert colour.done(hh.datapoints.list(datapoint_ids=none)).datapoints == []
    runs = colour.done(hh.experiments.list(run_ids=none))
    assert (runs.evaluations, runs.pagination.total, runs.pagination.has_next) == ([], 0, False)
    assert server.requests == []


def test_all_pages_of_an_empty_list_of_ids_are_none(colour, server):
    pages = colour.client().experiments.list_all(run_ids=[])

    async def walked():
        return [run async for run in pages]

    assert (list(pages) if colour.name == "sync" else colour.done(walked())) == []
    assert server.requests == []


def test_left_out_ids_find_everything(colour, server):
    server.answers(200, {"datapoints": [{"id": "d"}]})

    assert [one.id for one in colour.done(colour.client().datapoints.list()).datapoints] == ["d"]
    assert server.requests[0].target == "/v1/datapoints"


def test_an_empty_list_of_conditions_is_sent_as_no_condition(colour, server):
    server.answers(200, {"events": [{"event_id": "e"}], "count": 1})

    assert len(colour.done(colour.client().events.search(filters=[])).events) == 1
    assert server.requests[0].json == {"filters": []}
