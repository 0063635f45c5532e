"""Finds every change between two documents, and sorts the changes."""

from collections.abc import Iterator
from typing import Any

from attrs import evolve

from ...document import Document
from .change import Change, Side, Step, breaking, compatible, root_of
from .names import gone_classes
from .operations import Operations
from .places import operations_by_path, webhooks
from .schemas import Schemas
from .servers_keys import scheme_changes, server_settings
from .shape import text

Users = dict[tuple[str, Side], dict[str, None]]


def compare(old: Document, new: Document) -> list[Change]:
    """Return the changes from the old document to the new one, breaking changes first."""
    users = _users_of(old), _users_of(new)
    changes = {*_operations(old, new), *scheme_changes(old, new), *server_settings(old, new)}
    changes |= set(gone_classes(old, new, {name for name, _ in users[0]}))
    changes |= set(_words(old, new, changes))
    return sorted(
        (_with_users(one, *users) for one in changes), key=lambda one: (-one.step, one.where, one.side, one.what)
    )


def _operations(old: Document, new: Document) -> Iterator[Change]:
    before, after = operations_by_path(old), operations_by_path(new)
    operations = Operations(Schemas())
    paths = {path for _, path in after}
    for key, place in before.items():
        if key in after:
            yield from operations.compare(place, after[key])
        else:
            what = "the operation is removed" if key[1] in paths else "the path is removed"
            deprecated = "; it was deprecated" if place.get("deprecated") else ""
            yield breaking(place.where, what + deprecated, "request")
    for key, place in after.items():
        if key not in before:
            yield compatible(place.where, "the operation is added", "request")
    yield from operations.inverse.matched("webhook", webhooks(old), webhooks(new))


def _words(old: Document, new: Document, changes: set[Change]) -> Iterator[Change]:
    """Yield places where only descriptions, examples or extensions differ."""
    known = {root_of(one.where) for one in changes}
    before, after = _parts(old), _parts(new)
    differing = {where for where in before.keys() & after.keys() if before[where] != after[where]} - known
    if not changes and not differing:
        differing = {where.partition("\n")[0] for where in _surroundings(old) ^ _surroundings(new)}
    for where in differing:
        yield Change(where, "descriptions, examples or extensions differ", "words", Step.PATCH)


def _parts(document: Document) -> dict[str, str]:
    parts = {operation.where: text(operation.raw) for operation in operations_by_path(document).values()}
    return parts | {f"schema {name}": text(schema) for name, schema in document.schemas.items()}


def _surroundings(document: Document) -> set[str]:
    """Return all of a document except operations, contents of schemas and the version, as lines of name and JSON."""
    whole: dict[str, Any] = {"info": {}, **document.data, "components": {**document.data.get("components", {})}}
    whole["info"] = {key: one for key, one in whole["info"].items() if key != "version"}
    whole["components"]["schemas"] = sorted(document.schemas)
    return {f"{key}\n{text(one)}" for key, one in whole.items()}


def _with_users(change: Change, *known: Users) -> Change:
    kind, _, name = root_of(change.where).partition(" ")
    if kind != "schema" or change.side == "words":
        return change
    users = {operation: None for one in known for operation in one.get((name, change.side), {})}
    return evolve(change, users=tuple(users))


def _users_of(document: Document) -> Users:
    """Return the operations that use each schema, by (schema, side).

    The side "code" has the operations of both sides.
    """
    found: Users = {}
    for operation in operations_by_path(document).values():
        for schema in operation.schemas():
            side: Side = "reply" if ": response " in schema.where else "request"
            for name in schema.components():
                found.setdefault((name, side), {})[operation.where] = None
                found.setdefault((name, "code"), {})[operation.where] = None
    return found
