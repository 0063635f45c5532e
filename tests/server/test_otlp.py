"""Exports of OpenTelemetry spans become the right tree, in both encodings and in any order of arrival."""

import gzip
import json
import random
import time
import zlib
from concurrent.futures import ThreadPoolExecutor
from itertools import permutations
from typing import Any

import httpx
import pytest
from opentelemetry.exporter.otlp.proto.http import Compression
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SimpleSpanProcessor
from opentelemetry.trace import SpanKind, Status, StatusCode

from honeyhive._semconv import event_id_of, session_id_of
from honeyhive_server import LocalServer
from tests.server.conftest import KEY

PATH = "/opentelemetry/v1/traces"
TRACE = "0af7651916cd43dd8448eb211c80319c"
START = 1_795_000_000_000
NAMED = "2f1c3c52-6f0e-4b7e-9a55-3b1c6d0a7e42"


def provider(
    server: LocalServer, *, batched: bool, compression: Compression = Compression.NoCompression
) -> TracerProvider:
    exporter = OTLPSpanExporter(
        endpoint=server.url + PATH, headers={"authorization": "Bearer hh_test"}, compression=compression
    )
    made = TracerProvider(resource=Resource({"service.name": "shop", "deployment.environment.name": "dev"}))
    made.add_span_processor(BatchSpanProcessor(exporter) if batched else SimpleSpanProcessor(exporter))
    return made


def tree(node: dict[str, Any]) -> Any:
    """Return an event as (type, name, children)."""
    below = [tree(child) for child in node["children"]]
    return (node["event_type"], node["event_name"], *([below] if below else []))


def attribute(key: str, value: str) -> dict[str, Any]:
    return {"key": key, "value": {"stringValue": value}}


def span(number: int, above: int | None = None, **more: Any) -> dict[str, Any]:
    """Return a span in OTLP's JSON encoding. It starts and ends within the time of its parent."""
    return {
        "traceId": TRACE,
        "spanId": f"{number:016x}",
        **({} if above is None else {"parentSpanId": f"{above:016x}"}),
        "name": f"span {number}",
        "startTimeUnixNano": str((START + number) * 1_000_000),
        "endTimeUnixNano": str((START + 100 - number) * 1_000_000),
        **more,
    }


def export(*spans: dict[str, Any], resource: dict[str, str] | None = None) -> dict[str, Any]:
    attributes = [attribute(key, value) for key, value in (resource or {}).items()]
    return {"resourceSpans": [{"resource": {"attributes": attributes}, "scopeSpans": [{"spans": list(spans)}]}]}


@pytest.mark.parametrize("batched", [True, False], ids=["batched", "one by one"])
@pytest.mark.parametrize("compression", list(Compression), ids=lambda one: one.value)
def test_the_opentelemetry_sdk_produces_the_right_tree(server, batched, compression):
    with (
        (traced := provider(server, batched=batched, compression=compression))
        .get_tracer("app", "1")
        .start_as_current_span("request", kind=SpanKind.SERVER) as request
    ):
        tracer = traced.get_tracer("app", "1")
        with tracer.start_as_current_span("retrieve", attributes={"openinference.span.kind": "RETRIEVER"}):
            pass
        with tracer.start_as_current_span("agent", attributes={"gen_ai.operation.name": "invoke_agent"}):
            with tracer.start_as_current_span("chat", attributes={"gen_ai.operation.name": "chat"}) as chat:
                chat.set_attribute("gen_ai.usage.input_tokens", 3)
                chat.set_attribute("gen_ai.usage.output_tokens", 4)
            with tracer.start_as_current_span("track", attributes={"gen_ai.operation.name": "execute_tool"}) as tool:
                tool.set_status(Status(StatusCode.ERROR, "no parcel"))
    traced.shutdown()
    (session,) = server.sessions()
    (root,) = session["children"]
    agent = root["children"][1]

    assert tree(session) == (
        "session",
        "request",
        [("chain", "request", [("tool", "retrieve"), ("chain", "agent", [("model", "chat"), ("tool", "track")])])],
    )
    assert session["session_id"] == session_id_of(f"{request.get_span_context().trace_id:032x}", {}, {})
    assert (session["start_time"], session["end_time"]) == (root["start_time"], root["end_time"])
    assert {session["source"], root["source"]} == {"dev"}
    assert agent["children"][0]["metadata"]["total_tokens"] == 7
    assert agent["children"][1]["error"] == "no parcel"
    assert agent["children"][1]["metadata"]["scope.name"] == "app"


