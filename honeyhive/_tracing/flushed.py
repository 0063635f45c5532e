"""Result of flush() and close(), in a module that is imported early: later, a file may be impossible to open."""

from typing import NamedTuple


class Flushed(NamedTuple):
    """Result of flush() and close(): true only if the service stored everything that was logged before the call.

    ``delivered``, ``failed`` and ``dropped`` count since the client was made. Unsampled events do not count as dropped.
    """

    delivered: int
    pending: int
    """Records logged before the call, or found in the spool, that are not delivered yet."""
    failed: int
    """Records dropped because the service refused them."""
    dropped: int
    """Records that this process lost: the queue was full, or the client closed."""
    kept: int = 0
    """Number of the pending records that are in the spool, and so outlive the process."""

    def __bool__(self) -> bool:
        return not (self.pending or self.failed or self.dropped)
