"""An invalid or extreme export is rejected as OTLP specifies, rejected span by span, or stored.

It never gives a 500.
"""

import gzip
import json
import zlib
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from google.rpc.status_pb2 import Status
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import (
    ExportTraceServiceRequest,
    ExportTraceServiceResponse,
)
from opentelemetry.proto.common.v1.common_pb2 import AnyValue, KeyValue
from opentelemetry.proto.trace.v1.trace_pb2 import ResourceSpans, ScopeSpans, Span

from honeyhive_server import LocalServer

PATH = "/opentelemetry/v1/traces"
PROTOBUF, JSON = {"Content-Type": "application/x-protobuf"}, {"Content-Type": "application/json"}
MIB = 1024 * 1024
SPAN = {"traceId": "a" * 32, "spanId": "b" * 16, "name": "work", "startTimeUnixNano": "1", "endTimeUnixNano": "2"}


@pytest.fixture(scope="module")
def client() -> Iterator[httpx.Client]:
    """Yield a client of one server, which all tests that store nothing share."""
    key = {"Authorization": "Bearer x"}
    with LocalServer() as server, httpx.Client(base_url=server.url, headers=key, timeout=60) as client:
        yield client


def export(*spans: Any) -> dict[str, Any]:
    return {"resourceSpans": [{"scopeSpans": [{"spans": list(spans)}]}]}


def protobuf(*spans: Span) -> bytes:
    scoped = ScopeSpans(spans=spans)
    return ExportTraceServiceRequest(resource_spans=[ResourceSpans(scope_spans=[scoped])]).SerializeToString()


def attributes(value: Any) -> dict[str, Any]:
    return SPAN | {"attributes": [{"key": "a", "value": value}]}


def deep(levels: int) -> str:
    """Return the JSON of lists that are nested to this depth."""
    return '{"arrayValue":{"values":[' * levels + '{"intValue":"1"}' + "]}}" * levels


VALID = protobuf(Span(trace_id=b"a" * 16, span_id=b"b" * 8, name="work"))

REFUSED: dict[str, tuple[bytes, dict[str, str], int]] = {
    "truncated protobuf": (VALID[:-3], PROTOBUF, 400),
    "JSON as protobuf": (json.dumps(export(SPAN)).encode(), PROTOBUF, 400),
    "text that is not UTF-8": (VALID.replace(b"work", b"\xff\xfe\xfd\xfc"), PROTOBUF, 400),
    "no JSON": (b"{", JSON, 400),
    "nothing as JSON": (b"", JSON, 400),
    "a list": (b"[]", JSON, 400),
    "another type": (b"", {"Content-Type": "text/plain"}, 415),
    "no type": (b"", {}, 415),
    "another compression": (VALID, PROTOBUF | {"Content-Encoding": "br"}, 415),
    "two compressions": (VALID, PROTOBUF | {"Content-Encoding": "gzip, gzip"}, 415),
    "not compressed": (VALID, PROTOBUF | {"Content-Encoding": "gzip"}, 400),
    "truncated gzip": (gzip.compress(VALID)[:-6], PROTOBUF | {"Content-Encoding": "gzip"}, 400),
    "more after the gzip": (gzip.compress(VALID) * 2, PROTOBUF | {"Content-Encoding": "gzip"}, 400),
    "a gzip bomb": (gzip.compress(bytes(100 * MIB)), PROTOBUF | {"Content-Encoding": "gzip"}, 413),
    "a deflate bomb": (zlib.compress(bytes(100 * MIB)), JSON | {"Content-Encoding": "deflate"}, 413),
    "a body beyond 32 MiB": (bytes(32 * MIB + 1), PROTOBUF, 413),
    "10,000 levels of JSON": (json.dumps(export(SPAN)).replace('"work"', deep(10_000)).encode(), JSON, 400),
}


@pytest.mark.parametrize(("content", "headers", "status"), REFUSED.values(), ids=REFUSED.keys())
def test_an_invalid_export_is_an_rpc_status(client, content, headers, status):
    answer = client.post(PATH, content=content, headers=headers)

    assert answer.status_code == status
    if headers.get("Content-Type") == "application/x-protobuf":
        told = Status.FromString(answer.content)
        assert answer.headers["content-type"] == "application/x-protobuf"
        assert told.code in (3, 8)
        assert told.message
    else:
        assert answer.json()["code"] in (3, 8)
        assert answer.json()["message"]


