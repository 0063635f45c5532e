"""Every example is valid against its schema."""

from collections.abc import Iterator
from typing import Any

import jsonschema_rs

from ..document import Document
from .walk import parameters

_BASE = "urn:document"


def breaches(document: Document) -> Iterator[str]:
    """A line for each example that its schema refuses."""
    registry = jsonschema_rs.Registry([(_BASE, {"components": document.data.get("components", {})})])
    for where, schema, value in _examples(document):
        validator = jsonschema_rs.Draft202012Validator(_absolute(schema), registry=registry)
        error = next(iter(validator.iter_errors(value)), None)
        if error is not None:
            place = "/".join(map(str, error.instance_path))
            yield f"{where}: the example is refused{f' at {place}' if place else ''}: {error.message}"


def _absolute(schema: Any) -> Any:
    """The schema with its references leading into the registered document."""
    if isinstance(schema, list):
        return [_absolute(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    return {
        key: f"{_BASE}{value}" if key == "$ref" and isinstance(value, str) else _absolute(value)
        for key, value in schema.items()
    }


def _examples(document: Document) -> Iterator[tuple[str, Any, Any]]:
    for method, path, item, operation in document.operations():
        where = f"{method} {path}"
        for parameter in parameters(document, item, operation):
            for value in _values(document, parameter):
                yield f"{where}: parameter {parameter['name']}", parameter.get("schema", {}), value
        holders = {f"response {status}": one for status, one in operation.get("responses", {}).items()}
        if "requestBody" in operation:
            holders["request body"] = operation["requestBody"]
        for what, holder in holders.items():
            for media in document.resolve(holder).get("content", {}).values():
                for value in _values(document, media):
                    yield f"{where}: {what}", media.get("schema", {}), value


def _values(document: Document, holder: dict[str, Any]) -> list[Any]:
    found = [document.resolve(one).get("value") for one in holder.get("examples", {}).values()]
    return [*found, holder["example"]] if "example" in holder else found
