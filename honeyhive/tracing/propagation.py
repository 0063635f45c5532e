"""A session carried from one service to the next, in headers that other tracers understand: W3C trace context.

The trace id is the session id without its hyphens. An event id is twice as long as a span id, so ``traceparent`` has
its second half and ``tracestate`` all of it.
"""

import re
import zlib
from collections.abc import Mapping
from typing import Any, Final, NamedTuple
from uuid import UUID, uuid5

from .records import is_uuid

# Names every id of a user that is no UUID, in every process and on every machine alike.
NAMESPACE: Final = UUID("6f0d2f0e-7c0b-5a53-9b0e-1f6d2b1a7c11")
_TRACEPARENT: Final = re.compile(r"(?!ff)[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(?:-.*)?")
_EVENT: Final = re.compile(r"(?:^|,)\s*honeyhive=([0-9a-f]{32})\s*(?:,|$)")


class Origin(NamedTuple):
    """Where a request comes from."""

    session_id: str
    original_id: str | None
    """The id as it was sent, where it had to be mapped to a UUID."""
    parent_id: str | None
    is_sampled: bool
    is_ours: bool
    """Whether a tracer of this kind began the session, so that the service knows it already."""


def mapped_id(given: Any) -> tuple[str, str | None]:
    """The UUID for an id of the user's, and the id itself where it is none.

    The service would silently put a random id in place of what is no UUID; the same text gives the same UUID here.
    """
    text = given if isinstance(given, str) else str(given)
    lowered = text.lower()
    if is_uuid(lowered):
        return lowered, None
    cleaned = text.encode("utf-8", "replace").decode()
    return str(uuid5(NAMESPACE, cleaned)), cleaned[:1000]


def headers(session_id: str, event_id: str, *, is_sampled: bool) -> dict[str, str]:
    """The headers that continue the session at this event in another service."""
    event = event_id.replace("-", "")
    return {
        "traceparent": f"00-{session_id.replace('-', '')}-{event[16:]}-{'01' if is_sampled else '00'}",
        "tracestate": f"honeyhive={event}",
    }


def origin(found: Mapping[str, str]) -> Origin | None:
    """What the headers of a request say, whatever the case of their names; None if they say nothing readable."""
    by_name = {str(name).lower(): str(value) for name, value in found.items()}
    match = _TRACEPARENT.fullmatch(by_name.get("traceparent", "").strip())
    if match is None or not match[1].strip("0") or not match[2].strip("0"):
        return None
    session_id, original = mapped_id(_hyphenated(match[1]))
    event = _EVENT.search(by_name.get("tracestate", ""))
    # Somebody else's span is no event of ours, and somebody else's sampling is not ours either.
    if event is None or event[1][16:] != match[2]:
        return Origin(session_id, original and match[1], None, is_sampled=True, is_ours=False)
    event_id = _hyphenated(event[1])
    parent_id = event_id if event_id != session_id else None
    is_sampled = bool(int(match[3], 16) & 1)
    return Origin(session_id, original and match[1], parent_id, is_sampled=is_sampled, is_ours=True)


def is_chosen(session_id: str, rate: float) -> bool:
    """Whether a session is among the sampled share: the same answer in every process, for all its events."""
    return zlib.crc32(session_id.encode()) < rate * 2**32


def _hyphenated(digits: str) -> str:
    return str(UUID(digits))
