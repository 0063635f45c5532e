"""A session that leaves in one piece when it ends, in a batch with the events of other sessions."""

import json
from collections.abc import Callable, Mapping
from time import perf_counter
from typing import TYPE_CHECKING, Any, Final

from .encoding import encode
from .ids import new_id
from .records import Record
from .session import Session
from .spans import Shared

if TYPE_CHECKING:
    from .tracer import Tracer

_quote: Final = json.encoder.encode_basestring


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
        return round((perf_counter() - self._begun) * 1000, 3) if self._duration is None else self._duration

    def _finish(self) -> None:
        self._settle()
        inputs = self._texts.pop("inputs", b"{}")
        error = f',"error":{_quote(self._error)}' if self._error else ""
        head = (
            f'{{"event_id":"{self.session_id}","session_id":"{self.session_id}","event_type":"session",'
            f'"event_name":{_quote(self._name or "unknown")},"source":{self.tracer.source},'
            f'{self._times()}{error},"inputs":'
        )
        body = head.encode("utf-8", "replace") + inputs + self._fields() + b"}"
        self.shared.keep(body)
        self.tracer.worker.log(Record("event", self.session_id, self.session_id, body))

    def _times(self, *, with_start: bool = True) -> str:  # noqa: ARG002 - it always has one
        lasted = self.elapsed
        return f'"start_time":{self._start_ms},"end_time":{self._start_ms + round(lasted)},"duration":{lasted}'


def redeliver(tracer: "Tracer", event: Mapping[str, Any], body: bytes) -> None:
    """Hand over once more what a WholeSession kept, decoded and as it is; the service stores it once, by its id."""
    tracer.worker.log(Record("event", event["event_id"], event["session_id"], body))
