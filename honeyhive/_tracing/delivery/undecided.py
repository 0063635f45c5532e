"""Sessions outside the sampled share, held back until it is decided whether to keep them."""

import threading
from collections.abc import Callable
from typing import Final

from ..._core.exchange import Clocks
from ..interrupts import is_interrupt
from ..rate_limited_log import RateLimitedLog
from .counters import Reason
from .decisions import Decisions
from .held_session import HeldSession
from .keep_rules import SamplingRules, finished_session
from .records import HELD, Kind, Record, UndecidedFile
from .sampling_thread import SamplingThread

_PAUSE: Final = 1.0  # seconds between two checks of sessions that other threads are deciding


class UndecidedSessions:
    """Holds records by session, and decides each session ``keep_for`` seconds after it has ended in this process.

    A session has ended once none of its blocks, events and spans runs in this process. ``forward`` logs a record of a
    kept session, and ``drop`` counts a record of a dropped session. Neither is called under this class's lock: a
    finalizer that logs may interrupt code that already holds the locks of these functions.
    """

    def __init__(
        self,
        rules: SamplingRules,
        clocks: Clocks,
        log: RateLimitedLog,
        file: "UndecidedFile | None",
        forward: Callable[[Record], None],
        drop: Callable[[Reason], None],
    ) -> None:
        self._rules, self._clocks, self._log, self._file = rules, clocks, log, file
        self._forward, self._drop = forward, drop
        self._lock = threading.RLock()
        self._decided_one = threading.Condition(self._lock)
        self._held: dict[str, HeldSession] = {}
        self._due: dict[str, float] = {}
        self._session_of: dict[str, str] = {}
        self._decisions = Decisions()
        self._thread = SamplingThread(self._lock, self._decide_due, self._seconds_left)
        self.count: int = 0  # number of held records
        self.bytes: int = 0

    def take(self, record: Record) -> bool:
        """Hold or drop the record; return False if it must be sent."""
        with self._lock:
            session_id = self._session_of.get(record.event_id, record.session_id)
            held = self._held.get(session_id)
            if held is None:
                decision = self._decisions.get(record.event_id, session_id)
                if decision is None and record.kind != "change" and not self._rules.is_in_share(session_id):
                    held = self._hold(session_id)
                elif decision is not False:
                    self._end_step(record)
                    return False
            if held is not None:
                if not self._is_over(1 + self._rules.limits.spare, record.size):
                    self._add(held, session_id, record)
                    if not self._is_over(1) or self._thread.wake():
                        return True
            else:
                if session_id in self._decisions:  # remembered as the newest, so that its events do not evict it
                    self._decisions.remember(session_id, is_kept=False)
                self._decisions.remember(record.event_id, is_kept=False)
                self._end_step(record)
        if not record.number:
            self._drop("sampled" if held is None else "queue_full")
        else:
            self._decide_oldest()  # decided here, because no thread can be started
        return True

    def _is_over(self, share: float, more: int = 0) -> bool:
        """Return True if this share of the limits is exceeded, or would be after ``more`` bytes are added."""
        limits = self._rules.limits
        count = max(self.count, len(self._held))  # running blocks have no record yet
        return count + bool(more) > limits.records * share or self.bytes + more > limits.bytes * share

    def _decide_oldest(self) -> bool:
        """Decide the session that ended first, or else the oldest; return False if other threads are deciding all."""
        return any(self._decide(session_id) for session_id in [*self._due, *self._held])

    def write_step(self, kind: Kind, event_id: str, session_id: str, body: bytes) -> bool:
        """Keep a step of an undecided session, ignore one of a dropped session; return False if the session is sent."""
        with self._lock:
            held = self._held.get(session_id)
            if held is None:
                decision = self._decisions.get(session_id)
                if decision is not None:
                    return not decision
                if self._file is None or kind != "event" or self._rules.is_in_share(session_id):
                    return False
                # The session is held now. Otherwise the store would keep a step whose record it never gets.
                held = self._hold(session_id)
                self._schedule(session_id)
            if self._file is not None:
                held.steps.add(event_id)
                self._file.write_step(kind, event_id, session_id, body)
            return True

    def is_announced(self, session_id: str) -> bool:
        """Return True if other services should send the session too."""
        return session_id not in self._held and self._rules.is_in_share(session_id)

    def expect(self, session_id: str, *, is_in_share: bool) -> None:
        """Hold the records of the session from now on, unless it is sent or decided already.

        ``is_in_share`` is true if the service that called this one sends the session.
        """
        with self._lock:
            held = self._expected(session_id, is_in_share=is_in_share)
            if held is not None and not held.open:
                self._schedule(session_id)  # so that a session is forgotten even without records

    def began(self, session_id: str, *, is_in_share: bool = True) -> None:
        """Count a block, event or span that began. ``is_in_share`` is true if the calling service sends the session."""
        with self._lock:
            held = self._expected(session_id, is_in_share=is_in_share)
            if held is not None:
                held.open += 1
                self._due.pop(session_id, None)

    def _expected(self, session_id: str, *, is_in_share: bool) -> HeldSession | None:
        held = self._held.get(session_id)
        if held is None:
            if session_id in self._decisions or (is_in_share and self._rules.is_in_share(session_id)):
                return None
            held = self._hold(session_id)
        return held

    def ended(self, session_id: str) -> None:
        """Count a block, event or span that has ended, or that is garbage-collected without an end."""
        with self._lock:
            held = self._held.get(session_id)
            if held is not None:
                held.open = max(held.open - 1, 0)
                if not held.open:
                    self._schedule(session_id)

    def decide(self, timeout: float, *, open_too: bool) -> None:
        """Decide ended sessions for at most ``timeout`` seconds; with ``open_too``, decide every session.

        Then wait within the same timeout for sessions that other threads are deciding.
        """
        deadline = self._clocks.monotonic() + timeout
        for session_id in list(self._held if open_too else self._due):
            self._decide(session_id)
            if not open_too and self._clocks.monotonic() >= deadline:
                return
        with self._decided_one:
            while self._is_deciding_elsewhere():
                left = deadline - self._clocks.monotonic()
                if left <= 0:
                    return
                self._decided_one.wait(left)

    def _is_deciding_elsewhere(self) -> bool:
        return any(held.is_releasing and held.thread != threading.get_ident() for held in self._held.values())

    def leave(self) -> None:
        """Close the file, and let the thread end."""
        self._thread.stop_waiting()
        with self._lock:
            if self._file is not None:
                self._file.leave()

    def forget(self) -> None:
        """In a forked child, close the file of the parent."""
        if self._file is not None:
            self._file.forget()

    def _hold(self, session_id: str) -> HeldSession:
        held = self._held[session_id] = HeldSession()
        return held

    def _end_step(self, record: Record) -> None:
        """Forget a step that was written to disk before its session was decided."""
        if self._file is not None and record.kind == "event":
            self._file.end_step(record.event_id)

    def _add(self, held: HeldSession, session_id: str, record: Record) -> None:
        due = self._clocks.monotonic() + self._rules.keep_for
        # No call between these lines, so that neither a signal handler nor the recursion limit can interrupt them.
        record.number = HELD
        held.records += (record,)
        self.count += 1
        self.bytes += record.size
        self._session_of[record.event_id] = session_id
        if not held.open:
            if session_id in self._due:  # removed first, so that the dict is in the order of the due times
                del self._due[session_id]
            self._due[session_id] = due
        if self._file is not None:
            self._file.write(record, held.places)
        if not held.open:
            self._thread.start()

    def _schedule(self, session_id: str) -> None:
        self._due.pop(session_id, None)
        self._due[session_id] = self._clocks.monotonic() + self._rules.keep_for
        self._thread.start()

    def _decide_due(self) -> bool:
        """Decide one session that is due, or the oldest if the limits are exceeded; return True if there was one."""
        if self._is_over(1) and self._decide_oldest():
            return True
        with self._lock:
            session_id, due = next(iter(self._due.items()), ("", float("inf")))
        return due <= self._clocks.monotonic() and self._decide(session_id)

    def _seconds_left(self) -> float | None:
        """Return the seconds until the next session is due; None if no session waits."""
        due = next(iter(self._due.values()), None)
        if due is None:
            return _PAUSE if self._is_over(1) else None
        left = due - self._clocks.monotonic()
        return left if left > 0 else _PAUSE

    def _decide(self, session_id: str) -> bool:
        """Send or drop a session's held records, and remember the decision. Return False if another thread does so."""
        with self._lock:
            held = self._held.get(session_id)
            if held is None or held.is_releasing:
                return False
            self._due.pop(session_id, None)
            if not held.records:  # nothing to decide: later records are held again
                del self._held[session_id]
                return True
            held.thread, held.is_releasing = threading.get_ident(), True
        try:
            is_kept = self._is_kept(session_id, list(held.records))
            # Records that are logged in the meantime are released after the earlier records.
            while not self._is_forgotten(session_id, held, is_kept=is_kept):
                self._release(held, held.records[0], is_kept=is_kept)
        except BaseException:  # raised by a signal handler: the remaining records are decided again
            held.is_releasing = False
            with self._lock:
                self._decided_one.notify_all()
                if self._held.get(session_id) is held:
                    self._schedule(session_id)
            raise
        return True

    def _release(self, held: HeldSession, record: Record, *, is_kept: bool) -> None:
        """Send or drop a decided session's oldest record. If a handler raises, remove it only if it was accepted."""
        is_done = False
        record.number = 0
        try:
            if is_kept:
                self._forward(record)
            else:
                self._drop("sampled")
            is_done = True
        finally:
            with self._lock:
                if is_done or record.number:
                    # No call between these lines, so that no signal handler raises between them.
                    del held.records[0]
                    self.count -= 1
                    self.bytes -= record.size
                    self._session_of.pop(record.event_id, None)
                    if not is_kept:
                        self._decisions.remember(record.event_id, is_kept=False)

    def _is_kept(self, session_id: str, records: list[Record]) -> bool:
        try:
            return bool(self._rules.keep(finished_session(session_id, records)))
        except Exception as error:  # raised by the user's function: better to send the session than to lose it
            if is_interrupt(error):
                raise
            self._log.warn("keep", f"keep= raised {type(error).__name__}; the session is sent")
            self._log.emit()
            return True

    def _is_forgotten(self, session_id: str, held: HeldSession, *, is_kept: bool) -> bool:
        """Forget the session, except its decision; return False if it still has records to release."""
        with self._lock:
            if held.records:
                return False
            self._decisions.remember(session_id, is_kept=is_kept)
            del self._held[session_id]
            self._due.pop(session_id, None)
            self._decided_one.notify_all()
            if self._file is not None:
                for event_id in () if is_kept else held.steps:  # steps that were never ended
                    self._file.end_step(event_id)
                self._file.settle(held.places)
            return True
