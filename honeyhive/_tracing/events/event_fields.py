"""EventFields of an event: their types, and the keys that the API knows."""

from collections.abc import Mapping
from typing import Any, Final, Literal, TypeAlias, TypedDict

EventType: TypeAlias = Literal["model", "tool", "chain"]
Object: TypeAlias = Mapping[str, Any] | None


class EventFields(TypedDict, total=False):
    """The fields of an event besides its inputs."""

    outputs: Any
    config: Object
    metadata: Object
    metrics: Object
    feedback: Object
    user_properties: Object


EVENT_TYPES: Final = frozenset({"model", "tool", "chain"})
OBJECT_KEYS: Final = ("inputs", "outputs", "config", "metadata", "metrics", "feedback", "user_properties")
"""Keys with a JSON object of the user."""
TIME_KEYS: Final = ("start_time", "end_time", "duration")
OTHER_KEYS: Final = frozenset(
    {"event_id", "session_id", "parent_id", "event_type", "event_name", "source", "error", *TIME_KEYS}
)
