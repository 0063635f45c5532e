"""CHANGES.md: every released document against the one before it, and this one against the newest."""

from collections.abc import Sequence

from ..diff import Version, as_markdown, compare
from ...document import Document

_HEAD = """\
# Changes of the document

Each change names whom it is for: those who send (request), those who read (reply), or those whose generated code gets \
another name (code). A breaking change raises the first number of the version, a compatible one the second.
"""


def render_changes(document: Document, released: Sequence[Document]) -> str:
    """The text of CHANGES.md, the newest version first."""
    versions = {Version.of(one): one for one in (*released, document)}
    ordered = [versions[version] for version in sorted(versions)]
    sections = [_section(old, new) for old, new in zip([None, *ordered], ordered, strict=False)]
    return "\n".join([_HEAD, *reversed(sections)])


def _section(old: Document | None, new: Document) -> str:
    heading = f"## {Version.of(new)}\n"
    if old is None:
        return f"{heading}\nThe first release.\n"
    changes = as_markdown(compare(old, new)) or "Nothing changed."
    return f"{heading}\nCompared with {Version.of(old)}.\n\n{changes}\n"
