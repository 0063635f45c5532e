"""Rules of this project's document, one module for each kind of rule."""

from collections.abc import Iterator
from pathlib import Path

from ...document import Document, Problems
from ...document.references import unused
from . import completeness, constructs, extensions, validity


def malformed(document: Document) -> list[str]:
    """Return the problems that prevent further checks, which are invalid OpenAPI 3.1 and dangling references."""
    return [*validity.malformed_places(document)] or document.broken_references()


def breaches(document: Document) -> list[str]:
    """Return every violation of the other rules as "place: problem"."""
    return [line for kind in _KINDS for line in kind(document)]


def broken_rules(document: Document) -> list[str]:
    """Return every violation of the rules. If the document is malformed, return only the problems of `malformed`."""
    return malformed(document) or breaches(document)


def read_checked(file: Path) -> Document:
    """Return the document in a file. Raises DocumentError with all problems of parsing and all broken rules."""
    problems = Problems()
    document = Document.read(file, problems)
    problems += document.numbered(broken_rules(document))
    problems.refuse()
    return document


def _unused(document: Document) -> Iterator[str]:
    return unused(document.data)


_KINDS = (_unused, constructs.breaches, completeness.breaches, extensions.breaches, validity.invalid_examples)
