"""The mapping table at work: attributes into the fields of an event, row by row."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..event_types import TYPES
from ..nesting import nest
from ..values import READ, read_messages, read_value
from .rule import Row
from .rules import BUCKETS, EVENT_ROWS, RESOURCE_ROWS, ROWS

Event = dict[str, Any]

# What two conventions on one span tell twice, each in its own form.
_LISTS = ("messages", "tools", "documents")
# What another convention on the same span tells better, with its messages.
_OF_ANSWER = ("answer", "calls")


class Rows:
    """Rows by the names they are looked up with."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._exact: dict[str, list[int]] = {}
        self._prefixes: dict[str, list[int]] = {}
        self._rows = rows
        for place, row in enumerate(rows):
            by_name = self._prefixes if row.key.endswith("*") else self._exact
            by_name.setdefault(row.key.removesuffix("*"), []).append(place)

    def match(self, attributes: Mapping[str, Any]) -> Iterator[tuple[Row, dict[str, Any]]]:
        """Each row that finds something, in the order of the table, with the attributes it finds."""
        found: dict[int, dict[str, Any]] = {}
        for name, value in attributes.items():
            for place in self._exact.get(name) or self._longest_prefix(name):
                found.setdefault(place, {})[name] = value
        for place in sorted(found):
            yield self._rows[place], found[place]

    def _longest_prefix(self, name: str) -> Sequence[int]:
        end = len(name)
        while (end := name.rfind(".", 0, end)) >= 0:
            if rows := self._prefixes.get(name[: end + 1]):
                return rows
        return ()


_SPAN, _RESOURCE, _EVENTS = Rows(ROWS), Rows(RESOURCE_ROWS), {row.key: row for row in EVENT_ROWS}
_TYPES = [(row.key, {value.lower(): kind for value, kind in row.types.items()}) for row in TYPES]


def event_type_of(attributes: Mapping[str, Any]) -> str:
    """model, tool or chain."""
    for key, types in _TYPES:
        value = attributes.get(key)
        if isinstance(value, str) and value:
            found = types.get(value.lower()) or types.get("*")
            if found is not None:
                return found
    return "chain"


def take_attributes(event: Event, attributes: Mapping[str, Any]) -> dict[str, Any]:
    """Move attributes into the fields of the event; what no row takes is returned."""
    rest = dict(attributes)
    for row, found in _SPAN.match(attributes):
        if _take(event, row, found, attributes):
            for name in found:
                rest.pop(name, None)
    return rest


def take_resource(event: Event, resource: Mapping[str, Any]) -> None:
    """Fill fields that the span left open from its resource."""
    for row, found in _RESOURCE.match(resource):
        _take(event, row, found, resource)


def take_message(event: Event, name: str, attributes: Mapping[str, Any]) -> bool:
    """Whether the event of a span with this name is a message; if so, it joins the conversation."""
    row = _EVENTS.get(name)
    if row is None:
        return False
    bucket, _, key = row.target.partition(".")
    said = {key: value for key, value in attributes.items() if not key.startswith("gen_ai.")}
    try:
        found = read_messages(said, row.target, name)
    except ValueError:
        return False
    event[bucket].setdefault(key, []).extend(found)
    return True


def _take(event: Event, row: Row, found: Mapping[str, Any], attributes: Mapping[str, Any]) -> bool:
    value = _joined(row.key, found)
    if value is None:
        return False
    try:
        value = _read(row, value, attributes)
    except (ValueError, OverflowError):
        return False
    if row.kind == "value" and row.target in ("inputs", "outputs"):
        holder = event[row.target]
        if "embeddings" in holder:  # the raw answer repeats the vectors
            return True
        if event["event_type"] == "model" and "chat_history" in holder:
            return False
    if row.kind in _OF_ANSWER and "chat_history" in event["outputs"]:
        return False
    return _place(event, row, value)


def _joined(key: str, found: Mapping[str, Any]) -> Any:
    """The value of one attribute, or that of all those which a prefix stands for."""
    if not key.endswith("*"):
        return found[key]
    stem = len(key) - 1
    return nest({name[stem:]: value for name, value in found.items()})


def _read(row: Row, value: Any, attributes: Mapping[str, Any]) -> Any:
    if row.kind == "messages":
        return read_messages(value, row.target, row.key)
    if row.kind == "value":
        return read_value(value, attributes.get(row.key.removesuffix("value") + "mime_type"))
    read = READ[row.kind](value)
    # A field of the event is an object.
    return {"value": read} if row.target in BUCKETS and not isinstance(read, dict) else read


def _place(event: Event, row: Row, value: Any) -> bool:
    """Whether the value is in its field now, or was before."""
    bucket, _, key = row.target.partition(".")
    if bucket not in BUCKETS:
        return _set(event, row.target, value, row.kind)
    if key:
        return _set(event[bucket], key, value, row.kind)
    unplaced = [name for name, each in value.items() if not _set(event[bucket], name, each, row.kind)]
    return not unplaced


def _set(holder: dict[str, Any], key: str, value: Any, kind: str) -> bool:
    if key not in holder:
        holder[key] = value
        return True
    stored = holder[key]
    return stored == value or (kind in _LISTS and isinstance(stored, list) and len(stored) == len(value))
