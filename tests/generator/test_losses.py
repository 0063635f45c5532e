"""The generator reports every part that openapi-python-client would silently drop or weaken."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from openapi_python_client.schema.untrusted_string import UntrustedString

from generator.opc import GeneratorError, message_of

Change = Callable[[dict[str, Any]], Any]


def order(document: dict[str, Any]) -> dict[str, Any]:
    return document["components"]["schemas"]["Order"]


def get(document: dict[str, Any]) -> dict[str, Any]:
    return document["paths"]["/orders/{order-id}"]["get"]


PAGING = {"page": "page", "limit": "page", "size": 10, "items": "lines", "total": "number"}

LOSSES: dict[str, tuple[Change, str]] = {
    "an object with a sibling oneOf": (
        lambda one: order(one).update(oneOf=[{"required": ["state"]}, {"required": ["lines"]}]),
        "GET /orders/{order-id}: the reply 200 loses its type and becomes Any",
    ),
    "an enum of several types": (
        lambda one: order(one)["properties"].update(state={"enum": ["a", 1, None]}),
        "Order",
    ),
    "an array without items": (
        lambda one: order(one)["properties"].update(lines={"type": "array"}),
        "Order",
    ),
    "a parameter with content that is not JSON": (
        lambda one: get(one)["parameters"].append(
            {"name": "where", "in": "query", "content": {"text/csv": {"schema": {"type": "string"}}}}
        ),
        "GET /orders/{order-id}: parameter where: it is not application/json but text/csv",
    ),
    "a cookie": (
        lambda one: get(one)["parameters"].append({"name": "sid", "in": "cookie", "schema": {"type": "string"}}),
        "GET /orders/{order-id}: the cookie parameter sid is not supported; only path, query and header are",
    ),
    "an event stream": (
        lambda one: get(one)["responses"].update({"200": {"description": "x", "content": {"text/event-stream": {}}}}),
        "GET /orders/{order-id}: the reply 200 is an event stream (text/event-stream); only application/json is",
    ),
    "a multipart form": (
        lambda one: one["paths"]["/tags"]["post"].update(
            requestBody={"content": {"multipart/form-data": {"schema": {"type": "object"}}}}
        ),
        "POST /tags: request body: it is a multipart form (multipart/form-data); only application/json is supported",
    ),
    "a reply of another media type": (
        lambda one: get(one)["responses"].update(
            {"200": {"description": "x", "content": {"application/x-ndjson": {}}}}
        ),
        "GET /orders/{order-id}",
    ),
    "two objects that cannot be told apart": (
        lambda one: (
            one["components"]["schemas"].update(Other={"type": "object", "properties": {"a": {"type": "string"}}}),
            order(one)["properties"].update(
                parent={"oneOf": [{"$ref": "#/components/schemas/Other"}, {"$ref": "#/components/schemas/Line"}]}
            ),
        ),
        "schema Order: the property parent is a union of objects that cannot be told apart; add a",
    ),
    "a request body that is not JSON": (
        lambda one: one["paths"]["/tags"]["post"].update(
            requestBody={"content": {"application/gzip": {"schema": {"type": "string"}}}}
        ),
        "POST /tags: request body: it is application/gzip; only application/json is supported",
    ),
    "a dangling reference": (
        lambda one: order(one)["properties"].update(state={"$ref": "#/components/schemas/Nowhere"}),
        "#/components/schemas/Nowhere does not exist",
    ),
    "pages of what is not an array": (
        lambda one: [
            get(one)["parameters"].append({"name": "page", "in": "query", "schema": {"type": "integer"}}),
            get(one).update({"x-honeyhive-paging": {**PAGING, "items": "number"}}),
        ],
        "GET /orders/{order-id}: x-honeyhive-paging names number, which is not an array that every reply has",
    ),
    "pages by a parameter that is not a number": (
        lambda one: get(one).update({"x-honeyhive-paging": {**PAGING, "page": "from"}}),
        "GET /orders/{order-id}: x-honeyhive-paging names from, which is not an integer in the query or the body",
    ),
    "pages that never say when they end": (
        lambda one: [
            get(one)["parameters"].append({"name": "page", "in": "query", "schema": {"type": "integer"}}),
            order(one)["required"].append("lines"),
            get(one).update({"x-honeyhive-paging": {**PAGING, "total": None}}),
        ],
        "GET /orders/{order-id}: x-honeyhive-paging needs exactly one of total and has_next",
    ),
    "pages with a key too many": (
        lambda one: get(one).update({"x-honeyhive-paging": {**PAGING, "cursor": "x"}}),
        "GET /orders/{order-id}: x-honeyhive-paging needs page, limit, size and items",
    ),
    "a split list that is not a list": (
        lambda one: get(one).update({"x-honeyhive-split": {"parameter": "from", "size": 2}}),
        "GET /orders/{order-id}: x-honeyhive-split names from, which is not an array parameter of the query",
    ),
    "a sum of what is not a number": (
        lambda one: get(one).update({"x-honeyhive-split": {"parameter": "fieldNames", "size": 2, "sum": ["state"]}}),
        "GET /orders/{order-id}: x-honeyhive-split names state, which is not a numeric field of the reply",
    ),
    "an id that the reply does not have": (
        lambda one: get(one).update({"x-honeyhive-identifies": "lines[].key"}),
        "GET /orders/{order-id}: x-honeyhive-identifies names lines[].key, which the reply does not have",
    ),
    "an acknowledgement that the reply does not have": (
        lambda one: get(one).update({"x-honeyhive-acknowledges": "success"}),
        "GET /orders/{order-id}: x-honeyhive-acknowledges names success, which the reply does not have",
    ),
    "an empty list that is not a list": (
        lambda one: get(one).update({"x-honeyhive-empty-list": {"parameter": "from", "reply": {}}}),
        "GET /orders/{order-id}: x-honeyhive-empty-list names from, which is not an array parameter of the query",
    ),
    "an empty list without a reply": (
        lambda one: get(one).update({"x-honeyhive-empty-list": {"parameter": "fieldNames"}}),
        "GET /orders/{order-id}: x-honeyhive-empty-list needs parameter and reply",
    ),
    "a boolean schema": (
        lambda one: order(one)["properties"].update(state=True),
        "#/components/schemas/Order.state: a boolean schema is not supported; write {} for any value",
    ),
    "a reply that is an array of arrays of objects": (
        lambda one: get(one)["responses"].update(
            {
                "200": {
                    "description": "x",
                    "content": {
                        "application/json": {
                            "schema": {
                                "type": "array",
                                "items": {"type": "array", "items": {"$ref": "#/components/schemas/Line"}},
                            }
                        }
                    },
                }
            }
        ),
        "GET /orders/{order-id}: the reply 200 is an array of arrays of objects; wrap it in a property of an object",
    ),
    "two successes": (
        lambda one: get(one)["responses"].update(
            {"202": {"description": "x", "content": {"application/json": {"schema": {"type": "string"}}}}}
        ),
        "GET /orders/{order-id}: the replies 200, 202 differ, and only the first is read",
    ),
    "a property that models need": (
        lambda one: order(one)["properties"].update(required_keys={"type": "string"}),
        "schema Order: its property required_keys has a reserved name",
    ),
    "a namespace that the clients need": (
        lambda one: get(one).update({"x-honeyhive-method": "close.order"}),
        "GET /orders/{order-id}: x-honeyhive-method 'close.order': close is already an attribute of the clients",
    ),
    "two keys by one argument": (
        lambda one: one["components"].update(
            securitySchemes={
                "ingestion": {"type": "http", "scheme": "bearer"},
                "ingestionKey": {"type": "http", "scheme": "bearer"},
            }
        ),
        "#/components/securitySchemes/ingestionKey: ingestion_api_key is taken by",
    ),
    "a host that sets all hosts": (
        lambda one: one["servers"][0].update({"x-honeyhive-host": "base"}),
        "host 'base': base_url is taken by the client itself; choose another name",
    ),
    "a path with another parameter": (
        lambda one: one["paths"].update({"/orders/{id}": one["paths"].pop("/orders/{order-id}")}),
        "GET /orders/{id}: the parameters in its path are id, described order-id",
    ),
    "two operations of one name": (
        lambda one: get(one).update(operationId="replaceOrder"),
        "names two operations",
    ),
    "two arguments of one name": (
        lambda one: get(one)["parameters"].append({"name": "field_names", "in": "query", "schema": {"type": "string"}}),
        "GET /orders/{order-id}: two arguments have the name field_names",
    ),
}


OF_THE_WHOLE = {"two keys by one argument", "a host that sets all hosts"}
"""Problems outside of all operations, so that nothing can be generated."""


def test_the_document_itself_loses_nothing(generate: Callable[..., Any], minimal: dict[str, Any]) -> None:
    done = generate(minimal)

    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("name", LOSSES)
def test_a_loss_is_an_error_that_names_it(generate: Callable[..., Any], minimal: dict[str, Any], name: str) -> None:
    change, message = LOSSES[name]
    document = deepcopy(minimal)
    change(document)

    done = generate(document)

    assert done.returncode == (1 if name in OF_THE_WHOLE else 3)
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert " object at 0x" not in done.stderr


def test_a_file_that_is_not_a_document_is_an_error_with_its_name(run: Callable[..., Any], tmp_path: Any) -> None:
    file = tmp_path / "x.yaml"
    for text, message in [
        ("a: [", ":2: did not find expected node content"),
        ("a: 1", "not an OpenAPI document: it needs the key `openapi` at its top"),
        ("openapi: 3.1.0\nopenapi: 3.1.0", ":2: the key 'openapi' occurs twice"),
        ("openapi: 3.1.0\n? [a]\n: b", ":2: a key is not a string"),
    ]:
        file.write_text(text)
        done = run("--spec", file, "--out", tmp_path / "out")
        assert done.returncode == 1
        assert str(file) in done.stderr
        assert message in done.stderr
    assert "No such file" in run("--spec", tmp_path / "none.yaml", "--out", tmp_path / "out").stderr


def test_a_message_of_openapi_python_client_shows_no_object() -> None:
    detail = f"Cannot parse response for status code {UntrustedString('4XX')} (no\nreference), it is omitted"

    message = message_of(GeneratorError(header="WARNING parsing GET /orders", detail=detail))

    assert message == "WARNING parsing GET /orders: Cannot parse response for status code (no reference), it is omitted"
