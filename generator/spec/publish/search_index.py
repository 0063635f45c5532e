"""Search index of the reference: the fields, statuses and names of each operation."""

from collections.abc import Iterator
from typing import Any

from ...document import Document, Operation, Schema
from .guide import ERROR_STATUSES


def search_entries(document: Document, host: str) -> list[dict[str, Any]]:
    """Return an entry for each operation of a host: its link, its name and its search words."""
    return [
        {
            "href": f"reference-{host}.html#{_anchor(operation)}",
            "call": operation.where,
            "id": operation.get("operationId"),
            "method": operation.get("x-honeyhive-method"),
            "summary": operation.get("summary", "").replace("`", ""),
            "deprecated": bool(operation.get("deprecated")),
            "fields": sorted(_fields(operation)),
            "statuses": list(operation.responses),
        }
        for operation in document.operations()
    ]


def guide_entry() -> dict[str, Any]:
    """Return the entry of the section about errors. A search for any error status finds it."""
    return {
        "href": "#errors",
        "call": "Errors and retries",
        "id": "",
        "method": "",
        "summary": "The meaning of each error status, and when to repeat a request: Retry-After, 429.",
        "deprecated": False,
        "fields": [],
        "statuses": list(ERROR_STATUSES),
    }


def _anchor(operation: Operation) -> str:
    """Return the URL fragment that leads to an operation in a page of Redoc."""
    tag = operation.get("tags")[0].replace(" ", "-")
    return f"tag/{tag}/operation/{operation.get('operationId')}"


def _fields(operation: Operation) -> set[str]:
    found = {one.name for one in operation.parameters}
    for schema in operation.schemas():
        found |= set(_names(schema, frozenset()))
    return found


def _names(schema: Schema, above: frozenset[str]) -> Iterator[str]:
    if schema.name is not None:
        if schema.name in above:
            return
        above |= {schema.name}
    if schema.content is not None:
        yield from _names(schema.content, above)
    for name, value in schema.properties.items():
        yield name
        yield from _names(value, above)
    for inner in (schema.items, schema.values, *schema.options):
        if inner is not None:
            yield from _names(inner, above)
