"""The rules of this project's document: one module per kind, each yielding a line for every breach."""

from collections.abc import Iterator
from pathlib import Path

from ...document import Document, Problems
from ...document.references import unused
from . import completeness, constructs, extensions, validity


def malformed(document: Document) -> list[str]:
    """Return why the document cannot be read further: it is not OpenAPI 3.1, or a reference leads nowhere."""
    return [*validity.malformed_places(document)] or document.broken_references()


def breaches(document: Document) -> list[str]:
    """Return every breach of the other rules as "where: what is wrong"."""
    return [line for kind in _KINDS for line in kind(document)]


def broken_rules(document: Document) -> list[str]:
    """Return every breach; what makes the document malformed hides the rest."""
    return malformed(document) or breaches(document)


def read_checked(file: Path) -> Document:
    """Return the document in a file; raise DocumentError with every problem of reading it and every broken rule."""
    problems = Problems()
    document = Document.read(file, problems)
    problems += document.numbered(broken_rules(document))
    problems.refuse()
    return document


def _unused(document: Document) -> Iterator[str]:
    return unused(document.data)


_KINDS = (_unused, constructs.breaches, completeness.breaches, extensions.breaches, validity.invalid_examples)
