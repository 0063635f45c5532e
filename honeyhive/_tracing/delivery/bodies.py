"""Bodies of batches: events joined, session starts merged with their changes, and oversize events truncated."""

import json
from typing import Any, Final

from ..payload.plain_json import encode
from ..payload.simplify import MARK
from .records import Record

_HEAD: Final = b'{"events":['
_TAIL: Final = b"]}"
# A smaller field is not cut: the marker that replaces the rest of a value takes about as many bytes.
_SHORTEST_CUT: Final = 200
# The fields of a session's end that POST /v1/sessions also accepts.
_START_FIELDS: Final = frozenset({"inputs", "outputs", "config", "metadata", "user_properties", "end_time", "duration"})


def batch_body(records: list[Record]) -> bytes:
    """Return the body of POST /v1/events/batch."""
    items = [record.body for record in records]
    if {record.kind for record in records} != {"event"}:
        items = _with_sessions(records)
    # Everything is joined once: adding head and tail afterwards would copy megabytes two more times.
    items[0] = _HEAD + items[0]
    items[-1] += _TAIL
    return b",".join(items)


def _with_sessions(records: list[Record]) -> list[bytes]:
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
    """Return a session start, with the session's changes, as an event of type session."""
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
    """Return a session start's body with the change merged in; None if POST /v1/sessions does not accept all of it."""
    new = json.loads(change.body)
    if not new.keys() <= _START_FIELDS:
        return None
    old = json.loads(start.body)
    _merge(old, new)
    return encode(old).encode()


def _merge(old: dict[str, Any], new: dict[str, Any]) -> None:
    """Merge ``new`` into ``old`` as PUT /v1/events/{event_id} does: replace outputs, merge other objects."""
    for key, value in new.items():
        is_merged = key != "outputs" and isinstance(old.get(key), dict) and isinstance(value, dict)
        old[key] = {**old[key], **value} if is_merged else value


def truncated_body(body: bytes, is_batch: bool, smallest: int) -> bytes | None:
    """Return the body with its only event cut to half its size; None if the event cannot be cut so far."""
    if not is_batch:
        return truncated_event(body, smallest)
    event = truncated_event(body[len(_HEAD) : -len(_TAIL)], smallest)
    return None if event is None else _HEAD + event + _TAIL


def truncated_event(body: bytes, smallest: int) -> bytes | None:
    """Return the event, with its largest fields cut until it has half its size.

    The result is None if half the size is below ``smallest`` bytes, or if the fields cannot be cut so far. In the
    returned event, ``metadata.honeyhive.cut`` lists the fields that were cut.
    """
    target = len(body) // 2
    if target < smallest:
        return None
    event = json.loads(body)
    cut: set[str] = set()
    while len(encode(event).encode()) > target:
        sizes = {key: _size(value) for key, value in event.items() if isinstance(value, dict)}
        name = max(sizes, key=lambda key: sizes[key], default="")
        if sizes.get(name, 0) < _SHORTEST_CUT:
            return None
        cut.add(name)
        event[name] = _halved(event[name])
    metadata = event.get("metadata", {})
    own = metadata.get("honeyhive")
    event["metadata"] = {**metadata, "honeyhive": {**(own if isinstance(own, dict) else {}), "cut": sorted(cut)}}
    return encode(event).encode()


def _size(value: Any) -> int:
    return len(encode(value))


def _halved(value: dict[str, Any]) -> dict[str, Any]:
    """Return the object with its largest value cut; an object of many small values is cut as one JSON string."""
    sizes = {key: _size(each) for key, each in value.items()}
    name = max(sizes, key=lambda key: sizes[key])
    # If the largest value is below an eighth of the whole, cutting value by value would take too many rounds.
    if sizes[name] < max(_SHORTEST_CUT, sum(sizes.values()) // 8):
        return {"value": _cut(encode(value))}
    return {**value, name: _cut(value[name] if isinstance(value[name], str) else encode(value[name]))}


def _cut(string: str) -> str:
    # Cut to a third instead of a half, because other fields keep their size.
    return string[: len(string) // 3] + MARK.format(f"cut from {len(string)} characters")
