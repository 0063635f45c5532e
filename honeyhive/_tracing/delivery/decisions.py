"""Memory of the sampling decisions, for records that are logged after their session was decided."""

from typing import Final

_MOST_DECISIONS: Final = 20_000
"""Maximum number of remembered ids: of decided sessions, and of events of dropped sessions."""


class Decisions:
    """The newest sampling decisions, by the id of a session, or of a dropped session's event. Callers hold the lock."""

    def __init__(self) -> None:
        self._is_kept: dict[str, bool] = {}

    def get(self, *ids: str) -> bool | None:
        """Return the first decision on one of these ids: True for sent, False for dropped, None if there is none."""
        return next((self._is_kept[known_id] for known_id in ids if known_id in self._is_kept), None)

    def remember(self, known_id: str, *, is_kept: bool) -> None:
        """Remember this decision as the newest one. If there are too many, forget the oldest."""
        self._is_kept.pop(known_id, None)
        self._is_kept[known_id] = is_kept
        while len(self._is_kept) > _MOST_DECISIONS:
            del self._is_kept[next(iter(self._is_kept))]

    def __contains__(self, known_id: str) -> bool:
        return known_id in self._is_kept

    def __len__(self) -> int:
        return len(self._is_kept)
