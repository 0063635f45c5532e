"""The rules of this project's document: one module per kind, each giving a line for every breach."""

from ...document import Document, DocumentError
from . import completeness, constructs, examples, extensions, references, structure
from .lines import numbered


def broken_rules(document: Document) -> list[str]:
    """Every breach as "where: what is wrong"; another form or a dangling reference hides the rest, which needs both."""
    for room in (structure, references):
        if found := list(room.breaches(document)):
            return found
    rooms = (constructs, completeness, extensions, examples)
    return [line for room in rooms for line in room.breaches(document)]


def refuse_breaches(document: Document) -> None:
    """Raises DocumentError, with every breach, unless the document keeps all rules."""
    if breaches := broken_rules(document):
        lines = numbered(document.name, document.text, breaches)
        raise DocumentError(f"{document.name} breaks the rules of this project:\n  " + "\n  ".join(lines))
