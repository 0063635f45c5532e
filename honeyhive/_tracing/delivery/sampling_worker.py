"""Worker that holds back the sessions outside the sampled share until it decides which of them to keep."""

from typing import Any

from ..flushed import Flushed
from .counters import Reason, Stats
from .keep_rules import SamplingRules
from .records import Kind, Record
from .undecided import UndecidedSessions
from .worker import Worker


class SamplingWorker(Worker):
    """A worker with undecided sessions. ``flush`` decides those that have ended; ``close`` and the exit decide all."""

    undecided: UndecidedSessions

    def __init__(self, *args: Any, rules: SamplingRules, **kwargs: Any) -> None:
        self._rules = rules
        super().__init__(*args, **kwargs)

    def _begin(self, *, is_closed: bool) -> None:
        super()._begin(is_closed=is_closed)
        self.undecided = UndecidedSessions(
            self._rules,
            self._clocks,
            self._log,
            self._store.undecided_file(),
            self.deliver,
            self._drop_held,
        )

        if self.keeps_steps:
            self.write_step = self._write_step

    def _is_decided(self, session_id: str) -> bool:
        return self.undecided.is_announced(session_id)

    def _drop_held(self, reason: Reason) -> None:
        self.drop(reason)
        if reason == "queue_full":
            self._warn_of_loss()

    def _write_step(self, kind: Kind, event_id: str, session_id: str, body: bytes) -> None:
        if not self.undecided.write_step(kind, event_id, session_id, body):
            self._store.write_step(kind, event_id, session_id, body)

    def begin_in_child(self) -> None:
        """Begin in a forked child, without the records and sessions of the parent."""
        parents = self.undecided
        super().begin_in_child()
        parents.forget()

    def log(self, record: Record) -> None:
        """Hold the record until its session is decided, or queue it if the session is sent."""
        try:
            is_taken = not (self._store.is_closed or self._is_ending) and self.undecided.take(record)
        except RecursionError:
            if record.number:  # the record was held or accepted before the error
                return
            raise
        if not is_taken:
            self.deliver(record)

    def flush(self, timeout: float) -> Flushed:
        """Decide the sessions that have ended, then wait until all queued records are delivered or dropped."""
        began = self._clocks.monotonic()
        self.undecided.decide(timeout, open_too=False)
        flushed = super().flush(max(0.0, timeout - (self._clocks.monotonic() - began)))
        return flushed._replace(pending=flushed.pending + self.undecided.count)

    def close(self, timeout: float) -> Flushed:
        """Decide all sessions, then close."""
        self.undecided.decide(timeout, open_too=True)
        return super().close(timeout)

    def end(self, timeout: float) -> None:
        """Decide all sessions, then flush at the exit of the process."""
        self.undecided.decide(timeout, open_too=True)
        super().end(timeout)
        self._decide_all()  # for records that other threads logged in the meantime

    def stop_when_idle(self) -> None:
        """Decide all sessions, and end the threads once nothing is pending."""
        self._decide_all()
        super().stop_when_idle()

    def _decide_all(self) -> None:
        self.undecided.decide(0.0, open_too=True)
        self.undecided.leave()

    def stats(self) -> Stats:
        """Return the counters; undecided records count as pending."""
        stats, count = super().stats(), self.undecided.count
        return stats._replace(
            accepted=stats.accepted + count,
            pending=stats.pending + count,
            pending_bytes=stats.pending_bytes + self.undecided.bytes,
        )
