"""Records that wait for delivery, and the protocol of the stores that hold them."""

from typing import TYPE_CHECKING, Any, Final, Literal, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from .counters import Reason

Kind: TypeAlias = Literal["start", "event", "change"]
"""start: POST /v1/sessions. event: an item of POST /v1/events/batch. change: PUT /v1/events/{event_id}."""

HELD: Final = -2
"""Value of ``Record.number`` while the record is held until its session is sampled in or out."""
# Estimated bytes of a record besides its body. Without them, a queue of tiny events could exceed its bound.
OVERHEAD: Final = 300


class Record:
    """One record to deliver. ``body`` is complete JSON and never changes, so that a retry sends the same bytes."""

    __slots__ = ("body", "event_id", "kind", "lane", "number", "session_id", "size")

    def __init__(self, kind: Kind, event_id: str, session_id: str, body: bytes) -> None:
        self.kind = kind
        self.event_id: str = event_id
        """The event's id; the session's id for a session start."""
        self.session_id: str = session_id
        self.body: bytes = body
        self.size: int = len(body) + OVERHEAD
        """Estimated bytes of memory that the record takes."""
        self.number: int = 0
        """Sequence number in the queue, from 1; 0 if it has none, -1 once it was dropped, HELD while undecided."""
        self.lane: str = session_id
        """Key of the lane, whose records are sent in order: usually the session id."""


class LazyRecord(Record):
    """Record whose body is encoded when it is first read, usually on the delivery thread.

    ``size`` is an estimate in bytes. ``make`` encodes copies, and raises only exceptions of signal handlers.
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
    def body(self) -> bytes:  # type: ignore[override]  # replaces the slot of the base class
        """The JSON, encoded on first access."""
        make = self._make
        if make is not None:
            made = make()
            # Forget ``make`` only now: if a signal handler or the recursion limit interrupts it, it is called again.
            self._made, self._make = made, None
        return self._made


class UndecidedFile(Protocol):
    """Keeps the records of undecided sessions for the next process, in case this process dies."""

    def write(self, record: Record, places: list[Any], /) -> None:
        """Write the record, and append its place in the file to ``places``. If the disk fails, append nothing."""

    def write_step(self, kind: Kind, event_id: str, session_id: str, body: bytes, /) -> None:
        """Keep a new step, or a new value of one of its fields, until the step's record is written. Never raises."""

    def end_step(self, event_id: str, /) -> None:
        """Forget a step whose record is stored elsewhere."""

    def settle(self, places: list[Any], /) -> None:
        """Forget the records of a decided session."""

    def leave(self) -> None:
        """Close the file, and leave the records of undecided sessions to the next process."""

    def forget(self) -> None:
        """In a forked child, close the files of the parent."""


class Store(Protocol):
    """Holds records, in memory or on disk, until they are settled, which means delivered or dropped.

    ``put`` and ``drop`` run on the user's threads, in signal handlers and in ``__del__``. All other methods run under
    the worker's lock. The store updates the counters that its constructor gets. A forked child gets a new store.
    """

    is_closed: bool
    """True once the client is closed: new records are dropped."""
    last_taken: int
    """Number of the newest record that was taken or lost."""
    has_looked: bool
    """True once the records of dead processes are found and counted."""
    left_behind: int
    """Records of dead processes that are not taken yet. They have no number and come before all others."""
    window_bytes: int
    """Maximum bytes of records that are taken and not settled: above it, no more records are taken."""
    look_interval: float | None
    """Seconds between two searches for records of dead processes; None for a store in memory."""

    @property
    def kept(self) -> int:
        """Number of unsettled records that outlive the process."""

    @property
    def pending_bytes(self) -> int:
        """Bytes of all unsettled records."""

    def is_reachable(self, seconds: float) -> bool:
        """Return False if another thread holds the store's lock for this many seconds."""

    keeps_steps: bool
    """True if the store writes a step to disk as soon as the step begins."""

    def write_step(self, kind: Kind, event_id: str, session_id: str, body: bytes) -> None:
        """Keep a new step, or a new value of one of its fields, until the step ends. Never raises."""

    def undecided_file(self) -> UndecidedFile | None:
        """Return a file for the records of undecided sessions; None if the store is in memory."""

    def put(self, record: Record) -> None:
        """Accept and number the record, or count it as dropped. Never blocks for long, and never raises."""

    def admit_interrupted(self) -> None:
        """Accept records that are still waiting because signal handlers interrupted their log calls too often."""

    def drop(self, reason: "Reason") -> None:
        """Count a record that is dropped before it gets into the store."""

    def take(self, count: int) -> list[Record]:
        """Return at most ``count`` of the oldest records not taken yet. They stay pending until they are settled."""

    def settle(self, records: list[Record]) -> None:
        """Forget records that were delivered or dropped."""

    def recover(self, now: float) -> bool:
        """Take one step of the search for dead processes' records; return True after the last. ``now`` is monotonic."""

    def leave(self, taken: list[Record]) -> int:
        """Keep all unsettled records, including ``taken``, for a later process; return how many cannot be kept.

        Records that are put afterwards are accepted as usual.
        """

    def forget(self) -> None:
        """In a forked child, release the resources of the parent."""

    def __len__(self) -> int:
        """Return the number of records not taken yet."""
