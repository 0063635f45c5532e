"""Documents of one service that different people keep."""

from copy import deepcopy
from typing import Any

from generator.document import Document
from generator.spec.diff import as_list, differences

Data = dict[str, Any]


def found(old: Data, new: Data) -> set[str]:
    return {str(one) for one in differences(Document("old", old), Document("new", new))}


def test_names_words_servers_and_keys_do_not_count(document: Data) -> None:
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


def test_what_is_missing_or_different_is_reported(document: Data) -> None:
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
