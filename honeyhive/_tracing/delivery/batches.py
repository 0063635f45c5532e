"""Batches: the records of one request, with the history of its attempts."""

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from .bodies import batch_body, merged_start, truncated_body
from .records import Record

if TYPE_CHECKING:
    from .replies import Failure

BatchKind: TypeAlias = Literal["event", "start", "change"]
"""event: POST /v1/events/batch. start: POST /v1/sessions. change: PUT /v1/events/{event_id}."""


class BatchRequest(NamedTuple):
    """Request for the connection. A retry sends the same bytes."""

    operation: str
    """The operationId in ``openapi.yaml``."""
    path: dict[str, str]
    """Path parameters."""
    content: bytes
    timeout: float
    """Seconds for the whole request."""


class Batch:
    """Records that are sent in one request.

    In a batch of events, a session start is sent as an event of type session. The changes of that session follow the
    start, and are merged into the same event.
    """

    def __init__(self, kind: BatchKind, records: list[Record], place: tuple[int, ...] = ()) -> None:
        self.kind = kind
        self.records = records
        self.place = place
        """Position in the order of sending: (number,), with one more number for each time the batch was halved."""
        self.is_half: bool = len(place) > 1
        """True if it is part of a batch that was halved."""
        self.lanes: frozenset[str] = frozenset([record.lane for record in records])
        self.size: int = sum([record.size for record in records])
        """Estimated bytes of memory that the records take."""
        self.failures = 0
        """Failed attempts; a half also counts the attempts of the whole batch."""
        self.failure: Failure | None = None
        """The last failure. A half that was not sent yet has the failure of the whole batch."""
        self.is_suspect = False
        """True once the batch failed while other requests succeeded."""
        self.is_hastened = False
        """True if flush() moved the next attempt of the batch forward."""
        self.retry_after: float = 0.0
        """Monotonic time until which the service asked to wait before a retry; 0 if it did not ask."""
        self.confirmed_seen = -1
        """Count of the client's confirmed requests when this batch was first sent or last failed; -1 before that."""
        self.confirmed_when_sent = 0
        """Count of the client's confirmed requests when this batch was last sent."""
        self.was_sent_after_failure = False
        """True if the most recent reply was a failure when this batch was sent."""
        self.is_excused = False
        """True once a timeout of this batch was blamed on the service; this happens once at most."""
        self.due: float = 0.0
        """Monotonic time of the next attempt."""
        self.timeout: float = 0.0
        """Seconds for the next attempt."""
        self.timeouts = 0
        """Attempts that ended by a timeout."""
        self.sent_at: float = -1.0
        """Monotonic time of the last attempt; -1 if there was none."""
        self.sent_bytes: int = 0
        """Size of the last body in bytes."""
        self.tries = 0
        """Failed attempts that count towards dropping the batch, since it was set aside."""
        self._truncated: bytes | None = None

    @property
    def content(self) -> bytes:
        """The body, which is joined again for each attempt: keeping it would double the memory of waiting records."""
        if self._truncated is not None:
            return self._truncated
        if self.kind == "event":
            return batch_body(self.records)
        first, *rest = self.records
        return (merged_start(first, rest[0]) if rest else None) or first.body

    def request(self, timeout: float) -> BatchRequest:
        """Return the request to send. ``timeout`` is in seconds."""
        content = self.content
        self.sent_bytes = len(content)
        if self.kind == "start":
            return BatchRequest("createSession", {}, content, timeout)
        if self.kind == "change":
            return BatchRequest("updateEvent", {"event_id": self.records[0].event_id}, content, timeout)
        return BatchRequest("createEventBatch", {}, content, timeout)

    @property
    def is_single(self) -> bool:
        """True if the batch cannot be halved."""
        return self.kind != "event" or not any(record.kind != "change" for record in self.records[1:])

    def halves(self) -> list["Batch"]:
        """Return two batches that share the records, in order. A session is divided only if it is the only one."""
        records, numbers = self.records, range(1, len(self.records))
        cuts = [number for number in numbers if records[number].lane != records[number - 1].lane]
        # A change belongs to the session start before it.
        cuts = cuts or [number for number in numbers if records[number].kind != "change"]
        middle = min(cuts, key=lambda cut: abs(2 * cut - len(records)))
        halves = [
            Batch(self.kind, part, (*self.place, n)) for n, part in enumerate((records[:middle], records[middle:]))
        ]
        for half in halves:
            half.failures, half.is_suspect, half.failure = self.failures, self.is_suspect, self.failure
            half.retry_after, half.confirmed_seen = self.retry_after, self.confirmed_seen
        return halves

    def truncate(self, smallest: int) -> bool:
        """Cut the batch's only event to half its size, keeping its ids; return False if it cannot be cut so far."""
        truncated = truncated_body(self.content, self.kind == "event", smallest)
        if truncated is None:
            return False
        self._truncated = truncated
        return True
