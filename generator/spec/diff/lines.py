"""The lines of both documents that state what changed."""

import re
from collections.abc import Iterable
from typing import Final

from attrs import evolve

from ...document import SCHEMA_PREFIX, Document
from .change import Change

_WEBHOOK: Final = re.compile(r"([A-Z]+) webhook ([^:]+)")
_CALLBACK: Final = re.compile(r"[A-Z]+ (/\S*) callback .*")


def with_lines(changes: Iterable[Change], old: Document, new: Document) -> list[Change]:
    """Return the changes with the lines that state them; the old document may call a path otherwise."""
    return [evolve(one, old_line=line_in(old, _place(one)), new_line=line_in(new, _place(one))) for one in changes]


def line_in(document: Document, place: str) -> str:
    """Return ``file:line`` of a place, or of the nearest thing around it that is there; empty if nothing is."""
    numbered = document.numbered([place])[0]
    return "" if numbered == place else numbered.removesuffix(f": {place}")


def _place(change: Change) -> str:
    """Return the place as the document's own messages name it."""
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