@pytest.mark.parametrize("encoding", [None, "gzip", "deflate"])
def test_json_produces_the_right_tree_and_a_json_response(server, http, encoding):
    body = json.dumps(export(span(1), span(2, 1), span(3, 2), span(4, 1), resource={"service.name": "shop"})).encode()
    headers = {"Content-Type": "application/json; charset=utf-8"} | ({"Content-Encoding": encoding} if encoding else {})
    packed = {None: bytes, "gzip": gzip.compress, "deflate": zlib.compress}[encoding](body)
    answer = http.post(PATH, content=packed, headers=headers)
    (session,) = server.sessions()

    assert (answer.status_code, answer.json(), answer.headers["content-type"]) == (200, {}, "application/json")
    assert tree(session) == (
        "session",
        "span 1",
        [("chain", "span 1", [("chain", "span 2", [("chain", "span 3")]), ("chain", "span 4")])],
    )
    assert (session["start_time"], session["end_time"], session["duration"]) == (START + 1, START + 99, 98)


@pytest.mark.parametrize("order", list(permutations([1, 2, 3])), ids=str)
def test_parts_of_a_trace_arrive_in_any_order(server, post, order):
    pieces = {1: span(1), 2: span(2, 1), 3: span(3, 2)}
    for number in order:
        post(PATH, export(pieces[number], resource={"service.name": "shop"}))
    (session,) = server.sessions()

    assert tree(session) == ("session", "span 1", [("chain", "span 1", [("chain", "span 2", [("chain", "span 3")])])])
    assert (session["start_time"], session["end_time"]) == (START + 1, START + 99)


@pytest.mark.parametrize("order", list(permutations([1, 2, 3])), ids=str)
def test_one_span_that_names_the_session_moves_the_whole_trace(server, post, order):
    pieces = {1: span(1), 2: span(2, 1, attributes=[attribute("session.id", NAMED)]), 3: span(3, 2)}
    for number in order:
        post(PATH, export(pieces[number]))
    (session,) = server.sessions()

    assert session["session_id"] == NAMED
    assert tree(session) == ("session", "span 1", [("chain", "span 1", [("chain", "span 2", [("chain", "span 3")])])])
    assert {event["session_id"] for event in server.events()} == {NAMED}


def test_a_trace_that_names_its_own_session_stays(server, post):
    """To continue a session in another service, the session id becomes the trace id."""
    own = session_id_of(TRACE, {}, {})
    named = [attribute("honeyhive.session_id", own)]
    for piece in (span(3, 2), span(2, 1, attributes=named), span(1, attributes=named)):
        post(PATH, export(piece))
    (session,) = server.sessions()

    assert session["session_id"] == own
    assert tree(session) == ("session", "span 1", [("chain", "span 1", [("chain", "span 2", [("chain", "span 3")])])])


def test_a_session_started_by_a_call_is_not_absorbed(server, post):
    own = session_id_of(TRACE, {}, {})
    post("/v1/sessions", {"session_id": own, "session_name": "mine", "inputs": {"q": 1}})
    post("/v1/events", {"session_id": own, "event_name": "step", "event_type": "tool", "inputs": {}})
    post(PATH, export(span(1, attributes=[attribute("gen_ai.conversation.id", "visit-7")])))
    trees = {session["session_id"]: tree(session) for session in server.sessions()}

    assert trees.pop(own) == ("session", "mine", [("tool", "step")])
    assert [*trees.values()] == [("session", "span 1", [("chain", "span 1")])]