@pytest.mark.parametrize(
    "body",
    [
        {"resourceSpans": {}},
        {"resourceSpans": [1]},
        {"resourceSpans": [{"scopeSpans": "x"}]},
        {"resourceSpans": [{"resource": 1, "scopeSpans": [{"spans": [SPAN]}]}]},
        export(1),
        export(SPAN | {"name": 1}),
        export(SPAN | {"traceId": 1}),
        export(SPAN | {"kind": True}),
        export(SPAN | {"status": []}),
        export(SPAN | {"events": [{"attributes": 1}]}),
        export(SPAN | {"links": ["x"]}),
        export(SPAN | {"startTimeUnixNano": "soon"}),
        export(SPAN | {"startTimeUnixNano": -1}),
        export(SPAN | {"endTimeUnixNano": str(2**64)}),
        export(SPAN | {"endTimeUnixNano": 1.5}),
        export(attributes([])),
        export(attributes({"stringValue": 1})),
        export(attributes({"boolValue": "true"})),
        export(attributes({"intValue": "one"})),
        export(attributes({"intValue": True})),
        export(attributes({"doubleValue": "x"})),
        export(attributes({"doubleValue": []})),
        export(attributes({"arrayValue": []})),
        export(attributes({"kvlistValue": {"values": [1]}})),
    ],
    ids=lambda body: json.dumps(body)[-60:],
)
def test_a_wrong_json_type_is_400_with_its_key(client, body):
    answer = client.post(PATH, json=body)

    assert answer.status_code == 400
    assert ": not" in answer.json()["message"] or ": neither" in answer.json()["message"]


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"traceId": "ab"}, "traceId: not 16 bytes"),
        ({"traceId": "0" * 32}, "traceId: only zeros"),
        ({"traceId": "x" * 32}, "traceId: not hexadecimal"),
        ({"traceId": f"{'a' * 30}  "}, "traceId: not hexadecimal"),
        ({"spanId": ""}, "spanId: not 8 bytes"),
        ({"spanId": None}, "spanId: not 8 bytes"),
        ({"parentSpanId": "abc"}, "parentSpanId: not 8 bytes"),
        ({"attributes": [{"key": "a", "value": json.loads(deep(50))}]}, "attributes: nested deeper than 40 levels"),
    ],
)
def test_an_invalid_span_is_rejected_alone(server, http, changes, reason):
    answer = http.post(PATH, json=export(SPAN, SPAN | {"name": "bad"} | changes))

    assert answer.status_code == 200
    assert answer.json() == {"partialSuccess": {"rejectedSpans": "1", "errorMessage": reason}}
    assert [event["event_name"] for event in server.events()] == ["work"]


def test_a_span_whose_project_no_index_takes_is_rejected_alone(server, http):
    named = [{"key": "honeyhive.project", "value": {"stringValue": "ä" * 501}}]

    answer = http.post(PATH, json=export({**SPAN, "spanId": "c" * 16, "attributes": named}, SPAN))

    assert answer.json()["partialSuccess"]["rejectedSpans"] == "1"
    assert "longer than 1000 bytes" in answer.json()["partialSuccess"]["errorMessage"]
    assert len(server.events()) == 1


def test_partial_success_in_protobuf(server, http):
    good, bad = Span(trace_id=b"a" * 16, span_id=b"b" * 8, name="good"), Span(trace_id=b"a", span_id=b"b", name="bad")
    answer = http.post(PATH, content=protobuf(good, bad, bad), headers=PROTOBUF)
    told = ExportTraceServiceResponse.FromString(answer.content).partial_success

    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/x-protobuf")
    assert (told.rejected_spans, told.error_message) == (2, "traceId: not 16 bytes")
    assert [event["event_name"] for event in server.events()] == ["good"]


def test_nul_and_lone_surrogates_are_replaced(server, http):
    pairs = [
        KeyValue(key="honeyhive.session_name", value=AnyValue(string_value="a\0b")),
        KeyValue(key="k\0", value=AnyValue(string_value="\0")),
        KeyValue(key="input.value", value=AnyValue(string_value='{"x": "\\ud800 \\u0000"}')),
    ]
    span = Span(trace_id=b"a" * 16, span_id=b"b" * 8, name="n\0", attributes=pairs)
    answer = http.post(PATH, content=protobuf(span), headers=PROTOBUF)
    (session,) = server.sessions()
    (event,) = session["children"]

    assert (answer.status_code, answer.content) == (200, b"")
    assert (session["event_name"], event["event_name"]) == ("a\ufffdb", "n\ufffd")
    assert event["metadata"]["k\ufffd"] == "\ufffd"
    assert event["inputs"] == {"x": "? \ufffd"}


