"""Sessions that only spans of OpenTelemetry tell of, until a call starts them.

Pure functions from what is stored and what is sent to what is stored then. What a call says of a session counts more
than what its spans imply, whichever comes first.
"""

from collections.abc import Mapping
from typing import Any, Final

from .event_model import DEFAULT_PROJECT, MERGED_INTO_SESSION, UNKNOWN, Document, merge_session

IMPLIED = "otel.session"
"""The key in the metadata of a session that no call has started."""
# What a session has of which its call said nothing.
_UNSAID: Final[tuple[Any, ...]] = (None, {}, [], UNKNOWN, DEFAULT_PROJECT)


def is_implied(session: Mapping[str, Any]) -> bool:
    """Whether no call has started the session."""
    return IMPLIED in (session.get("metadata") or {})


def start(stored: Document, sent: Mapping[str, Any]) -> Document:
    """The stored session after a call started it, again or for the first time."""
    merged = merge_session(stored, sent)
    if not is_implied(merged):
        return merged
    said = {key: value for key, value in sent.items() if key not in MERGED_INTO_SESSION and value not in _UNSAID}
    metadata = {key: value for key, value in merged["metadata"].items() if key != IMPLIED}
    return reaching({**merged, **said, "metadata": metadata}, stored, sent)


def reaching(session: Document, stored: Mapping[str, Any], sent: Mapping[str, Any]) -> Document:
    """The session from the earliest start to the latest end of the two."""
    starts = [at for each in (stored, sent) if (at := each.get("start_time")) is not None]
    ends = [at for each in (stored, sent) if (at := each.get("end_time")) is not None]
    times = {"start_time": min(starts)}
    if ends:
        times.update(end_time=max(ends), duration=max(max(ends) - min(starts), 0))
    return {**session, **times}
