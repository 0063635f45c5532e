"""Units of delivery: which records travel in one request, how a unit is halved, and how an event is made smaller."""

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any, Final, NamedTuple

from .encoding import encode
from .limits import DeliveryLimits
from .records import Record
from .simplify import MARK

_HEAD: Final = b'{"events":['
_TAIL: Final = b"]}"
# Bytes below which a value is not cut: the mark in place of the rest would take as many.
_SMALL: Final = 200
_ORDER: Final = {"start": 0, "event": 1, "change": 2}
# A session start takes these over from the session's end when both wait; it has no place for the others.
_STARTABLE: Final = frozenset({"outputs", "config", "metadata", "user_properties", "end_time", "duration"})


class Outgoing(NamedTuple):
    """A request as the send callable gets it: sent again, it is the same to the byte."""

    operation: str
    """The operationId of the document."""
    path: dict[str, str]
    """Its path parameters."""
    content: bytes
    timeout: float
    """Seconds for all of it."""


class Unit:
    """Records that travel in one request, and how that went so far."""

    def __init__(self, records: list[Record], content: bytes | None = None) -> None:
        self.records = records
        self.kind = records[0].kind
        self._content = content
        self.session_id = records[0].session_id
        self.first = min([record.number for record in records])
        """The lowest number of its records."""
        self.tries = 0
        """Answers that may be its fault or the service's."""
        self.failures = 0
        """Those of them that more likely are its own fault, since others succeeded in between."""
        self.successes_seen = 0
        """How many other requests had succeeded at its last failure."""

    @property
    def content(self) -> bytes:
        """The body; joined for each attempt, since all that waits would take its memory twice."""
        return _content(self.records) if self._content is None else self._content

    def outgoing(self, timeout: float) -> Outgoing:
        """The request."""
        record = self.records[0]
        if self.kind == "start":
            return Outgoing("createSession", {}, self.content, timeout)
        if self.kind == "change":
            return Outgoing("updateEvent", {"event_id": record.event_id}, self.content, timeout)
        return Outgoing("createEventBatch", {}, self.content, timeout)

    @property
    def is_single(self) -> bool:
        """Whether it cannot be halved."""
        return len(self.records) == 1 or self.kind != "event"

    def halves(self) -> list["Unit"]:
        """Two units with the same records in the same order."""
        middle = len(self.records) // 2
        return [Unit(self.records[:middle]), Unit(self.records[middle:])]

    def smaller(self, smallest: int) -> "Unit | None":
        """The single record at half its size, its ids kept; None if it is small already."""
        is_event = self.kind == "event"
        body = shrunk(self.content[len(_HEAD) : -len(_TAIL)] if is_event else self.content, smallest)
        if body is None:
            return None
        return Unit(self.records, _HEAD + body + _TAIL if is_event else body)


def units(records: list[Record], limits: DeliveryLimits) -> list[Unit]:
    """The records of one window in the order in which they travel.

    Sessions come before all events and changes after them, so that the events of many sessions share a request; the
    order inside a session is kept.
    """
    ordered = sorted(records, key=lambda record: _ORDER[record.kind])
    found: list[Unit] = []
    for kind, group in groupby(ordered, key=lambda record: record.kind):
        if kind == "event":
            found += [Unit(chunk) for chunk in _chunks(group, limits)]
        else:
            found += [Unit([record]) for record in group]
    return _joined(found)


def _joined(found: list[Unit]) -> list[Unit]:
    """The end of a session joins its start where both wait: one request instead of two for a short session."""
    starts = {unit.records[0].session_id: unit for unit in found if unit.kind == "start"}
    kept: list[Unit] = []
    for unit in found:
        record = unit.records[0]
        start = starts.pop(record.event_id, None) if unit.kind == "change" else None
        content = _merged(start.content, unit.content) if start else None
        if start is None or content is None:
            kept.append(unit)
        else:
            start.records.append(record)
            start._content = content
    return kept


def _merged(start: bytes, change: bytes) -> bytes | None:
    new = json.loads(change)
    if not new.keys() <= _STARTABLE:
        return None
    old = json.loads(start)
    for key, value in new.items():
        old[key] = {**old[key], **value} if key in old and isinstance(value, dict) else value
    return encode(old).encode()


def _chunks(records: Iterator[Record], limits: DeliveryLimits) -> Iterator[list[Record]]:
    chunk: list[Record] = []
    size = len(_HEAD) + len(_TAIL)
    for record in records:
        if chunk and (len(chunk) >= limits.batch_events or size + len(record.body) + 1 > limits.batch_bytes):
            yield chunk
            chunk, size = [], len(_HEAD) + len(_TAIL)
        chunk.append(record)
        size += len(record.body) + 1
    if chunk:
        yield chunk


def _content(records: list[Record]) -> bytes:
    if records[0].kind != "event":
        return records[0].body
    return _HEAD + b",".join([record.body for record in records]) + _TAIL


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
