"""Walks the schemas of a document, and tells which of them stand in a reply."""

from collections.abc import Iterator
from typing import Any

from ...document import SCHEMA_PREFIX, Document, nullable_target

Place = tuple[str, Any]

_ONE = ("items", "not", "if", "then", "else", "contentSchema", "additionalProperties")
_MANY = ("allOf", "oneOf", "anyOf", "prefixItems")


def all_schemas(document: Document) -> Iterator[Place]:
    """Every schema with where it stands: the components and all that is inside them, then those of the operations."""
    for name, schema in document.schemas.items():
        yield from within(f"{SCHEMA_PREFIX}{name}", schema)
    for where, schema in operation_schemas(document):
        yield from within(where, schema)


def operation_schemas(document: Document) -> Iterator[Place]:
    """The schemas of parameters, request bodies and responses."""
    for method, path, item, operation in document.operations():
        where = f"{method} {path}"
        for parameter in parameters(document, item, operation):
            yield f"{where}: parameter {parameter['name']}", parameter.get("schema", {})
        if "requestBody" in operation:
            yield from _media(f"{where}: request body", document.resolve(operation["requestBody"]))
        for status, response in operation.get("responses", {}).items():
            yield from _media(f"{where}: response {status}", document.resolve(response))


def parameters(document: Document, item: dict[str, Any], operation: dict[str, Any]) -> list[dict[str, Any]]:
    """The parameters of an operation, those of its path among them, resolved."""
    return [document.resolve(one) for one in (*item.get("parameters", ()), *operation.get("parameters", ()))]


def _media(where: str, holder: dict[str, Any]) -> Iterator[Place]:
    for media in holder.get("content", {}).values():
        yield where, media.get("schema", {})


def within(where: str, schema: Any) -> Iterator[Place]:
    """The schema and every schema inside it, references not followed."""
    yield where, schema
    if not isinstance(schema, dict):
        return
    for name, prop in schema.get("properties", {}).items():
        yield from within(f"{where}.{name}", prop)
    for key in _ONE:
        # additionalProperties may be a boolean everywhere; other schemas may not.
        if key in schema and not (key == "additionalProperties" and isinstance(schema[key], bool)):
            yield from within(f"{where}/{key}", schema[key])
    if (target := nullable_target(schema)) is not None:
        yield from within(f"{where}/anyOf/0", target)
        return
    for key in _MANY:
        for index, part in enumerate(schema.get(key, ())):
            yield from within(f"{where}/{key}/{index}", part)


def in_replies(document: Document) -> set[str]:
    """The names of the schemas that a reply holds, at any depth."""
    found: set[str] = set()
    waiting = [schema for where, schema in operation_schemas(document) if ": response " in where]
    while waiting:
        for _, schema in within("", waiting.pop()):
            reference = schema.get("$ref", "") if isinstance(schema, dict) else ""
            name = reference.removeprefix(SCHEMA_PREFIX)
            if reference and name not in found:
                found.add(name)
                waiting.append(document.schemas[name])
    return found
