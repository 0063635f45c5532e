"""Compares two documents that different authors wrote about one service: missing and different parts."""

import re
from collections.abc import Iterator
from typing import Final

from attrs import field, frozen

from ...document import UNIONS, Document, Operation
from ...document.operation import filled_url
from .places import line_in, media_name, operations_by_path, wire_path
from .shape import Shape, text, types_of


@frozen
class Difference:
    """A difference between two documents of one service."""

    where: str
    what: str
    old_line: str = ""
    new_line: str = ""

    def __str__(self) -> str:
        at = " ".join(f"{name} {line}" for name, line in (("old", self.old_line), ("new", self.new_line)) if line)
        return f"{self.where}: {self.what}{f'  [{at}]' if at else ''}"


@frozen
class _Field:
    """A parameter, or a property of a body, in an operation."""

    types: frozenset[str]
    is_required: bool
    is_deprecated: bool


Fields = dict[str, _Field]
_ORIGIN: Final = re.compile(r"^[\w+.-]+://[^/]*")
_ANY: Final = types_of({})
"""The types of a schema that accepts any value."""


def differences(old: Document, new: Document) -> list[Difference]:
    """Return the operations and fields that are missing or differ in type, required or deprecated.

    Names of schemas, descriptions, hosts and keys are ignored, because each author chooses them.
    """
    before, after = _operations(old), _operations(new)
    found = [_missing(one, "new", line_in(old, one.where), "") for key, one in before.items() if key not in after]
    found += [_missing(one, "old", "", line_in(new, one.where)) for key, one in after.items() if key not in before]
    for key in before.keys() & after.keys():
        lines = line_in(old, before[key].where), line_in(new, after[key].where)
        found += [Difference(where, what, *lines) for where, what in _between(before[key], after[key])]
    return sorted(found, key=lambda one: (one.where, one.what))


def _missing(operation: Operation, side: str, *lines: str) -> Difference:
    return Difference(operation.where, f"the {side} document does not have it", *lines)


def _operations(document: Document) -> dict[tuple[str, str], Operation]:
    """Return the operations by method and full path. A document can have a part of the path in its server URL."""
    found = {}
    for operation in operations_by_path(document).values():
        base = _ORIGIN.sub("", filled_url(operation.servers[0])).rstrip("/") if operation.servers else ""
        found[operation.method, wire_path(base + operation.path)] = operation
    return found


def _between(old: Operation, new: Operation) -> Iterator[tuple[str, str]]:
    if bool(old.get("deprecated")) != bool(new.get("deprecated")):
        yield old.where, f"only the {_which(bool(old.get('deprecated')))} document calls it deprecated"
    before, after = _fields(old), _fields(new)
    for place in before.keys() ^ after.keys():
        if _around(place) in before.keys() ^ after.keys():
            continue
        if place.endswith(".*"):  # The other document accepts any value under any key.
            one = _Field(_ANY, is_required=False, is_deprecated=False)
            yield from _all(old, place, before.get(place, one), after.get(place, one))
        else:
            yield f"{old.where}: {place}", f"the {_which(place not in before)} document does not have it"
    for place in before.keys() & after.keys():
        yield from _all(old, place, before[place], after[place])


def _all(operation: Operation, place: str, old: _Field, new: _Field) -> Iterator[tuple[str, str]]:
    return ((f"{operation.where}: {place}", what) for what in _disagreements(old, new))


def _around(place: str) -> str:
    return place.removesuffix("[]") if place.endswith("[]") else place.rpartition(".")[0]


def _disagreements(old: _Field, new: _Field) -> Iterator[str]:
    if old.types != new.types:
        yield f"the type is {_names(old)} in the old document, {_names(new)} in the new one"
    if old.is_required != new.is_required:
        yield f"only the {_which(old.is_required)} document requires it"
    if old.is_deprecated != new.is_deprecated:
        yield f"only the {_which(old.is_deprecated)} document calls it deprecated"


def _which(is_old: bool) -> str:
    return "old" if is_old else "new"


def _names(one: _Field) -> str:
    names = one.types - {"integer"} if "number" in one.types else one.types
    return " or ".join(sorted(names)) if len(one.types) < 7 else "any"


@frozen
class _Collector:
    """Fields of an operation, collected from its schemas."""

    found: Fields = field(factory=dict)

    def add(self, place: str, shape: Shape, *, is_required: bool, around: tuple[str, ...]) -> None:
        """Add the fields of a schema. A named schema that contains itself is added once."""
        name = shape.name or ""
        known = self.found.get(place)
        keywords = shape.keywords
        self.found[place] = _Field(
            _types(shape) | (known.types if known else frozenset()), is_required, bool(keywords.get("deprecated"))
        )
        if name and name in around:
            return
        branches = [one for one in _branches(shape) if one.name not in around]
        inner = (*around, name, *(one.name for one in branches if one.name))
        for part in (shape, *branches):
            for key, one in part.properties.items():
                # A property of a union is required only if every branch requires it.
                required = key in shape.required or (bool(branches) and all(key in one.required for one in branches))
                self.add(f"{place}.{key}", one, is_required=required, around=inner)
            for keyword, suffix in (("items", "[]"), ("additionalProperties", ".*")):
                if isinstance(part.keywords.get(keyword), dict) and part.keywords[keyword]:
                    self.add(f"{place}{suffix}", part.part(keyword), is_required=False, around=inner)


def _branches(shape: Shape, above: tuple[str, ...] = ()) -> list[Shape]:
    """Return the branches of all unions in a schema, at any depth. A recursive union is visited once."""
    found: list[Shape] = []
    parts = [shape.inner(one) for key in ("allOf", *UNIONS) for one in shape.keywords.get(key, ())]
    for part in parts:
        if (spelled := text(part.raw)) not in above:
            found += _branches(part, (*above, spelled)) or [part]
    return found


def _types(shape: Shape) -> frozenset[str]:
    """Return the valid JSON types; for a union without types, those of its branches."""
    branches = _branches(shape)
    if branches and types_of(shape.keywords) == _ANY:
        return frozenset().union(*(types_of(one.keywords) for one in branches))
    return types_of(shape.keywords)


def _fields(operation: Operation) -> Fields:
    collector = _Collector()
    for parameter in operation.parameters:
        if parameter.location == "path":  # The name of a path parameter is not sent, so it may differ.
            continue
        shown = parameter.name.lower() if parameter.location == "header" else parameter.name
        name = f"{parameter.location} parameter {shown}"
        collector.add(name, Shape.of(parameter.value.schema), is_required=parameter.is_required, around=())
        if parameter.raw.get("deprecated"):
            one = collector.found[name]
            collector.found[name] = _Field(one.types, one.is_required, is_deprecated=True)
    contents = [("request body", operation.body)] if operation.body else []
    contents += [("reply", operation.success[1])] if operation.success else []
    for place, content in contents:
        for name, media in content.media.items():
            kind = media_name(name)
            named = place if kind == "application/json" else f"{place} ({kind})"
            required = content.is_required or place == "reply"
            collector.add(named, Shape.of(media.schema), is_required=required, around=())
    return collector.found
