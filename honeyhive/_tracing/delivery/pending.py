"""Records that were taken from the store and are not settled, and how much of what was logged is settled."""

from .records import Record, Store


class Pending:
    """Takes records from the store, and settles them there."""

    def __init__(self, store: Store) -> None:
        self._store = store
        # In the order in which they were taken.
        self._held: dict[Record, None] = {}
        self._bytes = 0
        self.is_over: bool = False
        """Whether all of it was given up or left to the store."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing is held."""
        return not self._held

    def take(self, count: int) -> list[Record]:
        """Take at most ``count`` records, none while those that are held fill the window of the store."""
        if self._bytes >= self._store.window_bytes:
            return []
        records = self._store.take(count)
        self._held.update(dict.fromkeys(records))
        self._bytes += sum([record.size for record in records])
        return records

    def settle(self, records: list[Record]) -> None:
        """Forget records that were delivered or given up."""
        for record in records:
            if record in self._held:
                del self._held[record]
                self._bytes -= record.size
        self._store.settle(records)

    def is_settled(self, number: int) -> bool:
        """Return True if the first ``number`` records, and what dead processes left, are settled."""
        if self.is_over:
            return True
        is_taken = self._store.has_looked and not self._store.left_behind and self._store.last_taken >= number
        return is_taken and not any(record.number <= number for record in self._held)

    def unsettled(self, number: int) -> int:
        """Return how many of these are not settled."""
        if self.is_over:
            return self._store.kept
        waiting = max(number - self._store.last_taken, 0) + self._store.left_behind
        return waiting + sum([record.number <= number for record in self._held])

    def abandon(self) -> int:
        """Give up everything except what the store keeps; return how many records that were."""
        lost = self._store.leave(list(self._held))
        self._held.clear()
        self._bytes = 0
        self.is_over = True
        return lost
