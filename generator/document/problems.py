"""Errors of the document, one or many at once."""

from collections.abc import Iterator
from contextlib import contextmanager


class DocumentError(Exception):
    """The document cannot be read, or something in it cannot be carried over.

    Each argument is one problem, a line that begins with its place: ``POST /v1/x: it has no summary``.
    """

    @property
    def problems(self) -> list[str]:
        """Every line of the message."""
        return [line.strip() for line in str(self).splitlines()]

    def __str__(self) -> str:
        return "\n".join(map(str, self.args))


class Problems(list[str]):
    """Problems that are collected, so that one run reports all of them."""

    @contextmanager
    def collect(self, where: str = "") -> Iterator[None]:
        """Keep the problems of a DocumentError, with the place before each, and go on behind the block."""
        try:
            yield
        except DocumentError as error:
            self.extend(f"{where}: {one}" if where else one for one in error.problems)

    def refuse(self) -> None:
        """Raise DocumentError with all of them, if there are any."""
        if self:
            raise DocumentError(*dict.fromkeys(self))
