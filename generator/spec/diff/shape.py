"""A schema in one spelling, so that two spellings of the same thing do not look like a change."""

import json
from typing import Any

from ...document import Document, json_types

UNIONS = ("oneOf", "anyOf")
_ALL_TYPES = frozenset({"string", "number", "integer", "boolean", "object", "array", "null"})
_STRUCTURE = {"type", "properties", "items", "enum", "const", "required"}


def settled(document: Document, schema: Any) -> dict[str, Any]:
    """The schema with its references and allOf taken in, and null among its types wherever it was said."""
    if isinstance(schema, bool):
        return {} if schema else {"not": {}}
    if "$ref" in schema and len(schema) > 1:  # OpenAPI 3.1 lets keys stand beside a reference
        beside = {key: value for key, value in schema.items() if key != "$ref"}
        schema = {**beside, "allOf": [{"$ref": schema["$ref"]}, *beside.get("allOf", ())]}
    whole = dict(document.merged(schema))
    whole.pop("allOf", None)
    if len(unions := _unions_in(document, schema)) > 1:  # merging kept the last one only
        whole["allOf"] = unions
    if whole.pop("nullable", False):  # as OpenAPI 3.0 says it
        whole = _with_null(whole)
    return _without_null_branch(document, whole)


def _unions_in(document: Document, schema: dict[str, Any]) -> list[Any]:
    parts = [document.resolve(part) for part in document.resolve(schema).get("allOf", ())]
    return [part for part in parts if set(UNIONS) & set(part)]


def _without_null_branch(document: Document, schema: dict[str, Any]) -> dict[str, Any]:
    """`anyOf: [X, {type: 'null'}]` is X that may be null; among more branches the null stays one."""
    for key in UNIONS:
        branches = schema.get(key, [])
        others = [one for one in branches if not (isinstance(one, dict) and one.get("type") == "null")]
        if len(branches) == 2 and len(others) == 1 and not _STRUCTURE & set(schema):
            rest = {name: value for name, value in schema.items() if name != key}
            return _with_null(settled(document, {**rest, "allOf": others}))
    return schema


def _with_null(schema: dict[str, Any]) -> dict[str, Any]:
    return schema | {"type": [*json_types(schema), "null"]} if "type" in schema else schema


def types_of(schema: dict[str, Any]) -> frozenset[str]:
    """The JSON types that are valid; every integer is a number."""
    types = frozenset(json_types(schema)) or (frozenset({"object"}) if "properties" in schema else _ALL_TYPES)
    return types | {"integer"} if "number" in types else types


def values_of(schema: dict[str, Any]) -> frozenset[str] | None:
    """The values of an enum or a const as JSON text, null left to the types; None where any value is valid."""
    values = [schema["const"]] if "const" in schema else schema.get("enum")
    return None if values is None else frozenset(text(one) for one in values if one is not None)


def bare(schema: Any) -> str:
    """The schema as text, without what it says for people."""
    words = {"title", "description", "example", "examples"}
    return text({key: one for key, one in schema.items() if key not in words} if isinstance(schema, dict) else schema)


def text(value: Any) -> str:
    """The value as JSON in one spelling."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False)
