"""Start times for events with a duration but no start, so that they end now. The service would let them start now."""

from time import time
from typing import Any, Final

from honeyhive_api.types import Operation

_EVENT_ID: Final = "event_id"


def with_starts(operation: Operation, body: Any) -> Any:
    """Return the body with a start for each event that has a duration but no start; it ends at ``end_time``, or now."""
    for place in operation.client_ids:
        if place.endswith(_EVENT_ID):
            body = _started(body, place.replace("[]", ".[]").split(".")[:-1])
    return body


def _started(value: Any, steps: list[str]) -> Any:
    """Return a copy of the value with the start added where it is missing; the caller's objects are never mutated."""
    if steps and steps[0] == "[]":
        return [_started(item, steps[1:]) for item in value] if isinstance(value, list) else value
    if not isinstance(value, dict):
        return value
    if steps:
        return {**value, steps[0]: _started(value[steps[0]], steps[1:])} if steps[0] in value else value
    if "duration" not in value or value.get("start_time") is not None:
        return value
    duration, end = value["duration"], value.get("end_time")
    end = time() * 1000 if end is None else end
    if not _is_number(duration) or not _is_number(end) or duration < 0:
        return value
    try:
        start = int(end - duration)
    except (OverflowError, ValueError):  # infinite, not a number or out of range: refused later, with its name
        return value
    return {**value, "start_time": start}


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
