"""Replies that are one of several objects: how a reader tells which."""

from attrs import frozen

from ..document import Schema
from ..model.ir import SourceLiteral, class_name


@frozen
class Union(SourceLiteral):
    """The key that chooses an object, and the class that each of its values stands for."""

    discriminator: str = ""
    values: dict[str, str] | None = None


def union_of(schema: Schema) -> Union:
    """Return how the objects of a union are told apart: by the discriminator, if the document has one."""
    stated = schema.get("discriminator") or {}
    mapping = stated.get("mapping", {})
    values = {value: class_name(target.rpartition("/")[2]) for value, target in mapping.items()}
    return Union(stated.get("propertyName", ""), values or None)


def held(schema: Schema) -> Schema:
    """Return the schema of the values that are or may be objects: the items of an array, else itself."""
    return held(schema.items) if schema.items is not None else schema


def is_ambiguous(schema: Schema) -> bool:
    """Return True if nothing tells the objects of a union apart: neither a discriminator nor their required keys."""
    objects = [option for option in held(schema).options if option.properties]
    required = {frozenset(option.required) for option in objects}
    return len(objects) > 1 and not held(schema).get("discriminator") and len(required) < len(objects)
