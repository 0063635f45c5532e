"""Ids: checked before the server would replace them, and made before the first attempt, so that a repeat is safe."""

import re
from collections.abc import Callable
from typing import Any, Final
from uuid import UUID, uuid4

from honeyhive_api.types import Operation

from .errors import InvalidRequestError

_CANONICAL: Final = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def uuid_text(value: Any, at: str) -> str:
    """The id as text; what is no UUID is refused, since the server would silently put another id in its place."""
    if isinstance(value, UUID):
        return str(value)
    if not isinstance(value, str):
        raise InvalidRequestError(f"{at} must be a UUID or a UUID string, not {type(value).__name__}")
    # Stricter than UUID(), which also takes braces, urn:uuid: and text without dashes; the server may not.
    if not _CANONICAL.fullmatch(value):
        raise InvalidRequestError(
            f"{at} must be a UUID such as {uuid4()}, not {value[:60]!r}, which the server would silently replace; "
            "uuid.uuid5() makes a lasting UUID of any text"
        )
    return value


def with_ids(operation: Operation, body: Any) -> Any:
    """The body with a new UUID wherever the operation takes an id from the client and there is none."""
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
    """The ids that are there already."""
    for number, step in enumerate(steps):
        if step == "[]":
            items = value if isinstance(value, list) else []
            return [found for item in items for found in _found(item, steps[number + 1 :])]
        value = value.get(step) if isinstance(value, dict) else None
    return [] if value is None else [value]


def _filled(value: Any, steps: list[str], make: Callable[[], str]) -> Any:
    """The value with the id put in; what has to change is copied, never written to."""
    step, *rest = steps
    if step == "[]":
        return [_filled(item, rest, make) for item in value] if isinstance(value, list) else value
    if not isinstance(value, dict):
        return value
    if not rest:
        return value if value.get(step) is not None else {**value, step: make()}
    return {**value, step: _filled(value[step], rest, make)} if step in value else value
