"""``update`` of sessions and events: objects are merged into the current fields."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from ..payload.plain_json import encode
from .event_fields import warn_of_late_value
from .kept_steps import keep_value

if TYPE_CHECKING:
    from .base_span import Span


def merge_unless_late(span: "Span", given: Mapping[str, Any]) -> None:
    """Merge the fields into those of the span. If it has ended, warn instead, on the line that called ``update``."""
    late = next((name for name, value in given.items() if value is not None), None)
    if span._is_ended and late is not None:
        warn_of_late_value(late, stacklevel=4)
    else:
        merge_fields(span, given)


def merge_fields(span: "Span", given: Mapping[str, Any]) -> None:
    """Merge a snapshot of each value into the field of that name. None leaves a field as it is."""
    for name, value in given.items():
        if value is None:
            continue
        if name == "error":
            span.error = value
        elif span.is_sampled:
            _merge(span, name, value)


def _merge(span: "Span", name: str, value: Any) -> None:
    if name in span._edited:
        span._freeze(name, span._edited[name])
    old = span._encoded.get(name, b"{}")
    if span._bytes_left <= 0:
        note = f"{name}: an update was left out, because the event is full"
        if note not in span.notes:
            span.notes.append(note)
        return
    # The current value counts too, so that many small updates cannot exceed the limit of an event.
    new, notes = span.tracer.encoder.field(name, value, span._bytes_left)
    span.notes += notes
    # Joined as JSON, because the current value is already masked and must not pass the user's mask again.
    joined = new if old == b"{}" else encode({**json.loads(old), **json.loads(new)}).encode()
    span._bytes_left -= len(joined) - len(old)
    span._encoded[name] = joined
    if span._is_kept:
        keep_value(span, name)
