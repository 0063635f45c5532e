"""Walks a document whatever it holds, and tells what it says from the data of its examples."""

from collections.abc import Iterator
from typing import Any

_OF_NAMES = {
    "callbacks",
    "content",
    "dependentSchemas",
    "examples",
    "headers",
    "parameters",
    "pathItems",
    "paths",
    "patternProperties",
    "properties",
    "requestBodies",
    "responses",
    "schemas",
    "securitySchemes",
}
"""Keys whose value is an object of names: a property may well be called `value` or `examples`."""

_DATA = {"const", "default", "enum", "example", "value"}


def nodes(node: Any) -> Iterator[dict[str, Any]]:
    """Every object of the document below a node and the node itself; nothing of what an example holds."""
    if isinstance(node, list):
        for item in node:
            yield from nodes(item)
    elif isinstance(node, dict):
        yield node
        for key, value in list(node.items()):
            if key in _OF_NAMES and isinstance(value, dict):
                yield from nodes(list(value.values()))
            elif key not in _DATA and not key.startswith("x-") and not (key == "examples" and isinstance(value, list)):
                yield from nodes(value)


def references(node: Any) -> Iterator[str]:
    """Every `$ref` below a node."""
    for one in nodes(node):
        if isinstance(one.get("$ref"), str):
            yield one["$ref"]
