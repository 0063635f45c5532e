"""Events that are sent before their end, and sent again when complete.

Pure functions from the stored and the sent event to the event to store.
"""

from collections.abc import Mapping
from typing import Any, Final

from .event_model import MERGED_INTO_EVENT, OBJECTS, Document, merge

RUNNING: Final = "running"
"""Key in ``metadata.honeyhive`` of an event that a client sends before the event ends."""


def has_end(event: Mapping[str, Any]) -> bool:
    """Return True if an end or a duration of the event is known."""
    return event.get("end_time") is not None or event.get("duration") is not None


def is_running(event: Mapping[str, Any]) -> bool:
    """Return True if the client sent the event before its end, and has not sent the complete event yet."""
    return not has_end(event) and _own(event).get(RUNNING) is True


def completed(stored: Document, sent: Document, *, is_changed: bool) -> Document | None:
    """Return the event to store after its id was posted again; None if the stored event stays unchanged.

    Only a stored event without an end is completed, so a version without an end that arrives late replaces nothing.
    Values that an update has merged in the meantime stay.
    """
    is_running = RUNNING in _own(stored) or not has_end(stored)  # an update may have set an end
    if not is_running or not has_end(sent):
        return None
    whole = dict(sent)
    for name in OBJECTS if is_changed else ():
        whole[name] = merge(stored.get(name), sent[name]) if name in MERGED_INTO_EVENT else sent[name] or stored[name]
    own = {key: value for key, value in _own(whole).items() if key != RUNNING}
    if own != _own(whole):
        rest = {key: value for key, value in whole["metadata"].items() if key != "honeyhive"}
        whole["metadata"] = {**rest, "honeyhive": own} if own else rest
    return whole


def _own(event: Mapping[str, Any]) -> Mapping[str, Any]:
    metadata = event.get("metadata")
    own = metadata.get("honeyhive") if isinstance(metadata, Mapping) else None
    return own if isinstance(own, Mapping) else {}
