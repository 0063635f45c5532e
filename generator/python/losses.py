"""What openapi-python-client dropped or weakened: it often says nothing, and its exit status stays 0."""

from collections.abc import Iterator
from typing import Any

from ..document import Document, Schema, json_types
from ..model.rows import class_name
from ..opc import Endpoint, GeneratorData, GeneratorError, ModelProperty, PropertyProtocol
from .simplify import FREE_FORM
from .unions import is_ambiguous

_WAY_OUT = "give the union a discriminator, or each object a required key of its own"


def find_losses(document: Document, data: GeneratorData) -> Iterator[str]:
    """Yield a line for each operation, reply, schema and property that is not in the data as the document has it."""
    for collection in data.endpoint_collections_by_tag.values():
        yield from (_error(error) for error in collection.parse_errors)
    yield from (_error(error) for error in data.errors)
    yield from _operations(document, data)
    yield from _models(document, data)


def _error(error: GeneratorError) -> str:
    return f"{error.header}: {error.detail}".replace("\n", " ")


def _operations(document: Document, data: GeneratorData) -> Iterator[str]:
    endpoints = {
        str(endpoint.name): endpoint
        for collection in data.endpoint_collections_by_tag.values()
        for endpoint in collection.endpoints
    }
    by_place = {(one.method.upper(), _shape_of(str(one.path.get_untrusted_value()))): one for one in endpoints.values()}
    for method, path, _, operation in document.operations():
        where = f"{method} {path}"
        endpoint = by_place.get((method, _shape_of(path)))
        if endpoint is None:
            yield f"{where}: the operation is dropped"
            continue
        yield from _replies(document, where, operation, endpoint)


def _shape_of(path: str) -> str:
    """The path with its parameters unnamed; the generator renames them."""
    return "/".join("{}" if part.startswith("{") else part for part in path.split("/"))


def _replies(document: Document, where: str, operation: dict[str, Any], endpoint: Endpoint) -> Iterator[str]:
    kept = {one.status_code.pattern: one for one in endpoint.responses.patterns}
    for status, raw in operation.get("responses", {}).items():
        if not str(status).startswith("2"):
            continue
        media = document.resolve(raw).get("content", {})
        response = kept.get(str(status))
        if response is None:
            yield f"{where}: the reply {status} is dropped"
        elif media and _is_weaker(document, next(iter(media.values())).get("schema", {}), response.prop):
            yield f"{where}: the reply {status} is weakened to Any"
        elif media and is_ambiguous(Schema(document.data, next(iter(media.values())).get("schema", {}))):
            yield f"{where}: the reply {status} is one of several objects that nothing tells apart; {_WAY_OUT}"


def _models(document: Document, data: GeneratorData) -> Iterator[str]:
    models = {str(model.class_info.name): model for model in data.models}
    for name, schema in document.schemas.items():
        wanted = document.merged(schema).get("properties", {})
        if not wanted:
            continue
        model = models.get(class_name(name))
        if model is None:
            yield f"schema {name}: it is dropped"
        else:
            yield from _properties(document, name, wanted, model)


def _properties(document: Document, name: str, wanted: dict[str, Any], model: ModelProperty) -> Iterator[str]:
    kept = {
        str(one.name.get_untrusted_value()): one
        for one in [*(model.required_properties or ()), *(model.optional_properties or ())]
    }
    for key, schema in wanted.items():
        if key not in kept:
            yield f"schema {name}: the property {key} is dropped"
        elif _is_weaker(document, schema, kept[key]):
            yield f"schema {name}: the property {key} is weakened to Any"
        elif is_ambiguous(Schema(document.data, schema)):
            yield f"schema {name}: the property {key} is one of several objects that nothing tells apart; {_WAY_OUT}"


def _is_weaker(document: Document, schema: dict[str, Any], prop: PropertyProtocol) -> bool:
    merged = document.merged(schema)
    if FREE_FORM in merged:
        return False
    says_something = bool(json_types(merged) or {"properties", "oneOf", "anyOf", "enum"} & set(merged))
    return says_something and prop.get_type_string(no_optional=True).as_unembedded_code() == "Any"
