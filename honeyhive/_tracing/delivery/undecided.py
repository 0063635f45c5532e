"""Sessions outside the sampled share, held back until it is known whether they are kept all the same."""

import threading
from collections import deque
from collections.abc import Callable
from queue import Empty, SimpleQueue
from typing import Final, NamedTuple

from ..._core.exchange import Clocks
from ..interrupts import is_interrupt, suppressed
from ..limits import QueueLimits
from ..rate_limited_log import RateLimitedLog
from .counters import Reason
from .keep_rules import KeepFunction, finished_session
from .records import HELD, Kind, Record, UndecidedFile

_MOST_DECISIONS: Final = 20_000
"""Decided sessions, and events of dropped ones, that are remembered for what comes late."""
_PAUSE: Final = 1.0
"""Seconds between two looks at sessions that other threads decide."""


class SamplingRules(NamedTuple):
    """Choice of the sessions that are sent."""

    keep: KeepFunction
    keep_for: float
    """Seconds between the end of a session and its decision."""
    is_in_share: Callable[[str], bool]
    """Return True for the id of a session that is sent whatever happens in it."""
    limits: QueueLimits
    """Limits of what is held."""


class _HeldSession:
    __slots__ = ("is_releasing", "open", "places", "records", "thread")

    def __init__(self) -> None:
        self.records: deque[Record] = deque()
        self.places: list[object] = []
        self.open = 0
        """Number of ``with`` blocks of it that run."""
        self.is_releasing = False
        self.thread = 0
        """The thread that releases it."""


