"""Errors in the document, which can be raised one by one or together."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


class DocumentError(Exception):
    """The document cannot be parsed, or a part of it cannot be generated.

    Each argument is one problem, a line that begins with its place: ``POST /v1/x: it has no summary``.
    """

    @property
    def problems(self) -> list[str]:
        """The problems, one line each."""
        return [line.strip() for line in str(self).splitlines()]

    def __str__(self) -> str:
        return "\n".join(map(str, self.args))


class Problems(list[str]):
    """A list of problems, so that one run can report all of them."""

    @contextmanager
    def collect(self, where: str = "") -> Iterator[None]:
        """Catch a DocumentError in the block and keep its problems, each prefixed with the place."""
        try:
            yield
        except DocumentError as error:
            self.extend(f"{where}: {one}" if where else one for one in error.problems)

    def refuse(self) -> None:
        """Raise DocumentError with all problems, if there are any."""
        if self:
            raise DocumentError(*dict.fromkeys(self))


def shown(value: Any) -> str:
    """Return a value of the document as a message shows it. Of a list or an object, only the type is shown."""
    if isinstance(value, list | dict):
        return "a list" if isinstance(value, list) else "an object"
    return json.dumps(value, ensure_ascii=False)
