"""The profile ``plain``: a document for generators that make an empty class for a union."""

import re
from copy import deepcopy
from typing import Any

from ...document import Document, json_types, schema_name
from ...document.references import nodes, reached, rename_schemas

_UNIONS = ("anyOf", "oneOf")
_TAKEN = frozenset({"ConfigurationParameters"})
"""Names that typescript-fetch reserves for its own classes. It would rename the class of a schema with such a name."""


def as_plain(document: Document) -> Document:
    """Return the document of a host without unions, 4XX responses, and schema names that two classes would share.

    Every valid value stays valid: a union becomes free-form, and a sentence lists the allowed values.
    """
    data = deepcopy(document.data)
    for node in list(nodes(data)):
        _free_unions(node)
        _drop_conditions(node)
    for operation in Document("", data).operations():
        _keep_one_error(operation.raw)
    if names := {name: f"{name}Model" for name in _doubled(data)}:
        rename_schemas(data, names)
    _drop_unused_responses(data)
    return Document(document.name.replace(".yaml", "-plain.yaml"), data)


def _free_unions(schema: dict[str, Any]) -> None:
    """Let a union accept any value, or any object if it has objects only. ``anyOf: [X, null]`` stays as it is."""
    for keyword in _UNIONS:
        branches = [one for one in schema.get(keyword, ()) if one.get("type") != "null"]
        if len(branches) < 2 or not all(_names(one) for one in branches):
            continue
        if _are_objects(branches):
            schema |= {"type": "object", "additionalProperties": True}
        said = f"Allowed: {', '.join(dict.fromkeys(name for one in branches for name in _names(one)))}."
        schema["description"] = "\n\n".join(filter(None, (schema.get("description", "").rstrip(), said)))
        del schema[keyword]
        schema.pop("discriminator", None)


def _names(branch: dict[str, Any]) -> list[str]:
    """Return a description of the values of a union's branch; an empty list for a branch that only adds a condition."""
    if (name := schema_name(branch)) is not None:
        return [f"`{name}`"]
    types = branch.get("type", ())
    return [types] if isinstance(types, str) else [*types]


def _are_objects(branches: list[dict[str, Any]]) -> bool:
    return all(schema_name(one) is not None or one.get("type") == "object" for one in branches)


def _drop_conditions(schema: dict[str, Any]) -> None:
    """Remove ``allOf`` parts about combinations of keys, because generators that need this profile ignore them."""
    if "allOf" in schema:
        kept = [part for part in schema["allOf"] if not _is_condition(part)]
        schema["allOf"] = kept
        if not kept:
            del schema["allOf"]


def _is_condition(part: dict[str, Any]) -> bool:
    return set(part) <= {*_UNIONS} and all(set(one) == {"required"} for key in part for one in part[key])


def _keep_one_error(operation: dict[str, Any]) -> None:
    """Remove the 4XX response beside ``default``: some generators copy the range into their code unchanged."""
    responses = operation["responses"]
    found = responses.pop("4XX", None)
    if found is not None:
        responses.setdefault("default", found)


def _drop_unused_responses(data: dict[str, Any]) -> None:
    components = data.get("components", {})
    if "responses" in components:
        used = {name for kind, name in reached(data, data["paths"]) if kind == "responses"}
        components["responses"] = {name: one for name, one in components["responses"].items() if name in used}


def _doubled(data: dict[str, Any]) -> list[str]:
    """Return the schemas whose name a generator would use twice.

    For example, a property Run.metrics gets a class RunMetrics.

    openapi-python-client derives variable names from schemas: both the schema InsertedIds and the property
    ``insertedIds`` would become ``inserted_ids``.
    """
    schemas = data.get("components", {}).get("schemas", {})
    made = {
        (name + part).lower()
        for name, schema in schemas.items()
        for key, value in schema.get("properties", {}).items()
        for part, one in ((_pascal(key), value), (f"{_pascal(key)}Inner", value.get("items", {})))
        if _gets_a_class(one)
    }
    return [
        name for name, schema in schemas.items() if name.lower() in made or name in _TAKEN or _is_property(name, schema)
    ]


def _is_property(name: str, schema: dict[str, Any]) -> bool:
    return _pascal(name).lower() in {_pascal(key).lower() for key in schema.get("properties", {})}


def _gets_a_class(schema: dict[str, Any]) -> bool:
    return "object" in json_types(schema) or not {"properties", "enum", *_UNIONS}.isdisjoint(schema)


def _pascal(key: str) -> str:
    return "".join(word[:1].upper() + word[1:] for word in re.split(r"[^A-Za-z0-9]+", key))
