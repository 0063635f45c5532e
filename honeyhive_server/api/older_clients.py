"""Requests of older clients: a session wrapped in an object, and times in a unit other than milliseconds."""

from collections.abc import Iterator, Mapping
from typing import Any

# Ranges of Unix times of this century, by unit. Read as milliseconds, the first range is in 1970, and the others are
# after the year 4000.
_UNITS = {
    "seconds": (1e9, 1e10),
    "microseconds": (1e14, 1e17),
    "nanoseconds": (1e17, 1e20),
}

# Times in this range are plausible milliseconds. It overlaps none of the ranges above.
_PLAUSIBLE = (1e10, 1e14)

# First segments of routes that had no version in their path. Other such routes have their own handlers.
_UNVERSIONED = frozenset({"datasets", "datapoints", "metrics", "runs", "configurations"})


def versioned(raw_path: str) -> str | None:
    """Return the v1 path for an unversioned path of older clients, or None."""
    first = raw_path.split("/", 2)[1] if raw_path.startswith("/") else ""
    return f"/v1{raw_path}" if first in _UNVERSIONED or raw_path == "/events/export" else None


def wrapped_session(body: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return the session under `session` in the body of an unversioned route, or None."""
    inner = body.get("session")
    return inner if isinstance(inner, dict) and not body.get("session_name") and not body.get("event_name") else None


def time_faults(document: Mapping[str, Any]) -> Iterator[str]:
    """Yield a sentence for each time that seems to be in a unit other than milliseconds."""
    for name in ("start_time", "end_time"):
        value = document.get(name)
        if isinstance(value, int | float) and not _PLAUSIBLE[0] <= value < _PLAUSIBLE[1]:
            for unit, (first, last) in _UNITS.items():
                if first <= value < last:
                    yield f"{name}: {value} seems to be in {unit}; times are Unix milliseconds"