def test_concurrent_parts_of_many_traces_make_complete_trees(server, http):
    """The parts come from the processes of a distributed program, of which only one names the session."""
    pieces = []
    for trace in range(1, 21):
        named = [attribute("session.id", f"visit {trace}")]
        for number in range(1, 7):
            more = {"attributes": named} if number == 4 else {}
            above = number - 1 if number > 1 else None
            pieces.append(export({**span(number, above, **more), "traceId": f"{trace:032x}"}))
    random.Random(7).shuffle(pieces)
    with ThreadPoolExecutor(8) as pool:
        statuses = set(pool.map(lambda body: http.post(PATH, json=body).status_code, pieces))
    sessions = server.sessions()
    chain: Any = ("chain", "span 6")
    for number in range(5, 0, -1):
        chain = ("chain", f"span {number}", [chain])

    assert statuses == {200}
    assert [tree(session) for session in sessions] == [("session", "span 1", [chain])] * 20


def test_a_trace_without_root_has_the_service_name(server, post):
    post(PATH, export(span(2, 1), resource={"service.name": "shop"}))
    (session,) = server.sessions()

    assert tree(session) == ("session", "shop", [("chain", "span 2")])


def test_a_repeated_span_is_one_event(server, post):
    for _ in range(2):
        post(PATH, export(span(1), span(2, 1), span(2, 1)))

    assert len(server.events()) == 2


def test_two_traces_may_share_a_session(server, post):
    named = [attribute("gen_ai.conversation.id", "visit-7")]
    second = {**span(50), "traceId": "f" * 32, "attributes": named, "endTimeUnixNano": str((START + 500) * 1_000_000)}
    post(PATH, export(span(1, attributes=named)))
    post(PATH, export(second))
    (session,) = server.sessions()

    assert tree(session) == ("session", "span 1", [("chain", "span 1"), ("chain", "span 50")])
    assert (session["start_time"], session["end_time"]) == (START + 1, START + 500)


def test_a_session_started_by_a_call_keeps_its_name_and_extends_its_times(server, post):
    post("/v1/sessions", {"session_id": NAMED, "session_name": "mine", "metadata": {"a": 1}, "start_time": START + 50})
    post(PATH, export(span(1, attributes=[attribute("honeyhive.session_id", NAMED)])))
    (session,) = server.sessions()

    assert tree(session) == ("session", "mine", [("chain", "span 1")])
    assert session["metadata"] == {"a": 1}
    assert (session["start_time"], session["end_time"]) == (START + 1, START + 99)


@pytest.mark.parametrize("pieces", [[1], [2], [2, 1]], ids=str)
def test_a_later_call_overrides_the_implied_session(server, post, pieces):
    named = [attribute("session.id", NAMED)]
    sent = {1: span(1, attributes=named), 2: span(2, 1, attributes=named)}
    body = {"session_id": NAMED, "session_name": "mine", "inputs": {"q": 1}, "metadata": {"a": 1}, "project": "mine"}
    for number in pieces:
        post(PATH, export(sent[number], resource={"service.name": "shop", "honeyhive.source": "dev"}))
    answer = post("/v1/sessions", body)
    for number in (2, 1):
        post(PATH, export(sent[number]))
    again = post("/v1/sessions", {"session_id": NAMED, "session_name": "another", "metadata": {"b": 2}})
    (session,) = server.sessions()

    assert tree(session) == ("session", "mine", [("chain", "span 1", [("chain", "span 2")])])
    assert (session["inputs"], session["source"], session["project"]) == ({"q": 1}, "dev", "mine")
    assert (session["start_time"], session["end_time"], session["duration"]) == (START + 1, START + 99, 98)
    assert session["metadata"].items() >= {"a": 1, "b": 2, "trace_id": TRACE}.items()
    assert "otel.session" not in session["metadata"]
    assert (answer["event_name"], again["event_name"]) == ("mine", "mine")


