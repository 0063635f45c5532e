"""Sessions that continue across services, in W3C trace context headers, which other tracers understand.

The trace id is the session id without hyphens. An event id is twice as long as a span id, so ``traceparent`` has the
second half of the event id, and ``tracestate`` the whole event id. If the trace id belongs to another tracer,
``tracestate`` also has the session id.
"""

import re
import zlib
from collections.abc import Mapping
from typing import Any, Final, NamedTuple
from uuid import UUID

from honeyhive_api.ids import is_uuid, uuid_of, uuid_of_trace

_TRACEPARENT: Final = re.compile(r"(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:-.*)?")
_NAMED: Final = re.compile(r"([0-9a-f]{32})(?:-([0-9a-f]{32}))?")


class Origin(NamedTuple):
    """The session and event that a request continues."""

    session_id: str
    original_id: str | None
    """The received session id, if it had to be mapped to a UUID; otherwise None."""
    parent_id: str | None
    is_sampled: bool
    is_ours: bool
    """True if this SDK began the session, so that the server already has it."""


def mapped_id(given: Any) -> tuple[str, str | None]:
    """Return the UUID for a user's id, and the original id.

    The original id is the user's id as a string, or None if the user's id is a UUID itself. The service would silently
    replace an id that is not a UUID by a random one. Here the same string always gives the same UUID.
    """
    text = given if isinstance(given, str) else str(given)
    original = None if is_uuid(text) else text.encode("utf-8", "replace").decode()[:1000]
    return uuid_of(text), original


def headers(session_id: str, event_id: str, *, is_sampled: bool) -> dict[str, str]:
    """Return the headers with which another service continues the session at this event."""
    event, trace_id = event_id.replace("-", ""), session_id.replace("-", "")
    # If the trace id is not a UUID by RFC 9562, the receiver would map it to another session: send both ids.
    own = event if uuid_of_trace(trace_id) == session_id else entry(session_id, event_id)
    return {
        "traceparent": f"00-{trace_id}-{event[16:]}-{'01' if is_sampled else '00'}",
        "tracestate": f"honeyhive={own}",
    }


def origin(found: Mapping[str, str]) -> Origin | None:
    """Return the origin that request headers name, in upper or lower case; None if it is missing or malformed."""
    by_name = {str(name).lower(): str(value) for name, value in found.items()}
    match = _TRACEPARENT.fullmatch(by_name.get("traceparent", "").strip())
    if match is None or not match[1].strip("0") or not match[2].strip("0"):
        return None
    entries = dict(part.strip().partition("=")[::2] for part in by_name.get("tracestate", "").split(","))
    return origin_of(match[1], match[2], int(match[3], 16), entries.get("honeyhive"))


def origin_of(trace_id: str, span_id: str, flags: int, entry: str | None) -> Origin:
    """Return the origin that a trace context names. ``entry`` is this SDK's part of ``tracestate``, or None."""
    named = _NAMED.fullmatch(entry or "")
    if named is not None and named[2] is not None:
        # The entry names our last event; other tracers may have passed the trace on since. If the trace id belongs to
        # another tracer, so does the sampled flag.
        session_id, event_id = _hyphenated(named[2]), _hyphenated(named[1])
        is_sampled = named[2] != trace_id or bool(flags & 1)
        return Origin(session_id, None, _unless(event_id, session_id), is_sampled=is_sampled, is_ours=True)
    session_id = uuid_of_trace(trace_id)
    original = None if session_id == _hyphenated(trace_id) else trace_id
    # The span of another tracer is not one of our events, and its sampled flag is not ours.
    if named is None or named[1][16:] != span_id:
        return Origin(session_id, original, None, is_sampled=True, is_ours=False)
    parent_id = _unless(_hyphenated(named[1]), session_id)
    return Origin(session_id, original, parent_id, is_sampled=bool(flags & 1), is_ours=True)


def entry(session_id: str, event_id: str) -> str:
    """Return this SDK's part of ``tracestate`` for a trace whose id is not the session's."""
    return f"{event_id.replace('-', '')}-{session_id.replace('-', '')}"


def _unless(event_id: str, session_id: str) -> str | None:
    return event_id if event_id != session_id else None


def is_chosen(session_id: str, rate: float) -> bool:
    """Return True if the session is in the sampled share. All processes get the same result for a session."""
    return zlib.crc32(session_id.encode()) < rate * 2**32


def _hyphenated(digits: str) -> str:
    return str(UUID(digits))
