"""Format of help pages: no line break inside a flag, so that flags can be copied and searched for."""

import re
from collections.abc import Iterable
from types import TracebackType
from typing import Final

import click

_INNER_HYPHEN: Final = re.compile(r"(?<=[\w-])-(?=[\w-])|(?<!\S)-(?=-)")
_KEPT_TOGETHER: Final = "\u2011"


class PageFormatter(click.HelpFormatter):
    """Wraps text at spaces only."""

    def write_text(self, text: str) -> None:
        """Write a paragraph."""
        super().write_text(_together(text))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write the flags with their descriptions."""
        super().write_dl([(name, _together(text)) for name, text in rows], col_max, col_spacing)

    def getvalue(self) -> str:
        """Return the page."""
        return super().getvalue().replace(_KEPT_TOGETHER, "-")


class PageContext(click.Context):
    """A click context with this help format. Some click errors about flags have no context and get this one."""

    formatter_class = PageFormatter

    def __exit__(
        self, exc_type: type[BaseException] | None, exc_value: BaseException | None, tb: TracebackType | None
    ) -> bool | None:
        if isinstance(exc_value, click.BadOptionUsage):
            exc_value.ctx = exc_value.ctx or self
        return super().__exit__(exc_type, exc_value, tb)


def _together(text: str) -> str:
    return _INNER_HYPHEN.sub(_KEPT_TOGETHER, text)
