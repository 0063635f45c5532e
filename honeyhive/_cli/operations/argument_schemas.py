"""JSON Schemas of a request file and of single arguments, made from openapi.json."""

from typing import Any, Final

from honeyhive_api.types import Operation

from .descriptions import Schema, argument_sources, opened, summary
from .flags import flag_fields

_LEFT_OUT: Final = {
    *("format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "pattern"),
    *("minLength", "maxLength", "minItems", "maxItems", "example", "examples", "default"),
}
_AS_THEY_ARE: Final = ("description", "enum", "const", "required")
_NAMES_OF_SCHEMAS: Final = ("properties", "patternProperties", "$defs")


def file_schema(operation: Operation) -> Schema:
    """Return the schema of the whole request as one flat object."""
    schemas = argument_schemas(operation)
    schema: Schema = {"type": "object", "description": summary(operation), "properties": schemas}
    required = [field.name for field in flag_fields(operation) if field.required]
    if required:
        schema["required"] = required
    if operation.exactly_one:
        schema["allOf"] = [{"oneOf": [{"required": [key]} for key in group]} for group in operation.exactly_one]
    schema["additionalProperties"] = False
    return schema


def argument_schemas(operation: Operation) -> dict[str, Schema]:
    """Return the schema of each argument, by request key."""
    schemas = argument_sources(operation)
    return {field.name: _plain(schemas[field.name]) for field in flag_fields(operation)}


def _plain(value: Any, above: tuple[str, ...] = (), *, names: bool = False) -> Any:
    """Return the schema without references, limits, formats and extensions. The type integer becomes number."""
    if isinstance(value, list):
        return [_plain(item, above) for item in value]
    if not isinstance(value, dict):
        return "number" if value == "integer" else value
    reference = value.get("$ref")
    if isinstance(reference, str):
        if reference in above:
            return {}
        return _plain(opened(value), (*above, reference))
    result: Schema = {}
    for key, item in value.items():
        if names or not (key in _LEFT_OUT or key.startswith("x-")):
            inner = key in _NAMES_OF_SCHEMAS and not names
            result[key] = item if key in _AS_THEY_ARE and not names else _plain(item, above, names=inner)
    return result if names else _merged(result)


def _merged(schema: Schema) -> Schema:
    """Return the schema with its allOf parts merged into it, or unchanged if the parts do more than add properties."""
    parts = schema.get("allOf", [])
    if not parts or any(set(part) - {"type", "properties", "required", "description"} for part in parts):
        return schema
    merged: Schema = {key: value for key, value in schema.items() if key != "allOf"}
    every = [*parts, schema]
    merged["type"] = "object"
    merged["properties"] = {name: one for part in every for name, one in part.get("properties", {}).items()}
    required = [name for part in every for name in part.get("required", [])]
    if required:
        merged["required"] = required
    return merged
