"""Ids of the latest events. New events move older events to later pages, so a search may return an event twice."""

from collections import deque
from collections.abc import Iterable
from typing import Any, Final

_REMEMBERED: Final = 10_000


class RecentIds:
    """The ids of the latest events, in bounded memory."""

    def __init__(self, ids: Iterable[Any] = ()) -> None:
        self._order: deque[Any] = deque(ids, _REMEMBERED)
        self._ids = set(self._order)

    def is_new(self, event_id: Any) -> bool:
        """Remember the id, and return True if it is new; None is always new."""
        if event_id is None:
            return True
        if event_id in self._ids:
            return False
        if len(self._order) == _REMEMBERED:
            self._ids.discard(self._order[0])
        self._order.append(event_id)
        self._ids.add(event_id)
        return True
