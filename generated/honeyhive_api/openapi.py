# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""The document openapi.json of this package, and the resolver of its references."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def read_document() -> dict[str, Any]:
    """Return the document as JSON data. Do not change it: all callers share it."""
    found: dict[str, Any] = json.loads((files(__package__ or "honeyhive_api") / "openapi.json").read_text("utf-8"))
    return found


def resolve(document: Mapping[str, Any], node: Any) -> Any:
    """Return the target of a ``$ref`` with the keys beside it, or the node itself."""
    while isinstance(node, Mapping) and "$ref" in node:
        target: Any = document
        for step in node["$ref"].removeprefix("#/").split("/"):
            target = target[step.replace("~1", "/").replace("~0", "~")]
        node = {**target, **{key: value for key, value in node.items() if key != "$ref"}}
    return node


__all__ = ["read_document", "resolve"]
