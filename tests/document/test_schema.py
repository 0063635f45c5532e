"""Resolved schemas: equivalent spellings give the same result."""

from typing import Any

import pytest

from generator.document import Document, DocumentError, Schema

BOX = {"type": "object", "properties": {"size": {"type": "integer"}}, "required": ["size"]}
REFERENCE = {"$ref": "#/components/schemas/Box"}
NULL = {"type": "null"}


def schema(raw: Any, **components: Any) -> Schema:
    return Schema({"openapi": "3.1.0", "components": {"schemas": {"Box": BOX, **components}}}, raw)


@pytest.mark.parametrize(
    "raw",
    [
        {"anyOf": [REFERENCE, NULL]},
        {"anyOf": [NULL, REFERENCE]},
        {"oneOf": [REFERENCE, NULL]},
        {"oneOf": [NULL, REFERENCE], "description": "A box."},
        {"anyOf": [{"allOf": [REFERENCE], "description": "A box."}, NULL]},
        {"allOf": [REFERENCE], "type": ["object", "null"]},
        {"allOf": [REFERENCE], "nullable": True},
        {"$ref": "#/components/schemas/Box", "nullable": True},
    ],
)
def test_a_named_schema_is_nullable_in_every_spelling(raw: dict[str, Any]) -> None:
    one = schema(raw)

    assert (one.name, one.nullable, one.types) == ("Box", True, ("object", "null"))
    assert list(one.properties) == ["size"]
    assert one.required == ("size",)


@pytest.mark.parametrize(
    ("raw", "types"),
    [
        ({"type": ["string", "null"]}, ("string", "null")),
        ({"anyOf": [{"type": "string"}, NULL]}, ("string", "null")),
        ({"oneOf": [NULL, {"type": ["number", "string"]}]}, ("number", "string", "null")),
    ],
)
def test_an_inline_schema_is_nullable_in_every_spelling(raw: dict[str, Any], types: tuple[str, ...]) -> None:
    assert (schema(raw).name, schema(raw).nullable, schema(raw).types) == (None, True, types)


def test_a_nullable_enum_or_union_keeps_its_values_or_options() -> None:
    color = schema({"anyOf": [{"$ref": "#/components/schemas/Color"}, NULL]}, Color={"enum": ["red"]})
    union = schema({"oneOf": [{"$ref": "#/components/schemas/Either"}, NULL]}, Either={"oneOf": [REFERENCE, BOX]})

    assert (color.get("enum"), color.nullable) == (["red", None], True)
    assert ([one.name for one in union.options], union.nullable) == (["Box", None], True)


def test_nullable_is_false_without_null() -> None:
    for raw in (REFERENCE, {"allOf": [REFERENCE]}, {"oneOf": [REFERENCE, {"type": "string"}]}, True, {}):
        assert not schema(raw).nullable, raw


def test_keys_beside_a_reference_count() -> None:
    one = schema({**REFERENCE, "description": "The box.", "properties": {"lid": {"type": "boolean"}}})

    assert (one.name, one.get("description"), list(one.properties)) == ("Box", "The box.", ["size", "lid"])


def test_several_unions_are_all_kept() -> None:
    groups = [{"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}, {"oneOf": [{"required": ["c"]}]}]
    one = schema({"allOf": [REFERENCE, *groups], "description": "x"})

    assert one.get("allOf") == groups
    assert "oneOf" not in one.merged


def test_an_operation_has_its_parameters_its_body_and_its_responses_resolved() -> None:
    document = Document.parse(
        "shop.yaml",
        """
openapi: 3.1.0
security: [{key: []}]
servers: [{url: https://shop.example, x-honeyhive-host: shop}]
paths:
  /orders/{id}:
    parameters:
      - {name: id, in: path, required: true, schema: {type: string}, example: o-1}
      - {$ref: '#/components/parameters/Dry'}
    post:
      parameters: [{name: dry, in: query, required: true, schema: {type: boolean}}]
      requestBody: {$ref: '#/components/requestBodies/Order'}
      responses: {200: {$ref: '#/components/responses/Done'}}
components:
  parameters: {Dry: {name: dry, in: query, schema: {type: string}}}
  requestBodies:
    Order:
      required: true
      content: {application/json: {schema: {$ref: '#/components/schemas/Order'}, examples: {one: {value: {size: 1}}}}}
  responses: {Done: {description: Done., content: {text/plain: {schema: {type: string}}}}}
  schemas: {Order: {type: object, properties: {size: {type: integer}}}}
""",
    )
    (one,) = document.operations()

    assert [(each.name, each.is_required, each.value.schema.types) for each in one.parameters] == [
        ("id", True, ("string",)),
        ("dry", True, ("boolean",)),
    ]
    assert one.parameters[0].value.examples == {"example": "o-1"}
    assert one.body is not None
    assert one.body.is_required
    assert (one.payload.name, one.body.media["application/json"].examples) == ("Order", {"one": {"size": 1}})
    assert one.success is not None
    assert (one.success[0], list(one.success[1].media)) == ("200", ["text/plain"])
    assert (one.host, one.security, list(document.hosts())) == ("shop", [{"key": []}], ["shop"])


@pytest.mark.parametrize(
    ("reference", "message"),
    [
        ("#/components/schemas/Nowhere", "#/components/schemas/Nowhere does not exist"),
        ("other.yaml#/Box", "other.yaml#/Box is outside this document; copy its target into components"),
        ("#/openapi", "#/openapi is not an object"),
    ],
)
def test_a_reference_that_leads_nowhere_is_refused(reference: str, message: str) -> None:
    with pytest.raises(DocumentError) as caught:
        _ = schema({"$ref": reference}).merged

    assert str(caught.value) == message
