"""Resolved schemas: references followed, ``allOf`` merged, and one spelling of null."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any

from attrs import frozen

from .problems import DocumentError, shown
from .references import SCHEMA_PREFIX, Node, reached, resolve

UNIONS = ("oneOf", "anyOf")
_STRUCTURE = {"$ref", "allOf", "const", "enum", "items", "properties", "required", "type"}
_SPELLINGS = {"$ref", "allOf", "nullable", *UNIONS}
_ONE = ("items", "not", "if", "then", "else", "contentSchema", "additionalProperties")
_MANY = ("allOf", "oneOf", "anyOf", "prefixItems")


@frozen(eq=False)
class Schema:
    """A schema in the document, with its place."""

    root: Node
    raw: Any
    """The schema as parsed from YAML: an object or a boolean."""
    where: str = ""

    @cached_property
    def name(self) -> str | None:
        """Name of the component that this schema refers to: directly, as nullable, or as the only ``allOf`` part."""
        return schema_name(self.raw)

    @property
    def is_reference(self) -> bool:
        """Return True if the schema is only a reference."""
        return isinstance(self.raw, dict) and set(self.raw) == {"$ref"}

    @cached_property
    def merged(self) -> Node:
        """Keywords of the schema, its reference and its ``allOf``. ``type`` includes null if null is valid."""
        return merged(self.root, self.raw)

    def get(self, keyword: str, default: Any = None) -> Any:
        """Return a keyword of the merged schema."""
        return self.merged.get(keyword, default)

    @property
    def types(self) -> tuple[str, ...]:
        """Valid JSON types, including null; empty if any type is valid."""
        return json_types(self.merged)

    @property
    def nullable(self) -> bool:
        """Return True if null is one of the schema's types, enum values or branches."""
        branches = [one for key in UNIONS for one in self.get(key, ())]
        return "null" in self.types or None in self.get("enum", ()) or any(map(_is_null, branches))

    @cached_property
    def properties(self) -> dict[str, "Schema"]:
        """Schemas of the properties, by name."""
        return {name: self._inside(f".{name}", raw) for name, raw in self.get("properties", {}).items()}

    @property
    def required(self) -> tuple[str, ...]:
        """Names of the required properties."""
        return tuple(self.get("required", ()))

    @cached_property
    def items(self) -> "Schema | None":
        """Schema of the items of an array, or None."""
        return self._inside("/items", self.get("items")) if "items" in self.merged else None

    @cached_property
    def values(self) -> "Schema | None":
        """Schema of additional properties, or None if there is no such schema or only a boolean."""
        raw = self.get("additionalProperties")
        return self._inside("/additionalProperties", raw) if isinstance(raw, dict) else None

    @cached_property
    def content(self) -> "Schema | None":
        """Schema of the JSON inside a string, or None if the string is not JSON."""
        is_json = self.get("contentMediaType") == "application/json"
        return self._inside("/contentSchema", self.get("contentSchema", {})) if is_json else None

    @cached_property
    def options(self) -> tuple["Schema", ...]:
        """Branches of the schema's ``oneOf`` or ``anyOf``, without null."""
        key = next((one for one in UNIONS if one in self.merged), "")
        return tuple(
            self._inside(f"/{key}/{index}", one) for index, one in enumerate(self.get(key, ())) if not _is_null(one)
        )

    def written(self) -> Iterator["Schema"]:
        """Yield this schema and every schema nested in it, without following references."""
        yield self
        if not isinstance(self.raw, dict):
            return
        for name, raw in self.raw.get("properties", {}).items():
            yield from self._inside(f".{name}", raw).written()
        for key in _ONE:
            # additionalProperties is the only keyword for which every generator accepts a boolean.
            if key in self.raw and not (key == "additionalProperties" and isinstance(self.raw[key], bool)):
                yield from self._inside(f"/{key}", self.raw[key]).written()
        for key in _MANY:
            for index, raw in enumerate(self.raw.get(key, ())):
                if not (_is_null(raw) and self.name):  # This branch only makes the reference nullable.
                    yield from self._inside(f"/{key}/{index}", raw).written()

    def components(self) -> frozenset[str]:
        """Return the names of all components that the schema refers to, directly or indirectly."""
        return frozenset(name for kind, name in reached(self.root, self.raw) if kind == "schemas")

    def _inside(self, step: str, raw: Any) -> "Schema":
        return Schema(self.root, raw, f"{self.where}{step}")


