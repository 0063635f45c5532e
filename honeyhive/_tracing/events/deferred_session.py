"""A session that is sent only when it ends, in a batch."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from ..delivery.records import Record
from ..payload.plain_json import encode
from .event_body import Shared
from .new_id import new_id
from .session import Session

if TYPE_CHECKING:
    from ..tracer import Tracer


class DeferredSession(Session):
    """A session for bulk work, such as the rows of an experiment. It needs no request of its own, and is always sent.

    Every event inside it, by any client, carries the ``shared`` metadata. ``keep`` receives the JSON of each event,
    and finally of the session, before it is queued. ``redeliver`` queues such an event again.
    """

    __slots__ = ("_duration",)

    def __init__(
        self,
        tracer: "Tracer",
        name: str,
        fields: Mapping[str, Any],
        shared: Mapping[str, Any],
        keep: Callable[[bytes], None],
    ) -> None:
        super().__init__(tracer, name, new_id(), None, fields, is_sampled=True, is_resumed=True)
        self.shared: Shared = Shared(encode(shared).encode(), keep)
        self._duration: float | None = None

    def stop_clock(self) -> None:
        """End the measured duration now; the session itself ends later."""
        self._duration = self.elapsed

    def abandon(self) -> None:
        """End the session without keeping or sending it."""
        self._is_ended = True

    @property
    def elapsed(self) -> float:
        """Milliseconds from the session's start until the clock was stopped, or until now."""
        return super().elapsed if self._duration is None else self._duration

    def _finish(self) -> None:
        self._log_event("session", None)


def redeliver(tracer: "Tracer", event: Mapping[str, Any], body: bytes) -> None:
    """Queue an event of a DeferredSession again. ``body`` is its JSON; its id prevents a duplicate."""
    tracer.worker.deliver(Record("event", event["event_id"], event["session_id"], body))
