"""Sessions of traces: each is started once, before its first event, and ended with its root span."""

from collections.abc import Mapping
from functools import partial
from threading import RLock
from typing import Any, Final

from opentelemetry.sdk.trace import ReadableSpan

from .._tracing.events.prebuilt import log_session_end, log_session_start
from .._tracing.tracer import Tracer
from .span_parents import LRUCache
from .span_reader import event_from

_UNNAMED: Final = {"session_name": "request"}
"""Fields of a session whose trace began in another process, if this process has not seen a span of the trace."""
_LONGEST_WAIT: Final = 1.0
"""Maximum seconds to wait until another thread has logged a start. In a forked child, that thread does not exist."""
_AT_START: Final = ("source", "inputs", "user_properties")


class TraceSessions:
    """The sessions of one tracer's spans, by session id."""

    def __init__(self, tracer: Tracer) -> None:
        self._tracer = tracer
        self._started: LRUCache[str, _Start] = LRUCache()
        self._roots: LRUCache[str, ReadableSpan] = LRUCache()

    def expect(self, session_id: str, root: ReadableSpan) -> None:
        """Register the root span of a trace. The session starts when its first event is sent."""
        if self._started.get(session_id) is None:
            self._roots[session_id] = root

    def mark_started(self, session_id: str) -> None:
        """Mark the session as started elsewhere, so that it is not started again."""
        self._started.claim(session_id, _Start(0))
        self._roots.pop(session_id)

    def start(self, session_id: str, span: ReadableSpan | None = None) -> None:
        """Start the session unless it has started.

        The session gets the name of its root span, or of ``span`` if the root is unknown.
        """
        started = self._started.get(session_id)
        if started is None:
            root = self._roots.get(session_id)
            first = root or span
            start = _Start((first.start_time if first is not None else None) or 0)
            make = partial(start.fields, first)
            with start.logging:
                if self._started.claim(session_id, start):
                    self._roots.pop(session_id)
                    if root is None and span is not None and _has_local_parent(span):
                        self._watch(session_id, start)
                    log_session_start(self._tracer, session_id, make)
                    start.is_logged = True
                    return
            started = self._started.get(session_id)
        if started is not None and not started.is_logged:
            started.wait()

    def end(self, session_id: str, span: ReadableSpan) -> None:
        """End the session if ``span`` is its root and the session was started here."""
        started = self._started.get(session_id)
        if started is None or _has_local_parent(span):
            return
        if span.parent is None and started.time_ns:
            log_session_end(self._tracer, session_id, lambda: _end(span, started))
        undecided = self._tracer.worker.undecided
        if undecided is not None and started.is_watched:
            started.is_watched = False
            undecided.ended(session_id)

    def _watch(self, session_id: str, start: "_Start") -> None:
        """Keep the session undecided until a span ends that has no parent in this process.

        Only an exporter needs this call, because it gets children before their parents. A processor sees each parent
        begin.
        """
        undecided = self._tracer.worker.undecided
        if undecided is not None:
            start.is_watched = True
            undecided.began(session_id)


class _Start:
    """The start of one session."""

    def __init__(self, time_ns: int) -> None:
        self.time_ns = time_ns
        """Start of the session in Unix nanoseconds; 0 if the SDK or another process starts and ends the session."""
        self.has_inputs: bool = False
        self.is_watched: bool = False
        self.is_logged: bool = not time_ns
        self.logging: Final = RLock()
        """Held while the start is logged, so that no other thread logs an event of the session before it."""

    def wait(self) -> None:
        """Wait until the thread that claimed the start has logged it."""
        if self.logging.acquire(timeout=_LONGEST_WAIT):
            self.logging.release()
        self.is_logged = True

    def fields(self, root: ReadableSpan | None) -> Mapping[str, Any]:
        """Return the fields of the session, taken from the root span if that is known."""
        if root is None:
            return _UNNAMED
        event = event_from(root)
        self.has_inputs = bool(event.get("inputs"))
        fields = {name: event[name] for name in _AT_START if event.get(name)}
        return {**fields, "session_name": event["event_name"], "start_time": event.get("start_time")}


def _has_local_parent(span: ReadableSpan) -> bool:
    return span.parent is not None and not span.parent.is_remote


def _end(root: ReadableSpan, start: _Start) -> Mapping[str, Any]:
    event = event_from(root)
    end = event["end_time"]
    names = ("outputs",) if start.has_inputs else ("inputs", "outputs")
    fields = {name: event[name] for name in names if event.get(name)}
    return {"end_time": end, "duration": max(end - start.time_ns / 1_000_000, 0), **fields}
