"""Retry policy: which failures are worth another attempt, and the pause before it."""

from collections.abc import Mapping
from typing import Final

from .errors import APIConnectionError, APIStatusError, HoneyHiveError

_FIRST_PAUSE: Final = 0.5
_LONGEST_PAUSE: Final = 30.0
# A server may ask for a long wait. The client waits two minutes at most, because an error then helps more.
_LONGEST_RETRY_AFTER: Final = 120.0
_NOT_PROCESSED: Final = frozenset({408, 425, 429})
"""Status codes that mean the server did not process the request."""


def may_repeat(error: HoneyHiveError, *, repeatable: bool) -> bool:
    """Return True if another attempt may succeed and cannot do the same work twice."""
    if not error.is_retryable:
        return False
    if repeatable:
        return True
    if isinstance(error, APIConnectionError):
        return not error.request_sent
    return isinstance(error, APIStatusError) and error.status in _NOT_PROCESSED


def pause(attempt: int, random: float, retry_after: float) -> float:
    """Return the seconds to wait after an attempt: exponential backoff with full jitter, added to ``retry_after``.

    ``attempt`` is 0 for the first attempt; ``random`` is a number from 0 to 1.
    """
    # Jitter is added, so that clients with the same Retry-After return neither together nor too early.
    backoff = random * min(_LONGEST_PAUSE, _FIRST_PAUSE * 2.0 ** min(attempt, 10))
    return min(retry_after, _LONGEST_RETRY_AFTER) + backoff


def retry_after(headers: Mapping[str, str], now: float) -> float:
    """Return the seconds for which the header retry-after-ms or Retry-After asks; 0.0 if neither is readable.

    ``now`` is the Unix time in seconds, for a Retry-After that is a date.
    """
    milliseconds = _number(headers.get("retry-after-ms"))
    if milliseconds is not None:
        return milliseconds / 1000
    text = headers.get("retry-after")
    seconds = _number(text)
    if seconds is not None or not text:
        return seconds or 0.0
    return max(0.0, _date(text, now) - now)


def _number(text: str | None) -> float | None:
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if value >= 0 else None


def _date(text: str, fallback: float) -> float:
    from datetime import UTC
    from email.utils import parsedate_to_datetime

    try:
        date = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return fallback
    return (date if date.tzinfo else date.replace(tzinfo=UTC)).timestamp()
