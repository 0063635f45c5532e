"""Splits a tree of events into single events. An event of a tree has the events below it in the key `children`."""

from collections.abc import Callable, Iterator
from typing import Any, Final, TypeAlias

from ..._core.arguments import FromModel

# Keys that the service adds to stored events. A downloaded file has them, but no event is created with them.
_ADDED_BY_SERVICE: Final = ("org_id", "workspace_id", "project")
_IDS: Final = ("event_id", "session_id")

NewId: TypeAlias = Callable[[str, int], str]
"""Function that returns a missing id. It takes the key of the id, and the position of the event in its tree."""


def single_events(tree: dict[str, Any], new_id: NewId) -> Iterator[tuple[dict[str, Any], str, str]]:
    """Yield (event, place, fault) for the event and then for the events below it, each after its parent.

    The place is empty for the event itself. The fault is empty unless a child is not an object.

    Missing ids are set: an event without a session id or a parent id gets them from the event that contains it. Keys
    that the service adds are left out.
    """
    pending: list[tuple[Any, str, dict[str, Any]]] = [(tree, "", {})]
    position = 0
    while pending:
        value, place, above = pending.pop()
        if not isinstance(value, dict):
            yield {}, place, f"{place} is not a JSON object"
            continue
        event = {key: part for key, part in value.items() if key not in _ADDED_BY_SERVICE}
        children = event.pop("children") if isinstance(event.get("children"), list) else []
        _set_ids(event, above, new_id, position)
        position += 1
        prefix = f"{place}." if place else ""
        below = [(child, f"{prefix}children[{index}]", event) for index, child in enumerate(children)]
        pending += reversed(below)
        yield _as_stored(event), place, ""


def _set_ids(event: dict[str, Any], above: dict[str, Any], new_id: NewId, position: int) -> None:
    if above:
        for key, inherited in (("session_id", "session_id"), ("parent_id", "event_id")):
            if event.get(key) is None:
                event[key] = above[inherited]
    if event.get("event_type") == "session":  # the event_id and session_id of a session are equal
        one = next((event[key] for key in _IDS if event.get(key) is not None), None) or new_id("session_id", position)
        event |= {key: one for key in _IDS if event.get(key) is None}
    for key in _IDS:
        if event.get(key) is None:
            event[key] = new_id(key, position)


def _as_stored(event: dict[str, Any]) -> dict[str, Any]:
    """Return the event. A session's own event is marked, so that its key `session_name` is sent without a warning.

    The service adds this key. Other unknown keys keep their warning, since they may be misspelled.
    """
    from honeyhive_api.shapes import SHAPES

    if event.get("event_type") != "session" or "session_name" not in event:
        return event
    known = {field.name for field in SHAPES["CreateEventRequest"]}
    return FromModel(event) if event.keys() - known == {"session_name"} else event
