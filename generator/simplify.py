"""The document as openapi-python-client should see it; the published document stays as it is.

Free-form objects become values of any type, so that they are plain dicts and not a class each; formats that only say
how a text looks are left to the runtime; what the generator ignores or trips over is taken out.
"""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from .document import Document, is_free_form, json_types
from .rows import class_name

FREE_FORM = "x-free-form"


def simplified(document: Document) -> Document:
    """A copy of the document in which free-form objects may be anything."""
    copy = Document(document.name, deepcopy(document.data))
    for schema in list(_schemas(copy.data)):
        schema.pop("default", None)
        if schema.get("format") in {"date-time", "date", "uuid"}:
            del schema["format"]
        if is_free_form(schema) and not {"allOf", "oneOf", "anyOf"} & set(schema):
            _open(schema)
    return copy


def _open(schema: dict[str, Any]) -> None:
    nullable = "null" in json_types(schema)
    description = schema.get("description", "")
    schema.clear()
    schema["description"] = description
    schema[FREE_FORM] = "dict[str, Any] | None" if nullable else "dict[str, Any]"


def _schemas(node: Any, *, inside: bool = False) -> Iterator[dict[str, Any]]:
    """Every schema below a node of the document, the innermost first; never what an example holds."""
    if isinstance(node, list):
        for item in node:
            yield from _schemas(item, inside=inside)
    if not isinstance(node, dict):
        return
    for key, value in node.items():
        if key in {"example", "examples", "default", "enum", "const"}:
            continue
        if key in {"schemas", "properties"}:
            for schema in value.values():
                yield from _schemas(schema, inside=True)
        else:
            yield from _schemas(value, inside=inside or key == "schema")
    if inside and not {"properties", "allOf", "oneOf", "$ref", "required"} & set(node):
        yield node


def free_form_types(document: Document) -> dict[tuple[str, str], str]:
    """The Python type of each free-form property of a simplified document, by class and property."""
    found = {}
    for name, schema in document.schemas.items():
        for key, prop in document.merged(schema).get("properties", {}).items():
            if (type_ := document.merged(prop).get(FREE_FORM)) is not None:
                found[class_name(name), key] = type_
    return found
