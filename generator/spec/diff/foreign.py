"""Comparison of two documents of one service by different authors: what each lacks, and where they differ."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from attrs import field, frozen

from ...document import Document, Operation
from .places import line_in, operations_by_path, wire_path
from .shape import Shape, types_of


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
    """Return the operations by method and wire path, because a document can have a part of the path in a server."""
    found = {}
    for operation in operations_by_path(document).values():
        base = urlsplit(operation.servers[0]["url"]).path.rstrip("/") if operation.servers else ""
        found[operation.method, wire_path(base + operation.path)] = operation
    return found


def _between(old: Operation, new: Operation) -> Iterator[tuple[str, str]]:
    if bool(old.get("deprecated")) != bool(new.get("deprecated")):
        yield old.where, f"only the {_which(bool(old.get('deprecated')))} document calls it deprecated"
    before, after = _fields(old), _fields(new)
    for place in before.keys() ^ after.keys():
        if _around(place) not in before.keys() ^ after.keys():
            yield f"{old.where}: {place}", f"the {_which(place not in before)} document does not have it"
    for place in before.keys() & after.keys():
        for what in _disagreements(before[place], after[place]):
            yield f"{old.where}: {place}", what


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
        """Add the fields of a schema. A named schema inside itself adds nothing."""
        keywords = shape.keywords
        self.found[place] = _Field(types_of(keywords), is_required, bool(keywords.get("deprecated")))
        name = shape.name or ""
        if name and name in around:
            return
        inner = (*around, name)
        for key, one in shape.properties.items():
            self.add(f"{place}.{key}", one, is_required=key in shape.required, around=inner)
        if "items" in keywords:
            self.add(f"{place}[]", shape.part("items"), is_required=False, around=inner)


def _fields(operation: Operation) -> Fields:
    collector = _Collector()
    for parameter in operation.parameters:
        if parameter.location == "path":  # its name is not sent
            continue
        name = f"{parameter.location} parameter {parameter.name}"
        collector.add(name, Shape.of(parameter.value.schema), is_required=parameter.is_required, around=())
        if parameter.raw.get("deprecated"):
            one = collector.found[name]
            collector.found[name] = _Field(one.types, one.is_required, is_deprecated=True)
    body, success = operation.body, operation.success
    if body is not None and body.json is not None:
        collector.add("request body", Shape.of(body.json.schema), is_required=body.is_required, around=())
    if success is not None and success[1].json is not None:
        collector.add("reply", Shape.of(success[1].json.schema), is_required=True, around=())
    return collector.found
