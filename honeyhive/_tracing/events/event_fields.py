"""Fields of an event: their types, the known keys, and errors for unknown keys and late values."""

import warnings
from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal, TypeAlias, TypedDict

from .labels import LABELS

EventType: TypeAlias = Literal["model", "tool", "chain"]
Object: TypeAlias = Mapping[str, Any] | None


class Labels(TypedDict, total=False):
    """Labels for finding sessions and events, kept in the metadata."""

    project: str | None
    """Name of the project, for display: the key decides where events are stored."""
    tags: Sequence[str] | None
    user_id: str | None
    conversation_id: str | None


class SessionFields(Labels, total=False):
    """The fields of a session besides its inputs, metadata, configuration and user properties."""

    source: str | None
    """Source of the session and of its events. Defaults to the client's source."""


class EventFields(Labels, total=False):
    """The fields of an event besides its inputs."""

    outputs: Any
    config: Object
    metadata: Object
    metrics: Object
    feedback: Object
    user_properties: Object
    source: str | None
    """Source of the event and of the events inside it. Defaults to the session's source."""


class Updates(Labels, total=False):
    """The arguments of ``update`` of an event or a session."""

    outputs: Any
    config: Object
    metadata: Object
    metrics: Object
    feedback: Object
    user_properties: Object
    error: Any


EVENT_TYPES: Final = frozenset({"model", "tool", "chain"})
OBJECT_KEYS: Final = ("inputs", "outputs", "config", "metadata", "metrics", "feedback", "user_properties")
"""Keys whose values are the user's JSON objects."""
TIME_KEYS: Final = ("start_time", "end_time", "duration")
OTHER_KEYS: Final = frozenset(
    {"event_id", "session_id", "parent_id", "event_type", "event_name", "source", "error", *TIME_KEYS}
)
_MEANT: Final = {
    "input": "use inputs=",
    "output": "use outputs=",
    "event_type": "use type=",
    "event_name": "pass the name first, without a keyword",
    "metric": "use metrics=",
    "tag": "use tags=",
    "tokens": "use metadata=",
    "error": "set event.error in the block",
    "duration": "it is measured; pass your own times to log_event()",
    "start_time": "it is measured; pass your own times to log_event()",
    "end_time": "it is measured; pass your own times to log_event()",
}
_OF_SESSIONS: Final = {
    "inputs": "they are sent at the start: pass them to session()",
    "name": "it is sent at the start: pass it to session()",
    "type": "a session has no type",
    "source": "it is sent at the start: pass it to session()",
}
_KEYWORDS: Final = {
    "event": ("type", *OBJECT_KEYS, "source", *LABELS),
    "session": ("session_id", "inputs", "metadata", "config", "user_properties", "source", *LABELS),
    "event.update": ("name", "type", *OBJECT_KEYS, "error", *LABELS),
    "session.update": (*(name for name in OBJECT_KEYS if name != "inputs"), "error", *LABELS),
    "trace": ("type", "name", "inputs", "outputs", "reduce", "metadata", "config"),
}


def check_keywords(function: str, given: Mapping[str, Any]) -> None:
    """Raise TypeError for an unknown keyword. The message suggests the right keyword."""
    known = _KEYWORDS[function]
    unknown = next((name for name in given if name not in known), None)
    if unknown is not None:
        from difflib import get_close_matches

        near = get_close_matches(unknown, known, 1)
        meant = _OF_SESSIONS if function == "session.update" else _MEANT
        advice = meant.get(unknown) or (f"use {near[0]}=" if near else f"it takes {', '.join(known)}")
        raise TypeError(f"{function}() got an unexpected keyword argument {unknown!r}; {advice}")


def warn_of_late_value(name: str, stacklevel: int = 3) -> None:
    """Warn that a field was set after the end of the event. The warning shows the line ``stacklevel`` frames up."""
    words = (
        f"{name} was set after the end, so it is not sent; to change a stored event, use hh.feedback() or "
        "hh.events.update()"
    )
    warnings.warn(words, RuntimeWarning, stacklevel=stacklevel)
