"""Span fields other than attributes: ids, times, parent, errors, events, resource, scope, links."""

from uuid import UUID

import pytest

from honeyhive._semconv import event_id_of, event_of, session_id_of

from .span_factory import PARENT, SPAN, START, TRACE, span

NAMED = "2f1c3c52-6f0e-4b7e-9a55-3b1c6d0a7e42"


def test_ids_are_deterministic_and_distinct():
    made = [event_id_of(TRACE, SPAN), event_id_of(TRACE, PARENT), session_id_of(TRACE, {}, {})]

    # These ids must never change, because a span with a new id would be stored a second time.
    assert made == [
        "3513e4f0-544a-58d5-ac26-d0fbff65d221",
        "92941ca9-42f1-51b0-a3fe-05a30881d87a",
        "0af76519-16cd-43dd-8448-eb211c80319c",
    ]
    assert all(str(UUID(one)) == one for one in made)


def test_the_parent_is_the_parent_span_or_for_a_root_the_session():
    below, root = event_of(span()), event_of(span(parent_span_id=None))

    assert below["parent_id"] == event_id_of(TRACE, PARENT)
    assert root["parent_id"] == root["session_id"] == session_id_of(TRACE, {}, {})
    assert root["event_id"] == below["event_id"] == event_id_of(TRACE, SPAN)


def test_a_root_may_name_its_parent_event():
    assert event_of(span({"honeyhive.parent_id": NAMED}, parent_span_id=None))["parent_id"] == NAMED
    assert event_of(span({"honeyhive.parent_id": NAMED}))["parent_id"] == event_id_of(TRACE, PARENT)


@pytest.mark.parametrize(
    "key",
    [
        "honeyhive.session_id",
        "honeyhive_session_id",
        "traceloop.association.properties.session_id",
        "session.id",
        "gen_ai.conversation.id",
        "ai.telemetry.metadata.sessionId",
    ],
)
def test_a_session_is_named_by_the_span_or_by_its_resource(key):
    assert session_id_of(TRACE, {key: NAMED}, {}) == NAMED
    assert session_id_of(TRACE, {}, {key: NAMED}) == NAMED
    assert session_id_of(TRACE, {key: NAMED}, {key: "other"}) == NAMED
    assert event_of(span({key: NAMED}))["session_id"] == NAMED


def test_a_session_name_that_is_not_a_uuid_is_hashed_and_kept_in_the_metadata():
    event = event_of(span({"session.id": "visit-7"}))

    assert str(UUID(event["session_id"])) == event["session_id"] != session_id_of(TRACE, {}, {})
    assert event["session_id"] == session_id_of("f" * 32, {"session.id": "visit-7"}, {})
    assert event["metadata"]["session_id"] == "visit-7"


@pytest.mark.parametrize("name", ["", None, True, ["a"], {"a": 1}])
def test_values_that_are_not_names_do_not_name_a_session(name):
    assert session_id_of(TRACE, {"session.id": name}, {}) == session_id_of(TRACE, {}, {})


def test_a_session_id_is_not_repeated_in_the_metadata():
    event = event_of(span({"honeyhive.session_id": NAMED, "traceloop.association.properties.session_id": NAMED}))

    assert NAMED not in str(event["metadata"])


def test_times_are_milliseconds():
    event = event_of(span())

    assert (event["start_time"], event["end_time"], event["duration"]) == (START / 1e6, START / 1e6 + 5, 5)


def test_unknown_times_are_absent():
    assert not {"start_time", "end_time", "duration"} & event_of(span(start_ns=0, end_ns=0)).keys()
    assert event_of(span(end_ns=0)).keys() >= {"start_time"}
    assert event_of(span(start_ns=0))["duration"] == 0
    assert event_of(span(end_ns=START - 1))["duration"] == 0


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({}, None),
        ({"status_code": "error"}, "error"),
        ({"status_code": "error", "status_message": "no parcel"}, "no parcel"),
        ({"status_code": "error", "attributes": {"error.type": "timeout"}}, "timeout"),
        (
            {
                "status_code": "error",
                "status_message": "failed",
                "events": [("exception", 1, {"exception.type": "ValueError", "exception.message": "no parcel"})],
            },
            "ValueError: no parcel",
        ),
        ({"events": [("exception", 1, {"exception.type": "ValueError"})]}, None),
    ],
)
def test_error_is_set_when_the_status_is_error(changes, error):
    assert event_of(span(**changes)).get("error") == error


def test_messages_may_be_events_of_the_span():
    events = [
        ("gen_ai.system.message", 1, {"gen_ai.system": "openai", "content": "Be kind"}),
        ("gen_ai.user.message", 2, {"content": "Hello"}),
        (
            "gen_ai.choice",
            3,
            {"index": 0, "finish_reason": "stop", "message": '{"role": "assistant", "content": "Hi"}'},
        ),
        ("retry", 4_000_000, {"attempt": 2}),
    ]
    event = event_of(span({"gen_ai.operation.name": "chat"}, events=events))

    assert event["inputs"] == {
        "chat_history": [{"role": "system", "content": "Be kind"}, {"role": "user", "content": "Hello"}]
    }
    assert event["outputs"] == {"role": "assistant", "content": "Hi", "index": 0, "finish_reason": "stop"}
    assert event["metadata"]["span_events"] == [{"name": "retry", "time": 4, "attributes": {"attempt": 2}}]


def test_an_event_without_messages_in_it_stays_an_event_of_the_span():
    event = event_of(span(events=[("gen_ai.user.message", 4_000_000, {"messages": []})]))

    assert event["inputs"] == {}
    assert event["metadata"]["span_events"] == [
        {"name": "gen_ai.user.message", "time": 4, "attributes": {"messages": []}}
    ]


def test_attributes_may_come_with_an_event_of_their_own():
    details = {"gen_ai.operation.name": "chat", "gen_ai.input.messages": '[{"role": "user", "content": "Hello"}]'}
    event = event_of(span(events=[("gen_ai.client.inference.operation.details", 1, details)]))

    assert event["event_type"] == "model"
    assert event["inputs"] == {"chat_history": [{"role": "user", "content": "Hello"}]}
    assert "span_events" not in event["metadata"]


def test_the_resource_fills_unset_fields():
    resource = {
        "service.name": "shop",
        "deployment.environment.name": "dev",
        "honeyhive.project": "p",
        "host.name": "h",
    }
    below, root = event_of(span(resource=resource)), event_of(span(resource=resource, parent_span_id=None))

    assert (below["source"], below["project"], below["metadata"]["service.name"]) == ("dev", "p", "shop")
    assert "resource" not in below["metadata"]
    assert root["metadata"]["resource"] == resource
    assert event_of(span({"honeyhive.source": "prod"}, resource=resource))["source"] == "prod"


def test_trace_ids_scope_and_resource_are_kept_in_the_metadata():
    link = {"trace_id": "1" * 32, "span_id": "2" * 16, "attributes": {}}
    event = event_of(span(kind="client", scope_name="lib", scope_version="1.2", links=[link]))

    assert event["metadata"] == {
        "trace_id": TRACE,
        "span_id": SPAN,
        "parent_span_id": PARENT,
        "otel.span_kind": "client",
        "scope.name": "lib",
        "scope.version": "1.2",
        "span_links": [link],
    }