@pytest.mark.parametrize("spans_first", [True, False])
def test_a_session_event_counts_as_a_call(server, post, spans_first):
    root = {"event_type": "session", "event_id": NAMED, "session_id": NAMED, "inputs": {}, "duration": 7}
    said = {"event_name": "row 1", "outputs": {"answer": 1}, "metrics": {"exact": True}, "metadata": {"run_id": "r1"}}
    calls = [
        lambda: post(PATH, export(span(1, attributes=[attribute("session.id", NAMED)]))),
        lambda: post("/v1/events", {**root, **said}),
    ]
    for call in calls if spans_first else reversed(calls):
        call()
    (session,) = server.sessions()

    assert tree(session) == ("session", "row 1", [("chain", "span 1")])
    assert (session["outputs"], session["metrics"]) == (said["outputs"], said["metrics"])
    assert session["metadata"]["run_id"] == "r1"


def test_implied_sessions_do_not_take_the_id_of_a_session_event(database):
    root = {"event_type": "session", "event_id": NAMED, "session_id": NAMED, "inputs": {}}
    with LocalServer(database=database, dedupe=False) as server, httpx.Client(base_url=server.url, headers=KEY) as http:
        http.post(PATH, json=export(span(1, attributes=[attribute("session.id", NAMED)])))
        answers = [http.post("/v1/events", json={**root, "event_name": name}) for name in ("row 1", "again")]
        (session,) = server.sessions()

    assert [answer.json()["event_id"] == NAMED for answer in answers] == [True, False]
    assert session["event_name"] == "row 1"
    assert {child["event_name"] for child in session["children"]} == {"span 1", "again"}


@pytest.mark.parametrize("key", ["honeyhive.session_name", "ai.telemetry.metadata.sessionName"])
def test_a_session_name_that_is_not_a_uuid_becomes_one(server, post, key):
    post(PATH, export(span(1, attributes=[attribute(key, "support-chat")])))

    assert tree(server.sessions()[0]) == ("session", "support-chat", [("chain", "span 1")])


def test_the_first_root_names_the_session(server, post):
    named = [attribute("session.id", NAMED)]
    other = {**span(50), "traceId": "f" * 32, "attributes": named}
    for piece in (span(2, 1, attributes=named), other, span(1, attributes=named)):
        post(PATH, export(piece, resource={"service.name": "shop"}))

    assert [one["event_name"] for one in server.sessions()] == ["span 1"]


def test_api_events_and_spans_share_a_tree(server, post):
    above = event_id_of(TRACE, f"{1:016x}")
    session = session_id_of(TRACE, {}, {})
    event = {"event_type": "tool", "event_name": "mine", "inputs": {}, "session_id": session, "parent_id": above}
    post("/v1/events", event | {"start_time": START})
    post(PATH, export(span(1)))

    assert tree(server.sessions()[0]) == ("session", "span 1", [("chain", "span 1", [("tool", "mine")])])


def test_the_project_comes_from_the_resource(server, http, post):
    post(PATH, export(span(1), resource={"honeyhive.project": "shop"}))

    assert [one["project"] for one in http.get("/session", params={"project": "shop"}).json()] == ["shop"]


@pytest.mark.parametrize(
    ("header", "resource", "project"),
    [
        ("project:shop", {}, "shop"),
        ("source:dev, project: shop:eu", {}, "shop:eu"),
        ("project:shop", {"honeyhive.project": "kiosk"}, "kiosk"),
        ("project:", {}, "default"),
        ("shop", {}, "default"),
    ],
)
def test_the_project_comes_from_the_x_honeyhive_header(server, http, header, resource, project):
    http.post(PATH, json=export(span(1), resource=resource), headers={"x-honeyhive": header})
    (session,) = server.sessions()

    assert [one["project"] for one in (session, *session["children"])] == [project, project]


