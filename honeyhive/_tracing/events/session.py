"""The root of a tree of events: started when it is made, completed when it ends."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from ..delivery.records import Record
from .event import Span
from .new_id import new_id

if TYPE_CHECKING:
    from ..tracer import Tracer
    from .event import Shared

_quote: Final = json.encoder.encode_basestring


class Session(Span):
    """A session: use it in a ``with`` statement, or call ``end()``.

    It is announced to the service when it is made; ``outputs``, ``metrics``, ``metadata``, ``config``,
    ``user_properties`` and an error follow when it ends. One that was resumed announces nothing, and sends at its end
    only what was set on it.
    """

    def __init__(
        self,
        tracer: "Tracer",
        name: Any,
        session_id: str,
        original_id: str | None,
        fields: Mapping[str, Any],
        *,
        is_sampled: bool,
        is_resumed: bool = False,
        parent_id: str | None = None,
    ) -> None:
        super().__init__(tracer, name, session_id, session_id, fields, is_sampled=is_sampled)
        self.original_id = original_id
        self._is_resumed = is_resumed
        self._parent_id = parent_id or session_id
        if not is_resumed:
            with tracer.guarded:
                self._announce()

    @property
    def child_parent_id(self) -> str:
        """What events directly inside of it name as their parent."""
        return self._parent_id

    def feedback(self, feedback: Mapping[str, Any], *, event_id: str | None = None) -> None:
        """Add feedback to the session or to one of its events, now or after it has ended."""
        self.tracer.feedback(event_id or self.session_id, feedback, session=self)

    def _announce(self) -> None:
        if not self.is_sampled:
            self.tracer.worker.turn_away("sampled")
            return
        self._settle()
        head = (
            f'{{"session_id":"{self.session_id}","session_name":{_quote(self._name or "unknown")},'
            f'"source":{self.tracer.source},"start_time":{self._start_ms}'
        )
        self._send("start", head.encode("utf-8", "replace"))

    def _finish(self) -> None:
        if not self.is_sampled:
            if not self._is_resumed:
                self.tracer.worker.turn_away("sampled")
            return
        if self._error is not None:
            # The API has a place for the error of an event, but none for that of a session.
            self._thawed("metadata")["error"] = self._error
        if self._is_resumed and not (self._texts or self._live):
            return
        self._settle()
        self._send("change", b"{" if self._is_resumed else f"{{{self._ends()}".encode())

    def _send(self, kind: Any, head: bytes) -> None:
        fields = self._fields()
        body = head + (fields if len(head) > 1 else fields[1:]) + b"}"
        self._texts.clear()
        self._live.clear()
        self._room = self.tracer.limits.bytes
        self.tracer.worker.log(Record(kind, self.session_id, self.session_id, body))


class NestedSession(Session):
    """A session inside of a trace that another tracer began, or of a row of an experiment: a chain in that session."""

    def __init__(self, tracer: "Tracer", name: Any, around: Span, fields: Mapping[str, Any]) -> None:
        super().__init__(
            tracer, name, around.session_id, around.original_id, fields, is_sampled=around.is_sampled, is_resumed=True
        )
        self.shared: Shared | None = around.shared
        self._around_id = around.child_parent_id
        self._event_id = self._parent_id = new_id()

    def feedback(self, feedback: Mapping[str, Any], *, event_id: str | None = None) -> None:
        """Add feedback to it or to one of its events, now or after it has ended."""
        super().feedback(feedback, event_id=event_id or self._event_id)

    def _finish(self) -> None:
        self._log_event("chain", self._around_id)
