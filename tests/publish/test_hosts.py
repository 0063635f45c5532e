"""The document of a host describes exactly the operations of this host."""

import json
from copy import deepcopy
from typing import Any

import pytest
import yaml
from openapi_spec_validator import validate

from generator.document import Document, DocumentError
from generator.document.references import references
from generator.spec.publish import of_host
from generator.spec.publish.forms import use_safe_forms
from generator.spec.publish.texts import as_yaml
from generator.spec.rules import broken_rules
from generator.spec.schema_validator import Validator


def home(document: Document, item: dict[str, Any]) -> str:
    (server,) = item.get("servers", document.data["servers"])
    return server["x-honeyhive-host"]


def test_each_operation_is_in_the_document_of_its_host_and_in_no_other(
    document: Document, derived: dict[str, Document]
) -> None:
    expected = {(home(document, item), method, path) for method, path, item, _ in document.operations()}

    assert {(host, method, path) for host, one in derived.items() for method, path, *_ in one.operations()} == expected


def test_the_only_server_is_at_the_top(document: Document, derived: dict[str, Document]) -> None:
    for host, one in derived.items():
        (server,) = one.data["servers"]
        assert server == document.hosts()[host]
        assert not [path for path, item in one.data["paths"].items() if "servers" in item]
        assert server["url"] in one.data["info"]["description"]
        assert "`servers`" not in one.data["info"]["description"]


def test_the_document_speaks_of_its_hosts_in_one_paragraph(document: Document) -> None:
    paragraphs = document.data["info"]["description"].split("\n\n")

    assert ["`servers`" in one for one in paragraphs].count(True) == 1
    assert "`servers`" not in paragraphs[0], "the derived documents keep the first paragraph"


def test_a_derived_document_is_valid_and_keeps_the_rules(derived: dict[str, Document]) -> None:
    for one in derived.values():
        validate(one.data)
        assert [line for line in broken_rules(one) if "exactly one server" not in line] == []


def test_documents_of_hosts_keep_the_keys_of_each_operation(document: Document, derived: dict[str, Document]) -> None:
    whole = {(method, path): operation for method, path, _, operation in document.operations()}
    for one in derived.values():
        for method, path, _, operation in one.operations():
            before = whole[method, path]
            assert set(operation) == {*before, "security"} - {"servers"}
            for key in ("operationId", "summary", "tags", "requestBody"):
                assert operation.get(key) == before.get(key)
            for status, response in before["responses"].items():
                kept = document.resolve(response) if status.startswith("2") else response
                assert operation["responses"][status] == kept
            assert list(operation["responses"]) == list(before["responses"])
            assert operation["security"] == before.get("security", document.data["security"])
            assert operation["description"].startswith(before["description"].rstrip())
            assert [one.get("name") for one in operation.get("parameters", ())] == [
                one.get("name") for one in before.get("parameters", ())
            ]
        for name, schema in one.schemas.items():
            name = name if name in document.schemas else name.removesuffix("Model")
            assert schema["description"] == document.schemas[name]["description"]
            keys = document.merged(document.schemas[name]).get("properties", {})
            assert list(schema.get("properties", {})) == list(keys)


def test_every_deprecated_description_names_the_replacement(derived: dict[str, Document]) -> None:
    told = [
        operation["description"].rpartition("\n\n")[2]
        for one in derived.values()
        for *_, operation in one.operations()
        if operation.get("deprecated")
    ]

    assert told
    assert all(one.startswith("**Deprecated**: ") for one in told)
    assert (
        "**Deprecated**: use `POST /v1/sessions/{session_id}/events/batch` (in the document of another host)." in told
    )
    fields = derived["legacy"].schemas["AddSessionTracesRequest"]["properties"]
    assert fields["logs"]["description"] == "Older name of `events`.\n\n**Deprecated**: use `events`."
    assert (
        "nothing replaces it"
        in derived["v1"].schemas["SearchEventsRequest"]["properties"]["ignore_order"]["description"]
    )


def test_documents_of_hosts_have_no_unused_component_or_tag(derived: dict[str, Document]) -> None:
    for one in derived.values():
        used = set(references(one.data))
        for kind, components in one.data["components"].items():
            if kind != "securitySchemes":
                assert {f"#/components/{kind}/{name}" for name in components} <= used
        assert {tag["name"] for tag in one.data["tags"]} == {
            tag for *_, operation in one.operations() for tag in operation["tags"]
        }


def test_a_schema_of_several_types_is_spread_so_that_no_number_is_shortened(derived: dict[str, Document]) -> None:
    value = derived["v1"].schemas["EventFilter"]["properties"]["value"]

    assert "type" not in value
    assert value["anyOf"] == [{"type": ["string", "null"]}, {"type": "number", "format": "double"}, {"type": "boolean"}]


@pytest.mark.parametrize(
    ("types", "spread"),
    [
        (["string", "null"], {"type": ["string", "null"]}),
        (["integer", "string"], {"anyOf": [{"type": "integer"}, {"type": "string"}]}),
        (["object", "string"], {}),
        (["object", "null"], {"type": ["object", "null"], "additionalProperties": True}),
    ],
)
def test_use_safe_forms_splits_mixed_types(types: list[str], spread: dict[str, Any]) -> None:
    data = {"components": {"schemas": {"A": {"properties": {"value": {"type": types}}}}}}

    use_safe_forms(data)

    assert data["components"]["schemas"]["A"]["properties"]["value"] == spread


