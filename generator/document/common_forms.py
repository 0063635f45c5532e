"""One spelling of null and of composition, for documents that are not written by the rules of this project."""

import contextlib
import re
from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from attrs import evolve

from .document import Document
from .problems import DocumentError
from .references import SCHEMA_PREFIX, Node, free_name, nodes, references, resolve
from .schema import UNIONS, json_types, merged, nullable_target, schema_name

_NULL: Node = {"type": "null"}


def with_common_forms(document: Document) -> Document:
    """Return a copy with nullable schemas as ``anyOf: [schema, null]`` and the parts of each ``allOf`` merged."""
    data = deepcopy(document.data)
    _move_null_to_references(data)
    for schema in list(nodes(data)):
        _spell_null(schema)
    components = data.get("components", {}).get("schemas", {}).values()
    whole: list[tuple[Node, Node]] = []
    for schema in nodes(data):
        # A single reference in an inline schema is the schema of that name.
        if "allOf" in schema and (schema_name(schema) is None or any(schema is one for one in components)):
            with contextlib.suppress(DocumentError):  # a dangling reference is reported with its place elsewhere
                whole.append((schema, merged(data, schema)))
    for schema, parts in whole:
        if "properties" in parts or "allOf" not in parts:
            schema.clear()
            schema |= parts
    return evolve(document, data=data)


def with_named_parts(document: Document) -> Document:
    """Return a copy in which each schema that is referred to inside of something else is a component of its own."""
    data = deepcopy(document.data)
    inner = {one for one in references(data) if _is_inner_schema(one)}
    if not inner:
        return document
    schemas: dict[str, Any] = data.setdefault("components", {}).setdefault("schemas", {})
    names: dict[str, str] = {}
    for reference in sorted(inner):
        with contextlib.suppress(DocumentError):  # a dangling reference is reported with its place elsewhere
            part = deepcopy(resolve(data, {"$ref": reference}))
            names[reference] = _free_name(reference, schemas)
            schemas[names[reference]] = part
    for node in nodes(data):
        if node.get("$ref") in names:
            node["$ref"] = f"{SCHEMA_PREFIX}{names[node['$ref']]}"
    return evolve(document, data=data)


def _is_inner_schema(reference: str) -> bool:
    steps = reference.split("/")
    return len(steps) > len(SCHEMA_PREFIX.split("/")) and (
        steps[-1] in {"schema", "items", "additionalProperties"} or steps[-2] in {"properties", "allOf", *UNIONS}
    )


def _free_name(reference: str, taken: Iterable[str]) -> str:
    words = re.findall(r"[A-Za-z0-9]+", reference.replace("~1", "/").removeprefix("#/components/").partition("/")[2])
    name = "".join(word[0].upper() + word[1:] for word in words)
    return free_name(name, taken, "Part")


def _move_null_to_references(data: Node) -> None:
    """Let the references to a nullable object say that it may be null: an object and null make no class together."""
    schemas: dict[str, Node] = data.get("components", {}).get("schemas", {})
    found = {name: whole for name, schema in schemas.items() if (whole := _without_null(schema)) is not None}
    schemas |= found
    targets = {f"{SCHEMA_PREFIX}{name}" for name in found}

    def may_be_null(schema: Any) -> bool:
        return isinstance(schema, dict) and schema.get("$ref") in targets

    for node in list(nodes(data)) if targets else ():
        for key in UNIONS:
            if any(map(may_be_null, node.get(key, ()))) and not any(map(_is_null, node[key])):
                node[key] = [*node[key], _NULL]
        for place, keys in ((node.get("properties", {}), None), (node, ("items", "additionalProperties"))):
            for key in keys or place:
                if may_be_null(place.get(key)):
                    place[key] = {"anyOf": [place[key], _NULL]}


def _without_null(schema: Node) -> Node | None:
    """Return a nullable object with properties without null, or None for any other schema."""
    target = nullable_target(schema)
    if target is not None and "properties" in target:
        return {key: one for key, one in schema.items() if key not in UNIONS} | target
    if "properties" in schema and (schema.get("nullable") is True or set(json_types(schema)) == {"object", "null"}):
        return {key: one for key, one in schema.items() if key != "nullable"} | {"type": "object"}
    return None


def _spell_null(schema: Node) -> None:
    for key in UNIONS:
        branches: list[Any] = schema.get(key, [])
        if any(map(_is_null, branches)):
            schema[key] = [*(one for one in branches if not _is_null(one)), _NULL]
    is_nullable = schema.get("nullable") is True or ("null" in json_types(schema) and _refers(schema))
    if is_nullable and _refers(schema):
        schema.pop("nullable", None)
        schema.pop("type", None)
        branches = [{"$ref": schema.pop("$ref")}] if "$ref" in schema else []
        for key in ("allOf", *UNIONS):
            parts = schema.pop(key, [])
            branches += [{"allOf": parts}] if key == "allOf" and len(parts) > 1 else parts
        schema["anyOf"] = [*(one for one in branches if not _is_null(one)), _NULL]


def _refers(schema: Node) -> bool:
    return not {"$ref", "allOf", *UNIONS}.isdisjoint(schema) and "properties" not in schema


def _is_null(schema: Any) -> bool:
    if not isinstance(schema, dict):
        return False
    is_only_null = schema.get("enum") == [None] or ("const" in schema and schema["const"] is None)
    return is_only_null or json_types(schema) == ("null",)
