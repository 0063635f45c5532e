"""When a failed attempt is worth another one, how long to wait before it, and when to stop trying at all."""

from collections.abc import Mapping
from typing import Final

from .errors import APIConnectionError, APIStatusError, APITimeoutError, HoneyHiveError

_FIRST: Final = 0.5
_LONGEST: Final = 30.0
_LONGEST_ASKED: Final = 120.0
# Answers which say that the request was not worked on.
_NOT_WORKED_ON: Final = frozenset({408, 425, 429})
_FULL: Final = 500


class RetryBudget:
    """What a client may spend on repeats, so that it adds no load to an API that is down: 500 tokens at first.

    A repeat takes 5, one after a timeout 10; a call that succeeds gives back what it took, and 1 if it took nothing.
    """

    # Without a lock, which a fork could catch locked: two threads may at worst lose a token to each other.
    __slots__ = ("tokens",)

    def __init__(self) -> None:
        self.tokens: int = _FULL

    def take(self, price: int) -> bool:
        """Whether there was enough, which is then taken."""
        if self.tokens < price:
            return False
        self.tokens -= price
        return True

    def give(self, tokens: int) -> None:
        """Puts back what a call took that has succeeded at last."""
        self.tokens = min(_FULL, self.tokens + (tokens or 1))


def price_of(error: HoneyHiveError) -> int:
    """The tokens for a repeat after this error."""
    return 10 if isinstance(error, APITimeoutError) else 5


def may_repeat(error: HoneyHiveError, *, repeatable: bool) -> bool:
    """Whether sending it again may help and cannot do the same work twice."""
    if not error.is_retryable:
        return False
    if repeatable:
        return True
    if isinstance(error, APIConnectionError):
        return not error.request_sent
    return isinstance(error, APIStatusError) and error.status in _NOT_WORKED_ON


def pause(attempt: int, random: float, asked: float) -> float:
    """Seconds to wait after the given attempt, the first being 0: full jitter, on top of what the server asked for.

    ``random`` is a number from 0 to 1.
    """
    # The jitter comes on top, so that clients which were all asked for the same wait do not return together.
    return min(asked, _LONGEST_ASKED) + random * min(_LONGEST, _FIRST * 2.0 ** min(attempt, 10))


def asked_wait(headers: Mapping[str, str], now: float) -> float:
    """The seconds that Retry-After or retry-after-ms asks for, 0.0 if neither can be read; ``now`` is unix seconds."""
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
