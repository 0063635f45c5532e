"""Packages generated from rarer constructs: nullable objects, maps, JSON in the query, pages, long lists."""

import importlib
import inspect
import sys
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import pytest
import yaml

from honeyhive._core import arguments as core
from honeyhive._core import prepare

ADDED = yaml.safe_load("""
    paths:
      /orders:
        get:
          tags: [Orders]
          operationId: listOrders
          summary: List orders.
          x-honeyhive-paging: {page: page, limit: per_page, size: 50, items: orders, has_next: paging.more}
          parameters:
            - {name: page, in: query, schema: {type: integer}}
            - {name: per_page, in: query, schema: {type: integer}}
            - {name: 'ids[]', in: query, schema: {type: array, maxItems: 20, items: {type: string}}}
            - name: line
              in: query
              schema:
                type: string
                contentMediaType: application/json
                contentSchema: {$ref: '#/components/schemas/Line'}
            - name: lines
              in: query
              schema:
                type: string
                contentMediaType: application/json
                contentSchema: {type: array, items: {$ref: '#/components/schemas/Line'}}
          responses:
            '200':
              description: The orders.
              content: {application/json: {schema: {$ref: '#/components/schemas/OrderPage'}}}
      /lists/{list-id}:
        parameters:
          - {name: list-id, in: path, required: true, schema: {type: string}}
        get:
          tags: [Orders]
          operationId: getList
          summary: Read a list.
          x-honeyhive-split: {parameter: 'ids[]', size: 20, sum: [total]}
          parameters:
            - {name: 'ids[]', in: query, schema: {type: array, items: {type: string}}}
          responses:
            '200':
              description: The list.
              content: {application/json: {schema: {$ref: '#/components/schemas/List'}}}
        put:
          tags: [Orders]
          operationId: replaceList
          summary: Replace a list.
          requestBody:
            required: true
            content: {application/json: {schema: {$ref: '#/components/schemas/List'}}}
          responses:
            '204': {description: Done.}
    schemas:
      OrderPage:
        type: object
        required: [orders, paging]
        properties:
          orders: {type: array, items: {$ref: '#/components/schemas/Order'}}
          paging:
            type: object
            properties: {more: {type: boolean}, total: {type: integer}}
      List:
        type: object
        required: [id]
        properties:
          id: {type: string, x-honeyhive-path-parameter: list-id}
          line: {anyOf: [{$ref: '#/components/schemas/Line'}, {type: 'null'}]}
          weights: {type: object, additionalProperties: {type: number}}
          total: {type: integer}
          rules: {type: [array, object], items: {type: object}}
          example: {type: string, example: x}
""")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory, minimal: dict[str, Any]) -> Iterator[Callable[[str], Any]]:
    """Return a function that imports a module of the package made from the small document and the test's additions."""
    from generator.document import Document
    from generator.file_sync import apply
    from generator.python.render import render_package

    document = deepcopy(minimal)
    document["paths"] |= ADDED["paths"]
    document["components"]["schemas"] |= ADDED["schemas"]
    folder = tmp_path_factory.mktemp("constructs")
    apply(folder / "constructed", render_package(Document("spec.yaml", document)), write=True)
    sys.path.insert(0, str(folder))
    yield lambda name: importlib.import_module(f"constructed{name}")
    sys.path.remove(str(folder))
    for name in [name for name in sys.modules if name.partition(".")[0] == "constructed"]:
        del sys.modules[name]


def annotations(function: Any) -> dict[str, str]:
    return {name: one.annotation for name, one in inspect.signature(function).parameters.items()}


def test_arguments_have_the_types_of_the_document(made: Callable[[str], Any]) -> None:
    listed = annotations(made(".namespaces.orders").Orders.list_orders)
    replaced = annotations(made(".namespaces.orders").Orders.replace_list)

    assert listed["ids"] == "Sequence[str] | None"
    assert listed["line"] == "inputs.LineInput | models.Line | None"
    assert listed["lines"] == "Sequence[inputs.LineInput | models.Line] | None"
    assert replaced["line"] == "inputs.LineInput | models.Line | None | Unset"
    assert replaced["weights"] == "Mapping[str, float] | None"
    assert replaced["rules"] == "Sequence[Mapping[str, Any]] | Mapping[str, Any] | None"
    assert "example" in replaced


