"""Batches: the records of one request, its body, its halves, and a smaller form of an event that is too large."""

import json
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple, TypeAlias

from ..payload.encoder import encode
from ..payload.simplify import MARK
from .records import Record

if TYPE_CHECKING:
    from .replies import Failure

BatchKind: TypeAlias = Literal["event", "start", "change"]
"""event: POST /v1/events/batch. start: POST /v1/sessions. change: PUT /v1/events/{event_id}."""

_HEAD: Final = b'{"events":['
_TAIL: Final = b"]}"
# Bytes below which a value is not cut: the mark in place of the rest would take as many.
_SMALL: Final = 200
# POST /v1/sessions has no field for anything else that the end of a session may carry.
_STARTABLE: Final = frozenset({"outputs", "config", "metadata", "user_properties", "end_time", "duration"})


class Outgoing(NamedTuple):
    """A request as the connection gets it: sent again, it is the same to the byte."""

    operation: str
    """The operationId of the document."""
    path: dict[str, str]
    """Its path parameters."""
    content: bytes
    timeout: float
    """Seconds for all of it."""


class Batch:
    """Records that travel in one request, and the history of its attempts.

    In a batch of events, a session start is an event of type session, and the changes of that session follow it: they
    are merged into the same event.
    """

    def __init__(
        self, kind: BatchKind, records: list[Record], place: tuple[int, ...] = (), content: bytes | None = None
    ) -> None:
        self.kind = kind
        self.records = records
        self.place = place
        """Its place in the order of sending; halves sort where the whole was."""
        self._content = content
        self.lanes: frozenset[str] = frozenset([record.lane for record in records])
        self.size: int = sum([record.size for record in records])
        """Bytes that its records take while they wait."""
        self.failures = 0
        """Failed attempts, those of the batch that it is a half of included."""
        self.is_suspect = False
        """True once it failed twice while other requests succeeded."""
        self.is_hastened = False
        """True if flush() made its next try earlier than its own pause."""
        self.asked_until: float = 0.0
        """The moment before which the service asked not to be sent it again."""
        self.confirmed_seen = -1
        """Confirmed requests of the client at its last failure, or when it was first sent."""
        self.confirmed_at_departure = 0
        """The same when it was sent last."""
        self.failure: Failure | None = None
        """The last one."""
        self.due: float = 0.0
        """When it may be sent again."""
        self.timeout: float = 0.0
        self.timeouts = 0
        """Attempts that ended without a reply in time."""
        self.sent_at: float = 0.0
        self.sent_bytes: int = 0
        """Size of the body that was sent last."""
        self.tries = 0
        """Failed tries that count towards dropping it, once it is set aside."""

    @property
    def content(self) -> bytes:
        """The body; joined for each attempt, since all that waits would take its memory twice."""
        return self._body() if self._content is None else self._content

    def outgoing(self, timeout: float) -> Outgoing:
        """Return the request."""
        content = self.content
        self.sent_bytes = len(content)
        if self.kind == "start":
            return Outgoing("createSession", {}, content, timeout)
        if self.kind == "change":
            return Outgoing("updateEvent", {"event_id": self.records[0].event_id}, content, timeout)
        return Outgoing("createEventBatch", {}, content, timeout)

    @property
    def is_single(self) -> bool:
        """Whether it cannot be halved."""
        return self.kind != "event" or not any(record.kind != "change" for record in self.records[1:])

    @property
    def is_half(self) -> bool:
        """Whether it is a part of a batch that was halved."""
        return len(self.place) > 1

    def halves(self) -> list["Batch"]:
        """Return two batches with the same records in the same order; sessions stay whole where there are several."""
        records, numbers = self.records, range(1, len(self.records))
        cuts = [number for number in numbers if records[number].lane != records[number - 1].lane]
        # A change belongs to the session start before it.
        cuts = cuts or [number for number in numbers if records[number].kind != "change"]
        middle = min(cuts, key=lambda cut: abs(2 * cut - len(records)))
        halves = [
            Batch(self.kind, part, (*self.place, number))
            for number, part in enumerate((records[:middle], records[middle:]))
        ]
        for half in halves:
            half.failures, half.is_suspect = self.failures, self.is_suspect
            half.asked_until = self.asked_until
            half.confirmed_seen, half.failure = self.confirmed_seen, None
        return halves

    def smaller(self, smallest: int) -> "Batch | None":
        """Return the single event at half its size, its ids kept; None if it is small already."""
        is_event = self.kind == "event"
        body = shrunk(self.content[len(_HEAD) : -len(_TAIL)] if is_event else self.content, smallest)
        if body is None:
            return None
        return Batch(self.kind, self.records, self.place, _HEAD + body + _TAIL if is_event else body)

    def _body(self) -> bytes:
        first, *rest = self.records
        if self.kind == "event":
            return _HEAD + b",".join(_items(self.records)) + _TAIL
        return (merged_start(first, rest[0]) if rest else None) or first.body