def test_a_span_can_be_found_and_updated_like_any_event(server, http, post):
    post(PATH, export(span(1, attributes=[attribute("http.route", "/parcels")])))
    where = {"field": "metadata.http.route", "operator": "is", "value": "/parcels", "type": "string"}
    (found,) = post("/v1/events/search", {"filters": [where]})["events"]
    changed = http.put(f"/v1/events/{found['event_id']}", json={"feedback": {"rating": 5}})

    assert changed.status_code == 200
    assert server.events()[0]["feedback"] == {"rating": 5}


def test_a_span_without_times_starts_on_arrival(server, post):
    before = time.time() * 1000 - 1
    post(PATH, export({key: value for key, value in span(1).items() if "Time" not in key}))
    (event,) = server.events()

    assert before <= event["start_time"] <= time.time() * 1000
    assert event.get("end_time") is None


def test_a_span_that_ends_before_its_start_has_duration_0(server, post):
    post(PATH, export(span(1, endTimeUnixNano=str((START - 50) * 1_000_000))))
    (session,) = server.sessions()

    assert [one["duration"] for one in (session, *session["children"])] == [0, 0]


def test_every_attribute_type_is_stored(server, post):
    values = {
        "text": ({"stringValue": "a"}, "a"),
        "true": ({"boolValue": True}, True),
        "int": ({"intValue": "9007199254740993"}, 9007199254740993),
        "plain": ({"intValue": -3}, -3),
        "double": ({"doubleValue": 0.5}, 0.5),
        "nan": ({"doubleValue": "NaN"}, "nan"),
        "bytes": ({"bytesValue": "aGk="}, "aGk="),
        "list": ({"arrayValue": {"values": [{"intValue": "1"}, {"stringValue": "b"}]}}, [1, "b"]),
        "object": ({"kvlistValue": {"values": [{"key": "k", "value": {"intValue": 1}}]}}, {"k": 1}),
        "nul": ({"stringValue": "a\0b"}, "a\ufffdb"),
        "newer": ({"somethingNew": 1}, None),
    }
    attributes = [{"key": key, "value": value} for key, (value, _) in values.items()]
    post(PATH, export(span(1, attributes=attributes, kind="SPAN_KIND_CLIENT", parentSpanId=None, flags=1)))
    (event,) = server.events()

    assert {key: event["metadata"].get(key) for key in values} == {key: value for key, (_, value) in values.items()}
    assert event["metadata"]["otel.span_kind"] == "client"


def test_a_large_export_is_stored_completely(server, http):
    spans = [{**span(n, 1 if n > 1 else None), "endTimeUnixNano": str((START + 9999) * 10**6)} for n in range(1, 2001)]
    answer = http.post(PATH, json=export(*spans))

    assert answer.status_code == 200
    assert len(server.events()) == 2000
    assert len(server.sessions()[0]["children"][0]["children"]) == 1999


def test_a_failing_store_is_503_and_the_retry_is_complete(server, http, monkeypatch):
    from honeyhive_server.store import EventStore, StoreError

    write = EventStore.write

    async def failing(self: EventStore, **changes: Any) -> Any:
        monkeypatch.setattr(EventStore, "write", write)
        raise StoreError("the disk is full")

    http.post(PATH, json=export(span(3, 2)))
    monkeypatch.setattr(EventStore, "write", failing)
    body = export(span(1), span(2, 1, attributes=[attribute("session.id", NAMED)]))
    answers = [http.post(PATH, json=body) for _ in range(2)]

    assert [answer.status_code for answer in answers] == [503, 200]
    assert answers[0].json() == {"code": 14, "message": "the disk is full"}
    assert [one["session_id"] for one in server.sessions()] == [NAMED]
    assert len(server.events()) == 3


def test_a_missing_or_wrong_key_is_401(server):
    with httpx.Client(base_url=server.url) as nobody:
        answer = nobody.post(PATH, json=export(span(1)))

    assert (answer.status_code, answer.json()["code"]) == (401, 16)
    assert answer.headers["www-authenticate"] == "Bearer"
