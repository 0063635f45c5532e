"""Log calls that have no room left below the recursion limit: nothing is raised, and they are counted.

Each call into Python may raise RecursionError there, so what handles one makes no call: it adds to a number, which the
next flush or look at the counters turns into dropped events.
"""


class TooDeep:
    """Number of log calls of one client that had no room, until they are counted as dropped."""

    __slots__ = ("calls",)

    def __init__(self) -> None:
        self.calls: int = 0
