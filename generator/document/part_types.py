"""Checks once, after parsing, that each part of a document has the right type, so that later code need not check."""

from collections.abc import Iterator
from itertools import chain
from typing import Any, Final

from .operation import METHODS
from .problems import shown
from .references import Node

_PROSE: Final = {"summary": "string", "description": "string"}
_PARTS: Final[dict[str, dict[str, str]]] = {
    "document": {
        "info": "info",
        "servers": "[server]",
        "paths": "{path}",
        "webhooks": "{path}",
        "components": "components",
        "security": "[{[string]}]",
        "tags": "[tag]",
    },
    "info": {"title": "string", **_PROSE},
    "server": {
        "url": "string!",
        "variables": "{variable}",
        "x-honeyhive-host": "string",
        "x-honeyhive-variables": "[string]",
    },
    "variable": {"default": "string", "enum": "[string]"},
    "tag": {"name": "string!", **_PROSE},
    "components": {
        "schemas": "{schema}",
        "responses": "{content}",
        "parameters": "{parameter}",
        "examples": "{example}",
        "requestBodies": "{content}",
        "headers": "{header}",
        "securitySchemes": "{scheme}",
        "callbacks": "{{path}}",
        "pathItems": "{path}",
    },
    "path": {"servers": "[server]", "parameters": "[parameter]", **dict.fromkeys(METHODS, "operation")},
    "operation": {
        **_PROSE,
        "operationId": "string",
        "tags": "[string]",
        "servers": "[server]",
        "parameters": "[parameter]",
        "requestBody": "content",
        "responses": "{content}",
        "callbacks": "{{path}}",
        "security": "[{[string]}]",
        "x-honeyhive-method": "string",
        "x-honeyhive-scoped-by": "string",
        "x-honeyhive-replaced-by": "[string]",
        "x-honeyhive-sunset": "string",
        "x-honeyhive-client-ids": "[string]",
        "x-honeyhive-shared-ids": "[string]",
        "x-honeyhive-paging": "{any}",
        "x-honeyhive-split": "split",
    },
    "split": {"sum": "[string]"},
    "parameter": {
        **_PROSE,
        "name": "string!",
        "in": "string!",
        "style": "string",
        "schema": "schema",
        "content": "{media}",
        "examples": "{example}",
        "x-honeyhive-replaced-by": "[string]",
        "x-honeyhive-sunset": "string",
    },
    "header": {**_PROSE, "schema": "schema", "content": "{media}", "examples": "{example}"},
    "content": {**_PROSE, "content": "{media}", "headers": "{header}"},
    "media": {"schema": "schema", "examples": "{example}", "encoding": "{encoding}"},
    "encoding": {"contentType": "string", "style": "string", "headers": "{header}"},
    "example": _PROSE,
    "scheme": {
        "type": "string",
        "scheme": "string",
        "in": "string",
        "name": "string",
        "flows": "{flow}",
        "x-honeyhive-argument": "string",
        "x-honeyhive-key-prefix": "string",
        "x-honeyhive-variables": "[string]",
    },
    "flow": {"scopes": "{any}"},
    "schema": {
        **_PROSE,
        **dict.fromkeys(("title", "format", "pattern", "contentMediaType"), "string"),
        **dict.fromkeys(("properties", "patternProperties", "dependentSchemas"), "{schema}"),
        **dict.fromkeys(("items", "additionalProperties", "contains", "propertyNames", "contentSchema"), "schema"),
        **dict.fromkeys(("not", "if", "then", "else", "unevaluatedProperties", "unevaluatedItems"), "schema"),
        **dict.fromkeys(("allOf", "oneOf", "anyOf", "prefixItems"), "[schema]"),
        **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"), "number"),
        **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems"), "number"),
        **dict.fromkeys(("minProperties", "maxProperties", "minContains", "maxContains"), "number"),
        "type": "type",
        "enum": "[any]",
        "required": "[string]",
        "dependentRequired": "{[string]}",
        "discriminator": "discriminator",
        "x-honeyhive-kind": "string",
        "x-honeyhive-path-parameter": "string",
        "x-honeyhive-read-as": "[string]",
        "x-honeyhive-replaced-by": "[string]",
        "x-honeyhive-sunset": "string",
    },
    "discriminator": {"propertyName": "string", "mapping": "{string}"},
}
"""The keys of each kind of part, and the type of each key.

A type is another kind of part, ``[list of]``, ``{map of}``, string, number, type or any. ``!`` marks a required key.
Keys that are not listed are not checked.
"""

_JSON_TYPES: Final = ("string", "number", "integer", "boolean", "object", "array", "null")


def wrong_types(document: Node) -> Iterator[str]:
    """Yield ``place: problem`` for each part whose type differs from OpenAPI."""
    try:
        yield from _check(document, "document", "#", ())
    except RecursionError:
        yield "#/: it is nested too deeply"


def _check(value: Any, kind: str, where: str, above: tuple[int, ...]) -> Iterator[str]:
    if id(value) in above:
        yield f"{where}: it contains itself"
    elif kind[0] == "[" or kind[0] == "{" or kind in _PARTS:
        yield from _check_container(value, kind, where, (*above, id(value)))
    elif kind == "string" and not isinstance(value, str):
        yield f"{where}: expected a string, found {shown(value)}"
    elif kind == "number" and not isinstance(value, int | float):  # In OpenAPI 3.0, exclusive bounds are booleans.
        yield f"{where}: expected a number, found {shown(value)}"
    elif kind == "type":
        names: list[Any] = value if isinstance(value, list) else [value]
        for name in names:
            if name not in _JSON_TYPES:
                yield f"{where}: {shown(name)} is not a JSON type; use one of {', '.join(_JSON_TYPES)}"


def _check_container(value: Any, kind: str, where: str, above: tuple[int, ...]) -> Iterator[str]:
    if kind == "schema" and isinstance(value, bool):
        return
    if not isinstance(value, list if kind[0] == "[" else dict):
        named = {"[": "a list", "{": "a map"}.get(kind[0], "a schema" if kind == "schema" else "an object")
        yield f"{where}: expected {named}, found {shown(value)}"
    elif kind[0] == "[":
        yield from chain.from_iterable(
            _check(item, kind[1:-1], f"{where}/{index}", above) for index, item in enumerate(value)
        )
    elif kind[0] == "{":
        # Maps of paths, callbacks and responses may contain extensions beside their names.
        names = [name for name in value if not (name.startswith("x-") and kind in {"{path}", "{{path}}", "{content}"})]
        yield from chain.from_iterable(_check(value[name], kind[1:-1], f"{where}/{name}", above) for name in names)
    elif isinstance(value, dict):
        yield from _check_part(value, _PARTS[kind], where, above)


def _check_part(value: Node, keys: dict[str, str], where: str, above: tuple[int, ...]) -> Iterator[str]:
    if "$ref" in value and not isinstance(value["$ref"], str):
        yield f"{where}/$ref: expected a string, found {shown(value['$ref'])}"
    for key, kind in keys.items():
        if key in value:
            yield from _check(value[key], kind.removesuffix("!"), f"{where}/{key}", above)
        elif kind.endswith("!") and "$ref" not in value:
            yield f"{where}: it has no {key}"
