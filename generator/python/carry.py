"""Renders all of a document that can be carried, and names each operation that cannot."""

import re
from collections.abc import Iterator
from typing import Any

from attrs import evolve, frozen

from ..document import METHODS, Document, DocumentError, Problems, with_common_forms
from ..document.references import reached
from .render import render_package

_SCHEMA = re.compile(r"(?:schema |#/components/schemas/)([^\s:./]+)")


@frozen
class Carried:
    """The package of the operations that can be carried."""

    files: dict[str, str]
    dropped: dict[str, str]
    """Reason for each dropped operation: ``place: reason``, by ``METHOD /path``."""


def carry(document: Document) -> Carried:
    """Return the package of a document without the operations that cannot be carried.

    Raises DocumentError for a problem that belongs to no operation, and if nothing is left.
    """
    dropped: dict[str, str] = {}
    while True:
        document = _without(document, set(dropped))
        if not document.operations():
            raise DocumentError(*document.numbered(dropped.values()), "no operation of the document can be carried")
        problems, files = _attempt(document)
        if not problems:
            return Carried(files, dropped)
        found = dict(_guilty(document, problems))
        if not found:
            raise DocumentError(*document.numbered(problems))
        dropped |= found


def _attempt(document: Document) -> tuple[list[str], dict[str, str]]:
    """Return the problems that prevent the package, or its files."""
    if broken := document.broken_references():
        return broken, {}
    problems = Problems()
    with problems.collect():
        return [], render_package(with_common_forms(document))
    return problems, {}


def _guilty(document: Document, problems: list[str]) -> Iterator[tuple[str, str]]:
    """Yield each operation with a problem, in it or in a schema that it uses, and the first such problem."""
    for operation in document.operations():
        parts = reached(document.data, operation.raw, operation.item.get("parameters", ()))
        for problem in problems:
            schema = _SCHEMA.match(problem)
            if problem.startswith(f"{operation.where}: "):
                yield operation.where, problem
                break
            if schema and ("schemas", schema[1]) in parts:
                yield operation.where, f"{operation.where}: it uses {problem}"
                break


def _without(document: Document, dropped: set[str]) -> Document:
    """Return the document without these operations and the components that only they use."""
    paths: dict[str, Any] = {}
    for operation in document.operations():
        if operation.where not in dropped:
            shared = {key: one for key, one in operation.item.items() if key not in METHODS}
            paths.setdefault(operation.path, shared)[operation.method.lower()] = operation.raw
    used = reached(document.data, paths)
    components = {
        kind: {name: one for name, one in named.items() if kind == "securitySchemes" or (kind, name) in used}
        for kind, named in document.data.get("components", {}).items()
    }
    # Webhooks are requests of the service, which a client does not send.
    kept = {key: one for key, one in document.data.items() if key != "webhooks"}
    return evolve(document, data={**kept, "paths": paths, "components": components})
