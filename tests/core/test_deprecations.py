import pytest

from honeyhive._core.arguments import check
from honeyhive._core.notices import deprecations
from tests.core.samples import EVENTS, LOGS, SHAPES, field, operation, request

CALLS = {"POST /v1/things/batch": "things.create_batch"}


def told(row, body=None, **more):
    call = request(row, body or {}, **more)
    return deprecations(row, check(call, SHAPES), SHAPES, CALLS)


def test_no_notice_without_a_deprecation():
    assert told(operation(EVENTS, LOGS), {"events": [{"event_type": "tool"}]}) == []


@pytest.mark.parametrize(
    ("replaced_by", "words"),
    [
        (("POST /v1/things/batch",), ": use things.create_batch() (POST /v1/things/batch)"),
        (("GET /v1/elsewhere",), ": use GET /v1/elsewhere"),
        (
            ("POST /v1/things/batch", "GET /v1/elsewhere"),
            ": use things.create_batch() (POST /v1/things/batch) or GET /v1/elsewhere",
        ),
        ((), ", without a replacement"),
    ],
)
def test_a_deprecated_operation_names_its_replacement_as_a_method(replaced_by, words):
    assert told(operation(deprecated=True, replaced_by=replaced_by)) == [f"things.create() is deprecated{words}"]


def test_a_deprecated_argument_names_its_replacement_only_when_it_is_given():
    row = operation(EVENTS, LOGS)

    assert told(row, {"logs": []}) == ["things.create(logs=) is deprecated: use events="]
    assert told(row, {"logs": None}) == []


def test_a_notice_has_the_date_of_removal():
    old = field("old", "string", deprecated=True, replaced_by=("new",), sunset="2027-04-01")
    row = operation(old, deprecated=True, replaced_by=("GET /v1/elsewhere",), sunset="2027-03-01")

    assert told(row, {"old": "x"}) == [
        "things.create() is deprecated: use GET /v1/elsewhere; it goes away on 2027-03-01",
        "things.create(old=) is deprecated: use new=; it goes away on 2027-04-01",
    ]


def test_a_deprecated_query_argument_has_a_notice():
    row = operation(
        field("oldName", "string", location="query", argument="old_name", deprecated=True), method="GET", body=None
    )

    assert told(row, query={"oldName": "x"}) == ["things.create(old_name=) is deprecated, without a replacement"]


def test_deprecated_keys_of_nested_objects_have_one_notice():
    event = {"event_type": "tool", "project": "p", "old": "x", "inner": {"was": "x"}}

    assert told(operation(EVENTS), {"events": [event, event]}) == [
        "things.create(): events[].project is deprecated, without a replacement",
        "things.create(): events[].old is deprecated: use event_type",
        "things.create(): events[].inner.was is deprecated, without a replacement",
    ]


def test_keys_of_a_whole_body_have_notices():
    row = operation(field("body", "object", shape="Event"), body="whole")

    assert told(row, {"event_type": "tool", "project": "p"}) == [
        "things.create(): body.project is deprecated, without a replacement"
    ]
