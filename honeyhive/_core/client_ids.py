"""Ids that the client makes before the first attempt, so that a retry carries the same ones and is stored once."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from honeyhive_api.types import Operation


def with_ids(operation: Operation, body: Any) -> Any:
    """Return the body with a new UUID wherever the client chooses the id and none is given."""
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
    """Return the ids that the body has at these steps."""
    for number, step in enumerate(steps):
        if step == "[]":
            items = value if isinstance(value, list) else []
            return [found for item in items for found in _found(item, steps[number + 1 :])]
        value = value.get(step) if isinstance(value, dict) else None
    return [] if value is None else [value]


def _filled(value: Any, steps: list[str], make: Callable[[], str]) -> Any:
    """Return a copy of the value with the id added where there is none; the caller's objects are never mutated."""
    step, *rest = steps
    if step == "[]":
        return [_filled(item, rest, make) for item in value] if isinstance(value, list) else value
    if not isinstance(value, dict):
        return value
    if not rest:
        return value if value.get(step) is not None else {**value, step: make()}
    return {**value, step: _filled(value[step], rest, make)} if step in value else value
