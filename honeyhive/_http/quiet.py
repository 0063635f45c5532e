"""Suppresses the lines that httpx logs about the requests of tracing.

A log handler that logs its lines as events would otherwise log an event for each request, which takes another request.
"""

import logging
from _thread import get_ident
from contextvars import Context, ContextVar, copy_context
from types import TracebackType
from typing import Final

_PARTS: Final = ("connection", "http11", "http2", "proxy", "socks")
_LOGGERS: Final = (
    "httpx",
    "httpx2",
    *(f"{library}.{part}" for library in ("httpcore", "httpcore2") for part in _PARTS),
)
_is_quiet: Final = ContextVar("honeyhive_is_quiet", default=False)


class QuietThreads(logging.Filter):
    """Context manager in which these loggers log nothing on the thread that entered it; ``context()`` is for a task."""

    def __init__(self) -> None:
        super().__init__()
        # A set, since adding to one and removing from it takes no lock.
        self._threads: set[int] = set()
        for name in _LOGGERS:
            logging.getLogger(name).addFilter(self)

    def filter(self, record: logging.LogRecord) -> bool:  # noqa: ARG002 - the thread and the task count
        """Return False for a line that is logged in the context."""
        return get_ident() not in self._threads and not _is_quiet.get()

    def context(self) -> Context:
        """Return a copy of the current context in which these loggers log nothing, for a single task."""
        copied = copy_context()
        copied.run(_is_quiet.set, True)
        return copied

    def __enter__(self) -> None:
        self._threads.add(get_ident())

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._threads.discard(get_ident())


QUIET: Final = QuietThreads()
