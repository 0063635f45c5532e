"""The extensions of this project say what they may say, about things that exist."""

import re
from collections.abc import Iterator
from typing import Any

from ...document import METHODS, Document
from .walk import all_schemas, parameters

KINDS = ("unix-ms", "uuid")
_OPERATION = re.compile(rf"(?:{'|'.join(METHODS).upper()}) /\S*")


def breaches(document: Document) -> Iterator[str]:
    """A line for each extension that is missing, unknown or about nothing."""
    schemes = document.data.get("components", {}).get("securitySchemes", {})
    for method, path, item, operation in document.operations():
        where = f"{method} {path}"
        if "x-honeyhive-method" not in operation:
            yield f"{where}: it has no x-honeyhive-method, its call in clients, as in sessions.create"
        for requirement in operation.get("security", document.data.get("security", ())):
            yield from (
                f"{where}: the security scheme {one} is not defined" for one in requirement if one not in schemes
            )
        yield from (f"{where}: {what}" for what in _deprecation(operation, _OPERATION))
        for parameter in parameters(document, item, operation):
            yield from (f"{where}: parameter {parameter['name']}: {what}" for what in _deprecation(parameter))
        yield from (f"{where}: {what}" for what in _ids(document, operation))
        yield from (f"{where}: {what}" for what in _repeated_parameters(document, path, operation))
    for where, schema in all_schemas(document):
        if isinstance(schema, dict):
            yield from (f"{where}: {what}" for what in _deprecation(schema))
            if (kind := schema.get("x-honeyhive-kind", KINDS[0])) not in KINDS:
                yield f"{where}: x-honeyhive-kind {kind!r} is none of {', '.join(KINDS)}"


def _deprecation(node: dict[str, Any], form: re.Pattern[str] | None = None) -> Iterator[str]:
    replaced_by = node.get("x-honeyhive-replaced-by")
    if node.get("deprecated") and replaced_by is None:
        yield "it is deprecated without x-honeyhive-replaced-by; an empty list says that nothing replaces it"
    if replaced_by is not None and not node.get("deprecated"):
        yield "it has x-honeyhive-replaced-by but is not deprecated"
    for one in replaced_by or ():
        if form is not None and not form.fullmatch(one):
            yield f"x-honeyhive-replaced-by {one!r} is not METHOD /path"


def _ids(document: Document, operation: dict[str, Any]) -> Iterator[str]:
    body = _body(document, operation)
    for place in operation.get("x-honeyhive-client-ids", ()):
        if not _exists(document, body, place):
            yield f"x-honeyhive-client-ids names {place}, which the body does not have"
    for name in operation.get("x-honeyhive-shared-ids", ()):
        if name not in body.get("properties", {}):
            yield f"x-honeyhive-shared-ids names {name}, which the body does not have"


def _repeated_parameters(document: Document, path: str, operation: dict[str, Any]) -> Iterator[str]:
    for name, prop in _body(document, operation).get("properties", {}).items():
        parameter = document.merged(prop).get("x-honeyhive-path-parameter") if isinstance(prop, dict) else None
        if parameter is not None and f"{{{parameter}}}" not in path:
            yield f"{name} has x-honeyhive-path-parameter {parameter!r}, which the path does not have"


def _body(document: Document, operation: dict[str, Any]) -> dict[str, Any]:
    """The merged schema of the JSON that the operation takes, empty where it takes none."""
    media = document.resolve(operation.get("requestBody", {})).get("content", {})
    return document.merged(media.get("application/json", {}).get("schema", {}))


def _exists(document: Document, schema: dict[str, Any], place: str) -> bool:
    for part in place.split("."):
        name = part.removesuffix("[]")
        if name not in schema.get("properties", {}):
            return False
        schema = document.merged(schema["properties"][name])
        if part.endswith("[]"):
            schema = document.merged(schema.get("items", {}))
    return True
