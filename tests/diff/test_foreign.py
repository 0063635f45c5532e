"""Comparison of two documents that different authors wrote about one service."""

from copy import deepcopy
from typing import Any

from generator.document import Document
from generator.spec.diff import as_list, differences

Data = dict[str, Any]


def found(old: Data, new: Data) -> set[str]:
    return {str(one) for one in differences(Document("old", old), Document("new", new))}


def test_foreign_ignores_names_descriptions_servers_and_keys(document: Data) -> None:
    other = deepcopy(document)
    other["info"] = {"title": "Other", "version": "2024-01"}
    other["components"]["schemas"]["Basket"] = other["components"]["schemas"].pop("Sent")
    post = other["paths"]["/orders"]["post"]
    post["requestBody"]["content"]["application/json"]["schema"]["$ref"] = "#/components/schemas/Basket"
    post["operationId"], post["tags"] = "make", ["x"]
    other["security"] = []
    other["paths"]["/orders/{order}"] = other["paths"].pop("/orders/{id}")
    other["paths"]["/orders/{order}"]["parameters"][0]["name"] = "order"

    assert found(document, other) == set()


def test_a_part_of_the_path_may_be_in_the_server(document: Data) -> None:
    other = deepcopy(document)
    document["servers"] = [{"url": "https://shop.example/v1"}]
    other["paths"] = {f"/v1{path}": item for path, item in other["paths"].items()}

    assert found(document, other) == set()


def test_foreign_reports_missing_and_different_parts(document: Data) -> None:
    other = deepcopy(document)
    del other["paths"]["/orders/{id}"]
    other["paths"]["/tills"] = {"get": {"responses": {}}}
    sent, read = (other["components"]["schemas"][name] for name in ("Sent", "Read"))
    del sent["properties"]["either"]
    sent["properties"]["more"] = {"type": "object", "properties": {"inside": {}}}
    sent["properties"]["count"] = {"type": "string"}
    sent["required"] = ["name", "note"]
    read["properties"]["size"]["deprecated"] = True
    other["paths"]["/orders"]["get"]["parameters"][0]["required"] = True
    other["paths"]["/orders"]["post"]["deprecated"] = True

    assert found(document, other) == {
        "DELETE /orders/{id}: the new document does not have it",
        "GET /tills: the old document does not have it",
        "GET /orders: query parameter limit: only the new document requires it",
        "GET /orders: reply[].size: only the new document calls it deprecated",
        "POST /orders: only the new document calls it deprecated",
        "POST /orders: reply.size: only the new document calls it deprecated",
        "POST /orders: request body.either: the new document does not have it",
        "POST /orders: request body.more: the old document does not have it",
        "POST /orders: request body.count: the type is integer in the old document, string in the new one",
        "POST /orders: request body.note: only the new document requires it",
    }


def test_the_path_of_a_server_is_read_with_its_variables(document: Data) -> None:
    other = deepcopy(document)
    variables = {"region": {"default": "us"}, "base": {"default": "v1"}}
    document["servers"] = [{"url": "https://{region}.shop.example/{base}", "variables": variables}]
    other["paths"] = {f"/v1{path}": item for path, item in other["paths"].items()}

    assert found(document, other) == set()


def test_the_charset_of_a_media_type_does_not_count(document: Data) -> None:
    other = deepcopy(document)
    body = other["paths"]["/orders"]["post"]["requestBody"]
    body["content"] = {"Application/JSON; charset=utf-8": body["content"]["application/json"]}

    assert found(document, other) == set()
    del other["components"]["schemas"]["Sent"]["properties"]["either"]
    assert "POST /orders: request body.either: the new document does not have it" in found(document, other)


def test_the_case_of_a_header_parameter_does_not_count(document: Data) -> None:
    other = deepcopy(document)
    for one, name in ((document, "X-Shop"), (other, "x-shop")):
        header = {"name": name, "in": "header", "schema": {"type": "string"}}
        one["paths"]["/orders"]["get"]["parameters"].append(header)

    assert found(document, other) == set()


def test_a_union_has_the_types_and_properties_of_its_branches(document: Data) -> None:
    other = deepcopy(document)
    document["components"]["schemas"]["Sent"]["properties"]["value"] = {"type": ["string", "number"]}
    value = {"oneOf": [{"type": "string"}, {"anyOf": [{"type": "number"}, {"type": "boolean"}]}]}
    other["components"]["schemas"]["Sent"]["properties"]["value"] = value

    assert found(document, other) == {
        "POST /orders: request body.value: the type is number or string in the old document, "
        "boolean or number or string in the new one"
    }


def test_a_property_of_a_union_is_required_if_every_branch_requires_it(document: Data) -> None:
    other = deepcopy(document)
    branch = {"type": "object", "properties": {"a": {}, "b": {}}}
    document["components"]["schemas"]["Sent"] = branch | {"required": ["a", "b"]}
    other["components"]["schemas"]["Sent"] = {
        "oneOf": [branch | {"required": ["a", "b"]}, branch | {"required": ["a"]}]
    }

    assert found(document, other) == {"POST /orders: request body.b: only the old document requires it"}


def test_a_recursive_union_comes_to_an_end(document: Data) -> None:
    json_value = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"$ref": "#/components/schemas/Sent"}}]}
    document["components"]["schemas"]["Sent"] = json_value

    assert found(document, deepcopy(document)) == set()
    document["components"]["schemas"]["State"] = {"$ref": "#/components/schemas/Read"}
    assert found(document, deepcopy(document)) == set()


def test_a_multipart_body_is_compared_under_its_media_type(document: Data) -> None:
    other = deepcopy(document)
    for one, schema in ((document, {"a": {"type": "string"}}), (other, {"a": {"type": "integer"}})):
        form = {"schema": {"type": "object", "properties": schema}}
        one["paths"]["/orders"]["post"]["requestBody"]["content"]["multipart/form-data"] = form

    place = "POST /orders: request body (multipart/form-data)"
    assert found(document, other) == {f"{place}.a: the type is string in the old document, integer in the new one"}
    del other["paths"]["/orders"]["post"]["requestBody"]["content"]["multipart/form-data"]
    assert found(document, other) == {f"{place}: the new document does not have it"}


def test_additional_properties_are_compared_by_the_type_of_their_values(document: Data) -> None:
    other = deepcopy(document)
    document["components"]["schemas"]["Sent"]["additionalProperties"] = {"type": "string"}
    place = "POST /orders: request body.*: the type is string in the old document"

    for values, seen in (({"type": "number"}, "number"), (True, "any"), ({}, "any")):
        other["components"]["schemas"]["Sent"]["additionalProperties"] = values
        assert found(document, other) == {f"{place}, {seen} in the new one"}
    other["components"]["schemas"]["Sent"]["additionalProperties"] = {"type": "string"}
    assert found(document, other) == set()


def test_a_schema_inside_itself_comes_to_an_end(document: Data) -> None:
    document["components"]["schemas"]["Read"]["properties"]["parent"] = {
        "anyOf": [{"$ref": "#/components/schemas/Read"}, {"type": "null"}]
    }

    assert found(document, deepcopy(document)) == set()


def test_differences_have_every_format(document: Data) -> None:
    other = deepcopy(document)
    del other["paths"]["/orders/{id}"]
    listed = differences(Document("old", document), Document("new", other))

    assert as_list(listed, "text").endswith("\n1 differences")
    assert as_list(listed, "markdown") == "- `DELETE /orders/{id}`: the new document does not have it"
    assert as_list(listed, "github").startswith("::notice title=difference::")
    assert '"where": "DELETE /orders/{id}"' in as_list(listed, "json")
