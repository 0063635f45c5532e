"""Each rule reports a violation with its place, and says how to correct it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.document import Document
from generator.spec.rules import broken_rules

from .conftest import ROOT

Change = Callable[[dict[str, Any]], Any]


def schema(document: dict[str, Any], name: str) -> dict[str, Any]:
    return document["components"]["schemas"][name]


def create(document: dict[str, Any]) -> dict[str, Any]:
    return document["paths"]["/v1/sessions"]["post"]


def prop(name: str, **values: Any) -> Change:
    return lambda one: schema(one, "CreateSessionRequest")["properties"].update(
        {name: {"description": "A thing.", **values}}
    )


IN_BODY = "#/components/schemas/CreateSessionRequest"

BREACHES: dict[str, tuple[Change, str]] = {
    "dangling reference": (
        prop("x", **{"$ref": "#/components/schemas/Nowhere"}),
        "#/components/schemas/Nowhere does not exist",
    ),
    "unused component": (
        lambda one: one["components"]["schemas"].update(Idle={"type": "string"}),
        "#/components/schemas/Idle: nothing refers to it; remove it",
    ),
    "boolean schema": (
        lambda one: schema(one, "CreateSessionRequest")["properties"].update(x=True),
        f"{IN_BODY}.x: some generators fail on a boolean schema",
    ),
    "bare null": (prop("x", type="null"), f"{IN_BODY}.x: a bare type null"),
    "default": (prop("x", type="string", default="y"), f"{IN_BODY}.x: some generators send a default"),
    "nullable": (prop("x", type="string", nullable=True), f"{IN_BODY}.x: nullable is not part of OpenAPI 3.1"),
    "float": (prop("x", type="number"), f"{IN_BODY}.x: a number becomes a 32-bit float"),
    "nullable float": (prop("x", type=["number", "null"]), f"{IN_BODY}.x: a number becomes a 32-bit float"),
    "array without items": (prop("x", type="array"), f"{IN_BODY}.x: an array needs items"),
    "nullable enum": (
        prop("x", type=["string", "null"], enum=["a", None]),
        f"{IN_BODY}.x: some generators make three classes",
    ),
    "name of a method": (prop("to_dict", type="string"), f"{IN_BODY}: the property to_dict has the name of a method"),
    "items of a reply that are not a schema": (
        prop("x", type="array", items={"type": "object"}, **{"x-honeyhive-reply-items": "Nowhere"}),
        f"{IN_BODY}.x: x-honeyhive-reply-items 'Nowhere' is not a schema for the items of a list",
    ),
    "reply to an empty list that is not a reply": (
        lambda one: one["paths"]["/v1/datapoints"]["get"]["x-honeyhive-empty-list"].update(reply={"datapoints": 1}),
        "GET /v1/datapoints: the reply of x-honeyhive-empty-list is refused at datapoints",
    ),
    "oneOf beside properties": (
        lambda one: schema(one, "AddSessionTracesRequest").update(oneOf=[{"required": ["logs"]}]),
        "#/components/schemas/AddSessionTracesRequest: some generators make no model of oneOf beside properties",
    ),
    "closed enum in a reply": (
        lambda one: schema(one, "Session")["properties"]["event_type"].update(enum=["session"]),
        "#/components/schemas/Session.event_type: clients fail on the first new value of a closed enum",
    ),
    "inline request body": (
        lambda one: create(one)["requestBody"]["content"]["application/json"].update(schema={"type": "object"}),
        "POST /v1/sessions: request body: the application/json schema is written inline",
    ),
    "object in the query": (
        lambda one: one["paths"]["/session"]["get"]["parameters"][1].update(schema={"type": "object"}),
        "GET /session: parameter query: some generators mangle an object in the query",
    ),
    "no description": (prop("x", type="string", description=""), f"{IN_BODY}.x: it has no description"),
    "no summary": (lambda one: create(one).pop("summary"), "POST /v1/sessions: it has no summary"),
    "summary without a full stop": (
        lambda one: create(one).update(summary="Start"),
        "POST /v1/sessions: its summary does not end with a full stop",
    ),
    "unknown tag": (
        lambda one: create(one).update(tags=["Other"]),
        "POST /v1/sessions: the tag Other is not described",
    ),
    "no server": (
        lambda one: one["paths"]["/v1/sessions"].pop("servers"),
        "POST /v1/sessions: its path needs exactly one server",
    ),
    "no example": (
        lambda one: create(one)["requestBody"]["content"]["application/json"].pop("examples"),
        "POST /v1/sessions: request body: application/json has no example",
    ),
    "parameter without example": (
        lambda one: one["components"]["parameters"]["SessionIdPath"].pop("example"),
        "POST /v1/sessions/{session_id}/events/batch: parameter session_id: it has no example",
    ),
    "no default response": (
        lambda one: create(one)["responses"].pop("default"),
        "POST /v1/sessions: it has no default response",
    ),
    "another error": (
        lambda one: create(one)["responses"].update(
            {
                "400": {
                    "description": "x",
                    "content": {
                        "application/json": {
                            "schema": {"$ref": "#/components/schemas/Acknowledgement"},
                            "examples": {"x": {"value": {"success": False}}},
                        }
                    },
                }
            }
        ),
        "POST /v1/sessions: response 400: an error has the schema ErrorResponse",
    ),
    "operationId twice": (
        lambda one: create(one).update(operationId="startSession"),
        "the operationId startSession is also that of POST /v1/sessions",
    ),
    "wrong example": (
        lambda one: create(one)["requestBody"]["content"]["application/json"]["examples"]["named"]["value"].update(
            start_time="now"
        ),
        'POST /v1/sessions: request body: example named is refused at start_time: "now" is not of type "number"',
    ),
    "wrong example of a parameter": (
        lambda one: one["paths"]["/session"]["get"]["parameters"][2].update(example="many"),
        "GET /session: parameter limit: example is refused",
    ),
    "no method": (lambda one: create(one).pop("x-honeyhive-method"), "POST /v1/sessions: it has no x-honeyhive-method"),
    "unknown kind": (prop("x", type="string", **{"x-honeyhive-kind": "date"}), "x-honeyhive-kind 'date' is not one of"),
    "deprecated without a replacement": (
        prop("x", type="string", deprecated=True),
        f"{IN_BODY}.x: it is deprecated without x-honeyhive-replaced-by",
    ),
    "replacement that is not an operation": (
        lambda one: one["paths"]["/session/start"]["post"].update({"x-honeyhive-replaced-by": ["sessions.create"]}),
        "POST /session/start: x-honeyhive-replaced-by 'sessions.create' is not METHOD /path",
    ),
    "replacement of what is not deprecated": (
        lambda one: create(one).update({"x-honeyhive-replaced-by": []}),
        "POST /v1/sessions: it has x-honeyhive-replaced-by but is not deprecated",
    ),
    "date of removal that is not a date": (
        lambda one: one["paths"]["/session/start"]["post"].update({"x-honeyhive-sunset": "soon"}),
        "POST /session/start: x-honeyhive-sunset 'soon' is not a date in quotes, such as '2027-03-01'",
    ),
    "date of removal of what stays": (
        lambda one: create(one).update({"x-honeyhive-sunset": "2027-03-01"}),
        "POST /v1/sessions: it has x-honeyhive-sunset but is not deprecated",
    ),
    "ids that the body does not have": (
        lambda one: create(one).update({"x-honeyhive-client-ids": ["events[].event_id"]}),
        "POST /v1/sessions: x-honeyhive-client-ids names events[].event_id",
    ),
    "ids in a body that is not there": (
        lambda one: one["paths"]["/session"]["get"].update({"x-honeyhive-client-ids": ["event_id"]}),
        "GET /session: x-honeyhive-client-ids names event_id",
    ),
    "path parameter that the path does not have": (
        lambda one: schema(one, "UpdateQueueRequest")["properties"]["id"].update({"x-honeyhive-path-parameter": "x"}),
        "PUT /v1/queues/{queue_id}: id has x-honeyhive-path-parameter 'x', which the path does not have",
    ),
    "nullable that names nothing": (
        prop("x", anyOf=[{"type": "string"}, {"type": "null"}]),
        f"{IN_BODY}.x/anyOf/1: a bare type null",
    ),
    "undefined security scheme": (
        lambda one: create(one).update(security=[{"magic": []}]),
        "POST /v1/sessions: the security scheme magic is not defined",
    ),
}


@pytest.mark.parametrize("name", BREACHES)
def test_a_breach_is_found_and_named(document: dict[str, Any], name: str) -> None:
    change, message = BREACHES[name]
    change(document)

    breaches = broken_rules(Document("spec.yaml", document))

    assert [line for line in breaches if message in line], breaches


def test_this_projects_document_keeps_every_rule() -> None:
    assert broken_rules(Document.read(Path(ROOT / "openapi.yaml"))) == []


@pytest.mark.parametrize("key", ["anyOf", "oneOf"])
def test_a_named_schema_may_be_nullable_in_either_order(document: dict[str, Any], key: str) -> None:
    branches = [{"type": "null"}, {"$ref": "#/components/schemas/Session"}]
    prop("x", **{key: branches})(document)
    prop("y", **{key: branches[::-1]})(document)

    assert broken_rules(Document("spec.yaml", document)) == []


def test_the_generator_refuses_a_breach(generate: Callable[..., Any], document: dict[str, Any]) -> None:
    create(document).pop("description")

    done = generate(document, "--rules")

    assert done.returncode == 1
    assert "POST /v1/sessions: it has no description" in done.stderr


@pytest.mark.parametrize("value", ["&all {again: *all}", "[" * 3_000 + "]" * 3_000])
def test_a_document_nested_too_deeply_is_a_document_error(value):
    document = Document.parse("endless.yaml", f"openapi: 3.1.0\nx-all: {value}\n")

    assert broken_rules(document) == ["#/: it is nested too deeply or contains itself"]
