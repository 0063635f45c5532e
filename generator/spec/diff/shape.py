"""Values in one spelling, so that two spellings of the same thing do not look like a change."""

import json
from typing import Any

from ...document import json_types

_ALL_TYPES = frozenset({"string", "number", "integer", "boolean", "object", "array", "null"})


def types_of(schema: dict[str, Any]) -> frozenset[str]:
    """Return the JSON types that are valid; every integer is a number."""
    types = frozenset(json_types(schema)) or (frozenset({"object"}) if "properties" in schema else _ALL_TYPES)
    return types | {"integer"} if "number" in types else types


def values_of(schema: dict[str, Any]) -> frozenset[str] | None:
    """Return the values of an enum or a const as JSON, without null; None where any value is valid."""
    values = [schema["const"]] if "const" in schema else schema.get("enum")
    return None if values is None else frozenset(text(one) for one in values if one is not None)


def bare(schema: Any) -> str:
    """Return the schema as JSON without titles, descriptions and examples."""
    words = {"title", "description", "example", "examples"}
    return text({key: one for key, one in schema.items() if key not in words} if isinstance(schema, dict) else schema)


def text(value: Any) -> str:
    """Return the value as JSON with sorted keys."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False)
