"""The document is valid OpenAPI 3.1, and every schema in it is valid JSON Schema."""

import json
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import jsonschema_rs

from ...document import Document, DocumentError

_TEXT = {"type": "string"}
_TEXTS = {"type": "array", "items": _TEXT}
_EXTENSIONS = {
    "server": {"x-honeyhive-host": _TEXT},
    "operation": {
        "x-honeyhive-method": _TEXT,
        "x-honeyhive-replaced-by": _TEXTS,
        "x-honeyhive-client-ids": _TEXTS,
        "x-honeyhive-shared-ids": _TEXTS,
        "x-honeyhive-repeatable": {"type": "boolean"},
        "x-honeyhive-paging": {"type": "object"},
        "x-honeyhive-split": {"type": "object"},
        "x-honeyhive-identifies": _TEXT,
        "x-honeyhive-acknowledges": _TEXT,
        "x-honeyhive-empty-list": {"type": "object", "required": ["parameter", "reply"]},
    },
    "parameter": {"x-honeyhive-replaced-by": _TEXTS},
}
_SCHEMA_OF_SCHEMAS = {"$dynamicAnchor": "meta", "$ref": "https://json-schema.org/draft/2020-12/schema"}


def breaches(document: Document) -> Iterator[str]:
    """Yield a line for each place that has another form."""
    openapi = json.loads(_published())
    # The published one accepts any object as a schema.
    openapi["$defs"]["schema"] = _SCHEMA_OF_SCHEMAS
    for name, extensions in _EXTENSIONS.items():
        openapi["$defs"][name]["properties"] |= extensions
    try:
        errors = list(jsonschema_rs.Draft202012Validator(openapi).iter_errors(document.data))
    except ValueError:  # an alias of YAML that leads to itself, or thousands of brackets
        yield "#/: it is nested without end, or too deeply"
        return
    # Several vocabularies report the same place.
    yield from dict.fromkeys(f"#/{'/'.join(map(str, error.instance_path))}: {error.message}" for error in errors)


def _published() -> str:
    """Return the JSON Schema of OpenAPI 3.1, from a package that takes long to import and is not imported for it."""
    found = find_spec("openapi_spec_validator")
    folders = found.submodule_search_locations if found else None
    if not folders:
        raise DocumentError("openapi-spec-validator is not installed: run `make setup`")
    return (Path(folders[0]) / "resources/schemas/v3.1/schema.json").read_text(encoding="utf-8")
