"""The ids of sessions and events: UUIDs, made before the first attempt to send anything."""

import os
from collections.abc import Callable
from random import Random
from time import time
from typing import Final

_FIXED: Final = 4 << 76 | 8 << 60
"""The bits of version 4 and of the variant."""
_FREE: Final = (1 << 128) - 1 & ~(15 << 76 | 3 << 62)
_SEED_SECONDS: Final = 1.0


class Ids:
    """Makes UUIDs, version 4, without a call of the system for each, as the standard library does.

    At such a call another thread takes the turn of the interpreter, and the one that logs waits to get it back.
    """

    def __init__(self, clock: Callable[[], float] = time) -> None:
        self._clock = clock
        self._random = Random()
        self._seeded = clock()
        self._lasts = _SEED_SECONDS

    def before_fork(self) -> None:
        """Begin anew for each id: hooks of others may make some in the child before its turn comes here."""
        self._lasts = 0.0

    def after_fork(self) -> None:
        """Begin anew, in the child other than in its parent."""
        self._seed()
        self._lasts = _SEED_SECONDS

    def new(self) -> str:
        """A new UUID."""
        # A machine that is copied while it runs, as where functions start from a snapshot, must not go on like its
        # copies; they run later.
        if not 0 <= self._clock() - self._seeded < self._lasts:
            self._seed()
        text = "%032x" % (self._random.getrandbits(128) & _FREE | _FIXED)
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"

    def _seed(self) -> None:
        """Begin anew, with random bytes of the system."""
        self._random.seed()
        self._seeded = self._clock()


_ids: Final = Ids()
new_id: Final = _ids.new
if hasattr(os, "register_at_fork"):
    os.register_at_fork(before=_ids.before_fork, after_in_parent=_ids.after_fork, after_in_child=_ids.after_fork)
