"""The plain documents have no unions, only one error response, and no name that two classes would share."""

import json
from copy import deepcopy

import pytest
from openapi_spec_validator import validate

from generator.document import Document
from generator.document.references import nodes, unused
from generator.spec.publish import as_plain
from generator.spec.schema_validator import Validator


@pytest.fixture(scope="module")
def plain(derived: dict[str, Document]) -> dict[str, Document]:
    return {host: as_plain(one) for host, one in derived.items()}


def of_schemas(schemas: dict[str, object]) -> Document:
    schemas = deepcopy(schemas)
    return Document("openapi-x.yaml", {"openapi": "3.1.0", "paths": {}, "components": {"schemas": schemas}})


def test_no_union_is_left(plain: dict[str, Document]) -> None:
    for one in plain.values():
        for node in nodes(one.data):
            for keyword in ("anyOf", "oneOf"):
                assert len([branch for branch in node.get(keyword, ()) if branch != {"type": "null"}]) < 2, node
            assert "discriminator" not in node


def test_a_union_of_scalars_is_free_form_and_its_description_lists_the_types(plain: dict[str, Document]) -> None:
    value = plain["v1"].schemas["EventFilter"]["properties"]["value"]

    assert not {"type", "anyOf"} & set(value)
    assert value["description"].endswith("\n\nAllowed: string, null, number, boolean.")


def test_a_union_of_objects_is_an_open_object_and_names_them() -> None:
    cat, dog = ({"type": "object", "properties": {name: {"type": "string"}}} for name in ("purrs", "barks"))
    union = {
        "description": "A pet.",
        "oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}],
        "discriminator": {"propertyName": "kind"},
    }

    pet = as_plain(of_schemas({"Cat": cat, "Dog": dog, "Pet": union})).schemas["Pet"]

    assert pet == {
        "description": "A pet.\n\nAllowed: `Cat`, `Dog`.",
        "type": "object",
        "additionalProperties": True,
    }


def test_a_nullable_reference_is_not_a_union(plain: dict[str, Document]) -> None:
    threshold = plain["v1"].schemas["MetricDefinition"]["properties"]["threshold"]

    assert threshold["anyOf"] == [{"$ref": "#/components/schemas/MetricThresholdModel"}, {"type": "null"}]


def test_keys_that_go_together_are_not_required_together(
    derived: dict[str, Document], plain: dict[str, Document]
) -> None:
    assert "allOf" in derived["legacy"].schemas["AddSessionTracesRequest"]
    assert "allOf" not in plain["legacy"].schemas["AddSessionTracesRequest"]


def test_errors_have_the_default_response_only(plain: dict[str, Document]) -> None:
    for one in plain.values():
        for *_, operation in one.operations():
            assert "4XX" not in operation["responses"]
            assert "default" in operation["responses"]


def test_a_schema_does_not_have_the_name_of_the_class_of_a_property(plain: dict[str, Document]) -> None:
    inner = {"type": "array", "items": {"type": "object", "properties": {}}}
    run = {"type": "object", "properties": {"metrics": {"type": "object"}, "parts": inner, "id": {"type": "string"}}}
    schemas = {"Run": run, "RunMetrics": {}, "RunPartsInner": {}, "RunId": {"type": "string"}}

    renamed = as_plain(of_schemas(schemas)).schemas

    assert set(renamed) == {"Run", "RunMetricsModel", "RunPartsInnerModel", "RunId"}
    assert "ConfigurationParameters" not in plain["v1"].schemas


def test_a_schema_does_not_have_the_name_of_one_of_its_properties(plain: dict[str, Document]) -> None:
    ids = {"type": "object", "properties": {"insertedIds": {"type": "array", "items": {"type": "string"}}}}
    tag = {"type": "object", "properties": {"tags": {"type": "string"}}}
    schemas = {"InsertedIds": ids, "Batch": {"$ref": "#/components/schemas/InsertedIds"}, "Tag": tag}

    renamed = as_plain(of_schemas(schemas)).schemas

    assert list(renamed) == ["InsertedIdsModel", "Batch", "Tag"]
    assert renamed["Batch"] == {"$ref": "#/components/schemas/InsertedIdsModel"}
    assert "InsertedIdsModel" in plain["v1"].schemas


def test_a_plain_document_is_valid_and_equivalent_to_the_typed_one(
    derived: dict[str, Document], plain: dict[str, Document]
) -> None:
    for host, one in plain.items():
        validate(one.data)
        typed = derived[host]
        assert one.name == f"openapi-{host}-plain.yaml"
        assert [(method, path) for method, path, *_ in one.operations()] == [
            (method, path) for method, path, *_ in typed.operations()
        ]
        assert not [line for line in unused(one.data) if "/schemas/" not in line]


def test_every_example_is_still_valid(plain: dict[str, Document]) -> None:
    checked = 0
    for one in plain.values():
        validator = Validator(one)
        for operation in one.operations():
            body = operation.body.json if operation.body else None
            for value in body.examples.values() if body else ():
                assert list(validator.errors(body.schema, json.loads(json.dumps(value)))) == []
                checked += 1
    assert checked >= 50
