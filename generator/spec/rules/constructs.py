"""Rules against constructs that some generators drop, mangle or do not compile."""

from collections.abc import Callable, Iterator
from typing import Any

from ...document import Document, Operation, json_types

_METHODS_OF_MODELS = {"to_dict", "from_dict", "additional_properties"}


def breaches(document: Document) -> Iterator[str]:
    """Yield a line for each harmful construct."""
    for schema in document.all_schemas():
        yield from (f"{schema.where}: {what}" for what in _of_schema(schema.raw))
    yield from _closed_enums(document)
    for operation in document.operations():
        yield from (f"{operation.where}: {what}" for what in _of_operation(operation))


def _of_schema(schema: Any) -> Iterator[str]:
    if isinstance(schema, bool):
        yield "some generators fail on a boolean schema; write {}"
    elif not isinstance(schema, dict):
        yield "a schema must be an object"
    else:
        yield from (message for applies, message in _HARMFUL if applies(schema))
        for name in sorted(_METHODS_OF_MODELS & set(schema.get("properties", ()))):
            yield f"the property {name} has the name of a method of every model; rename it"


def _is_short_number(schema: dict[str, Any]) -> bool:
    return [one for one in json_types(schema) if one != "null"] == ["number"] and schema.get("format") != "double"


_HARMFUL: tuple[tuple[Callable[[dict[str, Any]], bool], str], ...] = (
    (lambda one: json_types(one) == ("null",), "a bare type null does not compile in some languages"),
    (lambda one: "default" in one, "some generators send a default; put it into the description"),
    (lambda one: "nullable" in one, "nullable is not part of OpenAPI 3.1; write type: [..., 'null']"),
    (
        lambda one: "oneOf" in one and "properties" in one,
        "some generators make no model of oneOf beside properties; write allOf: [oneOf: ...]",
    ),
    (_is_short_number, "a number becomes a 32-bit float in some languages; write format: double"),
    (lambda one: "array" in json_types(one) and "items" not in one, "an array needs items"),
    (
        lambda one: "enum" in one and ("null" in json_types(one) or None in one["enum"]),
        "some generators make three classes of a nullable enum; leave null out",
    ),
)

_CLOSED = "clients fail on the first new value of a closed enum in a reply; write a string"


def _closed_enums(document: Document) -> Iterator[str]:
    replies = (schema for operation in document.operations() for schema in operation.replies())
    for name in sorted({name for schema in replies for name in schema.components()}):
        schema = document.schemas[name]
        if "enum" in schema:
            yield f"#/components/schemas/{name}: {_CLOSED}"
        for key, prop in schema.get("properties", {}).items():
            if isinstance(prop, dict) and "enum" in prop:
                yield f"#/components/schemas/{name}.{key}: {_CLOSED}"


def _of_operation(operation: Operation) -> Iterator[str]:
    for parameter in operation.parameters:
        if "content" in parameter.raw:
            yield f"parameter {parameter.name}: some generators drop a parameter with content; use contentMediaType"
        elif "object" in parameter.value.schema.types:
            yield f"parameter {parameter.name}: some generators mangle an object in the query; use contentMediaType"
        if parameter.location not in {"path", "query"}:
            yield f"parameter {parameter.name}: some generators drop {parameter.location} parameters; use path or query"
    for name, media in operation.body.media.items() if operation.body else ():
        if not media.schema.is_reference:
            yield f"request body: the {name} schema is written inline; give it a name under components"
