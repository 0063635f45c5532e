"""Tracing of one client (``hh.tracing``): less common methods. The client's tracer is opened on first use."""

import atexit
import sys
from _thread import get_ident
from collections.abc import Callable, Mapping
from errno import EMFILE, ENFILE
from typing import TYPE_CHECKING, Any, Final, ParamSpec, TypeAlias, TypeVar

from .flushed import Flushed
from .interrupts import is_interrupt
from .recursion import TooDeep
from .reentry import NOTHING, PostponingTracer

if TYPE_CHECKING:
    from .._core.exchange import Clocks
    from .delivery.worker import Connect, MakeStore
    from .events.session import Session
    from .options import Options
    from .rate_limited_log import RateLimitedLog
    from .tracer import Preview, Tracer


@atexit.register
def _close_tracers() -> None:
    """Close all tracers. Registered on import, and therefore run after the program's exit handlers, which may log."""
    process = sys.modules.get(f"{__package__}.process")
    if process is not None:
        process.close_all()


P = ParamSpec("P")
R = TypeVar("R")
OpenSpool: TypeAlias = "Callable[[Options], Callable[[RateLimitedLog, Clocks], MakeStore]]"
_importing: Final[set[int]] = set()
"""Threads that are importing the tracer. A signal handler or finalizer that interrupts one must not use the tracer."""


class Tracing:
    """Tracing of one client. No method raises for a logged value; only flushing waits for the network."""

    _tracer: "Tracer | None" = None

    def __init__(
        self,
        connector: "Callable[[], Connect]",
        options: "Options | None",
        open_spool: "OpenSpool | None" = None,
        *,
        is_on: bool = True,
        captures_content: bool = True,
        patience: Callable[[float], float] = float,
    ) -> None:
        self._connector = connector
        self._options = options
        self._is_on = is_on
        self._captures_content = captures_content
        self._patience = patience
        self._open_spool = open_spool
        self._is_closed = False
        self._postponed: list[Callable[[Tracer], object]] = []
        self.too_deep: TooDeep = TooDeep()
        """Log calls that had no room left below the recursion limit."""

    def resume_session(self, session_id: str, *, parent_id: str | None = None) -> "Session":
        """Return a session that began elsewhere, for a ``with`` block. Its events become children of ``parent_id``."""
        try:
            return self._open().resumed(session_id, parent_id)
        except RecursionError:
            return NOTHING  # type: ignore[no-any-return]

    def continue_session(self, headers: Mapping[str, str], *, name: str = "request") -> "Session":
        """Return the session that the headers of a request name (``traceparent``), or else a new session."""
        try:
            return self._open().continued(headers, name)
        except RecursionError:
            return NOTHING  # type: ignore[no-any-return]

    def trace_headers(self) -> dict[str, str]:
        """Return the headers with which another service continues the current event; empty outside of every session."""
        try:
            return self._open().headers()
        except RecursionError:
            return {}

    def preview(self, event: Mapping[str, Any]) -> "Preview":
        """Return the event as ``hh.log_event`` would send it, and each masked place with its rule. Nothing is sent."""
        return self._open().preview(event)

    def flush_before_return(self, timeout: float = 2.0) -> Callable[[Callable[P, R]], Callable[P, R]]:
        """Return a decorator for a serverless handler, which then delivers everything logged before it returns.

        The handler waits at most ``timeout`` seconds, and stops 200 ms before the deadline in the platform's context.
        """

        def decorated(function: Callable[..., Any]) -> Any:
            from .serverless import flushing

            return flushing(self._flush, function, timeout)

        return decorated

    def flush_on_sigterm(self, timeout: float = 2.0) -> None:
        """Flush for at most ``timeout`` seconds on SIGTERM, then run the previous handler. For the main thread only."""
        from .process import flush_on_sigterm

        flush_on_sigterm(self._open(), timeout, self._patience)

    def _open(self) -> "Tracer":
        return self._tracer or self._opened()

    def _opened(self) -> "Tracer":
        ident = get_ident()
        if ident in _importing:
            return self._postponing()
        try:  # the block begins before the add, because a signal handler may raise directly after it
            _importing.add(ident)
            from weakref import finalize

            from .options import Options
            from .tracer import Tracer

            options = (self._options or Options())._replace(enabled=self._is_on)
            if not self._captures_content:
                options = options._replace(
                    capture_inputs=options.capture_inputs or False, capture_outputs=options.capture_outputs or False
                )
            open_spool = self._open_spool and self._open_spool(options)
            made = Tracer(self._connector(), options, open_spool=open_spool, too_deep=self.too_deep)
        except OSError as error:
            if error.errno not in (EMFILE, ENFILE) or is_interrupt(error):
                raise
            return self._postponing()  # no file descriptor is free to read a module: the next call tries again
        finally:
            _importing.discard(ident)
        # setdefault is atomic: if two threads make a tracer at the same time, one is discarded unused.
        kept: Tracer = self.__dict__.setdefault("_tracer", made)
        if kept is made:
            # When the client is garbage-collected, its threads end as soon as everything is delivered.
            finalize(self, kept.worker.stop_when_idle).atexit = False
            if self._is_closed:
                kept.close(0)
            if not self._is_on:
                kept.warn("off", "HH_TRACING or Options(enabled=False) turned tracing off: nothing is recorded")
        while self._postponed:
            self._postponed.pop(0)(kept)
        return kept

    def _postponing(self) -> "Tracer":
        stand_in: Any = PostponingTracer(self._postponed)
        return stand_in  # type: ignore[no-any-return]

    def _flush(self, timeout: float) -> Flushed:
        if self._postponed or self.too_deep.calls:
            self._open()
        return self._unopened() if self._tracer is None else self._tracer.flush(self._patience(timeout))

    def _close(self, timeout: float) -> Flushed:
        if self._postponed or self.too_deep.calls:
            self._open()
        self._is_closed = True
        return self._unopened() if self._tracer is None else self._tracer.close(timeout)

    def _unopened(self) -> Flushed:
        return Flushed(delivered=0, pending=len(self._postponed), failed=0, dropped=0)