def test_attributes_of_models_have_the_types_of_the_document(made: Callable[[str], Any]) -> None:
    found = made(".models").List.__annotations__

    assert found["line"] == "models.Line | None | Unset"
    assert found["weights"] == "dict[str, float] | Unset"
    assert found["rules"] == "list[Any] | dict[str, Any] | Unset"


def test_keys_of_typed_dicts_have_the_types_of_the_document(made: Callable[[str], Any]) -> None:
    typed = made(".inputs").ListInput
    found = {name: one.__forward_arg__ for name, one in typed.__annotations__.items()}

    assert found["line"] == "inputs.LineInput | models.Line | None"
    assert found["weights"] == "Mapping[str, float]"
    assert found["rules"] == "Sequence[Mapping[str, Any]] | Mapping[str, Any]"
    assert found["example"] == "str"


def test_a_key_of_the_body_repeats_its_path_parameter(
    made: Callable[[str], Any], requested: Callable[..., Any]
) -> None:
    request = requested("orders.replace_list", "l1", line=None)

    assert request.path == {"list-id": "l1"}
    assert request.body == {"id": "l1", "line": None}
    assert list(annotations(made(".namespaces.orders").Orders.replace_list))[:3] == ["self", "list_id", "line"]


def test_json_in_the_query_is_checked_like_an_object_of_the_body(made: Callable[[str], Any]) -> None:
    fields = {one.name: one for one in made(".index").operation("listOrders").fields}

    assert (fields["line"].kind, fields["line"].types, fields["line"].shape) == ("json", ("object",), "Line")
    assert (fields["lines"].kind, fields["lines"].types, fields["lines"].shape) == ("json", ("array",), "Line")
    assert "Line" in made(".shapes").SHAPES


def test_the_index_has_paging_and_split(made: Callable[[str], Any]) -> None:
    types = made(".types")
    operation = made(".index").operation("listOrders")

    assert operation.paging == types.Paging("page", "per_page", 50, "orders", has_next="paging.more")
    assert operation.split is None
    assert {one.name: one.max_items for one in operation.fields}["ids[]"] == 20
    assert made(".index").operation("getList").split == types.Split("ids[]", 20, ("total",))
    assert made(".index").operation("getOrder").paging is None


@pytest.mark.parametrize(("prefix", "returns"), [("", "Pages[models.Order]"), ("Async", "AsyncPages[models.Order]")])
def test_a_paged_operation_has_an_all_method(made: Callable[[str], Any], prefix: str, returns: str) -> None:
    asked: list[Any] = []
    namespace = getattr(made(".namespaces.orders"), f"{prefix}Orders")
    orders = namespace(lambda *_: None, lambda *arguments: asked.append(arguments))

    orders.list_orders_all(per_page=7, timeout=3.0)

    ((operation, build, arguments, items),) = asked
    request = prepare.request_of(operation, build, arguments)
    assert core.check(request, made(".shapes").SHAPES).query == {"per_page": 7}
    assert [one.number for one in items(request.read({"orders": [{"number": 4}], "paging": {}}))] == [4]
    assert (arguments.get("extra_body"), arguments["timeout"]) == (None, 3.0)
    assert inspect.signature(namespace.list_orders_all).return_annotation == returns
    assert "a page is fetched when its first item is" in inspect.getdoc(namespace.list_orders_all)
    assert not hasattr(namespace, "get_order_all")


def test_only_namespaces_with_paged_operations_get_pages(made: Callable[[str], Any]) -> None:
    namespaces = made(".namespaces")
    client = type("Client", (namespaces.SyncNamespaces,), {"_call": "call", "_pages": "pages"})()

    assert (client.orders._call, client.orders._pages) == ("call", "pages")
    assert not hasattr(client.default, "_pages")
