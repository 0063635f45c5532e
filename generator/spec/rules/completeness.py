"""Rules of completeness: descriptions, examples and responses of every operation."""

from collections.abc import Iterator
from typing import Any

from ...document import HOST, Document, Operation

ERROR_SCHEMA = "ErrorResponse"


def breaches(document: Document) -> Iterator[str]:
    """Yield a line for each part that the document lacks."""
    tags = {tag["name"] for tag in document.data.get("tags", ())}
    ids: dict[str, str] = {}
    for operation in document.operations():
        where = operation.where
        for kind in (_texts(operation, tags), _servers(operation.item), _examples(operation), _responses(operation)):
            yield from (f"{where}: {what}" for what in kind)
        identifier = operation.get("operationId", "")
        if ids.setdefault(identifier, where) != where:
            yield f"{where}: the operationId {identifier} is also that of {ids[identifier]}"
    yield from _described(document)


def _texts(operation: Operation, tags: set[str]) -> Iterator[str]:
    for key in ("operationId", "summary", "description"):
        if not operation.get(key):
            yield f"it has no {key}"
    if not operation.get("summary", ".").endswith("."):
        yield "its summary does not end with a full stop"
    if len(operation.get("tags", ())) != 1:
        yield "it needs exactly one tag"
    yield from (f"the tag {one} is not described under tags" for one in operation.get("tags", ()) if one not in tags)


def _servers(item: dict[str, Any]) -> Iterator[str]:
    servers = item.get("servers", ())
    if len(servers) != 1 or not servers[0].get(HOST):
        yield f"its path needs exactly one server, with {HOST}"


def _examples(operation: Operation) -> Iterator[str]:
    for parameter in operation.parameters:
        if not parameter.raw.get("description"):
            yield f"parameter {parameter.name}: it has no description"
        if not parameter.value.examples:
            yield f"parameter {parameter.name}: it has no example"
    for name, media in operation.body.media.items() if operation.body else ():
        if not media.examples:
            yield f"request body: {name} has no example"


def _responses(operation: Operation) -> Iterator[str]:
    successes = [status for status in operation.responses if status.startswith("2")]
    if len(successes) != 1:
        yield "it needs exactly one 2xx response"
    for required in ("4XX", "default"):
        if required not in operation.responses:
            yield f"it has no {required} response"
    for status, response in operation.responses.items():
        for media in response.media.values():
            if not media.examples:
                yield f"response {status}: it has no example"
            if status not in successes and media.schema.name != ERROR_SCHEMA:
                yield f"response {status}: an error has the schema {ERROR_SCHEMA}"


def _described(document: Document) -> Iterator[str]:
    for schema in document.components.values():
        if not schema.get("description"):
            yield f"{schema.where}: it has no description"
    for schema in document.all_schemas():
        for name in schema.raw.get("properties", ()) if isinstance(schema.raw, dict) else ():
            prop = schema.properties[name]
            if isinstance(prop.raw, dict) and not prop.get("description"):
                yield f"{prop.where}: it has no description"
