"""Every ``$ref`` points at something, and every component is pointed at."""

from collections.abc import Iterator
from typing import Any

from ...document import Document, DocumentError


def breaches(document: Document) -> Iterator[str]:
    """A line for each dangling reference and each unused component."""
    used = set()
    for where, reference in _references(document.data, ""):
        used.add(reference)
        try:
            document.resolve({"$ref": reference})
        except DocumentError as error:
            yield f"{where}: {error}"
    for kind, components in document.data.get("components", {}).items():
        if kind == "securitySchemes":
            continue
        for name in components:
            if f"#/components/{kind}/{name}" not in used:
                yield f"#/components/{kind}/{name}: nothing refers to it"


def _references(node: Any, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(node, list):
        for index, item in enumerate(node):
            yield from _references(item, f"{where}/{index}")
    elif isinstance(node, dict):
        for key, value in node.items():
            if key == "$ref" and isinstance(value, str):
                yield f"#{where}", value
            elif key not in {"example", "value"}:
                yield from _references(value, f"{where}/{key}")
