"""Counts of names, at 12 to 24 bytes a name, so that datasets of any length can be read row by row."""

from array import array


class SeenNames:
    """Counts the occurrences of each name. Keeps 64-bit hashes, so confusing two names is extremely unlikely."""

    def __init__(self) -> None:
        self._slots = array("q", bytes(8 * 1024))  # a hash table with linear probing; 0 is a free slot
        self._filled = 0
        self._repeated: dict[int, int] = {}

    def add(self, name: str) -> int:
        """Add a name and return its number of occurrences so far, this one included."""
        mark = hash(name) or 1
        place = self._place(mark)
        if self._slots[place]:
            count = self._repeated[mark] = self._repeated.get(mark, 1) + 1
            return count
        self._slots[place] = mark
        self._filled += 1
        if 3 * self._filled > 2 * len(self._slots):
            marks = self._slots
            self._slots = array("q", bytes(16 * len(marks)))
            for one in filter(None, marks):
                self._slots[self._place(one)] = one
        return 1

    def _place(self, mark: int) -> int:
        """Return the slot with this mark, otherwise a free slot for it."""
        last = len(self._slots) - 1  # the number of slots is a power of two
        place = mark & last
        while self._slots[place] not in (0, mark):
            place = (place + 1) & last
        return place
