"""Sessions that no API call has started: they are known only from their OpenTelemetry spans.

Pure functions from the stored and the sent session to the session to store. Values of a call have precedence over
values from spans, in any order.
"""

from collections.abc import Mapping
from typing import Any, Final

from .event_model import DEFAULT_PROJECT, MERGED_INTO_SESSION, UNKNOWN, Document, merge_session

IMPLIED = "otel.session"
"""Metadata key that marks a session which no call has started."""
# Default values of a session started by a call.
_UNSET: Final[tuple[Any, ...]] = (None, {}, [], UNKNOWN, DEFAULT_PROJECT)


def is_implied(session: Mapping[str, Any]) -> bool:
    """Return True if no call has started the session."""
    return IMPLIED in (session.get("metadata") or {})


def start(stored: Document, sent: Mapping[str, Any]) -> Document:
    """Return the session to store after a call started it, for the first time or again."""
    merged = merge_session(stored, sent)
    if not is_implied(merged):
        return merged
    given = {key: value for key, value in sent.items() if key not in MERGED_INTO_SESSION and value not in _UNSET}
    metadata = {key: value for key, value in merged["metadata"].items() if key != IMPLIED}
    return extended({**merged, **given, "metadata": metadata}, stored, sent)


def extended(session: Document, stored: Mapping[str, Any], sent: Mapping[str, Any]) -> Document:
    """Return the session with the earliest start and the latest end of its two versions ``stored`` and ``sent``."""
    starts = [at for each in (stored, sent) if (at := each.get("start_time")) is not None]
    ends = [at for each in (stored, sent) if (at := each.get("end_time")) is not None]
    times = {"start_time": min(starts)}
    if ends:
        times.update(end_time=max(ends), duration=max(max(ends) - min(starts), 0))
    return {**session, **times}
