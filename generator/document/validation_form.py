"""Schemas for comparison: a reference, the keywords beside it and all ``allOf`` parts become one schema."""

from functools import reduce
from typing import Any, Final

from .problems import DocumentError, shown
from .references import Node, resolve
from .schema import UNIONS, json_types, nullable_target
from .union_forms import collapsed

AT_LEAST: Final = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains")
AT_MOST: Final = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains")
NEVER: Final[Node] = {"not": {}}
"""A schema that no value satisfies."""

_SCHEMAS = (
    "items",
    "additionalProperties",
    "unevaluatedProperties",
    "unevaluatedItems",
    "propertyNames",
    "contentSchema",
)
_NAMED = ("properties", "patternProperties", "dependentSchemas")
_DEMANDS = ("pattern", "format", "multipleOf", "not", "contains", "prefixItems", "if", "then", "else", *UNIONS)
"""Keywords that a schema can have only once, so they stay in ``allOf`` if two parts have them."""


def whole(root: Node, schema: Any, above: tuple[str, ...] = ()) -> Node:
    """Return the schema without ``$ref``.

    Only parts that cannot be merged into the other keywords stay in ``allOf``.
    """
    if isinstance(schema, bool):
        return {} if schema else NEVER
    if not isinstance(schema, dict):
        raise DocumentError(f"expected a schema, found {shown(schema)}")
    own = {key: one for key, one in schema.items() if key not in {"$ref", "allOf", "nullable"}}
    parts: list[Node] = []
    if isinstance(reference := schema.get("$ref"), str):
        if reference in above:
            raise DocumentError(f"{reference} includes itself")
        parts.append(whole(root, resolve(root, {"$ref": reference}), (*above, reference)))
    parts += [whole(root, part, above) for part in schema.get("allOf", ())]
    may_be_null = bool(schema.get("nullable"))  # OpenAPI 3.0
    if (target := nullable_target(schema)) is not None:
        own = {key: one for key, one in own.items() if key not in UNIONS}
        parts.append(whole(root, target, above))
        may_be_null = True
    found = collapsed(reduce(_joined, [*parts, _modern(own)], {}))
    return _with_null(found) if may_be_null else found


def _modern(schema: Node) -> Node:
    """Return the keywords in one OpenAPI 3.1 form: ``const`` as an enum, exclusive bounds as numbers."""
    found = dict(schema)
    if "const" in found:
        value = found.pop("const")
        found["enum"] = [value] if value in found.get("enum", [value]) else []
    for bound, exclusive in (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")):
        if isinstance(found.get(exclusive), bool) and found.pop(exclusive) and bound in found:
            found[exclusive] = found.pop(bound)
    return found


def _joined(first: Node, second: Node) -> Node:
    """Return a schema with the requirements of both schemas.

    If annotations differ, those of the second schema are kept.
    """
    found = dict(first)
    for key, value in second.items():
        if key not in found or found[key] == value:
            found[key] = value
        elif key in _DEMANDS:
            found["allOf"] = [*found.get("allOf", ()), {key: value}]
        else:
            found[key] = _both(key, found[key], value)
    if found.get("type") == []:
        return NEVER
    return found


def _both(key: str, first: Any, second: Any) -> Any:
    if key in AT_LEAST:
        return max(first, second)
    if key in AT_MOST:
        return min(first, second)
    if key in _SCHEMAS:
        return _both_schemas(first, second)
    if key in _NAMED:
        shared = {name: _both_schemas(first[name], second[name]) for name in first.keys() & second.keys()}
        return {**first, **second, **shared}
    if key == "type":
        return _both_types(_listed(first), _listed(second))
    if key == "enum":
        return [one for one in first if one in second]
    if key in {"required", "allOf"}:
        return [*first, *(one for one in second if one not in first)]
    if key in {"readOnly", "writeOnly", "uniqueItems"}:
        return first or second
    return second


def _both_schemas(first: Any, second: Any) -> Any:
    if first is False or second is False:
        return False
    if first in (True, {}) or first == second:
        return second
    return first if second in (True, {}) else {"allOf": [first, second]}


def _both_types(first: list[str], second: list[str]) -> list[str]:
    """Return the types that both lists allow. An integer is also a number."""
    found = [one for one in first if one in second or (one == "integer" and "number" in second)]
    return found + ["integer" for one in second if one == "integer" and "number" in first and "integer" not in first]


def _listed(types: Any) -> list[str]:
    return [types] if isinstance(types, str) else list(types)


def _with_null(schema: Node) -> Node:
    types, found = json_types(schema), dict(schema)
    if types:
        found["type"] = [*(one for one in types if one != "null"), "null"]
    if "enum" in found and None not in found["enum"]:
        found["enum"] = [*found["enum"], None]
    for key in UNIONS:
        if not types and key in found and {"type": "null"} not in found[key]:
            found[key] = [*found[key], {"type": "null"}]
    return found
