"""Schemas in a canonical form, so that equivalent spellings are not reported as a change."""

import json
from functools import cached_property
from typing import Any, Self

from attrs import frozen

from ...document import UNIONS, Schema, json_types, schema_name
from ...document.references import Node
from ...document.union_forms import WORDS, without_words
from ...document.validation_form import NEVER, whole

_ALL_TYPES = frozenset({"string", "number", "integer", "boolean", "object", "array", "null"})
_MAPS = ("properties", "patternProperties", "dependentSchemas")
_LISTS = ("allOf", "prefixItems", *UNIONS)
_SCHEMAS = (
    *("items", "not", "contains", "if", "then", "else", "additionalProperties", "propertyNames"),
    *("unevaluatedProperties", "unevaluatedItems", "contentSchema"),
)


@frozen(eq=False)
class Shape:
    """A schema in one document, in a form that can be compared with a schema in another document."""

    root: Node
    raw: Any
    is_whole: bool = False
    """True if the raw schema is already in the form that `whole` returns."""

    @classmethod
    def of(cls, schema: Schema) -> Self:
        """Return the shape of a schema."""
        return cls(schema.root, schema.raw)

    @cached_property
    def name(self) -> str | None:
        """Name of the component that the schema refers to, or None."""
        return schema_name(self.raw)

    @property
    def is_reference(self) -> bool:
        """Return True if the schema is only a reference."""
        return Schema(self.root, self.raw).is_reference

    @cached_property
    def keywords(self) -> Node:
        """All keywords of the schema, including those of its reference and its ``allOf``."""
        return self.raw if self.is_whole else whole(self.root, self.raw)

    @property
    def is_never(self) -> bool:
        """Return True if the schema accepts no value."""
        return self.keywords.get("not") in ({}, True) or self.keywords == NEVER

    @cached_property
    def properties(self) -> "dict[str, Shape]":
        """Shapes of the properties, by name."""
        return {name: self.inner(raw) for name, raw in self.keywords.get("properties", {}).items()}

    @property
    def required(self) -> set[str]:
        """Names of the properties that the schema requires."""
        return set(self.keywords.get("required", ()))

    def part(self, keyword: str) -> "Shape":
        """Return the schema under a keyword; if the keyword is absent, a schema that accepts any value."""
        return self.inner(self.keywords.get(keyword, {}))

    def inner(self, raw: Any) -> "Shape":
        """Return the shape of another schema in the same document."""
        return Shape(self.root, raw)

    def canonical(self, above: tuple[str, ...] = ()) -> Any:
        """Return the schema with references resolved and without annotations.

        A recursive reference becomes its depth.
        """
        spelled = text(self.raw)
        if spelled in above:
            return above.index(spelled)
        return {
            key: self._inside(key, one, (*above, spelled))
            for key, one in self.keywords.items()
            if key not in WORDS and not key.startswith("x-")
        }

    def _inside(self, key: str, value: Any, above: tuple[str, ...]) -> Any:
        if key in _MAPS:
            return {name: self.inner(one).canonical(above) for name, one in value.items()}
        if key in _LISTS:
            return [self.inner(one).canonical(above) for one in value]
        if key in _SCHEMAS:
            return self.inner(value).canonical(above)
        if key in {"enum", "required", "type"}:
            return sorted(map(text, value if isinstance(value, list) else [value]))
        return value


def types_of(schema: Node) -> frozenset[str]:
    """Return the valid JSON types. ``number`` includes ``integer``."""
    types = frozenset(json_types(schema)) or (frozenset({"object"}) if "properties" in schema else _ALL_TYPES)
    types = types | {"integer"} if "number" in types else types
    return types & {name for one in schema["enum"] for name in _types_of_value(one)} if "enum" in schema else types


def _types_of_value(value: Any) -> tuple[str, ...]:
    if isinstance(value, bool):
        return ("boolean",)
    if isinstance(value, int | float):
        return ("number", "integer") if value == int(value) else ("number",)
    names = {str: "string", list: "array", dict: "object", type(None): "null"}
    return (names[type(value)],)


def values_of(schema: Node) -> frozenset[str] | None:
    """Return the enum values as JSON, without null, because null counts as a type. Return None if there is no enum."""
    values = schema.get("enum")
    return None if values is None else frozenset(text(one) for one in values if one is not None)


def bare(schema: Any) -> str:
    """Return the schema as JSON without annotations, at any depth."""
    return text(_bare(schema))


def _bare(schema: Any) -> Any:
    found = without_words(schema)
    if not isinstance(found, dict):
        return found
    for key, one in found.items():
        if key in _MAPS and isinstance(one, dict):
            found[key] = {name: _bare(inner) for name, inner in one.items()}
        elif key in _LISTS and isinstance(one, list):
            found[key] = [_bare(inner) for inner in one]
        elif key in _SCHEMAS:
            found[key] = _bare(one)
    return found


def text(value: Any) -> str:
    """Return the value as JSON with sorted keys."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False)
