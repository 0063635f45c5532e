"""Tracing of an AsyncHoneyHive with an http_client: events are sent on an event loop of the application."""

from functools import partial
from logging import getLogger
from typing import TYPE_CHECKING, Any, Final

from .._tracing.tracing import Tracing

if TYPE_CHECKING:
    from .._http.loop_connection import ClientLoop
    from .._tracing.tracer import Tracer

_LOG: Final = getLogger("honeyhive")


class LoopTracing(Tracing):
    """Tracing that remembers the running event loop at each use, so that events are sent on that loop."""

    def __init__(self, loop: "ClientLoop", *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, patience=partial(_patience, loop), **options)
        self._loop = loop

    def _open(self) -> "Tracer":
        self._loop.note()
        return super()._open()


def _patience(loop: "ClientLoop", timeout: float) -> float:
    """Return the seconds that a flush may block its thread: 0 on the event loop, which could not send meanwhile."""
    if not loop.is_current():
        return timeout
    _LOG.warning("a flush that blocks the event loop of the http_client delivers nothing: use `await hh.flush()`")
    return 0.0
