"""Versions of the document, MAJOR.MINOR.PATCH as in Semantic Versioning, without suffixes."""

import re
from typing import Any, Self

from attrs import frozen

from ...document import Document, DocumentError
from .change import Step

_FORM = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)")


@frozen(order=True)
class Version:
    """A version number of a document."""

    major: int
    minor: int
    patch: int

    @classmethod
    def parse(cls, text: Any) -> Self:
        """Return the version of a string such as "1.4.0". Raises DocumentError for any other value."""
        match = _FORM.fullmatch(text) if isinstance(text, str) else None
        if match is None:
            raise DocumentError(f"info.version {text!r} is not MAJOR.MINOR.PATCH")
        return cls(*map(int, match.groups()))

    @classmethod
    def of(cls, document: Document) -> Self:
        """Return the version in a document's ``info.version``."""
        return cls.parse(document.data.get("info", {}).get("version"))

    def after(self, step: Step | None) -> "Version":
        """Return the version after a step, or the same version if the step is None."""
        if step is Step.MAJOR:
            return Version(self.major + 1, 0, 0)
        if step is Step.MINOR:
            return Version(self.major, self.minor + 1, 0)
        return Version(self.major, self.minor, self.patch + 1) if step else self

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"
