"""Equivalent forms of unions: a union of constants is an enum, and a union of types is a list of types."""

from itertools import combinations
from typing import Any, Final

from .references import Node
from .schema import UNIONS, json_types

WORDS: Final = frozenset(
    {
        "title",
        "description",
        "example",
        "examples",
        "$comment",
        "externalDocs",
        "deprecated",
        "default",
        "xml",
        "$schema",
    }
)
"""Annotation keywords, which validation ignores."""

_NUMBERS = {"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "format"}
_OF: Final[dict[str, set[str]]] = {
    "string": {"minLength", "maxLength", "pattern", "format", "contentMediaType", "contentEncoding", "contentSchema"},
    "integer": _NUMBERS,
    "number": _NUMBERS,
    "array": {"items", "minItems", "maxItems", "uniqueItems", "contains", "prefixItems"},
    "object": {"properties", "required", "additionalProperties", "minProperties", "maxProperties"},
    "boolean": set(),
    "null": set(),
}
"""Keywords that apply only to values of one type, by type."""


def without_words(schema: Any) -> Any:
    """Return the schema without annotation keywords and extensions."""
    if not isinstance(schema, dict):
        return schema
    return {key: one for key, one in schema.items() if key not in WORDS and not key.startswith("x-")}


def collapsed(schema: Node) -> Node:
    """Return the schema with its union replaced by an equivalent enum or list of types, if there is one."""
    for key in UNIONS:
        branches = [without_words(one) for one in schema.get(key, ())]
        if len(branches) < 2 or "discriminator" in schema or not all(isinstance(one, dict) for one in branches):
            continue
        found = _of_values(branches) or _of_types(branches, may_overlap=key == "anyOf")
        if found is not None and not found.keys() & schema.keys():
            return {name: one for name, one in schema.items() if name != key} | found
    return schema


def _of_values(branches: list[Node]) -> Node | None:
    if not all(one.keys() <= {"const", "enum", "type"} and one.keys() & {"const", "enum"} for one in branches):
        return None
    values = [value for one in branches for value in ([one["const"]] if "const" in one else one["enum"])]
    types = _types(branches)
    return {"enum": values} | ({"type": types} if all("type" in one for one in branches) else {})


def _of_types(branches: list[Node], *, may_overlap: bool) -> Node | None:
    if any("type" not in one for one in branches):
        return None
    for one in branches:
        if one.keys() - {"type"} - set().union(*(_OF.get(name, set()) for name in json_types(one))):
            return None
    keys = [key for one in branches for key in one if key != "type"]
    if len(keys) != len(set(keys)):
        return None
    overlap = any(_covered(one) & _covered(other) for one, other in combinations(branches, 2))
    if overlap and (keys or not may_overlap):
        return None
    return {"type": _types(branches)} | {key: value for one in branches for key, value in one.items() if key != "type"}


def _types(branches: list[Node]) -> list[str]:
    return list(dict.fromkeys(name for one in branches for name in json_types(one)))


def _covered(schema: Node) -> set[str]:
    types = set(json_types(schema))
    return types | {"integer"} if "number" in types else types


def splits(schema: Node) -> list[list[Node]]:
    """Return equivalent lists of branches for a schema: one branch, a branch per type, a branch per enum value."""
    found, types = [[schema]], json_types(schema)
    demands = without_words(schema)
    if "enum" in schema and demands.keys() <= {"enum", "type"}:
        beside = {"type": schema["type"]} if isinstance(schema.get("type"), str) else {}
        found.append([{"const": value} | beside for value in schema["enum"]])
    elif len(types) > 1 and demands.keys() - {"type"} <= set().union(*(_OF.get(name, set()) for name in types)):
        found.append(
            [
                {"type": name} | {key: one for key, one in demands.items() if key in _OF.get(name, set())}
                for name in types
            ]
        )
    return found
