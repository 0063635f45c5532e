"""Unions of objects in replies, and the discriminators that tell them apart."""

from attrs import frozen

from ..document import Schema
from ..model.ir import SourceLiteral, class_name


@frozen
class Union(SourceLiteral):
    """The discriminator key of a union, and the class for each of its values."""

    discriminator: str = ""
    values: dict[str, str] | None = None


def union_of(schema: Schema) -> Union:
    """Return the discriminator of a union; empty if the document has none."""
    stated = schema.get("discriminator") or {}
    mapping = stated.get("mapping", {})
    values = {value: class_name(target.rpartition("/")[2]) for value, target in mapping.items()}
    return Union(stated.get("propertyName", ""), values or None)


def held(schema: Schema) -> Schema:
    """Return the schema of the items of an array at any depth, or the schema itself."""
    return held(schema.items) if schema.items is not None else schema


def is_ambiguous(schema: Schema) -> bool:
    """Return True if neither a discriminator nor the required keys distinguish the objects of a union."""
    objects = [option for option in held(schema).options if option.properties]
    required = {frozenset(option.required) for option in objects}
    return len(objects) > 1 and not held(schema).get("discriminator") and len(required) < len(objects)
