"""Descriptions and schemas of operations and their arguments, from openapi.json."""

from collections.abc import Mapping
from typing import Any

from honeyhive_api.openapi import read_document, resolve
from honeyhive_api.types import Operation

Schema = dict[str, Any]


def summary(operation: Operation) -> str:
    """Return the summary of the operation, which is one sentence."""
    return _paragraphs(_raw(operation).get("summary", ""))


def description(operation: Operation) -> str:
    """Return the description of the operation without its summary; may be empty."""
    return _paragraphs(_raw(operation).get("description", ""))


def descriptions(operation: Operation) -> dict[str, str]:
    """Return the description of each argument by its wire key."""
    return {name: _paragraphs(_described(schema)) for name, schema in argument_sources(operation).items()}


def argument_sources(operation: Operation) -> dict[str, Schema]:
    """Return the schema of each argument by its wire key, unchanged from openapi.json."""
    entry = _raw(operation)
    item = read_document()["paths"][operation.path]
    parameters = map(opened, item.get("parameters", []) + entry.get("parameters", []))
    schemas = {one["name"]: _of_parameter(one) for one in parameters}
    if operation.body is None:
        return schemas
    body = opened(entry["requestBody"])
    of_body = next(iter(body["content"].values()))["schema"]
    if operation.body == "flat":
        return {**properties(of_body), **schemas}
    return {operation.fields[-1].name: {"description": body.get("description", ""), **of_body}, **schemas}


def opened(value: Any) -> Any:
    """Return the target of a $ref, merged with the keys beside the $ref; return any other value unchanged."""
    return resolve(read_document(), value)


def properties(schema: Any) -> dict[str, Any]:
    """Return the properties of an object, including those of its allOf parts."""
    whole: Schema = opened(schema)
    found: dict[str, Any] = {}
    for part in whole.get("allOf", []):
        found |= properties(part)
    return {**found, **whole.get("properties", {})}


def _raw(operation: Operation) -> dict[str, Any]:
    entry: dict[str, Any] = read_document()["paths"][operation.path][operation.method.lower()]
    return entry


def _of_parameter(parameter: Mapping[str, Any]) -> Schema:
    schema = parameter["schema"] if "schema" in parameter else next(iter(parameter["content"].values()))["schema"]
    held = schema.get("contentSchema", schema)
    return {**held, "description": parameter.get("description") or _described(held)}


def _described(schema: Any) -> str:
    """Return the description of a schema, or of the schema that it refers to or extends."""
    whole = opened(schema)
    inner = [*whole.get("allOf", []), *whole.get("anyOf", []), *whole.get("oneOf", [])]
    return whole.get("description") or next(filter(None, map(_described, inner)), "")


def _paragraphs(text: str) -> str:
    """Return the text with each paragraph on one line."""
    return "\n\n".join(" ".join(part.split()) for part in text.strip().split("\n\n"))
