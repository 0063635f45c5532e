"""Every example is valid against its schema."""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from ...document import Document
from ..validation import Validator
from .walk import parameters


def breaches(document: Document) -> Iterator[str]:
    """A line for each example that its schema refuses."""
    validator = Validator(document)
    for where, schema, value in _examples(document):
        for place, message in islice(validator.errors(schema, value), 1):
            yield f"{where}: the example is refused{f' at {place}' if place else ''}: {message}"


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
