"""Rewrites unsupported constructs of a document into constructs that generators of other languages support."""

from copy import deepcopy
from typing import Any

from ...document import Document, is_free_form, json_types, nullable_target, schema_name
from ...document.references import nodes, rename_schemas, resolve

_TAKEN = {
    "APIClient",
    "APIKey",
    "APIResponse",
    "ApiClient",
    "ApiException",
    "ApiResponse",
    "BaseAPI",
    "BasicAuth",
    "Configuration",
    "Error",
    "FetchError",
    "JSON",
    "Pair",
    "RequiredError",
    "ResponseError",
    "ServerConfiguration",
    "ServerVariable",
}
"""Class names that the generated code of at least one language reserves."""

_SCALARS = {"string", "number", "integer", "boolean"}


def use_safe_forms(data: dict[str, Any]) -> None:
    """Rewrite unsupported constructs. Every valid value stays valid."""
    _flatten(data)
    _write_replies_in_place(data)
    schemas = data.get("components", {}).get("schemas", {})
    if names := {name: f"{name}Model" for name in schemas if name in _TAKEN}:
        rename_schemas(data, names)
    for node in list(nodes(data)):
        _spell_null(node)
        _spread_types(node)
        _open_objects(node)


def _flatten(data: dict[str, Any]) -> None:
    """Merge the ``allOf`` parts of an object, because Go loses required fields that another part describes."""
    document = Document("", data)
    schemas = document.schemas
    whole = {name: document.merged(schema) for name, schema in schemas.items() if _is_composed(schema)}
    for name, schema in whole.items():
        kept = [part for part in schemas[name]["allOf"] if not _describes(part)]
        unions = {key for part in kept for key in part}
        schemas[name] = {key: value for key, value in schema.items() if key not in unions}
        if kept:
            schemas[name]["allOf"] = kept


def _write_replies_in_place(data: dict[str, Any]) -> None:
    """Replace references to successful responses by their content: swagger-typescript-api returns null for them."""
    for operation in Document("", data).operations():
        responses = operation.raw["responses"]
        for status, response in responses.items():
            written = resolve(data, response)
            if status.startswith("2") and written is not response:
                responses[status] = deepcopy(written)


def _is_composed(schema: dict[str, Any]) -> bool:
    return any(_describes(part) for part in schema.get("allOf", ()))


def _describes(part: dict[str, Any]) -> bool:
    return "properties" in part or schema_name(part) is not None


def _spell_null(schema: dict[str, Any]) -> None:
    """Write each nullable schema as ``anyOf: [schema, null]``, the only spelling that all generators support."""
    if (target := nullable_target(schema)) is not None:
        spelled = [target, {"type": "null"}]
        if schema.get("anyOf") != spelled:
            schema.pop("oneOf", None)
            schema["anyOf"] = spelled


def _spread_types(schema: dict[str, Any]) -> None:
    """Write a list of scalar types as ``anyOf``; other lists of types become any value.

    Go turns ``type: [string, number]`` into a 32-bit float, which cannot represent milliseconds.
    """
    types = [one for one in json_types(schema) if one != "null"] if isinstance(schema.get("type"), list) else []
    if len(types) > 1:
        nullable = "null" in schema.pop("type")
        if _SCALARS.issuperset(types):
            schema["anyOf"] = [_branch(one, nullable=nullable and one == types[0]) for one in types]


def _branch(name: str, *, nullable: bool) -> dict[str, Any]:
    branch: dict[str, Any] = {"type": [name, "null"] if nullable else name}
    return branch | {"format": "double"} if name == "number" else branch


def _open_objects(schema: dict[str, Any]) -> None:
    """Add ``additionalProperties`` to an object without named keys, which openapi-typescript reads as empty."""
    if "type" in schema and is_free_form(schema) and not {"allOf", "oneOf", "anyOf"} & set(schema):
        schema.setdefault("additionalProperties", True)
