"""A session that leaves in one piece when it ends, in a batch with the events of other sessions."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from ..delivery.records import Record
from ..payload.encoder import encode
from .event import Shared
from .new_id import new_id
from .session import Session

if TYPE_CHECKING:
    from ..tracer import Tracer


class WholeSession(Session):
    """A session for much work at a time, such as the rows of an experiment: no request of its own, always sampled.

    Every event inside of it, by whatever client, carries the ``shared`` metadata. ``keep`` gets the JSON text of each
    event and at last of the session before it is handed over for delivery; ``redeliver`` hands it over again.
    """

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
        """What comes after this does not count in the duration."""
        self._duration = self.elapsed

    def abandon(self) -> None:
        """It was cut short: nothing of it is kept or sent."""
        self._is_ended = True

    @property
    def elapsed(self) -> float:
        """Milliseconds since it began, until the clock was stopped."""
        return super().elapsed if self._duration is None else self._duration

    def _finish(self) -> None:
        self._log_event("session", None)


def redeliver(tracer: "Tracer", event: Mapping[str, Any], body: bytes) -> None:
    """Hand over once more what a WholeSession kept, decoded and as it is; the service stores it once, by its id."""
    tracer.worker.log(Record("event", event["event_id"], event["session_id"], body))