class UndecidedSessions:
    """Holds records by session, and decides each session ``keep_for`` after its end.

    A session that was not opened here ends with its last record. ``forward`` logs a record of a kept session, and
    ``drop`` counts one of another; neither is called under the lock, since a finalizer may log while it holds theirs.
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
        self._held: dict[str, _HeldSession] = {}
        self._due: dict[str, float] = {}
        self._session_of: dict[str, str] = {}
        self._decided: dict[str, bool] = {}
        self._thread: threading.Thread | None = None
        self._wakeups: SimpleQueue[None] = SimpleQueue()
        self._is_woken = False
        self.count: int = 0
        """Held records."""
        self.bytes: int = 0

    def take(self, record: Record) -> bool:
        """Hold or drop the record; return False if it is to be sent."""
        with self._lock:
            session_id = self._session_of.get(record.event_id, record.session_id)
            held = self._held.get(session_id)
            if held is None:
                decision = self._decided.get(record.event_id, self._decided.get(session_id))
                if decision is None and record.kind != "change" and not self._rules.is_in_share(session_id):
                    held = self._hold(session_id)
                elif decision is not False:
                    self._end_step(record)
                    return False
            if held is not None:
                if not self._is_over(1 + self._rules.limits.spare, record.size):
                    self._add(held, session_id, record)
                    if not self._is_over(1) or self._wake():
                        return True
            else:
                if session_id in self._decided:  # the newest again, so that its own events do not push it out
                    self._remember(session_id, is_kept=False)
                self._remember(record.event_id, is_kept=False)
                self._end_step(record)
        if not record.number:
            self._drop("sampled" if held is None else "queue_full")
        else:
            self._decide_oldest()  # no thread can do it
        return True

    def _is_over(self, share: float, more: int = 0) -> bool:
        """Return True if this share of the limits is exceeded, or would be with a record of ``more`` bytes."""
        limits = self._rules.limits
        return self.count + bool(more) > limits.records * share or self.bytes + more > limits.bytes * share

    def _decide_oldest(self) -> bool:
        """Decide the session that ended first, or else the oldest; return False if all are being decided."""
        return any(self._decide(session_id) for session_id in [*self._due, *self._held])

    def write_step(self, kind: Kind, event_id: str, session_id: str, body: bytes) -> bool:
        """Keep a step of an undecided session until it ends; return False if its session is sent."""
        with self._lock:
            if session_id not in self._held:
                if session_id in self._decided:
                    return not self._decided[session_id]
                if self._file is None or kind != "event" or self._rules.is_in_share(session_id):
                    return False
                # Else the store would have a step whose record it never gets.
                self._hold(session_id)
                self._schedule(session_id)
            if self._file is not None:
                self._file.write_step(kind, event_id, session_id, body)
            return True

    def is_announced(self, session_id: str) -> bool:
        """Return True if other services shall send the session, as far as this one decides it."""
        return session_id not in self._held and self._rules.is_in_share(session_id)

    def began(self, session_id: str, *, is_in_share: bool) -> None:
        """Note that a ``with`` block of the session begins; ``is_in_share`` if the calling service sends it, too."""
        with self._lock:
            held = self._held.get(session_id)
            if held is None:
                if session_id in self._decided or (is_in_share and self._rules.is_in_share(session_id)):
                    return
                held = self._hold(session_id)
            held.open += 1
            self._due.pop(session_id, None)

    def ended(self, session_id: str) -> None:
        """Note that such a block has ended."""
        with self._lock:
            held = self._held.get(session_id)
            if held is not None:
                held.open = max(held.open - 1, 0)
                if not held.open:
                    self._schedule(session_id)

    def decide(self, timeout: float, *, open_too: bool) -> None:
        """Decide all sessions that have ended; with ``open_too``, the others, too, by what is known.

        It waits at most ``timeout`` seconds for those that another thread decides.
        """
        for session_id in list(self._held if open_too else self._due):
            self._decide(session_id)
        deadline = self._clocks.monotonic() + timeout
        with self._decided_one:
            while self._is_deciding_elsewhere():
                left = deadline - self._clocks.monotonic()
                if left <= 0:
                    return
                self._decided_one.wait(left)

    def _is_deciding_elsewhere(self) -> bool:
        own = threading.get_ident()
        return any(held.is_releasing and held.thread != own for held in self._held.values())

    def leave(self) -> None:
        """Close the file, and let the thread end."""
        self._wakeups.put(None)
        with self._lock:
            if self._file is not None:
                self._file.leave()

    def forget(self) -> None:
        """Close, in a forked child, the file of the parent."""
        if self._file is not None:
            self._file.forget()

    def _hold(self, session_id: str) -> _HeldSession:
        held = self._held[session_id] = _HeldSession()
        return held

    def _end_step(self, record: Record) -> None:
        """End a step that began before its session was decided."""
        if self._file is not None and record.kind == "event":
            self._file.end_step(record.event_id)

    def _add(self, held: _HeldSession, session_id: str, record: Record) -> None:
        record.number = HELD
        held.records.append(record)
        self.count += 1
        self.bytes += record.size
        self._session_of[record.event_id] = session_id
        place = self._file.write(record) if self._file is not None else None
        if place is not None:
            held.places.append(place)
        if not held.open:
            self._schedule(session_id)

    def _schedule(self, session_id: str) -> None:
        # Taken out first, so that the order is that of the times.
        self._due.pop(session_id, None)
        self._due[session_id] = self._clocks.monotonic() + self._rules.keep_for
        self._start()

    def _wake(self) -> bool:
        """Let the thread decide what exceeds the limits; return False if there is no thread."""
        if not self._is_woken:
            self._is_woken = True
            self._wakeups.put(None)
        self._start()
        return self._thread is not None

    def _start(self) -> None:
        if self._thread is None:
            with suppressed(RuntimeError):  # no thread can be started any more: flush, close and exit decide
                thread = threading.Thread(target=self._run, name="honeyhive-sampling", daemon=True)
                thread.start()
                self._thread = thread

    def _run(self) -> None:
        while True:
            self._is_woken = False
            if self._is_over(1) and self._decide_oldest():
                continue
            now = self._clocks.monotonic()
            with self._lock:
                due = next(iter(self._due.items()), None)
                if due is None and not self._is_over(1):
                    self._thread = None
                    return
            if due is not None and due[1] <= now:
                self._decide(due[0])
                continue
            with suppressed(Empty):
                self._wakeups.get(timeout=due[1] - now if due is not None else _PAUSE)

    def _decide(self, session_id: str) -> bool:
        """Send or drop what is held of a session, and remember which; return False if another thread is at it."""
        with self._lock:
            held = self._held.get(session_id)
            if held is None or held.is_releasing:
                return False
            held.thread, held.is_releasing = threading.get_ident(), True
            self._due.pop(session_id, None)
        try:
            is_kept = self._is_kept(session_id, list(held.records))
            # What is logged in the meantime stays behind what was logged before.
            while not self._is_forgotten(session_id, held, is_kept=is_kept):
                self._release(held, held.records[0], is_kept=is_kept)
        except BaseException:  # of a signal handler: what is left is decided again
            held.is_releasing = False
            with self._lock:
                self._decided_one.notify_all()
                if self._held.get(session_id) is held:
                    self._schedule(session_id)
            raise
        return True

    def _release(self, held: _HeldSession, record: Record, *, is_kept: bool) -> None:
        """Send or drop the oldest record. If a signal handler raises, it is gone if it was accepted."""
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
                        self._remember(record.event_id, is_kept=False)

    def _is_kept(self, session_id: str, records: list[Record]) -> bool:
        try:
            return bool(self._rules.keep(finished_session(session_id, records)))
        except Exception as error:  # the user's function; what cannot be judged is rather sent
            if is_interrupt(error):
                raise
            self._log.warn("keep", f"keep= raised {type(error).__name__}; the session is sent")
            self._log.emit()
            return True

    def _is_forgotten(self, session_id: str, held: _HeldSession, *, is_kept: bool) -> bool:
        """Forget the session, except its decision; return False if it has records that are to be released before."""
        with self._lock:
            if held.records:
                return False
            self._remember(session_id, is_kept=is_kept)
            del self._held[session_id]
            self._due.pop(session_id, None)
            self._decided_one.notify_all()
            if self._file is not None and held.places:
                self._file.settle(held.places)
            return True

    def _remember(self, known_id: str, *, is_kept: bool) -> None:
        self._decided.pop(known_id, None)
        self._decided[known_id] = is_kept
        while len(self._decided) > _MOST_DECISIONS:
            del self._decided[next(iter(self._decided))]
