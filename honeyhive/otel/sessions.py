"""The sessions that spans bring along: each is announced once, before its first event."""

from collections.abc import Mapping
from typing import Any, Final

from opentelemetry.sdk.trace import ReadableSpan

from ..semconv import event_of
from ..tracing.ready import log_session_end, log_session_start
from ..tracing.tracer import Tracer
from .places import Recent
from .reading import span_data

_AT_START: Final = ("source", "inputs", "user_properties")


class Sessions:
    """What is known of sessions by their ids."""

    def __init__(self, tracer: Tracer) -> None:
        self._tracer = tracer
        self._begun: Recent[str, float] = Recent()
        """When each began, in Unix milliseconds; 0 where others take care of it."""
        self._roots: Recent[str, ReadableSpan] = Recent()

    def expect(self, session_id: str, root: ReadableSpan) -> None:
        """The root of a trace has begun; its session is announced as soon as anything of it is sent."""
        if self._begun.get(session_id) is None:
            self._roots[session_id] = root

    def know(self, session_id: str) -> None:
        """Others announce it, unless that is done."""
        if self._begun.get(session_id) is None:
            self._begun[session_id] = 0.0

    def announce(self, session_id: str, event: Mapping[str, Any] | None = None) -> None:
        """Announce it, unless that is done: as its root if that is known, else as the event given."""
        if self._begun.get(session_id) is not None:
            return
        root = self._roots.pop(session_id)
        first = event_of(span_data(root)) if root is not None else event or {}
        start = first.get("start_time") or 0.0
        self._begun[session_id] = start
        fields = {name: first[name] for name in _AT_START if first.get(name)}
        named = {"session_name": first.get("event_name"), "start_time": start or None}
        log_session_start(self._tracer, session_id, {**fields, **named})

    def complete(self, event: Mapping[str, Any]) -> None:
        """The root of a trace has ended, and with it the session if that is all there is to it."""
        session_id = event["session_id"]
        start = self._begun.get(session_id)
        if start and event.get("end_time") is not None:
            end = event["end_time"]
            outputs = {"outputs": event["outputs"]} if event.get("outputs") else {}
            log_session_end(self._tracer, session_id, {"end_time": end, "duration": end - start, **outputs})