def test_an_empty_export_is_200(client):
    assert client.post(PATH, content=b"", headers=PROTOBUF).content == b""
    assert client.post(PATH, json={}).json() == {}
    assert client.post(PATH, json=export()).json() == {}


def test_protobuf_nesting_of_10000_levels_is_400(client):
    value = AnyValue(int_value=1).SerializeToString()
    for _ in range(10_000):
        inner = b"\x0a" + varint(len(value)) + value  # ArrayValue.values
        value = b"\x2a" + varint(len(inner)) + inner  # AnyValue.array_value
    pair = KeyValue(key="a").SerializeToString() + b"\x12" + varint(len(value)) + value
    span = Span(trace_id=b"a" * 16, span_id=b"b" * 8).SerializeToString() + b"\x4a" + varint(len(pair)) + pair
    scoped = b"\x12" + varint(len(span)) + span
    group = b"\x12" + varint(len(scoped)) + scoped
    answer = client.post(PATH, content=b"\x0a" + varint(len(group)) + group, headers=PROTOBUF)

    assert answer.status_code == 400


def varint(number: int) -> bytes:
    encoded = bytearray()
    while number > 0x7F:
        encoded.append(number & 0x7F | 0x80)
        number >>= 7
    return bytes([*encoded, number])


def test_a_body_of_almost_32_mib_is_stored(server, http):
    text = "x" * (31 * MIB)
    answer = http.post(PATH, json=export(attributes({"stringValue": text})))

    assert answer.status_code == 200
    assert len(server.events()[0]["metadata"]["a"]) == len(text)


def test_zero_times_and_an_end_before_the_start_are_stored(server, http):
    backwards = SPAN | {"spanId": "c" * 16, "startTimeUnixNano": "9000000", "endTimeUnixNano": "1000000"}
    timeless = SPAN | {"spanId": "d" * 16, "startTimeUnixNano": "0", "endTimeUnixNano": 0}
    latest = SPAN | {"spanId": "e" * 16, "startTimeUnixNano": str(2**64 - 1), "endTimeUnixNano": str(2**64 - 1)}
    answer = http.post(PATH, json=export(backwards, timeless, latest))

    assert (answer.status_code, answer.json()) == (200, {})
    assert sorted(event.get("duration") or 0 for event in server.events()) == [0, 0, 0]


def test_other_methods_than_post_are_405(client):
    answer = client.get(PATH)

    assert (answer.status_code, answer.headers["allow"], answer.json()["code"]) == (405, "POST", 12)


loose = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=4),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["values", "key", "value", "stringValue", "intValue", "arrayValue", "kvlistValue", "attributes"]
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)
keys = st.sampled_from(["traceId", "spanId", "parentSpanId", "name", "kind", "attributes", "events", "links", "status"])
pairs = st.lists(
    st.fixed_dictionaries(
        {
            "key": st.sampled_from(
                ["input.value", "session.id", "llm.input_messages.0.message", "honeyhive_inputs.a", "x"]
            ),
            "value": st.sampled_from(["stringValue", "intValue", "doubleValue", "arrayValue"]).flatmap(
                lambda kind: st.fixed_dictionaries({kind: loose})
            ),
        }
    ),
    max_size=3,
)
spans = st.builds(
    lambda more, pairs: {**SPAN, "attributes": pairs, **more}, st.dictionaries(keys, loose, max_size=2), pairs
)
FUZZ = settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@FUZZ
@given(st.one_of(loose, st.builds(lambda spans: export(*spans), st.lists(spans, max_size=3))))
def test_arbitrary_json_is_never_500(client, body):
    assert client.post(PATH, content=json.dumps(body), headers=JSON).status_code in (200, 400)


@FUZZ
@given(st.binary(max_size=60), st.integers(0, len(VALID) - 1), st.integers(0, len(VALID)))
def test_arbitrary_protobuf_is_never_500(client, noise, place, more):
    content = VALID[:place] + noise + VALID[more:]

    assert client.post(PATH, content=content, headers=PROTOBUF).status_code in (200, 400)
