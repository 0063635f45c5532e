"""UUIDs for sessions and events, made before anything is sent, so that a retry sends the same id."""

import os
from collections.abc import Callable
from random import Random
from typing import Final

from ..._core.real_time import real_clock

_FIXED: Final = 4 << 76 | 8 << 60
"""The fixed bits of a UUID: version 4 and the variant of the RFC."""
_FREE: Final = (1 << 128) - 1 & ~(15 << 76 | 3 << 62)
_SEED_SECONDS: Final = 1.0
"""Seconds until the random generator is seeded again."""


class IdGenerator:
    """Generator of version 4 UUIDs. Unlike ``uuid.uuid4``, it makes no system call for each UUID.

    A system call releases the GIL, and the logging thread then waits to reacquire it.
    """

    def __init__(self, clock: Callable[[], float] | None = None) -> None:
        self._clock = clock = clock or real_clock("time")
        self._random = Random()
        self._seeded = clock()
        self._lasts = _SEED_SECONDS

    def before_fork(self) -> None:
        """Seed again for each id until ``after_fork``: in the child, other fork hooks may make ids before ours runs."""
        self._lasts = 0.0

    def after_fork(self) -> None:
        """Seed again, so that parent and child make different ids."""
        self._seed()
        self._lasts = _SEED_SECONDS

    def new(self) -> str:
        """Return a new UUID."""
        # Copies of a running machine, such as serverless functions started from a snapshot, must make different ids.
        # The clock differs, because they run later.
        if not 0 <= self._clock() - self._seeded < self._lasts:
            self._seed()
        number = self._random.getrandbits(128) & _FREE | _FIXED
        # hex() with a hyphen after every four digits, less three hyphens, is faster than formatting the number.
        text = number.to_bytes(16).hex("-", 2)
        return f"{text[:4]}{text[5:29]}{text[30:34]}{text[35:]}"

    def _seed(self) -> None:
        """Seed with random bytes of the operating system."""
        self._random.seed()
        self._seeded = self._clock()


_ids: Final = IdGenerator()
new_id: Final = _ids.new
if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=_ids.before_fork, after_in_parent=_ids.after_fork, after_in_child=_ids.after_fork)
