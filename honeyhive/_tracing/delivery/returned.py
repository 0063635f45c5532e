"""Batches that failed, and halves of them, in the order of sending."""

from bisect import insort
from collections.abc import Iterable, Iterator

from .batches import Batch


class Returned:
    """Batches to be sent again. Their sessions wait for them."""

    def __init__(self) -> None:
        self._batches: list[Batch] = []

    def __len__(self) -> int:
        return len(self._batches)

    def __iter__(self) -> Iterator[Batch]:
        return iter(list(self._batches))

    def add(self, batch: Batch) -> None:
        """Put a batch in its place."""
        insort(self._batches, batch, key=lambda one: one.place)

    def remove(self, batch: Batch) -> None:
        """Take a batch out if it is in."""
        if batch in self._batches:
            self._batches.remove(batch)

    def clear(self) -> None:
        """Forget all of them."""
        self._batches.clear()

    def sendable(self, in_flight: Iterable[Batch], *, in_order: bool) -> Iterator[Batch]:
        """Yield the batches whose sessions have nothing in flight and nothing that failed before them.

        Unless ``in_order``, the second half of a batch may pass the first one that failed: it shows whether that one is
        at fault. In an outage the halves keep their order.
        """
        if not self._batches:
            return
        blocked: set[str] = set()
        for batch in in_flight:
            blocked |= batch.lanes
        for batch in self._batches:
            if blocked.isdisjoint(batch.lanes):
                yield batch
            if in_order or not batch.failures or not batch.is_half:
                blocked |= batch.lanes
