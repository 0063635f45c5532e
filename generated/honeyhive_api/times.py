# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Times as they travel: unix milliseconds as a number, or an ISO 8601 text."""

import math
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from .errors import InvalidRequestError

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND: Final = timedelta(milliseconds=1)
_WAYS: Final = "unix milliseconds as a number, an aware datetime, or an ISO 8601 text with an offset"


def unix_ms(value: Any, at: str) -> int | float:
    """The time in unix milliseconds; a text would silently become "now" on the server, so it is converted here."""
    if isinstance(value, str):
        return _since_epoch(_parsed(value, at), at)
    if isinstance(value, datetime):
        return _since_epoch(value, at)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise InvalidRequestError(f"{at} must be {_WAYS}; not {type(value).__name__}")
    if isinstance(value, float) and not math.isfinite(value):
        raise InvalidRequestError(f"{at} must be {_WAYS}; not {value}")
    return value


def iso_text(value: Any, at: str) -> str:
    """The time as an ISO 8601 text; a text is left as it is."""
    if isinstance(value, str):
        return value
    if not isinstance(value, datetime):
        raise InvalidRequestError(f"{at} must be an ISO 8601 text or an aware datetime; not {type(value).__name__}")
    _refuse_naive(value, at)
    return value.isoformat()


def _parsed(text: str, at: str) -> datetime:
    try:
        return datetime.fromisoformat(text.upper())  # it takes no small z
    except ValueError:
        fault = f"{at} must be {_WAYS}; {text[:40]!r} is none of them"
    raise InvalidRequestError(fault)


def _since_epoch(time: datetime, at: str) -> int:
    _refuse_naive(time, at)
    return (time - _EPOCH) // _MILLISECOND


def _refuse_naive(time: datetime, at: str) -> None:
    if time.utcoffset() is None:
        raise InvalidRequestError(
            f"{at} has no time zone, so it names no moment: end a text with Z or an offset such as +02:00, "
            "make a datetime aware with datetime.now(timezone.utc) or .astimezone()"
        )
