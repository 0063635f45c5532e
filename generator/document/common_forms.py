"""Rewrites foreign documents, which do not follow this project's rules, to one spelling of null and of composition."""

import contextlib
import re
from collections.abc import Iterable
from copy import deepcopy
from typing import Any

from attrs import evolve

from .document import Document
from .problems import DocumentError
from .references import SCHEMA_PREFIX, Node, free_name, nodes, references, resolve
from .schema import UNIONS, json_types, merged, schema_name

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
        # An inline schema with a single reference is the same as the schema that it refers to.
        if "allOf" in schema and (schema_name(schema) is None or any(schema is one for one in components)):
            with contextlib.suppress(DocumentError):  # another check reports dangling references
                whole.append((schema, merged(data, schema)))
    for schema, parts in whole:
        if "properties" in parts or "allOf" not in parts:
            schema.clear()
            schema |= parts
    return evolve(document, data=data)


def with_named_parts(document: Document) -> Document:
    """Return a copy in which the target of each reference into a component is a component itself."""
    data = deepcopy(document.data)
    inner = {one for one in references(data) if _is_inner_schema(one)}
    if not inner:
        return document
    schemas: dict[str, Any] = data.setdefault("components", {}).setdefault("schemas", {})
    names: dict[str, str] = {}
    for reference in sorted(inner):
        with contextlib.suppress(DocumentError):  # another check reports dangling references
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
    """Move null from nullable objects to the references to them, because such unions get no class."""
    schemas: dict[str, Node] = data.get("components", {}).get("schemas", {})
    found = {name: whole for name, schema in schemas.items() if (whole := _nullable_object(data, schema)) is not None}
    if not found:
        return
    unions, places = [], []
    for node in nodes(data):
        unions += [(node, key) for key in UNIONS if any(_refers_to_null(data, one) for one in node.get(key, ()))]
        inner = [(node.get("properties", {}), key) for key in node.get("properties", ())]
        inner += [(node, key) for key in ("items", "additionalProperties", "schema", "contentSchema") if key in node]
        places += [(place, key) for place, key in inner if _refers_to_null(data, place[key])]
    for node, key in unions:
        node[key] = [*(one for one in node[key] if not _is_null(one)), _NULL]
    for place, key in places:
        place[key] = {"anyOf": [place[key], _NULL]}
    schemas |= found


def _refers_to_null(data: Node, schema: Any) -> bool:
    """Return True for a reference to a nullable object that does not allow null itself."""
    refers = isinstance(schema, dict) and not {"$ref", "allOf"}.isdisjoint(schema)
    says_null = refers and (schema.get("nullable") is True or "null" in json_types(schema))
    return refers and not says_null and _nullable_object(data, schema) is not None


def _nullable_object(data: Node, schema: Any) -> Node | None:
    """Return a nullable object with properties without null, or None for any other schema."""
    with contextlib.suppress(DocumentError):  # another check reports dangling references
        whole = merged(data, schema)
        if "properties" in whole and set(json_types(whole)) == {"object", "null"}:
            return whole | {"type": "object"}
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
