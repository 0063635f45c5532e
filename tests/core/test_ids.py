import copy
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from honeyhive import InvalidRequestError
from honeyhive._core.added_values import with_ids
from honeyhive._core.arguments import uuid_text
from tests.core.samples import UUID_TEXT, operation

BATCH = operation(client_ids=("events[].event_id", "events[].session_id"), shared_ids=("single_session",))


@given(st.uuids())
def test_a_uuid_or_its_string_is_accepted(value):
    assert uuid_text(value, "id") == uuid_text(str(value), "id") == str(value)


def test_a_uuid_is_sent_in_lower_case():
    assert uuid_text(UUID_TEXT.upper(), "id") == UUID_TEXT


@pytest.mark.parametrize(
    "value", ["", "mine", UUID_TEXT[:-1], UUID_TEXT.replace("-", ""), f"{{{UUID_TEXT}}}", UUID_TEXT + "\n"]
)
def test_a_string_that_is_not_a_uuid_is_refused_with_the_reason(value):
    with pytest.raises(InvalidRequestError, match=r"^id must be a UUID .*silently replace"):
        uuid_text(value, "id")


def test_an_id_of_another_type_is_refused():
    with pytest.raises(InvalidRequestError, match="id must be a UUID or a UUID string, not int"):
        uuid_text(7, "id")


def test_a_missing_id_is_generated():
    body = with_ids(operation(client_ids=("event_id",)), {"a": 1})

    assert body["a"] == 1
    assert UUID(body["event_id"]).version == 4


def test_a_given_id_is_kept():
    assert with_ids(operation(client_ids=("event_id",)), {"event_id": UUID_TEXT}) == {"event_id": UUID_TEXT}


def test_an_id_is_generated_inside_the_wrapper_of_the_body():
    wrapped = operation(client_ids=("event.event_id", "logs[].event_id"))

    body = with_ids(wrapped, {"event": {}})

    assert list(body) == ["event"]
    assert UUID(body["event"]["event_id"])


def test_each_event_has_an_id_and_a_session_of_its_own():
    events = with_ids(BATCH, {"events": [{}, {}]})["events"]

    assert len({events[0]["event_id"], events[1]["event_id"]}) == 2
    assert len({events[0]["session_id"], events[1]["session_id"]}) == 2


@pytest.mark.parametrize("given_id", [None, UUID_TEXT])
def test_a_single_session_has_one_id(given_id):
    events = with_ids(BATCH, {"events": [{}, {"session_id": given_id}, {}], "single_session": True})["events"]

    assert len({event["session_id"] for event in events}) == 1
    assert given_id in (None, events[0]["session_id"])
    assert len({event["event_id"] for event in events}) == 3


def test_the_arguments_of_the_caller_are_not_mutated():
    body = {"events": [{}, {"x": 1}], "single_session": True}
    before = copy.deepcopy(body)

    with_ids(BATCH, body)

    assert body == before
