"""Occurrences of names, at 12 to 24 bytes a name, so that datasets of any length can be read row by row."""

from array import array
from typing import Final

_FIRST_SIZE: Final = 1024
"""Slots; always a power of two."""


class SeenNames:
    """Counts how often each name has occurred. It keeps hashes of 64 bits, so two names are hardly ever confused."""

    def __init__(self) -> None:
        self._slots = _empty(_FIRST_SIZE)  # a hash table with linear probing; 0 is a free slot
        self._filled = 0
        self._repeated: dict[int, int] = {}

    def add(self, name: str) -> int:
        """Add a name and return its number of occurrences so far, this one included."""
        mark = hash(name) or 1
        place = _place(self._slots, mark)
        if self._slots[place]:
            count = self._repeated[mark] = self._repeated.get(mark, 1) + 1
            return count
        self._slots[place] = mark
        self._filled += 1
        if 3 * self._filled > 2 * len(self._slots):
            self._grow()
        return 1

    def _grow(self) -> None:
        slots = _empty(2 * len(self._slots))
        for mark in self._slots:
            if mark:
                slots[_place(slots, mark)] = mark
        self._slots = slots


def _empty(size: int) -> "array[int]":
    return array("q", bytes(8 * size))


def _place(slots: "array[int]", mark: int) -> int:
    """Return the slot that has the mark, otherwise the free one for it."""
    last = len(slots) - 1
    place = mark & last
    while slots[place] not in (0, mark):
        place = (place + 1) & last
    return place
