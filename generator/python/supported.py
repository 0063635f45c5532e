"""Renders the supported operations of a document, and lists the unsupported ones."""

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from typing import Any

from attrs import evolve, frozen

from ..document import METHODS, Document, DocumentError, Operation, Problems, with_common_forms, with_named_parts
from ..document.references import free_name, reached, rename_schemas
from ..model.hosts_keys import with_sendable_keys
from ..model.ir import class_name
from .models import RESERVED_CLASSES
from .render import render_package

_COMPONENT = re.compile(r"#/components/(\w+)/([^\s:./]+)")
_MODEL = re.compile(r"schema ([^\s:./]+)")


@frozen
class SupportedPackage:
    """The package of the supported operations."""

    files: dict[str, str]
    dropped: dict[str, str]
    """Reason for each dropped operation: ``place: reason``, by ``METHOD /path``."""


def render_supported(document: Document, wrong: Iterable[str] = ()) -> SupportedPackage:
    """Return the package of a document without the operations that are not supported.

    ``wrong`` has a line for each part of a wrong type. Raises DocumentError for a problem outside of all operations,
    and if no operation is supported.
    """
    dropped = _mistyped(document, wrong)
    document = _without_reserved_names(with_named_parts(document))
    document = with_sendable_keys(_without(document, set(dropped)))
    while True:
        document = _without(document, set(dropped))
        if not document.operations():
            nothing = f"{document.file}: no operation of the document is supported"
            raise DocumentError(*document.numbered(dropped.values()), nothing)
        problems, files = _attempt(document)
        if not problems:
            return SupportedPackage(files, dropped)
        found = dict(_guilty(document, problems))
        if not found:
            raise DocumentError(*document.numbered(problems))
        dropped |= found


def _without_reserved_names(document: Document) -> Document:
    """Return the document with ``Schema`` appended to schema names that are reserved in generated models."""
    names: dict[str, str] = {}
    for name in document.schemas:
        if class_name(name) in RESERVED_CLASSES:
            names[name] = free_name(f"{name}Schema", [*document.schemas, *names.values()], "Schema")
    if not names:
        return document
    data = deepcopy(document.data)
    rename_schemas(data, names)
    return evolve(document, data=data)


def _attempt(document: Document) -> tuple[list[str], dict[str, str]]:
    """Return the files of the package, or the problems that prevent it."""
    if broken := document.broken_references():
        return broken, {}
    problems = Problems()
    with problems.collect():
        return [], render_package(with_common_forms(document))
    return problems, {}


def _mistyped(document: Document, wrong: Iterable[str]) -> dict[str, str]:
    """Return the first mistyped part of each operation; raise DocumentError for a part outside of all operations."""
    found: dict[str, str] = {}
    others = []
    paths = document.data.get("paths")
    places = {
        f"#/paths/{path}/{method}": f"{method.upper()} {path}"
        for path, item in (paths.items() if isinstance(paths, dict) else ())
        for method in METHODS
        if isinstance(item, dict) and method in item
    }
    for problem in wrong:
        where = next((name for place, name in places.items() if problem.startswith((f"{place}/", f"{place}: "))), None)
        if where is None:
            others.append(problem)
        else:
            found.setdefault(where, problem)
    if others:
        raise DocumentError(*document.numbered(others))
    return found


def _guilty(document: Document, problems: list[str]) -> Iterator[tuple[str, str]]:
    """Yield each operation that has a problem, itself or in a component that it uses, and its first problem."""
    models = {class_name(name): name for name in document.schemas}
    for operation in document.operations():
        parts = reached(document.data, operation.raw, operation.item.get("parameters", ()))
        parts |= {("securitySchemes", name) for name in _keys(operation)}
        places = (f"#/paths/{operation.path}/{operation.method.lower()}/", f"#/paths/{operation.path}/parameters/")
        for problem in problems:
            component = _COMPONENT.match(problem)
            model = _MODEL.match(problem)
            if problem.startswith((f"{operation.where}: ", *places)):
                yield operation.where, problem
                break
            if (component and (component[1], component[2]) in parts) or (
                model and _is_made_of(model[1], operation, parts, models)
            ):
                yield operation.where, f"{operation.where}: it uses {problem}"
                break


def _is_made_of(model: str, operation: Operation, parts: set[tuple[str, str]], models: dict[str, str]) -> bool:
    """Return True if the model is made for a schema of the operation, or for a part of such a schema or of a reply."""
    whole = max((one for one in models if model.startswith(one)), key=len, default="")
    if ("schemas", model) in parts or ("schemas", models.get(whole)) in parts:
        return True
    name = operation.get("operationId") or f"{operation.method.lower()}_{operation.path}"
    return any(model.startswith(class_name(f"{name}_response_{status}")) for status in operation.responses)


def _keys(operation: Operation) -> set[str]:
    return {name for requirement in operation.security for name in requirement}


def _without(document: Document, dropped: set[str]) -> Document:
    """Return the document without the given operations, and without components that only they use."""
    paths: dict[str, Any] = {}
    keys: dict[bool, set[str]] = {True: set(), False: set()}
    for operation in document.operations():
        keys[operation.where in dropped] |= _keys(operation)
        if operation.where not in dropped:
            shared = {key: one for key, one in operation.item.items() if key not in METHODS}
            paths.setdefault(operation.path, shared)[operation.method.lower()] = operation.raw
    used = reached(document.data, paths)
    lost = keys[True] - keys[False]
    components = {
        kind: {
            name: one
            for name, one in named.items()
            if (name not in lost if kind == "securitySchemes" else (kind, name) in used)
        }
        for kind, named in document.data.get("components", {}).items()
    }
    # Webhooks are requests of the service, which a client does not send.
    kept = {key: one for key, one in document.data.items() if key != "webhooks"}
    if "security" in kept:
        kept["security"] = [one for one in kept["security"] if not lost & set(one)]
    return evolve(document, data={**kept, "paths": paths, "components": components})
