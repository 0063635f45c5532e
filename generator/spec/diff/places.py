"""The place of a change: its operation (a path, webhook or callback) and its line in both documents."""

import re
from collections.abc import Iterable
from typing import Final

from attrs import evolve

from ...document import SCHEMA_PREFIX, Document, DocumentError, Operation
from ...document.operation import operations_of_item
from ...document.references import resolve
from .change import Change

_PARAMETER = re.compile(r"\{[^{}]*\}")
_CHARSET = re.compile(r";\s*charset=[^;]*", re.IGNORECASE)
_WEBHOOK: Final = re.compile(r"([A-Z]+) webhook ([^:]+)")
_CALLBACK: Final = re.compile(r"[A-Z]+ (/\S*) callback .*")

Key = tuple[str, str]
"""The method and the path of an operation."""


def operations_by_path(document: Document) -> dict[Key, Operation]:
    """Return the operations by (method, path without parameter names)."""
    found: dict[Key, Operation] = {}
    for operation in document.operations():
        other = found.setdefault((operation.method, wire_path(operation.path)), operation)
        if other is not operation:
            raise DocumentError(f"{document.name}: {operation.where} and {other.where} have the same method and path")
    return found


def wire_path(path: str) -> str:
    """Return the path without the names of its parameters, because clients do not send these names."""
    return _PARAMETER.sub("{}", path)


def webhooks(document: Document) -> dict[str, Operation]:
    """Return the webhooks by method and name."""
    items = document.data.get("webhooks", {}).items()
    return {
        one.where: one for name, item in items for one in operations_of_item(document.data, f"webhook {name}", item)
    }


def called_back(operation: Operation) -> dict[str, Operation]:
    """Return the callbacks of an operation by their method and their place in the document."""
    found: dict[str, Operation] = {}
    for name, written in operation.raw.get("callbacks", {}).items():
        for expression, item in resolve(operation.root, written).items():
            if not expression.startswith("x-"):
                place = f"{operation.path} callback {name} {expression}"
                found |= {one.where: one for one in operations_of_item(operation.root, place, item)}
    return found


def media_name(name: str) -> str:
    """Return a media type in lower case without a charset, because JSON and forms are always UTF-8."""
    return _CHARSET.sub("", name).strip().lower()


def with_lines(changes: Iterable[Change], old: Document, new: Document) -> list[Change]:
    """Return the changes with their lines in both documents."""
    return [evolve(one, old_line=line_in(old, _place(one)), new_line=line_in(new, _place(one))) for one in changes]


def line_in(document: Document, place: str) -> str:
    """Return ``file:line`` of a place or of its nearest existing parent; an empty string if neither has a line."""
    numbered = document.numbered([place])[0]
    return "" if numbered == place else numbered.removesuffix(f": {place}")


def _place(change: Change) -> str:
    """Return a change's place in the notation that `line_of` takes."""
    root, _, rest = change.where.partition(": ")
    if root.startswith("schema "):
        way = "".join(f".{part}" for part in (rest, change.at) if part)
        way = way.replace("./", "/").replace(".*", "/additionalProperties").replace("[]", "/items")
        return f"{SCHEMA_PREFIX}{root.removeprefix('schema ')}{way.replace('./', '/')}"
    if webhook := _WEBHOOK.fullmatch(root):
        return f"#/webhooks/{webhook[2]}/{webhook[1].lower()}"
    if callback := _CALLBACK.fullmatch(root):
        return f"#/paths/{callback[1]}"
    if root.startswith("server "):
        return "#/servers"
    return change.where if root.startswith("#") or " " in root else f"#/{root}"
