"""A session that is held back until it is decided whether to keep it."""

from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .records import Record


class HeldSession:
    """The records of the session, and its open and written steps."""

    __slots__ = ("is_releasing", "open", "places", "records", "steps", "thread")

    def __init__(self) -> None:
        self.records: deque[Record] = deque()
        self.places: list[object] = []
        self.steps: set[str] = set()
        """Ids of the session's steps that were written to disk before their end."""
        self.open = 0  # number of the session's running blocks, events and spans
        self.is_releasing = False
        self.thread = 0  # id of the thread that releases the session
