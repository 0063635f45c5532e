"""Properties of functions without side effects, tested with arbitrary input."""

import json
import math
from datetime import UTC, datetime, timedelta, timezone

import orjson
import pytest
from honeyhive_api.ids import is_uuid
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from honeyhive_server.contract import served_operations as openapi
from honeyhive_server.contract.body_validation import validate_body
from honeyhive_server.model import event_model
from honeyhive_server.model.filters import read_filters, read_query, unix_ms
from honeyhive_server.model.http_messages import HTTPError
from honeyhive_server.model.json_codec import write_json
from honeyhive_server.services.session_tree import session_json
from honeyhive_server.store.queries import EventNode

DOCUMENT = openapi.load()
numbers = st.integers(-(2**63), 2**64 - 1) | st.floats(allow_nan=False, allow_infinity=False)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
values = st.recursive(
    st.none() | st.booleans() | numbers | texts,
    lambda inner: st.lists(inner) | st.dictionaries(texts, inner),
    max_leaves=8,
)
objects = st.dictionaries(texts, values, max_size=4)
names = "event_id session_id parent_id project project_id event_type event_name source children children_ids error"
event_keys = [*names.split(), "start_time", "end_time", "duration", *event_model.OBJECTS]
bodies = st.dictionaries(st.sampled_from(event_keys) | texts, values, max_size=8)


def status_of_refusal(function, *args, **kwargs):
    """Return the status code of the HTTPError that a function raises, or None if it raises none."""
    try:
        function(*args, **kwargs)
    except HTTPError as error_:
        return error_.status
    return None


@pytest.mark.parametrize(
    "operation", ["createSession", "createEvent", "createSessionEvent", "updateEvent", "searchEvents"]
)
@given(body=bodies)
def test_a_body_is_valid_after_repair_or_400(operation, body):
    schema = DOCUMENT.operations[operation].body

    refused = status_of_refusal(validate_body, DOCUMENT, schema, body, 5, strict=False)

    assert refused == 400 or schema.is_valid(body)


@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(body=bodies)
def test_a_valid_session_body_gives_a_valid_stored_event(body):
    assume(
        not status_of_refusal(validate_body, DOCUMENT, DOCUMENT.operations["createSession"].body, body, 5, strict=False)
    )

    document = event_model.session_document(body, 5)

    assert is_uuid(document["session_id"])
    assert document["event_id"] == document["session_id"]
    assert isinstance(document["start_time"], int | float)
    assert json.loads(write_json(document)) == document


@given(stored=objects, sent=objects)
def test_a_merge_has_every_key_and_the_sent_value_wins(stored, sent):
    merged = event_model.merge(stored, sent)

    assert merged.keys() == stored.keys() | sent.keys()
    assert all(merged[key] == sent.get(key, stored.get(key)) for key in merged)


@given(body=bodies)
def test_updates_are_idempotent(body):
    event = event_model.event_document({"event_type": "tool", "inputs": {"a": 1}}, 5, free_ids=False)
    changes = {key: value for key, value in body.items() if isinstance(value, dict)}

    once = event_model.update_event(event, changes)

    assert event_model.update_event(once, changes) == once


@given(st.datetimes(min_value=datetime(1970, 1, 1), max_value=datetime(2200, 1, 1)), st.integers(-23, 23))
def test_iso_8601_times_are_read_to_the_millisecond(naive, hours):
    aware = naive.replace(tzinfo=timezone(timedelta(hours=hours)))

    assert math.isclose(unix_ms(aware.isoformat()), aware.timestamp() * 1000, abs_tol=0.01)
    assert unix_ms(naive.isoformat()) == unix_ms(naive.replace(tzinfo=UTC).isoformat())


@given(
    field=texts, operator=st.sampled_from(["exists", "is", "is not", "contains", "greater than", "after"]), value=values
)
def test_arbitrary_filters_are_read_or_400(field, operator, value):
    if isinstance(value, list | dict):
        value = str(value)

    assert status_of_refusal(read_filters, [{"field": field, "operator": operator, "value": value}]) in (None, 400)


@given(objects)
def test_arbitrary_queries_are_read_or_400(query):
    assert status_of_refusal(read_query, query) in (None, 400)


@given(st.lists(st.integers(0, 12), max_size=12))
def test_every_event_is_in_the_tree_once(parents):
    nodes = [EventNode("root", None, '{"event_id":"root"}')]
    nodes += [EventNode(f"e{n}", f"e{parent}", f'{{"event_id":"e{n}"}}') for n, parent in enumerate(parents)]

    pending = [json.loads(orjson.dumps(session_json(nodes)))]
    for node in pending:
        pending += node["children"]

    assert sorted(node["event_id"] for node in pending) == sorted(node.event_id for node in nodes)
    assert pending[0]["event_id"] == "root"
