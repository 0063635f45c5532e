"""A table of changes: the text of each change, the users that it breaks, and the version step that it requires."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from generator.document import Document
from generator.spec.diff import Change, Version, compare
from generator.spec.diff.report import largest_step

Data = dict[str, Any]
Alter = Callable[[Data], object]
BREAKS, FITS, WORDS = "breaking", "compatible", "words"


def operation(path: str, method: str, **values: Any) -> Alter:
    return lambda one: one["paths"][path][method].update(values)


def parameter(index: int, **values: Any) -> Alter:
    return lambda one: one["paths"]["/orders"]["get"]["parameters"][index].update(values)


def fields(change: Callable[[Data], object]) -> Alter:
    """Change the request schema and the response schema in the same way."""
    return lambda one: [change(one["components"]["schemas"][name]) for name in ("Sent", "Read")]


def prop(name: str, schema: Any) -> Alter:
    return fields(lambda one: one["properties"].update({name: schema}))


def responses(method: str) -> Callable[[Data], Data]:
    return lambda one: one["paths"]["/orders"][method]["responses"]


def both(what: str, request: str, reply: str) -> list[tuple[str, str, str]]:
    return [(request, "request", f"schema Sent{what}"), (reply, "reply", f"schema Read{what}")]


TABLE: dict[str, tuple[Alter, list[tuple[str, str, str]]]] = {
    # ------------------------------------------------------------ operations
    "path removed": (
        lambda one: one["paths"].pop("/orders/{id}"),
        [(BREAKS, "request", "DELETE /orders/{id}: the path is removed; it was deprecated")],
    ),
    "method removed": (
        lambda one: one["paths"]["/orders"].pop("get"),
        [(BREAKS, "request", "GET /orders: the operation is removed")],
    ),
    "operation added": (
        lambda one: one["paths"].update({"/tills": {"get": {"responses": {}}}}),
        [(FITS, "request", "GET /tills: the operation is added")],
    ),
    "operationId changed": (
        operation("/orders", "get", operationId="getOrders"),
        [(BREAKS, "code", 'GET /orders: operationId is "getOrders", it was "listOrders"')],
    ),
    "method name changed": (
        operation("/orders", "post", **{"x-honeyhive-method": "orders.create"}),
        [(BREAKS, "python", "POST /orders: x-honeyhive-method is")],
    ),
    "tag changed": (operation("/orders", "get", tags=["Shop"]), [(BREAKS, "code", "GET /orders: tags is")]),
    "path parameter renamed": (
        lambda one: one["paths"].update(
            {"/orders/{order}": one["paths"].pop("/orders/{id}") | {"parameters": [{"name": "order", "in": "path"}]}}
        ),
        [(BREAKS, "code", "DELETE /orders/{id}: its path parameters are renamed: /orders/{order}")],
    ),
    "operation deprecated": (
        operation("/orders", "get", deprecated=True, **{"x-honeyhive-replaced-by": ["GET /v2/orders"]}),
        [(FITS, "request", "GET /orders: it is now deprecated; GET /v2/orders replaces it")],
    ),
    # ------------------------------------------------------ servers, security
    "server changed": (
        lambda one: one.update(servers=[{"url": "https://new.example", "x-honeyhive-host": "shop"}]),
        [
            (verdict, "request", f"{where}: the server {what}")
            for where in ("GET /orders", "POST /orders", "DELETE /orders/{id}")
            for verdict, what in ((BREAKS, "https://shop.example is removed"), (FITS, "https://new.example is added"))
        ],
    ),
    "server of one operation added": (
        operation("/orders", "get", servers=[{"url": "https://shop.example"}, {"url": "https://new.example"}]),
        [
            (BREAKS, "python", "GET /orders: the host shop is now called None"),
            (FITS, "request", "GET /orders: the server https://new.example is added"),
        ],
    ),
    "another first server": (
        lambda one: one["servers"].insert(0, {"url": "https://new.example"}),
        [
            (verdict, "request", f"{where}: the {what}")
            for where in ("GET /orders", "POST /orders", "DELETE /orders/{id}")
            for verdict, what in (
                (BREAKS, "first server is https://new.example, it was https://shop.example"),
                (FITS, "server https://new.example is added"),
            )
        ],
    ),
    "another key needed": (
        operation("/orders", "get", security=[{"other": []}]),
        [
            (BREAKS, "request", "GET /orders: key no longer suffices"),
            (FITS, "request", "GET /orders: other suffices now"),
        ],
    ),
    "a second key needed": (
        operation("/orders", "get", security=[{"key": [], "other": []}]),
        [(BREAKS, "request", "GET /orders: key no longer suffices")],
    ),
    "another key possible": (
        operation("/orders", "get", security=[{"key": []}, {"other": []}]),
        [(FITS, "request", "GET /orders: other suffices now")],
    ),
    "no key needed": (
        operation("/orders", "get", security=[]),
        [(FITS, "request", "GET /orders: no key suffices now")],
    ),
    "an extension and a bearerFormat of a scheme": (
        lambda one: one["components"]["securitySchemes"]["key"].update({"x-note": "k", "bearerFormat": "x"}),
        [(WORDS, "words", "components: descriptions, examples or extensions differ")],
    ),
    "scheme redefined": (
        lambda one: one["components"]["securitySchemes"]["key"].update(scheme="basic"),
        [
            (verdict, "request", f"{where}: key {what}")
            for where in ("GET /orders", "POST /orders", "DELETE /orders/{id}")
            for verdict, what in ((BREAKS, "no longer suffices"), (FITS, "suffices now"))
        ],
    ),
    # ------------------------------------------------------------ parameters
    "optional parameter added": (
        lambda one: one["paths"]["/orders"]["get"]["parameters"].append({"name": "page", "in": "query"}),
        [(FITS, "request", "GET /orders: the query parameter page is added")],
    ),
    "required parameter added": (
        lambda one: one["paths"]["/orders"]["get"]["parameters"].append(
            {"name": "page", "in": "query", "required": True}
        ),
        [(BREAKS, "request", "GET /orders: the query parameter page is added as required")],
    ),
    "parameter removed": (
        lambda one: one["paths"]["/orders"]["get"]["parameters"].pop(0),
        [(BREAKS, "request", "GET /orders: the query parameter limit is removed")],
    ),
    "parameter now required": (
        parameter(0, required=True),
        [(BREAKS, "request", "GET /orders: parameter limit: it is now required")],
    ),
    "parameter no longer required": (
        parameter(1, required=False),
        [(FITS, "request", "GET /orders: parameter state: it is no longer required")],
    ),
    "parameter moved": (
        parameter(0, **{"in": "header"}),
        [
            (BREAKS, "request", "GET /orders: the query parameter limit is removed"),
            (FITS, "request", "GET /orders: the header parameter limit is added"),
        ],
    ),
    "parameter in another form": (
        parameter(0, style="spaceDelimited"),
        [(BREAKS, "request", "GET /orders: parameter limit: it is serialized differently")],
    ),
    "bound of a parameter lowered": (
        parameter(0, schema={"type": "integer", "maximum": 50}),
        [(BREAKS, "request", "GET /orders: parameter limit: maximum is 50, it was 100")],
    ),
    "bound of a parameter raised": (
        parameter(0, schema={"type": "integer", "maximum": 500}),
        [(FITS, "request", "GET /orders: parameter limit: maximum is 500, it was 100")],
    ),
    "parameter deprecated": (
        parameter(0, deprecated=True),
        [(FITS, "request", "GET /orders: parameter limit: it is now deprecated")],
    ),
    # ------------------------------------------------------ bodies and answers
    "body required": (
        lambda one: one["paths"]["/orders"]["post"]["requestBody"].update(required=True),
        [(BREAKS, "request", "POST /orders: request body: it is now required")],
    ),
    "body removed": (
        lambda one: one["paths"]["/orders"]["post"].pop("requestBody"),
        [(BREAKS, "request", "POST /orders: request body: it is removed")],
    ),
    "optional body added": (
        operation("/orders/{id}", "delete", requestBody={"content": {}}),
        [(FITS, "request", "DELETE /orders/{id}: request body: it is added")],
    ),
    "media type of the request changed": (
        lambda one: one["paths"]["/orders"]["post"].update(requestBody={"content": {"text/csv": {}}}),
        [
            (BREAKS, "request", "POST /orders: request body: application/json is no longer accepted"),
            (FITS, "request", "POST /orders: request body: text/csv is accepted now"),
        ],
    ),
    "media type of the reply removed": (
        lambda one: responses("post")(one)["201"]["content"].pop("text/csv"),
        [(BREAKS, "reply", "POST /orders: response 201: text/csv is no longer returned")],
    ),
    "media type of the reply added": (
        lambda one: responses("get")(one)["200"]["content"].update({"text/csv": {}}),
        [(FITS, "reply", "GET /orders: response 200: text/csv is returned now")],
    ),
    "status of success changed": (
        lambda one: responses("post")(one).update({"202": responses("post")(one).pop("201")}),
        [
            (BREAKS, "reply", "POST /orders: the response 201 is removed"),
            (BREAKS, "reply", "POST /orders: the response 202 is added"),
        ],
    ),
    "status of an error added": (
        lambda one: responses("get")(one).update({"409": {"description": "x"}}),
        [(FITS, "reply", "GET /orders: the response 409 is added")],
    ),
    "status of an error removed": (
        lambda one: responses("get")(one).pop("404"),
        [(FITS, "reply", "GET /orders: the response 404 is removed")],
    ),
    "header removed": (
        lambda one: responses("get")(one)["200"].pop("headers"),
        [(BREAKS, "reply", "GET /orders: response 200: the header X-Total is removed")],
    ),
    # --------------------------------------------------------------- schemas
    "optional property added": (
        prop("colour", {"type": "string"}),
        both(": the property colour is added", FITS, FITS),
    ),
    "required property added": (
        fields(lambda one: (one["properties"].update(colour={}), one["required"].append("colour"))),
        both(": the property colour is added as required", BREAKS, FITS),
    ),
    "property removed": (
        fields(lambda one: one["properties"].pop("size")),
        both(": the property size is removed", BREAKS, BREAKS),
    ),
    "required added": (
        fields(lambda one: one["required"].append("size")),
        both(": size is now required", BREAKS, FITS),
    ),
    "required removed": (
        fields(lambda one: one.pop("required")),
        both(": name is no longer required", FITS, BREAKS),
    ),
    "null allowed": (prop("name", {"type": ["string", "null"]}), both(": name: null is now allowed", FITS, BREAKS)),
    "null allowed by a branch": (
        prop("name", {"anyOf": [{"type": "string"}, {"type": "null"}]}),
        both(": name: null is now allowed", FITS, BREAKS),
    ),
    "null no longer allowed": (
        prop("note", {"type": "string", "maxLength": 80}),
        both(": note: null is no longer allowed", BREAKS, FITS),
    ),
    "type narrowed": (
        prop("size", {"type": "integer", "format": "double"}),
        both(": size: the type is integer, it was number", BREAKS, FITS),
    ),
    "type widened": (
        prop("count", {"type": "number", "format": "int64", "minimum": 0}),
        both(": count: the type is number, it was integer", FITS, BREAKS),
    ),
    "type changed": (
        prop("name", {"type": "boolean"}),
        both(": name: the type is boolean, it was string", BREAKS, BREAKS),
    ),
    "type of items changed": (
        prop("tags", {"type": "array", "items": {"type": "integer"}}),
        both(": tags[]: the type is integer, it was string", BREAKS, BREAKS),
    ),
    "any type": (prop("name", {}), both(": name: the type is any, it was string", FITS, BREAKS)),
    "format added": (
        prop("name", {"type": "string", "format": "date-time"}),
        both(": name: the format is date-time, it was none", BREAKS, FITS),
    ),
    "format narrowed": (
        prop("size", {"type": "number", "format": "float"}),
        both(": size: the format is float, it was double", BREAKS, FITS),
    ),
    "format removed": (
        prop("size", {"type": "number"}),
        both(": size: the format is gone, it was double", FITS, BREAKS),
    ),
    "format changed": (
        prop("size", {"type": "number", "format": "decimal"}),
        both(": size: the format is decimal, it was double", BREAKS, BREAKS),
    ),
    "value of an enum added": (
        lambda one: one["components"]["schemas"]["State"]["enum"].append("lost"),
        [
            (FITS, "request", 'schema State: now allowed: "lost"'),
            (BREAKS, "reply", 'schema State: now allowed: "lost"'),
        ],
    ),
    "value of an enum removed": (
        lambda one: one["components"]["schemas"]["State"]["enum"].remove("open"),
        [
            (BREAKS, "request", 'schema State: no longer allowed: "open"'),
            (FITS, "reply", 'schema State: no longer allowed: "open"'),
        ],
    ),
    "enum opened": (
        lambda one: one["components"]["schemas"]["State"].pop("enum"),
        [
            (FITS, "request", "schema State: any value is allowed"),
            (BREAKS, "reply", "schema State: any value is allowed"),
        ],
    ),
    "enum closed": (
        prop("name", {"type": "string", "enum": ["a"]}),
        both(': name: only "a" are allowed now', BREAKS, FITS),
    ),
    "length bounded further": (
        prop("note", {"type": ["string", "null"], "maxLength": 40}),
        both(": note: maxLength is 40, it was 80", BREAKS, FITS),
    ),
    "bound removed": (
        prop("count", {"type": "integer", "format": "int64"}),
        both(": count: minimum is none, it was 0", FITS, BREAKS),
    ),
    "pattern added": (
        prop("name", {"type": "string", "pattern": "^a"}),
        both(': name: pattern is "^a", it was none', BREAKS, FITS),
    ),
    "other properties forbidden": (
        fields(lambda one: one.update(additionalProperties=False)),
        both(": other properties are no longer allowed", BREAKS, FITS),
    ),
    "other properties typed": (
        fields(lambda one: one.update(additionalProperties={"type": "string"})),
        both(": *: the type is string, it was any", BREAKS, FITS),
    ),
    "branch added": (
        fields(lambda one: one["properties"]["either"]["oneOf"].append({"type": "boolean"})),
        both(': either: oneOf gains {"type": "boolean"}', FITS, BREAKS),
    ),
    "branch removed": (
        fields(lambda one: one["properties"]["either"]["oneOf"].pop()),
        both(': either: oneOf loses {"type": "integer"}', BREAKS, FITS),
    ),
    "one of several becomes possible": (
        prop("name", {"oneOf": [{"type": "string"}, {"type": "integer"}]}),
        both(": name: the type is string or integer, it was string", FITS, BREAKS),
    ),
    "exactly one demanded": (
        fields(lambda one: one.update(allOf=[{"oneOf": [{"required": ["name"]}, {"required": ["size"]}]}])),
        both(": oneOf is added", BREAKS, FITS),
    ),
    "default documented": (
        prop("count", {"type": "integer", "format": "int64", "minimum": 0, "default": 1}),
        both(": count: the default is 1, it was not documented", FITS, FITS),
    ),
    "property read only": (
        prop("size", {"type": "number", "format": "double", "readOnly": True}),
        [
            (BREAKS, "request", "schema Sent: the property size is removed"),
            (WORDS, "words", "schema Read: descriptions, examples or extensions differ"),
        ],
    ),
    "property deprecated": (
        prop("size", {"type": "number", "format": "double", "deprecated": True, "x-honeyhive-replaced-by": ["count"]}),
        both(": size: it is now deprecated; count replaces it", FITS, FITS),
    ),
    "schema renamed": (
        lambda one: (
            one["components"]["schemas"].update(Basket=one["components"]["schemas"].pop("Sent")),
            one["paths"]["/orders"]["post"]["requestBody"]["content"]["application/json"].update(
                schema={"$ref": "#/components/schemas/Basket"}
            ),
        ),
        [
            (BREAKS, "code", "schema Sent: the schema is removed or renamed"),
            (WORDS, "words", "POST /orders: descriptions, examples or extensions differ"),
        ],
    ),
    # ------------------------------------------------------------------ words
    "description changed": (
        prop("name", {"type": "string", "description": "What it is called."}),
        [
            (WORDS, "words", "schema Read: descriptions, examples or extensions differ"),
            (WORDS, "words", "schema Sent: descriptions, examples or extensions differ"),
        ],
    ),
    "title changed": (
        lambda one: one["info"].update(title="Store"),
        [(WORDS, "words", "info: descriptions, examples or extensions differ")],
    ),
    "version raised": (lambda one: one["info"].update(version="1.2.4"), []),
    "another spelling of the same": (
        lambda one: (
            one["components"]["schemas"].update(Name={"type": "string", "description": "The name."}),
            one["components"]["schemas"]["Sent"]["properties"].update(
                name={"allOf": [{"$ref": "#/components/schemas/Name"}]}
            ),
        ),
        [(WORDS, "words", "schema Sent: descriptions, examples or extensions differ")],
    ),
}


def verdict(change: Change) -> str:
    return WORDS if change.side == "words" else BREAKS if change.is_breaking else FITS


@pytest.mark.parametrize("name", TABLE)
def test_each_change_has_its_name_and_level(document: Data, name: str) -> None:
    alter, expected = TABLE[name]
    old = Document("old", deepcopy(document))
    alter(document)

    found = compare(old, Document("new", document))

    assert sorted((verdict(one), one.side) for one in found) == sorted(one[:2] for one in expected), found
    for wanted, side, text in expected:
        assert [
            one
            for one in found
            if (verdict(one), one.side) == (wanted, side) and f"{one.where}: {one.what}".startswith(text)
        ], found
    steps = {BREAKS: "2.0.0", FITS: "1.3.0", WORDS: "1.2.4"}
    largest = next((one for one in (BREAKS, FITS, WORDS) if one in {wanted for wanted, *_ in expected}), None)
    assert str(Version.of(old).after(largest_step(found))) == steps.get(largest or "", "1.2.3")


def test_a_document_does_not_differ_from_itself(document: Data) -> None:
    assert compare(Document("old", document), Document("new", deepcopy(document))) == []


def test_a_changed_schema_names_the_operations_that_hold_it(document: Data) -> None:
    old = Document("old", deepcopy(document))
    document["components"]["schemas"]["Read"].pop("required")

    (change,) = compare(old, Document("new", document))

    assert change.users == ("GET /orders", "POST /orders")


def test_a_recursive_schema_comes_to_an_end(document: Data) -> None:
    document["components"]["schemas"]["Read"]["properties"]["parent"] = {"$ref": "#/components/schemas/Read"}
    old = Document("old", deepcopy(document))
    document["components"]["schemas"]["Read"].pop("required")

    assert len(compare(old, Document("new", document))) == 1
