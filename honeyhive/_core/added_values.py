"""Values that the client adds to a body before the first attempt.

Ids: a retry carries the same ids, so the server stores its data only once. Start times: an event with a duration but no
start time gets a start time, so that it ends now. The service would let the event begin now instead.
"""

from collections.abc import Callable
from time import time
from typing import Any, Final
from uuid import uuid4

from honeyhive_api.types import Operation

_EVENT_ID: Final = "event_id"


def completed(operation: Operation, body: Any) -> Any:
    """Return the body with the ids and start times that the client adds."""
    return with_starts(operation, with_ids(operation, body)) if operation.client_ids else body


def with_ids(operation: Operation, body: Any) -> Any:
    """Return the body with a new UUID for each missing id that the client may choose."""
    for place in operation.client_ids:
        steps = _steps(place)
        make = _new_id
        if place.endswith("[].session_id") and any(body.get(key) is True for key in operation.shared_ids):
            make = _one_id(next(iter(_found(body, steps)), None) or _new_id())
        body = _filled(body, steps, make)
    return body


def _new_id() -> str:
    return str(uuid4())


def _one_id(text: str) -> Callable[[], str]:
    return lambda: text


def ids_at(body: Any, place: str) -> list[Any]:
    """Return the ids that a request body has at a place such as "event_id" or "events[].event_id"."""
    return _found(body, _steps(place))


def _steps(place: str) -> list[str]:
    return place.replace("[]", ".[]").split(".")


def _found(value: Any, steps: list[str]) -> list[Any]:
    """Return the ids in the body at a path, whose parts are ``steps``."""
    for number, step in enumerate(steps):
        if step == "[]":
            items = value if isinstance(value, list) else []
            return [found for item in items for found in _found(item, steps[number + 1 :])]
        value = value.get(step) if isinstance(value, dict) else None
    return [] if value is None else [value]


def _filled(value: Any, steps: list[str], make: Callable[[], str]) -> Any:
    """Return a copy of the value with the id added where it is missing; the caller's objects are never mutated."""
    step, *rest = steps
    if step == "[]":
        return [_filled(item, rest, make) for item in value] if isinstance(value, list) else value
    if not isinstance(value, dict):
        return value
    if not rest:
        return value if value.get(step) is not None else {**value, step: make()}
    return {**value, step: _filled(value[step], rest, make)} if step in value else value


def with_starts(operation: Operation, body: Any) -> Any:
    """Return the body with a start time for each event that has a duration but no start.

    The start is one duration before the event's ``end_time``, or before now.
    """
    for place in operation.client_ids:
        if place.endswith(_EVENT_ID):
            body = _started(body, _steps(place)[:-1])
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
    except (OverflowError, ValueError):  # an infinite or too large number, or NaN: refused later
        return value
    return {**value, "start_time": start}


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
