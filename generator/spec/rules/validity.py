"""Rules of validity: the document is OpenAPI 3.1, its schemas are JSON Schema, and its examples fit them."""

import json
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

import jsonschema_rs

from ...document import Document, DocumentError, Media, Operation, Schema
from ..schema_validator import Validator

_TEXT = {"type": "string"}
_TEXTS = {"type": "array", "items": _TEXT}
_EXTENSIONS = {
    "server": {"x-honeyhive-host": _TEXT},
    "operation": {
        "x-honeyhive-method": _TEXT,
        "x-honeyhive-scoped-by": _TEXT,
        "x-honeyhive-replaced-by": _TEXTS,
        "x-honeyhive-sunset": _TEXT,
        "x-honeyhive-client-ids": _TEXTS,
        "x-honeyhive-shared-ids": _TEXTS,
        "x-honeyhive-repeatable": {"type": "boolean"},
        "x-honeyhive-paging": {"type": "object"},
        "x-honeyhive-split": {"type": "object"},
        "x-honeyhive-identifies": _TEXT,
        "x-honeyhive-acknowledges": _TEXT,
        "x-honeyhive-empty-list": {"type": "object", "required": ["parameter", "reply"]},
    },
    "parameter": {"x-honeyhive-replaced-by": _TEXTS, "x-honeyhive-sunset": _TEXT},
}
_SCHEMA_OF_SCHEMAS = {"$dynamicAnchor": "meta", "$ref": "https://json-schema.org/draft/2020-12/schema"}


def malformed_places(document: Document) -> Iterator[str]:
    """Yield a line for each place that is not valid OpenAPI 3.1."""
    openapi = json.loads(_published())
    # The published schema accepts any object as a JSON Schema.
    openapi["$defs"]["schema"] = _SCHEMA_OF_SCHEMAS
    for name, extensions in _EXTENSIONS.items():
        openapi["$defs"][name]["properties"] |= extensions
    try:
        errors = list(jsonschema_rs.Draft202012Validator(openapi).iter_errors(document.data))
    except ValueError:  # caused by a recursive YAML alias, or by thousands of brackets
        yield "#/: it is nested too deeply or contains itself"
        return
    # Several vocabularies can report the same error.
    yield from dict.fromkeys(f"#/{'/'.join(map(str, error.instance_path))}: {error.message}" for error in errors)


def _published() -> str:
    """Return the JSON Schema of OpenAPI 3.1 from openapi-spec-validator, without the slow import of this package."""
    found = find_spec("openapi_spec_validator")
    folders = found.submodule_search_locations if found else None
    if not folders:
        raise DocumentError("openapi-spec-validator is not installed: run `make setup`")
    return (Path(folders[0]) / "resources/schemas/v3.1/schema.json").read_text(encoding="utf-8")


def invalid_examples(document: Document) -> Iterator[str]:
    """Yield a line for each example, and each reply to an empty list, that does not fit its schema."""
    validator = Validator(document)
    for operation in document.operations():
        for where, media in _media(operation):
            for name, value in media.examples.items():
                label = name if name == "example" else f"example {name}"
                for place, message in islice(validator.errors(media.schema, value), 1):
                    yield f"{where}: {label} is refused{f' at {place}' if place else ''}: {message}"
        if (empty := operation.get("x-honeyhive-empty-list")) is not None:
            for place, message in islice(validator.errors(_success_schema(operation), empty.get("reply")), 1):
                yield f"{operation.where}: the reply of x-honeyhive-empty-list is refused at {place}: {message}"


def _success_schema(operation: Operation) -> Schema:
    media = operation.success[1].json if operation.success else None
    return media.schema if media else Schema(operation.root, {})


def _media(operation: Operation) -> Iterator[tuple[str, Media]]:
    yield from ((one.where, one.value) for one in operation.parameters)
    for content in (*([operation.body] if operation.body else ()), *operation.responses.values()):
        yield from ((content.where, one) for one in content.media.values())
