"""What the clients offer of tracing: the names and their types; the rest of tracing is loaded when it is first used."""

import atexit
import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Literal, ParamSpec, TypeAlias, TypedDict, TypeVar, Unpack, overload

from .loading import load

if TYPE_CHECKING:
    from .delivery.counters import Flushed, Stats
    from .delivery.worker import Connect
    from .events.event import Event
    from .events.session import Session
    from .tracer import Options, Tracer


@atexit.register
def _end_clients() -> None:
    """Registered on import, so that it runs after the exit handlers of the program, which may log."""
    lifecycle = sys.modules.get(f"{__package__}.process")
    if lifecycle is not None:
        lifecycle.close_all()


P = ParamSpec("P")
R = TypeVar("R")
EventType: TypeAlias = Literal["model", "tool", "chain"]
Object: TypeAlias = Mapping[str, Any] | None


def _load_logging() -> None:
    import weakref  # noqa: F401

    from . import tracer  # noqa: F401 - with all that logging needs


def _load_decorating() -> None:
    from .events import decorator as decorate  # noqa: F401


class Fields(TypedDict, total=False):
    """What an event may carry besides its inputs."""

    outputs: Any
    config: Object
    metadata: Object
    metrics: Object
    feedback: Object
    user_properties: Object


class Tracing:
    """The tracing of a client; nothing here raises for a value that is logged, or waits for the network."""

    _tracer: "Tracer | None" = None
    _tracing_options: "Options | None" = None
    _tracing_closed = False
    _tracing_spool: str | None = None

    def session(
        self,
        name: str,
        *,
        session_id: str | None = None,
        inputs: Any = None,
        metadata: Object = None,
        config: Object = None,
        user_properties: Object = None,
    ) -> "Session":
        """A session to use in a ``with`` statement; the events inside of the block belong to it.

        ``session_id`` may be any text: what is no UUID is mapped to one, and kept in the metadata.
        """
        fields = {"inputs": inputs, "metadata": metadata, "config": config, "user_properties": user_properties}
        return self._tracing().session(name, session_id, fields)

    def event(self, name: str, *, type: EventType = "tool", inputs: Any = None, **rest: Unpack[Fields]) -> "Event":  # noqa: A002 - the API's word
        """An event to use in a ``with`` statement, in the current event or session, else in a session of its own."""
        return self._tracing().event(name, type, {"inputs": inputs, **rest})

    @overload
    def trace(self, function: Callable[P, R], /) -> Callable[P, R]: ...

    @overload
    def trace(
        self,
        /,
        *,
        type: EventType = "tool",
        name: str | None = None,
        inputs: bool = True,
        outputs: bool = True,
    ) -> Callable[[Callable[P, R]], Callable[P, R]]: ...

    def trace(
        self,
        function: Any = None,
        /,
        *,
        type: EventType = "tool",  # noqa: A002 - the API's word
        name: str | None = None,
        inputs: bool = True,
        outputs: bool = True,
    ) -> Any:
        """Decorate a function, a coroutine function or a generator of either kind: each call becomes an event.

        Its arguments become the inputs and what it returns or yields the outputs, unless ``inputs`` or ``outputs`` is
        False. Exceptions are recorded and raised on unchanged.
        """

        def decorated(target: Callable[..., Any]) -> Callable[..., Any]:
            load(_load_decorating)
            from .events.decorator import Traced, wrapped

            return wrapped(target, Traced(self._tracing, target, type, name, inputs=inputs, outputs=outputs))

        return decorated if function is None else decorated(function)

    def log_event(self, event: Mapping[str, Any]) -> str:
        """Log an event that is ready, with the keys of ``events.create``, and say its id.

        Without ``session_id`` it belongs to the current session. Times are as everywhere: unix milliseconds, aware
        datetimes or ISO 8601 texts with an offset.
        """
        return self._tracing().log(event)

    def feedback(self, event_id: str, feedback: Mapping[str, Any]) -> None:
        """Add feedback to an event or a session that was logged, by its id."""
        self._tracing().feedback(event_id, feedback)

    def resume_session(self, session_id: str, *, parent_id: str | None = None) -> "Session":
        """A session that was begun elsewhere, to use in a ``with`` statement; events hang under ``parent_id``."""
        return self._tracing().resumed(session_id, parent_id)

    def continue_session(self, headers: Mapping[str, str], *, name: str = "request") -> "Session":
        """The session that the headers of a request name (``traceparent``), else a new one of that name."""
        return self._tracing().continued(headers, name)

    def trace_headers(self) -> dict[str, str]:
        """The headers with which another service continues the current event; empty outside of every session."""
        return self._tracing().headers()

    def flush_before_return(self, timeout: float = 2.0) -> Callable[[Callable[P, R]], Callable[P, R]]:
        """Decorate a serverless handler: what was logged is delivered before it returns.

        It waits at most ``timeout`` seconds, and never into the last 200 ms that the platform's context grants.
        """

        def decorated(function: Callable[..., Any]) -> Any:
            from .serverless import flushing

            return flushing(lambda seconds: self._tracing().flush(seconds), function, timeout)

        return decorated

    def flush_on_sigterm(self, timeout: float = 2.0) -> None:
        """Deliver what is pending when SIGTERM comes, then do what would have been done. For the main thread only."""
        from .process import flush_on_sigterm

        flush_on_sigterm(self._tracing(), timeout)

    def stats(self) -> "Stats":
        """How much was logged, and what became of it."""
        return self._tracing().stats()

    def _tracing(self) -> "Tracer":
        tracer = self._tracer
        return self._open_tracer() if tracer is None else tracer

    def _open_tracer(self) -> "Tracer":
        load(_load_logging)
        from weakref import finalize

        from .tracer import Options, Tracer

        made = Tracer(self._tracing_connect(), self._tracing_options or Options(), spool=self._tracing_spool)
        # setdefault is atomic: of two tracers that two threads make at the same time, one is forgotten unused.
        kept: Tracer = self.__dict__.setdefault("_tracer", made)
        if kept is made:
            # A client that nobody refers to any more takes its thread along when all is delivered.
            finalize(self, kept.worker.stop_when_idle).atexit = False
            if self._tracing_closed:
                kept.close(0)
        return kept

    def _open_spool(self, path: str) -> None:
        """Make sure of the folder, and begin to deliver what dead processes left in it."""
        from .._spool.folder import prepare

        self._tracing_spool = path
        if prepare(path):
            self._tracing().worker.recover()

    def _tracing_connect(self) -> "Connect":
        """How the worker opens its connection; nothing in it may refer to the client."""
        raise NotImplementedError

    def _flush(self, timeout: float) -> "Flushed":
        from .delivery.counters import Counters

        return Counters().flushed(0) if self._tracer is None else self._tracer.flush(timeout)

    def _close_tracing(self, timeout: float) -> "Flushed":
        from .delivery.counters import Counters

        self._tracing_closed = True
        return Counters().flushed(0) if self._tracer is None else self._tracer.close(timeout)


class SyncTracing(Tracing):
    """The tracing of HoneyHive."""

    def flush(self, timeout: float = 30.0) -> "Flushed":
        """Wait at most so many seconds until all that was logged is stored; true if it is.

        It returns early when the next try would come too late, as during an outage.
        """
        return self._flush(timeout)


class AsyncTracing(Tracing):
    """The tracing of AsyncHoneyHive: ``with`` is the plain one, only waiting is awaited."""

    async def flush(self, timeout: float = 30.0) -> "Flushed":
        """Wait at most so many seconds until all that was logged is stored; see HoneyHive.flush()."""
        import asyncio

        return await asyncio.to_thread(self._flush, timeout)
