"""What waits in the queue: one finished JSON text with the ids that it belongs to."""

from typing import TYPE_CHECKING, Final, Literal, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from .counters import Reason

Kind: TypeAlias = Literal["start", "event", "change"]
"""start: POST /v1/sessions. event: an item of POST /v1/events/batch. change: PUT /v1/events/{event_id}."""

# What a record takes in memory besides its text.
OVERHEAD: Final = 300


class Record:
    """One thing to deliver; ``body`` never changes once it is made, so that a retry is the same to the byte."""

    __slots__ = ("body", "event_id", "kind", "lane", "number", "session_id", "size")

    def __init__(self, kind: Kind, event_id: str, session_id: str, body: bytes) -> None:
        self.kind = kind
        self.event_id: str = event_id
        """For a session start, the session's id."""
        self.session_id: str = session_id
        self.body: bytes = body
        self.size: int = len(body) + OVERHEAD
        """Bytes of memory that it takes."""
        self.number: int = 0
        """Its place among all that came into the queue, from 1."""
        self.lane: str = session_id
        """Key of what is sent in order: mostly the session."""


class LateRecord(Record):
    """One whose text is made when it is first asked for, mostly on the thread that delivers; what it tells is fixed.

    ``size`` is an estimate of the text's bytes, and ``make`` raises nothing.
    """

    __slots__ = ("_made", "_make")

    def __init__(self, kind: Kind, event_id: str, session_id: str, size: int, make: "Callable[[], bytes]") -> None:
        self._make: Callable[[], bytes] | None = make
        self._made = b""
        self.kind = kind
        self.event_id = event_id
        self.session_id = session_id
        self.size: int = size + OVERHEAD
        self.number = 0
        self.lane = session_id

    @property
    def body(self) -> bytes:  # type: ignore[override]  # in place of the slot of the base
        """The text."""
        make, self._make = self._make, None
        if make is not None:
            self._made = make()
        return self._made


class Store(Protocol):
    """Where records wait until they are settled: in memory, or on disk.

    ``put`` and ``turn_away`` run on the user's threads, in signal handlers and in ``__del__``; the rest on the worker's
    thread. It counts in the books that it is made with, and a forked child gets a new one.
    """

    is_closed: bool
    """Whether records are turned away, since the client is closed."""
    last_taken: int
    """The number of the newest record that was taken, or lost where it waited."""
    has_looked: bool
    """Whether what dead processes left behind was looked for, and all of it counted."""
    left_behind: int
    """Records of dead processes that were not taken yet; they have no number and come before all others."""
    window_bytes: int
    """Bytes of records that may be taken and not settled, above which no more are taken."""
    look_interval: float | None
    """Seconds after which to look again; None where there is nothing to look for."""

    @property
    def kept(self) -> int:
        """Records not settled that outlive the process."""
        ...

    @property
    def pending_bytes(self) -> int:
        """Bytes of all that is not settled."""
        ...

    def is_reachable(self, seconds: float) -> bool:
        """Return False if another thread holds its lock for this long."""
        ...

    def put(self, record: Record) -> None:
        """Accept the record and give it the next number, or count it as dropped; never block for long, never raise."""

    def turn_away(self, reason: "Reason") -> None:
        """Count a record that is not even offered."""

    def take(self, count: int) -> list[Record]:
        """The oldest records not taken yet, at most ``count``; they stay pending until they are settled."""

    def settle(self, records: list[Record]) -> None:
        """The records are delivered or given up: forget them."""

    def recover(self, now: float) -> bool:
        """Do a step of looking for what dead processes left behind; whether that was all, at this monotonic time."""
        ...

    def leave(self, taken: list[Record]) -> int:
        """The client is closed: keep what is not settled, of which these were taken; how many cannot be kept."""
        ...

    def reopen(self) -> None:
        """Accept records again after ``leave``, for what is logged while the process ends."""

    def forget(self) -> None:
        """In a forked child: let go of what belongs to the parent."""

    def __len__(self) -> int:
        """How many records are not taken yet."""
        ...
