"""The judge finds the faults of a request by comparing it with the document."""

import json
from copy import deepcopy
from typing import Any

import pytest

from generator.document import Document
from generator.spec.conformance.judge import Judge
from generator.spec.conformance.received import Received, produces

KEY = {"authorization": "Bearer hh_x"}
JSON = {**KEY, "content-type": "application/json; charset=utf-8"}
BATCH = "/v1/sessions/6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10/events/batch"


@pytest.fixture(scope="module")
def judge(document: Document) -> Judge:
    return Judge(document)


def sent(host: str, method: str, target: str, body: Any = None, headers: dict[str, str] | None = None) -> Received:
    data = b"" if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
    return Received(host, method, target, (KEY if body is None else JSON) if headers is None else headers, data)


@pytest.mark.parametrize(
    "request_",
    [
        sent("v1", "POST", "/v1/sessions", {}),
        sent("v1", "POST", "/v1/sessions", {"start_time": 1767323045123, "unknown": 1}),
        sent("v1", "POST", BATCH, {"events": []}),
        sent("legacy", "GET", "/session"),
        sent("legacy", "GET", "/session?project=a%20b&limit=3&query=%7B%22a%22%3A1%7D"),
        sent("v1", "GET", "/v1/events/schema"),
    ],
)
def test_a_correct_request_has_no_fault(judge: Judge, request_: Received) -> None:
    assert judge.faults(request_) == []


KEYS = {"projectKey": "hh_p", "ingestionKey": "hh_i", "dataPlaneKey": "hh_d", "controlPlaneKey": "hh_c"}


@pytest.mark.parametrize(
    ("method", "target", "key", "faults"),
    [
        ("POST", "/v1/sessions", "hh_p", []),
        ("POST", "/v1/sessions", "hh_i", []),
        ("POST", "/v1/sessions", "hh_c", ["it was sent with controlPlaneKey instead of ingestionKey or projectKey"]),
        ("GET", "/v1/datasets", "hh_i", ["it was sent with ingestionKey instead of projectKey"]),
        ("GET", "/v1/datasets", "hh_x", ["it was sent with an unknown key instead of projectKey"]),
        ("GET", "/v1/datasets", "", ["the header Authorization: Bearer <key> is missing"]),
    ],
)
def test_the_kind_of_key_is_judged(document: Document, method: str, target: str, key: str, faults: list[str]) -> None:
    headers = {"authorization": f"Bearer {key}", "content-type": "application/json"}
    request = sent("v1", method, target, {} if method == "POST" else None, headers)

    assert Judge(document, KEYS).faults(request) == faults


@pytest.mark.parametrize(
    ("request_", "fault"),
    [
        (sent("v1", "POST", "/v1/nothing", {}), "the document has no such operation"),
        (sent("v1", "PATCH", "/v1/sessions", {}), "the document has no such operation"),
        (sent("legacy", "POST", "/v1/sessions", {}), "it was sent to the host legacy instead of v1"),
        (
            sent("v1", "POST", "/v1/sessions", {}, {"content-type": "application/json"}),
            "the header Authorization: Bearer <key> is missing",
        ),
        (
            sent("v1", "POST", "/v1/sessions", {}, {**JSON, "authorization": "hh_x"}),
            "the header Authorization: Bearer <key> is missing",
        ),
        (sent("v1", "POST", "/v1/sessions"), "the body is missing"),
        (sent("v1", "POST", "/v1/sessions", {}, KEY), "the content type nothing is not accepted"),
        (sent("legacy", "GET", "/session", {}), "the operation has no body"),
        (sent("v1", "POST", "/v1/sessions", b"{"), "the body is not JSON"),
        (
            sent("v1", "POST", "/v1/sessions", {"start_time": "2026-01-02T03:04:05Z"}),
            'the body at start_time: "2026-01-02T03:04:05Z" is not of type "number"',
        ),
        (
            sent("v1", "POST", BATCH, {"events": [{"event_type": "tool"}]}),
            'the body at events/0: "inputs" is a required property',
        ),
        (sent("legacy", "GET", "/session?page=1"), "the document has no query parameter page"),
        (sent("legacy", "GET", "/session?limit=many"), 'the query parameter limit: "many" is not of type "integer"'),
        (sent("legacy", "GET", "/session?query=a%3D1"), 'the query parameter query: "a=1" is not of type "object"'),
        (sent("legacy", "GET", "/session?query=%5B%5D"), 'the query parameter query: [] is not of type "object"'),
    ],
)
def test_each_fault_of_a_request_is_named(judge: Judge, request_: Received, fault: str) -> None:
    assert judge.faults(request_) == [fault]


def test_both_and_neither_of_two_keys_are_faults(judge: Judge) -> None:
    for body in ({}, {"events": [], "logs": []}):
        assert len(judge.faults(sent("legacy", "POST", "/session/s/traces", body))) == 1


@pytest.mark.parametrize("security", [[], [{}], [{"projectKey": []}, {}]])
def test_an_operation_may_need_no_key(document: Document, security: list[dict[str, list[str]]]) -> None:
    data = deepcopy(document.data)
    data["paths"]["/session"]["get"]["security"] = security

    assert Judge(Document("openapi.yaml", data)).faults(sent("legacy", "GET", "/session", headers={})) == []


WANTED = {
    "host": "v1",
    "method": "POST",
    "path": "/things/a%20b",
    "query": {"limit": 20, "tags": ["a", "b"], "query": '{"a": 1}'},
    "body": {"events": [{"name": "x", "time": 1767323045123}]},
    "mayAdd": ["events[].id", "session.id"],
}
TARGET = "/things/a+b?limit=20&tags=a&tags=b&query=%7B%22a%22:1.0%7D".replace("+", "%20")


@pytest.mark.parametrize(
    ("target", "body", "same"),
    [
        (TARGET, {"events": [{"name": "x", "time": 1767323045123.0}]}, True),
        (TARGET, {"events": [{"name": "x", "time": 1767323045123, "id": "added"}]}, True),
        (TARGET, {"events": [{"name": "x", "time": 1767323100000}]}, False),
        (TARGET, {"events": [{"name": "x", "time": 1767323045123, "other": "added"}]}, False),
        (TARGET, {"events": [{"name": "x", "time": 1767323045123}], "logs": []}, False),
        (TARGET, {"events": []}, False),
        (TARGET.replace("limit=20", "limit=21"), WANTED["body"], False),
        (TARGET.replace("limit=20&", ""), WANTED["body"], False),
        (TARGET.replace("a%20b", "a"), WANTED["body"], False),
        (TARGET, b"{", False),
        (TARGET, b"\xff", False),
    ],
)
def test_produces_recognizes_a_request_of_the_kit(target: str, body: Any, same: bool) -> None:
    assert produces(sent("v1", "POST", target, body), WANTED) is same


def test_produces_distinguishes_true_from_1() -> None:
    wanted = {**WANTED, "query": {}, "body": {"on": True}, "mayAdd": []}

    assert not produces(sent("v1", "POST", "/things/a%20b", {"on": 1}), wanted)
