"""Rules for this project's extensions: their values must be known, and the names in them must exist."""

import re
from collections.abc import Container, Iterator
from datetime import date
from typing import Any

from ...document import METHODS, SUNSET, Document, Operation, Schema

KINDS = ("unix-ms", "uuid")
_OPERATION = re.compile(rf"(?:{'|'.join(METHODS).upper()}) /\S*")


def breaches(document: Document) -> Iterator[str]:
    """Yield a line for each missing or invalid extension."""
    schemes = document.data.get("components", {}).get("securitySchemes", {})
    for operation in document.operations():
        yield from (f"{operation.where}: {what}" for what in _of_operation(operation, schemes))
    for schema in document.all_schemas():
        if isinstance(schema.raw, dict):
            yield from (f"{schema.where}: {what}" for what in _deprecation(schema.raw))
            if (kind := schema.raw.get("x-honeyhive-kind", KINDS[0])) not in KINDS:
                yield f"{schema.where}: x-honeyhive-kind {kind!r} is not one of {', '.join(KINDS)}"
            items = schema.raw.get("x-honeyhive-reply-items")
            if items is not None and not (schema.items and items in document.components):
                yield f"{schema.where}: x-honeyhive-reply-items {items!r} is not a schema for the items of a list"


def _of_operation(operation: Operation, schemes: Container[str]) -> Iterator[str]:
    if operation.get("x-honeyhive-method") is None:
        yield "it has no x-honeyhive-method, the method in clients, such as sessions.create"
    for requirement in operation.security:
        yield from (f"the security scheme {one} is not defined" for one in requirement if one not in schemes)
    yield from _deprecation(operation.raw, _OPERATION)
    for parameter in operation.parameters:
        yield from (f"parameter {parameter.name}: {what}" for what in _deprecation(parameter.raw))
    yield from _ids(operation)
    for name, prop in operation.payload.properties.items():
        repeated = prop.get("x-honeyhive-path-parameter")
        if repeated is not None and f"{{{repeated}}}" not in operation.path:
            yield f"{name} has x-honeyhive-path-parameter {repeated!r}, which the path does not have"


def _deprecation(node: dict[str, Any], form: re.Pattern[str] | None = None) -> Iterator[str]:
    replaced_by = node.get("x-honeyhive-replaced-by")
    if node.get("deprecated") and replaced_by is None:
        yield "it is deprecated without x-honeyhive-replaced-by; use an empty list if nothing replaces it"
    if replaced_by is not None and not node.get("deprecated"):
        yield "it has x-honeyhive-replaced-by but is not deprecated"
    for one in replaced_by or ():
        if form is not None and not form.fullmatch(one):
            yield f"x-honeyhive-replaced-by {one!r} is not METHOD /path"
    sunset = node.get(SUNSET)
    if sunset is not None and not node.get("deprecated"):
        yield f"it has {SUNSET} but is not deprecated"
    if sunset is not None and not _is_date(sunset):
        yield f"{SUNSET} {sunset!r} is not a date in quotes, such as '2027-03-01'"


def _is_date(value: Any) -> bool:
    try:
        return isinstance(value, str) and date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _ids(operation: Operation) -> Iterator[str]:
    for place in operation.get("x-honeyhive-client-ids", ()):
        if not _exists(operation.payload, place):
            yield f"x-honeyhive-client-ids names {place}, which the body does not have"
    for name in operation.get("x-honeyhive-shared-ids", ()):
        if name not in operation.payload.properties:
            yield f"x-honeyhive-shared-ids names {name}, which the body does not have"


def _exists(schema: Schema | None, place: str) -> bool:
    for part in place.split("."):
        schema = schema.properties.get(part.removesuffix("[]")) if schema else None
        if schema and part.endswith("[]"):
            schema = schema.items
    return schema is not None
