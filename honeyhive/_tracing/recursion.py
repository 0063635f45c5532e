"""Log calls without room below the recursion limit: they are counted, and raise nothing.

Near the limit each Python call may raise RecursionError. So the handler of that error makes no call: it only adds to a
number. The next flush() or stats() counts this number as dropped events.
"""


class TooDeep:
    """Number of a client's log calls without room below the recursion limit that are not yet counted as dropped."""

    __slots__ = ("calls",)

    def __init__(self) -> None:
        self.calls: int = 0
