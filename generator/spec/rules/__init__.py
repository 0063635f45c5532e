"""The rules of this project's document: one module per kind, each yielding a line for every breach."""

from collections.abc import Iterator

from ...document import Document, DocumentError
from ...document.references import dangling, unused
from . import completeness, constructs, examples, extensions, structure


def malformed(document: Document) -> list[str]:
    """Return why the document cannot be read further: it is not OpenAPI 3.1, or a reference leads nowhere."""
    return [*structure.breaches(document)] or [*dangling(document.data)]


def breaches(document: Document) -> list[str]:
    """Return every breach of the other rules as "where: what is wrong"."""
    return [line for kind in _KINDS for line in kind(document)]


def broken_rules(document: Document) -> list[str]:
    """Return every breach; what makes the document malformed hides the rest."""
    return malformed(document) or breaches(document)


def refuse_breaches(document: Document) -> None:
    """Raise DocumentError, with every breach and its line, unless the document keeps all rules."""
    if broken := broken_rules(document):
        raise DocumentError(*document.numbered(broken))


def _unused(document: Document) -> Iterator[str]:
    return unused(document.data)


_KINDS = (_unused, constructs.breaches, completeness.breaches, extensions.breaches, examples.breaches)