def merged(root: Node, schema: Any, above: tuple[str, ...] = ()) -> Node:
    """Return the schema with its reference, ``allOf`` and null merged in.

    If keywords conflict, the outer one is kept.
    """
    if isinstance(schema, bool):
        return {} if schema else {"not": {}}
    if not isinstance(schema, dict):
        raise DocumentError(f"expected a schema, found {shown(schema)}")
    if not _SPELLINGS & set(schema):
        return schema
    outer = {key: value for key, value in schema.items() if key not in {"$ref", "allOf", "nullable"}}
    parts = [{"$ref": schema["$ref"]}] if "$ref" in schema else []
    parts += schema.get("allOf", ())
    may_be_null = bool(schema.get("nullable"))  # OpenAPI 3.0
    if (target := nullable_target(schema)) is not None:
        outer = {key: value for key, value in outer.items() if key not in UNIONS}
        parts, may_be_null = [target], True
    whole = _joined([*(_part(root, part, above) for part in parts), outer])
    return _with_null(whole) if may_be_null else whole


def _part(root: Node, part: Any, above: tuple[str, ...]) -> Node:
    reference = part.get("$ref") if isinstance(part, dict) else None
    if reference is None:
        return merged(root, part, above)
    if reference in above:
        raise DocumentError(f"{reference} includes itself")
    beside = {key: value for key, value in part.items() if key != "$ref"}
    inner = merged(root, resolve(root, {"$ref": reference}), (*above, reference))
    return _joined([inner, merged(root, beside, above)]) if beside else inner


def _joined(parts: list[Node]) -> Node:
    whole: Node = {}
    properties: Node = {}
    required: list[str] = []
    for part in parts:
        whole |= part
        properties |= part.get("properties", {})
        required += [name for name in part.get("required", ()) if name not in required]
    if properties:
        whole |= {"type": whole.get("type", "object"), "properties": properties}
    if required:
        whole["required"] = required
    unions = [{key: part[key] for key in UNIONS if key in part} for part in parts if set(UNIONS) & set(part)]
    if len(unions) > 1:  # One keyword cannot express several unions, so they stay in allOf.
        whole = {key: value for key, value in whole.items() if key not in UNIONS} | {"allOf": unions}
    return whole


def _with_null(schema: Node) -> Node:
    if types := json_types(schema):
        return schema | {"type": [*(one for one in types if one != "null"), "null"]}
    if "enum" in schema:
        return schema | {"enum": [*schema["enum"], None]}
    for key in UNIONS:
        if key in schema and not any(map(_is_null, schema[key])):
            return schema | {key: [*schema[key], {"type": "null"}]}
    return schema


def _is_null(schema: Any) -> bool:
    return isinstance(schema, dict) and json_types(schema) == ("null",)


def nullable_target(schema: Node) -> Node | None:
    """Return the other branch of a union of one schema and null, or None for any other schema."""
    for key in UNIONS:
        branches = schema.get(key, ())
        others = [one for one in branches if not _is_null(one)]
        if len(branches) == 2 and len(others) == 1 and isinstance(others[0], dict) and not _STRUCTURE & set(schema):
            return others[0]
    return None


def schema_name(schema: Any) -> str | None:
    """Return the component name that a schema refers to: directly, as nullable, or as the only ``allOf`` part."""
    if not isinstance(schema, dict):
        return None
    if (target := nullable_target(schema)) is not None:
        return schema_name(target)
    parts = schema.get("allOf", ())
    if "$ref" not in schema and len(parts) == 1 and "properties" not in schema:
        return schema_name(parts[0])
    reference = schema.get("$ref", "")
    return reference.removeprefix(SCHEMA_PREFIX) if reference.startswith(SCHEMA_PREFIX) else None


def json_types(schema: Node) -> tuple[str, ...]:
    """Return the JSON types that a merged schema allows, including ``null``; empty if it allows any type."""
    types = schema.get("type", ())
    return (types,) if isinstance(types, str) else tuple(types)


def is_free_form(schema: Node) -> bool:
    """Return True if a merged schema is an object without named properties, which is a plain dict in Python."""
    return "object" in json_types(schema) and not schema.get("properties")