def _items(records: list[Record]) -> list[bytes]:
    """Return the events of a batch."""
    if not any(record.kind != "event" for record in records):
        return [record.body for record in records]
    items: list[bytes] = []
    for number, record in enumerate(records):
        if record.kind == "event":
            items.append(record.body)
        elif record.kind == "start":
            end = number + 1
            while end < len(records) and records[end].kind == "change":
                end += 1
            items.append(_session_event(record, records[number + 1 : end]))
    return items


def _session_event(start: Record, changes: list[Record]) -> bytes:
    """Return a session start, with the changes of the session, as an event of type session."""
    given = json.loads(start.body)
    name = given.pop("session_name", None)
    event: dict[str, Any] = {
        "event_id": start.session_id,
        "session_id": start.session_id,
        "event_type": "session",
        "event_name": given.pop("event_name", None) or name or "unknown",
        "inputs": {},
    }
    for fields in (given, *[json.loads(change.body) for change in changes]):
        _merge(event, fields)
    return encode(event).encode()


def merged_start(start: Record, change: Record) -> bytes | None:
    """Return the body of a session start with the end in it; None if POST /v1/sessions has no field for a part."""
    new = json.loads(change.body)
    if not new.keys() <= _STARTABLE:
        return None
    old = json.loads(start.body)
    _merge(old, new)
    return encode(old).encode()


def _merge(old: dict[str, Any], new: dict[str, Any]) -> None:
    """Change a body as PUT /v1/events/{event_id} would: outputs are replaced, other objects merged."""
    for key, value in new.items():
        is_merged = key != "outputs" and isinstance(old.get(key), dict) and isinstance(value, dict)
        old[key] = {**old[key], **value} if is_merged else value


def shrunk(body: bytes, smallest: int) -> bytes | None:
    """The event with its largest fields cut until half its bytes are gone; None if it is small already."""
    target = len(body) // 2
    if target < smallest:
        return None
    event = json.loads(body)
    cut: list[str] = []
    while len(encode(event).encode()) > target:
        sizes = {key: _size(value) for key, value in event.items() if isinstance(value, dict)}
        name = max(sizes, key=lambda key: sizes[key], default="")
        if sizes.get(name, 0) < _SMALL:
            return None
        cut.append(name)
        event[name] = _halved(event[name])
    note = {"cut": sorted(set(cut))}
    event["metadata"] = {**event.get("metadata", {}), "honeyhive": {**_own(event), **note}}
    return encode(event).encode()


def _own(event: dict[str, Any]) -> dict[str, Any]:
    own = event.get("metadata", {}).get("honeyhive", {})
    return own if isinstance(own, dict) else {}


def _size(value: Any) -> int:
    return len(encode(value))


def _halved(value: dict[str, Any]) -> dict[str, Any]:
    """The object with its largest value replaced by the first part of its text; of many small ones, with all."""
    sizes = {key: _size(each) for key, each in value.items()}
    name = max(sizes, key=lambda key: sizes[key])
    if sizes[name] < max(_SMALL, sum(sizes.values()) // 8):
        return {"value": _cut(encode(value))}
    return {**value, name: _cut(value[name] if isinstance(value[name], str) else encode(value[name]))}


def _cut(text: str) -> str:
    return text[: len(text) // 3] + MARK.format(f"cut, {len(text)} characters before")
