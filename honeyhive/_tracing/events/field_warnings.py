"""Log warnings about fields of events that are moved, replaced or probably wrong."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from .event_fields import EVENT_TYPES

if TYPE_CHECKING:
    from ..tracer import Tracer


def warn_of_keys(tracer: "Tracer", unknown: Iterable[str], known: Iterable[str]) -> None:
    """Log a warning once for each unknown key, with the nearest known key."""
    from difflib import get_close_matches

    for key in unknown:
        nearest = get_close_matches(str(key), known, 1)
        hint = f" (did you mean {nearest[0]!r}?)" if nearest else ""
        tracer.notices.warn_once(
            f"key {key}", f"an event has the unknown key {str(key)[:60]!r}{hint}; it was moved to the metadata"
        )
    tracer.notices.emit()


def warn_of_seconds(tracer: "Tracer", name: str, value: float) -> None:
    """Log a warning once, for a time that looks like seconds. The time is sent unchanged, because it may be right."""
    words = f"{name} looks like seconds; pass {value} * 1000 (milliseconds). It is sent unchanged"
    tracer.notices.warn_once("seconds", words)
    tracer.notices.emit()


def warn_of_type(tracer: "Tracer", given: str | None) -> None:
    """Log a warning, at most once a minute, that the type of an event is unknown."""
    words = f"the type of an event must be one of {sorted(EVENT_TYPES)}, not {given!r:.50}"
    tracer.warn("type", f"{words}; it is sent as 'chain', with the value in metadata.event_type")
