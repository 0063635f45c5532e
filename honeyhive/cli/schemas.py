"""The JSON Schemas of a request file and of one argument, from the document."""

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any, Final

from honeyhive_api.types import Operation

from .flags import flag_fields

Schema = dict[str, Any]

_LEFT_OUT: Final = {
    *("format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "pattern"),
    *("minLength", "maxLength", "minItems", "maxItems", "example", "examples", "default"),
}
_AS_THEY_ARE: Final = ("description", "enum", "const", "required")
_NAMES_OF_SCHEMAS: Final = ("properties", "patternProperties", "$defs")


def file_schema(operation: Operation) -> Schema:
    """The schema of the whole request as one flat object."""
    schemas = argument_schemas(operation)
    schema: Schema = {"type": "object", "description": operation.summary, "properties": schemas}
    required = [field.name for field in flag_fields(operation) if field.required]
    if required:
        schema["required"] = required
    if operation.exactly_one:
        schema["allOf"] = [{"oneOf": [{"required": [key]} for key in group]} for group in operation.exactly_one]
    schema["additionalProperties"] = False
    return schema


def argument_schemas(operation: Operation) -> dict[str, Schema]:
    """The schema of each argument, by request key."""
    document = json.loads((files("honeyhive_api") / "openapi.json").read_text(encoding="utf-8"))
    item = document["paths"][operation.path]
    entry = item[operation.method.lower()]
    resolver = _Resolver(document)
    parameters = map(resolver.open, item.get("parameters", []) + entry.get("parameters", []))
    schemas = {one["name"]: _of_parameter(one) for one in parameters}
    if operation.body is not None:
        of_body = next(iter(resolver.open(entry["requestBody"])["content"].values()))["schema"]
        properties = resolver.properties(of_body) if operation.body == "flat" else {"body": of_body}
        schemas = {**properties, **schemas}
    return {field.name: resolver.plain(schemas[field.name]) for field in flag_fields(operation)}


def _of_parameter(parameter: Mapping[str, Any]) -> Schema:
    schema = parameter.get("schema") or next(iter(parameter["content"].values()))["schema"]
    return {"description": parameter.get("description", ""), **schema.get("contentSchema", schema)}


class _Resolver:
    """Reads schemas of one document with their references put in."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self._document = document

    def open(self, value: Any) -> Any:
        """The value behind a reference, or the value itself."""
        while isinstance(value, dict) and "$ref" in value:
            target: Any = self._document
            for step in value["$ref"].removeprefix("#/").split("/"):
                target = target[step.replace("~1", "/").replace("~0", "~")]
            value = {**target, **{key: text for key, text in value.items() if key != "$ref"}}
        return value

    def properties(self, schema: Any) -> dict[str, Any]:
        """The properties of an object, those of its allOf parts included."""
        opened: Schema = self.open(schema)
        found: dict[str, Any] = {}
        for part in opened.get("allOf", []):
            found |= self.properties(part)
        return {**found, **opened.get("properties", {})}

    def plain(self, value: Any, above: tuple[str, ...] = (), *, names: bool = False) -> Any:
        """The schema without references, limits, formats and extensions; an integer is a number."""
        if isinstance(value, list):
            return [self.plain(item, above) for item in value]
        if not isinstance(value, dict):
            return "number" if value == "integer" else value
        reference = value.get("$ref")
        if isinstance(reference, str):
            if reference in above:
                return {}
            return self.plain(self.open(value), (*above, reference))
        result: Schema = {}
        for key, item in value.items():
            if names or not (key in _LEFT_OUT or key.startswith("x-")):
                inner = key in _NAMES_OF_SCHEMAS and not names
                result[key] = item if key in _AS_THEY_ARE and not names else self.plain(item, above, names=inner)
        return result if names else _merged(result)


def _merged(schema: Schema) -> Schema:
    """The schema with allOf parts that only add properties moved into it."""
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
