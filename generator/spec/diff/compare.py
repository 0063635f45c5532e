"""Two documents: every change between them, in an order of its own."""

from collections.abc import Iterator
from typing import Any

from attrs import evolve

from ...document import Document, DocumentError
from .change import Change, Step, breaking, compatible, root_of
from .operations import Place, compare_operations
from .schemas import Schemas
from .shape import text
from .users import Users, users_of


def compare(old: Document, new: Document) -> list[Change]:
    """What changed from the old document to the new one, what breaks first."""
    users = users_of(old), users_of(new)
    changes = {*_operations(old, new), *_class_names(new, users[0])}
    changes |= set(_words(old, new, changes))
    return sorted(
        (_with_users(one, *users) for one in changes), key=lambda one: (-one.step, one.where, one.side, one.what)
    )


def _operations(old: Document, new: Document) -> Iterator[Change]:
    before, after = _places(old), _places(new)
    schemas = Schemas(old, new)
    paths = {path for _, path in after}
    for shape, place in before.items():
        if shape in after:
            yield from compare_operations(schemas, place, after[shape])
        else:
            what = "the operation is removed" if shape[1] in paths else "the path is removed"
            deprecated = "; it was deprecated" if place.operation.get("deprecated") else ""
            yield breaking(place.where, what + deprecated, "request")
    for shape, place in after.items():
        if shape not in before:
            yield compatible(place.where, "the operation is added", "request")


def _places(document: Document) -> dict[tuple[str, str], Place]:
    found: dict[tuple[str, str], Place] = {}
    for parts in document.operations():
        place = Place(document, *parts)
        other = found.setdefault(place.shape, place)
        if other is not place:
            raise DocumentError(f"{document.name}: {place.where} and {other.where} cannot be told apart")
    return found


def _class_names(new: Document, users: Users) -> Iterator[Change]:
    """Generators name a class after each schema that an operation holds."""
    for name in {name for name, _ in users} - new.schemas.keys():
        yield breaking(f"schema {name}", "no schema has this name any more", "code")


def _words(old: Document, new: Document, changes: set[Change]) -> Iterator[Change]:
    """What differs where nothing above was found to differ: descriptions, examples, extensions."""
    told = {root_of(one.where) for one in changes}
    before, after = _parts(old), _parts(new)
    differing = {where for where in before.keys() & after.keys() if before[where] != after[where]} - told
    if not changes and not differing:
        differing = {where.partition("\n")[0] for where in _surroundings(old) ^ _surroundings(new)}
    for where in differing:
        yield Change(where, "its words, examples or extensions differ", "words", Step.PATCH)


def _parts(document: Document) -> dict[str, str]:
    parts = {f"{method} {path}": text(operation) for method, path, _, operation in document.operations()}
    return parts | {f"schema {name}": text(schema) for name, schema in document.schemas.items()}


def _surroundings(document: Document) -> set[str]:
    """All that is neither an operation nor a schema, the version left out: lines of name and text."""
    whole: dict[str, Any] = {"info": {}, **document.data, "components": {**document.data.get("components", {})}}
    whole["info"] = {key: one for key, one in whole["info"].items() if key != "version"}
    whole["components"].pop("schemas", None)
    return {f"{key}\n{text(one)}" for key, one in whole.items()}


def _with_users(change: Change, *known: Users) -> Change:
    kind, _, name = root_of(change.where).partition(" ")
    if kind != "schema" or change.side == "words":
        return change
    users = {operation: None for one in known for operation in one.get((name, change.side), {})}
    return evolve(change, users=tuple(users))
