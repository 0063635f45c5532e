"""The sessions that spans bring along: each is announced once, before its first event."""

from collections.abc import Mapping
from typing import Any, Final

from opentelemetry.sdk.trace import ReadableSpan

from .._tracing.events.prebuilt import log_session_end, log_session_start
from .._tracing.tracer import Tracer
from .span_parents import Recent
from .span_reader import event_from

_UNNAMED: Final = {"session_name": "request"}
"""The session of a trace that another process began, of which no span was seen here."""
_AT_START: Final = ("source", "inputs", "user_properties")


class Sessions:
    """What is known of sessions by their ids."""

    def __init__(self, tracer: Tracer) -> None:
        self._tracer = tracer
        self._begun: Recent[str, tuple[int]] = Recent()
        """When each began, in Unix nanoseconds; 0 where others take care of it."""
        self._roots: Recent[str, ReadableSpan] = Recent()

    def expect(self, session_id: str, root: ReadableSpan) -> None:
        """The root of a trace has begun; its session is announced as soon as anything of it is sent."""
        if self._begun.get(session_id) is None:
            self._roots[session_id] = root

    def know(self, session_id: str) -> None:
        """Others announce it, unless that is done."""
        self._begun.claim(session_id, _begun_at(0))
        self._roots.pop(session_id)

    def announce(self, session_id: str, span: ReadableSpan | None = None) -> None:
        """Announce it, unless that is done: named like its root if that is known, else like the span given."""
        if self._begun.get(session_id) is not None:
            return
        first = self._roots.get(session_id) or span
        start = (first.start_time if first is not None else None) or 0
        if not self._begun.claim(session_id, _begun_at(start)):
            return
        self._roots.pop(session_id)
        log_session_start(self._tracer, session_id, lambda: _UNNAMED if first is None else _start(first))

    def complete(self, session_id: str, root: ReadableSpan) -> None:
        """The root of a trace has ended, and with it the session if that is all there is to it."""
        begun = self._begun.get(session_id)
        if begun is not None and begun[0]:
            log_session_end(self._tracer, session_id, lambda: _end(root, begun[0]))


def _begun_at(time_ns: int) -> tuple[int]:
    """A value of its own each time, which a literal is not."""
    return (time_ns,)


def _start(root: ReadableSpan) -> Mapping[str, Any]:
    event = event_from(root)
    fields = {name: event[name] for name in _AT_START if event.get(name)}
    return {**fields, "session_name": event["event_name"], "start_time": event.get("start_time")}


def _end(root: ReadableSpan, start_ns: int) -> Mapping[str, Any]:
    event = event_from(root)
    end = event["end_time"]
    outputs = {"outputs": event["outputs"]} if event["outputs"] else {}
    return {"end_time": end, "duration": max(end - start_ns / 1_000_000, 0), **outputs}
