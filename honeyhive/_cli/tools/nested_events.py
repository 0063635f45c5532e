"""Events with their events in `children`, as in a downloaded session, taken apart into single events."""

from collections.abc import Callable, Iterator
from typing import Any, Final, TypeAlias

from ..._core.arguments import FromModel

# What the service adds to a stored event, and what a downloaded file therefore has. No event is created with it.
_ADDED_BY_SERVICE: Final = ("org_id", "workspace_id", "project")
_IDS: Final = ("event_id", "session_id")

NewId: TypeAlias = Callable[[str, int], str]
"""Returns the id for a key of an event that has none, given the position of the event in its tree."""


def single_events(tree: dict[str, Any], new_id: NewId) -> Iterator[tuple[dict[str, Any], str, str]]:
    """Yield the event and then those below it, each after its parent: (event, place, fault).

    The place is empty for the event itself. The fault is empty unless a child is not an object.

    Ids are set: an event without a session or a parent has those of the event that it is in. Keys that the service adds
    are left out.
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
    if event.get("event_type") == "session":  # the two ids of a session's own event are one
        one = next((event[key] for key in _IDS if event.get(key) is not None), None) or new_id("session_id", position)
        event |= {key: one for key in _IDS if event.get(key) is None}
    for key in _IDS:
        if event.get(key) is None:
            event[key] = new_id(key, position)


def _as_stored(event: dict[str, Any]) -> dict[str, Any]:
    """Return a session's own event such that its key `session_name`, which the service adds, is sent without a warning.

    Other unknown keys keep their warning, since they may be misspelled.
    """
    from honeyhive_api.shapes import SHAPES

    if event.get("event_type") != "session" or "session_name" not in event:
        return event
    known = {field.name for field in SHAPES["CreateEventRequest"]}
    return FromModel(event) if event.keys() - known == {"session_name"} else event
