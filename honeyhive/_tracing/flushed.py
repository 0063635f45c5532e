"""Result of flush() and close(). A module of its own, so that it is there when no file can be opened any more."""

from typing import NamedTuple


class Flushed(NamedTuple):
    """Result of flush() and close(): true only if the service stored everything that was logged before the call.

    ``delivered``, ``failed`` and ``dropped`` count since the client was made. Sampling is not a loss.
    """

    delivered: int
    pending: int
    """Records logged before the call, or found in the spool, that are not delivered yet."""
    failed: int
    """Records dropped because the service refused them."""
    dropped: int
    """Records lost on this side: the queue was full, or the client closed."""
    kept: int = 0
    """Records of ``pending`` that are in the spool, and so outlive the process."""

    def __bool__(self) -> bool:
        return not (self.pending or self.failed or self.dropped)
