"""Copy of the document that is passed to openapi-python-client.

Free-form objects become values of any type, so that each is a plain dict and not a class. String formats that the
runtime handles, titles, examples and arguments are removed.
"""

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from ..document import Document, Schema, is_free_form, json_types
from ..document.references import SCHEMA_PREFIX
from ..model.ir import class_name

FREE_FORM = "x-free-form"
_ITEMS = "x-honeyhive-reply-items"
MODEL = "x-free-form-model"
_PYTHON = {
    "string": "str",
    "number": "float",
    "integer": "int",
    "boolean": "bool",
    "null": "None",
    "array": "list[Any]",
    "object": "dict[str, Any]",
}


def simplified(document: Document) -> Document:
    """Return a copy of the document with only the replies, in which free-form objects have any type.

    Our IR has the arguments already, and openapi-python-client would copy each of them several times.
    """
    data = _replies_of(document)
    info = {key: data[key] for key in ("info",) if key in data}
    copy = Document(document.name, _without_words(data) | info)
    for schema in list(_schemas(copy.data)):
        schema.pop("default", None)
        if _ITEMS in schema:
            schema["items"] = {"$ref": f"{SCHEMA_PREFIX}{schema[_ITEMS]}"}
        if {"integer", "number", "boolean"} & set(json_types(schema)) and not {"string"} & set(json_types(schema)):
            schema.pop("enum", None)  # only enums of strings are supported, and a reply may have new values
        if schema.get("format") in {"date-time", "date", "uuid"}:
            del schema["format"]
        if is_free_form(schema) and not {"allOf", "oneOf", "anyOf"} & set(schema):
            _open(copy, schema)
    return copy


def _replies_of(document: Document) -> dict[str, Any]:
    """Return the document without arguments, and without schemas that only arguments use, except for enums."""
    replies = {name for one in document.operations() for schema in one.replies() for name in schema.components()}
    schemas = {name: raw for name, raw in document.schemas.items() if name in replies or "enum" in raw}
    paths: dict[str, Any] = {}
    for operation in document.operations():
        in_path = [
            {"name": one.name, "in": "path", "required": True, "schema": {"type": "string"}}
            for one in operation.parameters
            if one.location == "path"
        ]
        kept = {key: value for key, value in operation.raw.items() if key not in {"parameters", "requestBody"}}
        paths.setdefault(operation.path, {})[operation.method.lower()] = {**kept, "parameters": in_path}
    components = {"schemas": schemas, "responses": document.data.get("components", {}).get("responses", {})}
    return {**document.data, "paths": paths, "components": components}


_WORDS = {"example", "examples", "title"}


def _without_words(node: Any, *, names: bool = False) -> Any:
    """Return a copy of the node without examples and titles.

    Otherwise openapi-python-client would copy examples many times, and name classes after titles, which are often not
    unique. ``names`` is True if the keys are names, for example ``example``.
    """
    if isinstance(node, list):
        return [_without_words(item) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        key: _without_words(value, names=not names and key in {"properties", "schemas"})
        for key, value in node.items()
        if names or key not in _WORDS
    }


def _open(document: Document, schema: dict[str, Any]) -> None:
    description = schema.get("description", "")
    model = _model_of_values(document, schema)
    type_ = " | ".join(_python_type(name, schema, model) for name in json_types(schema))
    schema.clear()
    schema |= {"description": description, FREE_FORM: type_, **({MODEL: model[1]} if model else {})}


def _model_of_values(document: Document, schema: dict[str, Any]) -> tuple[str, str] | None:
    """Return (annotation, class name) of map values that are objects or arrays of objects, or None."""
    values = schema.get("additionalProperties")
    if not isinstance(values, dict):
        return None
    written = Schema(document.data, values)
    for pattern, target in (("{}", written), ("list[{}]", written.items)):
        name = target.name if target is not None and target.properties else None
        if name is not None:
            model = f"models.{class_name(name)}" + (" | None" if target is not None and target.nullable else "")
            whole = pattern.format(model) + (" | None" if target is not written and written.nullable else "")
            return whole, class_name(name)
    return None


def _python_type(name: str, schema: dict[str, Any], model: tuple[str, str] | None) -> str:
    if name != "object":
        return _PYTHON[name]
    values = schema.get("additionalProperties")
    types = json_types(values) if isinstance(values, dict) else ()
    return f"dict[str, {model[0] if model else ' | '.join(_PYTHON[one] for one in types) or 'Any'}]"


def _schemas(node: Any, *, inside: bool = False) -> Iterator[dict[str, Any]]:
    """Yield every schema below a node, innermost first, except for example values."""
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


@frozen
class FreeForm:
    """A property that openapi-python-client sees as a value of any type."""

    annotation: str
    model: str | None = None
    """Class of the values of a map of objects, or None."""


def free_form(document: Document) -> dict[tuple[str, str], FreeForm]:
    """Return the free-form properties of a simplified document, by (class name, key)."""
    found = {}
    for name, schema in document.components.items():
        for key, prop in schema.properties.items():
            if (type_ := prop.get(FREE_FORM)) is not None:
                found[class_name(name), key] = FreeForm(type_, prop.get(MODEL))
    return found
