"""Unions of objects in replies, and the discriminators that choose among them."""

from collections.abc import Iterator

from attrs import frozen

from ..document import Schema
from ..model.ir import SourceLiteral, class_name


@frozen
class Union(SourceLiteral):
    """The discriminator of a union: its key, and the class for each value of the key."""

    discriminator: str = ""
    values: dict[str, str] | None = None


def union_of(schema: Schema) -> Union:
    """Return the discriminator of a union: the declared one, or a key with a different value in each object.

    The result is empty if there is none.
    """
    schema = _held(schema)
    stated = schema.get("discriminator")
    if not stated:
        return next(_inferred(schema), Union())
    mapping = stated.get("mapping", {})
    # A value that the mapping lacks is the name of a schema; the schema's class may be spelled differently.
    names = [option.name for option in schema.options if option.name]
    values = {name: class_name(name) for name in names if name not in mapping and class_name(name) != name}
    values |= {value: class_name(target.rpartition("/")[2]) for value, target in mapping.items()}
    return Union(stated.get("propertyName", ""), values or None)


def _inferred(schema: Schema) -> Iterator[Union]:
    """Yield each required key whose value differs in each object, with the class for each value."""
    objects = objects_of(schema)
    if len(objects) > 1 and all(option.name for option in objects):
        for key in objects[0].required:
            constants = [_constant(option, key) for option in objects]
            if None not in constants and len(set(constants)) == len(constants):
                classes = (class_name(option.name or "") for option in objects)
                yield Union(key, {str(value): one for value, one in zip(constants, classes, strict=True)})


def objects_of(schema: Schema, above: frozenset[str | None] = frozenset()) -> list[Schema]:
    """Return the distinct object schemas of a value or its items, including those of nested unions."""
    inside = schema.options or ((schema.items,) if schema.items is not None else ())
    found = [schema] if schema.properties and not inside else []
    for inner in inside:
        if inner.properties:
            found.append(inner)
        elif inner.name is None or inner.name not in above:
            found += objects_of(inner, above | {schema.name, inner.name})
    return list({one.name or id(one.raw): one for one in found}.values())


def _constant(schema: Schema, key: str) -> str | None:
    """Return the only value that a required key can have, or None if it can have several."""
    prop = schema.properties.get(key)
    if prop is None or key not in schema.required:
        return None
    values = [prop.get("const")] if "const" in prop.merged else prop.get("enum", ())
    return values[0] if len(values) == 1 and isinstance(values[0], str) else None


def _held(schema: Schema, above: tuple[str | None, ...] = ()) -> Schema:
    """Return the schema of the items of an array at any depth, or the schema itself."""
    items = schema.items
    if items is None or (items.name is not None and items.name in above):
        return schema
    return _held(items, (*above, items.name))


def is_ambiguous(schema: Schema) -> bool:
    """Return True if no declared or inferred discriminator and no required key distinguishes the objects of a union."""
    objects = objects_of(schema)
    required = {frozenset(option.required) for option in objects}
    return len(objects) > 1 and len(required) < len(objects) and not union_of(schema).discriminator