@pytest.mark.parametrize("key", ["anyOf", "oneOf"])
@pytest.mark.parametrize("first", [0, 1])
def test_a_nullable_reference_is_any_of_reference_and_null(key: str, first: int) -> None:
    reference = {"$ref": "#/components/schemas/B"}
    branches = [reference, {"type": "null"}]
    data = {"components": {"schemas": {"A": {key: branches[first:] + branches[:first], "description": "A."}, "B": {}}}}

    use_safe_forms(data)

    assert data["components"]["schemas"]["A"] == {"anyOf": branches, "description": "A."}


def test_an_object_of_several_parts_becomes_one_with_all_that_it_requires(derived: dict[str, Document]) -> None:
    event = derived["v1"].schemas["CreateEventRequest"]

    assert event["required"] == ["event_type", "inputs"]
    assert {"event_type", "inputs", "start_time"} <= event["properties"].keys()
    assert "allOf" not in event
    assert "EventFields" not in derived["v1"].schemas
    traces = derived["legacy"].schemas["AddSessionTracesRequest"]
    assert traces["allOf"] == [{"oneOf": [{"required": ["events"]}, {"required": ["logs"]}]}]
    assert "oneOf" not in traces


def test_use_safe_forms_renames_the_schema_configuration() -> None:
    schema = {"$ref": "#/components/schemas/Configuration"}
    data = {
        "paths": {"/a": {"get": {"responses": {"200": {"content": {"application/json": {"schema": schema}}}}}}},
        "components": {"schemas": {"Configuration": {"type": "string"}, "Other": {"type": "string"}}},
    }

    use_safe_forms(data)

    assert list(data["components"]["schemas"]) == ["ConfigurationModel", "Other"]
    assert list(references(data)) == ["#/components/schemas/ConfigurationModel"]


def test_bodies_of_the_kit_are_valid_in_the_documents_of_the_hosts(
    document: Document, derived: dict[str, Document], kit: dict[str, Any]
) -> None:
    for request in kit["requests"]:
        one = derived[request["host"]]
        (operation,) = (found for found in one.operations() if found.get("operationId") == request["operationId"])
        if "body" in request:
            assert not list(Validator(one).errors(operation.payload, request["body"]))


def test_references_ignores_examples_but_not_properties_named_example() -> None:
    reference = {"$ref": "#/components/schemas/B"}
    schema = {"properties": {"value": reference, "examples": {"examples": [reference]}}, "example": reference}

    assert list(references({"components": {"schemas": {"example": schema}}})) == [reference["$ref"]]


def test_deriving_does_not_mutate_the_document(document: Document) -> None:
    before = deepcopy(document.data)
    for host in document.hosts():
        of_host(document, host)

    assert document.data == before


def test_an_operation_may_have_a_host_of_its_own(document: Document) -> None:
    data = deepcopy(document.data)
    server = {"url": "https://third.example", "x-honeyhive-host": "third"}
    data["paths"]["/v1/events/{event_id}"]["put"]["servers"] = [server]
    changed = Document("openapi.yaml", data)

    assert list(changed.hosts()) == [*document.hosts(), "third"]
    assert [one.where for one in of_host(changed, "third").operations()] == ["PUT /v1/events/{event_id}"]
    assert "PUT /v1/events/{event_id}" not in [one.where for one in of_host(changed, "v1").operations()]


@pytest.mark.parametrize(
    ("server", "message"),
    [
        ({"url": "https://third.example"}, "the server https://third.example has no x-honeyhive-host"),
        (
            {"url": "https://third.example", "x-honeyhive-host": "v1"},
            "the host v1 has two URLs, https://api.dp1.us.honeyhive.ai and https://third.example",
        ),
    ],
)
def test_a_host_without_a_name_or_with_two_urls_is_refused(
    document: Document, server: dict[str, str], message: str
) -> None:
    data = deepcopy(document.data)
    data["paths"]["/v1/events"]["servers"] = [server]

    with pytest.raises(DocumentError) as caught:
        Document("openapi.yaml", data).hosts()
    assert str(caught.value) == message


def test_yaml_and_json_have_equal_data(derived: dict[str, Document]) -> None:
    for one in derived.values():
        text = as_yaml(one.data, "A comment.")
        assert text.startswith("# A comment.\nopenapi: 3.1.0\n")
        assert yaml.safe_load(text) == json.loads(json.dumps(one.data))


@pytest.mark.parametrize("value", ["1e3", "0o17", "200", "yes", "y", "~", "2026-01-01", "", " a\nb", "a: b", "1:30"])
def test_yaml_keeps_strings_that_look_like_other_types(value: str) -> None:
    text = as_yaml({"value": value}, "")

    assert yaml.safe_load(text) == {"value": value}
    assert "\n" in value or text.splitlines()[1] in {f"value: '{value}'", f'value: "{value}"'}


@pytest.mark.parametrize("host", ["legacy", "v1", "control_plane"])
def test_no_successful_reply_is_a_reference(document: Document, host: str) -> None:
    operations = of_host(document, host).operations()

    assert operations
    for operation in operations:
        for status, response in operation.raw["responses"].items():
            assert not (status.startswith("2") and "$ref" in response), operation.where
