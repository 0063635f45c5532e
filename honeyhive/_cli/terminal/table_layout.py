"""Layout of a table in a given width: columns are shortened, then dropped, then rows become blocks of lines."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from rich.cells import cell_len, set_cell_size

GAP: Final = 2
_NARROWEST: Final = 12
_FEWEST: Final = 3
"""Minimum number of columns of a table; with fewer, rows are printed as blocks."""


class LayoutColumn(NamedTuple):
    """A column with the text of its cells."""

    name: str
    cells: Sequence[str]
    is_whole: bool = False
    """True if a cell is useless when it is shortened, as an id is."""
    is_right: bool = False
    rank: int = 0
    """Columns of a higher rank are dropped first."""

    @property
    def width(self) -> int:
        """The width of the column's name or longest cell."""
        return max(map(cell_len, (self.name, *self.cells)))

    @property
    def least(self) -> int:
        """The smallest width at which the column can be read."""
        return self.width if self.is_whole or self.is_right else min(self.width, _NARROWEST)


def fitting(columns: Sequence[LayoutColumn], width: int) -> list[tuple[LayoutColumn, int]] | None:
    """Return the columns that fit, with their widths; None if too few fit."""
    kept = list(columns)
    while len(kept) > 1 and _total([one.least for one in kept]) > width:
        highest = max(one.rank for one in kept)
        kept.remove(next(one for one in reversed(kept) if one.rank == highest))
    if _total([one.least for one in kept]) > width or len(kept) < min(len(columns), _FEWEST):
        return None
    widths = [one.width for one in kept]
    while _total(widths) > width:
        spare = [widths[place] - one.least for place, one in enumerate(kept)]
        widest = max(range(len(kept)), key=lambda place: (spare[place] > 0, widths[place]))
        widths[widest] -= 1
    return list(zip(kept, widths, strict=True))


def shortened(text: str, width: int) -> str:
    """Return the text in at most this width, with an ellipsis if it was cut."""
    return text if cell_len(text) <= width else set_cell_size(text, width - 1).rstrip() + "…"


def _total(widths: Sequence[int]) -> int:
    return sum(widths) + GAP * (len(widths) - 1)
