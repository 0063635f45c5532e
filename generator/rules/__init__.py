"""The rules of this project's document: one module per kind, each giving a line for every breach."""

from ..document import Document
from . import completeness, constructs, examples, extensions, references


def broken_rules(document: Document) -> list[str]:
    """Every breach as "where: what is wrong"; a dangling reference hides the rest, since nothing can be resolved."""
    if dangling := list(references.breaches(document)):
        return dangling
    rooms = (constructs, completeness, extensions, examples)
    return [line for room in rooms for line in room.breaches(document)]
