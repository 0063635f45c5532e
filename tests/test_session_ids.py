"""A session id always means the same session, in every spelling and over every interface."""

import json
import urllib.request
from collections.abc import Iterator
from hashlib import md5
from typing import Any
from uuid import UUID, uuid4

import pytest
from honeyhive_api.ids import NAMESPACE, uuid5_of, uuid_of, uuid_of_trace
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from honeyhive import HoneyHive
from honeyhive._tracing.events import propagation
from honeyhive_server import LocalServer

# UUIDs of every version and variant, as UUID(md5(...).hexdigest()) makes them, with digits in upper or lower case.
IDS = st.builds(
    lambda number, upper: "".join(c.upper() if u else c for c, u in zip(str(UUID(int=number)), upper, strict=True)),
    st.integers(1, 2**128 - 1),
    st.lists(st.booleans(), min_size=36, max_size=36),
)


@pytest.fixture(scope="module")
def server() -> Iterator[LocalServer]:
    with LocalServer() as server:
        yield server


@pytest.fixture(scope="module")
def hh(server: LocalServer) -> Iterator[HoneyHive]:
    with HoneyHive(api_key="hh_tests", base_url=server.url, spool=False) as client:
        yield client


def sent(server: LocalServer, method: str, path: str, body: Any = None) -> Any:
    """Send a request without the SDK and return the decoded reply."""
    headers = {"Authorization": "Bearer hh_tests", "Content-Type": "application/json"}
    request = urllib.request.Request(server.url + path, json.dumps(body).encode(), headers, method=method)
    with urllib.request.urlopen(request, timeout=30) as reply:
        return json.load(reply)


def span_in(session_id: str) -> dict[str, Any]:
    """Return an OTLP export with one span, which names the session."""
    span = {
        "traceId": uuid4().hex,
        "spanId": uuid4().hex[:16],
        "name": "span",
        "startTimeUnixNano": "1767323045000000000",
        "endTimeUnixNano": "1767323046000000000",
        "attributes": [{"key": "session.id", "value": {"stringValue": session_id}}],
    }
    return {"resourceSpans": [{"scopeSpans": [{"spans": [span]}]}]}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(written=IDS, again=st.booleans())
def test_one_session_from_calls_tracing_feedback_otlp_and_headers(
    hh: HoneyHive, server: LocalServer, written: str, again: bool
) -> None:
    session_id = written.lower()
    other = written.swapcase() if again else written

    assert hh.sessions.create(session_id=written, session_name="created").session_id == session_id
    hh.events.create(session_id=other, event_type="tool", event_name="direct", inputs={})
    hh.sessions.create_event(written, event_type="tool", event_name="legacy")
    with hh.session("traced", session_id=other) as session:
        with hh.event("traced"):
            headers = hh.tracing.trace_headers()
        assert session.session_id == session_id
    with hh.tracing.continue_session(headers), hh.event("continued"):
        pass
    hh.log_event({"session_id": written, "event_name": "logged"})
    assert hh.flush(30)
    hh.feedback(other, {"rating": 5})
    assert hh.flush(30)
    sent(server, "POST", "/opentelemetry/v1/traces", span_in(other))
    sent(server, "POST", "/v1/events", {"session_id": other, "event_name": "raw", "event_type": "tool", "inputs": {}})

    listed = sent(server, "GET", f"/session?session_id={other}")
    assert [one["session_id"] for one in listed] == [session_id]
    stored = [event for event in server.events() if event["session_id"].lower() == session_id]
    assert {event["session_id"] for event in stored} == {session_id}
    names = {"direct", "legacy", "traced", "continued", "logged", "span", "raw"}
    assert {event["event_name"] for event in stored} - {"created", "traced"} == names - {"traced"}
    assert sent(server, "GET", f"/v1/events/{other}")["event"]["feedback"] == {"rating": 5}


@given(st.text())
def test_any_other_string_maps_to_one_uuid_of_version_5(text: str) -> None:
    mapped = uuid5_of(text)

    assert UUID(mapped).version == 5
    assert str(UUID(mapped)) == mapped == uuid_of(mapped.upper())
    assert propagation.mapped_id(f"chat {text}")[0] == uuid_of(f"chat {text}")


def test_the_mapping_is_that_of_the_standard_library() -> None:
    from uuid import uuid5

    assert uuid5_of("visit-7") == str(uuid5(NAMESPACE, "visit-7"))


@given(st.uuids(version=4))
def test_a_trace_id_that_is_a_uuid_is_the_session_id(made: UUID) -> None:
    assert uuid_of_trace(made.hex) == str(made)


def test_a_trace_id_of_random_bits_maps_to_a_uuid_that_a_strict_service_accepts() -> None:
    digits = md5(b"x", usedforsecurity=False).hexdigest()

    assert UUID(uuid_of_trace(digits)).version == 5


def test_headers_keep_the_decision_not_to_sample_a_session_without_a_version() -> None:
    session_id = str(UUID(md5(b"x", usedforsecurity=False).hexdigest()))
    headers = propagation.headers(session_id, str(uuid4()), is_sampled=False)
    origin = propagation.origin(headers)

    assert origin is not None
    assert (origin.session_id, origin.is_sampled, origin.is_ours) == (session_id, False, True)
