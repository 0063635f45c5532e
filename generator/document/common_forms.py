"""One spelling of null and of composition, for documents that are not written by the rules of this project."""

import contextlib
from copy import deepcopy
from typing import Any

from attrs import evolve

from .document import Document
from .problems import DocumentError
from .references import Node, nodes
from .schema import UNIONS, json_types, merged, schema_name

_NULL: Node = {"type": "null"}


def with_common_forms(document: Document) -> Document:
    """Return a copy with nullable schemas as ``anyOf: [schema, null]`` and the parts of each ``allOf`` merged."""
    data = deepcopy(document.data)
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
