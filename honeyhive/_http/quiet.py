"""Lines that httpx logs about the requests of tracing are left out.

A log handler that logs its lines as events would otherwise log an event for each request, which takes another request.
"""

import logging
from _thread import get_ident
from types import TracebackType
from typing import Final

_LOGGERS: Final = (
    "httpx",
    *(f"httpcore.{name}" for name in ("connection", "http11", "http2", "proxy", "socks")),
)


class QuietThreads(logging.Filter):
    """Context manager in which these loggers log nothing on the thread that entered it."""

    def __init__(self) -> None:
        super().__init__()
        # A set, since adding to one and removing from it takes no lock.
        self._threads: set[int] = set()
        for name in _LOGGERS:
            logging.getLogger(name).addFilter(self)

    def filter(self, record: logging.LogRecord) -> bool:  # noqa: ARG002 - it is the thread that counts
        """Return False for a line that is logged in the context."""
        return get_ident() not in self._threads

    def __enter__(self) -> None:
        self._threads.add(get_ident())

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._threads.discard(get_ident())


QUIET: Final = QuietThreads()
