"""Constructs that some generator drops, mangles or does not compile are kept out of the document."""

from collections.abc import Callable, Iterator
from typing import Any

from ...document import Document, json_types
from .walk import all_schemas, in_replies, parameters

_METHODS_OF_MODELS = {"to_dict", "from_dict", "additional_properties"}


def breaches(document: Document) -> Iterator[str]:
    """A line for each harmful construct."""
    for where, schema in all_schemas(document):
        yield from (f"{where}: {what}" for what in _of_schema(schema))
    yield from _closed_enums(document)
    yield from _operations(document)


def _of_schema(schema: Any) -> Iterator[str]:
    if isinstance(schema, bool):
        yield "a boolean schema stops some generators; write {}"
    elif not isinstance(schema, dict):
        yield "a schema is an object"
    else:
        yield from (message for applies, message in _HARMFUL if applies(schema))
        for name in sorted(_METHODS_OF_MODELS & set(schema.get("properties", ()))):
            yield f"the property {name} has the name of a method of every model"


def _is_short_number(schema: dict[str, Any]) -> bool:
    return [one for one in json_types(schema) if one != "null"] == ["number"] and schema.get("format") != "double"


_HARMFUL: tuple[tuple[Callable[[dict[str, Any]], bool], str], ...] = (
    (lambda one: json_types(one) == ("null",), "a bare type null does not compile in some languages"),
    (lambda one: "default" in one, "some generators send a default; say it in the description"),
    (lambda one: "nullable" in one, "nullable is not of OpenAPI 3.1; write type: [..., 'null']"),
    (
        lambda one: "oneOf" in one and "properties" in one,
        "oneOf beside properties loses the model; write allOf: [oneOf: ...]",
    ),
    (_is_short_number, "a number becomes a 32-bit float in some languages; write format: double"),
    (lambda one: "array" in json_types(one) and "items" not in one, "an array says what its items are"),
    (
        lambda one: "enum" in one and ("null" in json_types(one) or None in one["enum"]),
        "a nullable enum becomes three classes; leave null out",
    ),
)


def _closed_enums(document: Document) -> Iterator[str]:
    for name in sorted(in_replies(document)):
        if "enum" in document.schemas[name]:
            yield f"#/components/schemas/{name}: a closed enum in a reply fails on the first new value; write a string"
        for key, prop in document.schemas[name].get("properties", {}).items():
            if isinstance(prop, dict) and "enum" in prop:
                yield f"#/components/schemas/{name}.{key}: a closed enum in a reply fails on the first new value"


def _operations(document: Document) -> Iterator[str]:
    for method, path, item, operation in document.operations():
        where = f"{method} {path}"
        for parameter in parameters(document, item, operation):
            if "content" in parameter:
                yield f"{where}: parameter {parameter['name']} with content is dropped; use contentMediaType"
            elif "object" in json_types(document.resolve(parameter.get("schema", {}))):
                yield f"{where}: parameter {parameter['name']} is an object; use contentMediaType"
            if parameter["in"] not in {"path", "query"}:
                yield f"{where}: {parameter['in']} parameters are not carried over"
        if "requestBody" in operation:
            for media, body in document.resolve(operation["requestBody"]).get("content", {}).items():
                if "$ref" not in body.get("schema", {}):
                    yield f"{where}: the {media} request body is written inline; give it a name under components"
