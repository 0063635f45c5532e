"""Every operation says all that a reader and a generator need."""

from collections.abc import Iterator
from typing import Any

from ...document import SCHEMA_PREFIX, Document
from .walk import all_schemas, parameters

ERROR_SCHEMA = "#/components/schemas/ErrorResponse"


def breaches(document: Document) -> Iterator[str]:
    """A line for each thing that is missing."""
    tags = {tag["name"] for tag in document.data.get("tags", ())}
    ids: dict[str, str] = {}
    for method, path, item, operation in document.operations():
        where = f"{method} {path}"
        yield from (f"{where}: {what}" for what in _texts(operation, tags))
        yield from (f"{where}: {what}" for what in _servers(item))
        yield from (f"{where}: {what}" for what in _parameters(document, item, operation))
        yield from (f"{where}: {what}" for what in _body(document, operation))
        yield from (f"{where}: {what}" for what in _responses(document, operation))
        identifier = operation.get("operationId", "")
        if ids.setdefault(identifier, where) != where:
            yield f"{where}: the operationId {identifier} is also that of {ids[identifier]}"
    yield from _described(document)


def _texts(operation: dict[str, Any], tags: set[str]) -> Iterator[str]:
    for key in ("operationId", "summary", "description"):
        if not operation.get(key):
            yield f"it has no {key}"
    if not operation.get("summary", ".").endswith("."):
        yield "its summary is not a sentence: it ends without a full stop"
    if len(operation.get("tags", ())) != 1:
        yield "it needs exactly one tag"
    yield from (f"the tag {one} is not described under tags" for one in operation.get("tags", ()) if one not in tags)


def _servers(item: dict[str, Any]) -> Iterator[str]:
    servers = item.get("servers", ())
    if len(servers) != 1 or not servers[0].get("x-honeyhive-host"):
        yield "its path needs exactly one server, with x-honeyhive-host"


def _parameters(document: Document, item: dict[str, Any], operation: dict[str, Any]) -> Iterator[str]:
    for parameter in parameters(document, item, operation):
        if not parameter.get("description"):
            yield f"parameter {parameter['name']} has no description"
        if "example" not in parameter and "examples" not in parameter:
            yield f"parameter {parameter['name']} has no example"


def _body(document: Document, operation: dict[str, Any]) -> Iterator[str]:
    if "requestBody" in operation:
        for media, body in document.resolve(operation["requestBody"]).get("content", {}).items():
            if not body.get("examples"):
                yield f"its {media} request body has no example"


def _responses(document: Document, operation: dict[str, Any]) -> Iterator[str]:
    responses = {str(status): document.resolve(one) for status, one in operation.get("responses", {}).items()}
    successes = [status for status in responses if status.startswith("2")]
    if len(successes) != 1:
        yield "it needs exactly one 2xx response"
    for required in ("4XX", "default"):
        if required not in responses:
            yield f"it has no {required} response"
    for status, response in responses.items():
        for body in response.get("content", {}).values():
            if not body.get("examples"):
                yield f"response {status} has no example"
            if status not in successes and body.get("schema", {}).get("$ref") != ERROR_SCHEMA:
                yield f"response {status} is an error with another schema than {ERROR_SCHEMA}"


def _described(document: Document) -> Iterator[str]:
    for name, schema in document.schemas.items():
        if not document.merged(schema).get("description"):
            yield f"{SCHEMA_PREFIX}{name}: it has no description"
    for where, schema in all_schemas(document):
        if not isinstance(schema, dict):
            continue
        for name, prop in schema.get("properties", {}).items():
            if isinstance(prop, dict) and not document.merged(prop).get("description"):
                yield f"{where}.{name}: it has no description"
