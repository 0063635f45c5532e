# Generated from openapi.yaml by `python -m generator` (make generate). Do not edit.
"""Conversion of times to their wire format: Unix milliseconds, or ISO 8601 in UTC."""

import math
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from .errors import InvalidRequestError

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND: Final = timedelta(milliseconds=1)
_DAY: Final = timedelta(days=1)
# isoparse also accepts years, months, weeks and ordinal dates, which are ambiguous here. Patterns are compiled at their
# first use, because most programs send times as datetime objects or numbers.
_DATE: Final = r"[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{8}"
_DATE_OR_TIME: Final = rf"(?:{_DATE})(?:[T ].+)?"
_LEAP_SECOND: Final = r"([T ][0-9]{2}:?[0-9]{2}:?)60(?![0-9])"
# In seconds this range is 1973 to 5138; in milliseconds only 1970 to 1973.
_FIRST_SECONDS: Final = 10**8
LAST_SECONDS: Final = 10**11
_RANGE_ENDS: Final = {
    "start_time": timedelta(),
    "$gte": timedelta(),
    "$gt": -_MILLISECOND,
    "end_time": _DAY - _MILLISECOND,
    "$lte": _DAY - _MILLISECOND,
    "$lt": _DAY,
}
"""Keys of a range, with the offset from midnight for a date, so that the range includes the whole day."""


def unix_ms(value: Any, at: str) -> int | float:
    """Return the time in Unix milliseconds. ``at`` is the argument name for errors.

    Strings are converted, because the service would silently replace them with the current time.
    """
    if isinstance(value, str):
        return _since_epoch(_moment(value, at))
    if isinstance(value, datetime):
        return _since_epoch(_aware(value, at))
    forms = "must be Unix milliseconds, an aware datetime or an ISO 8601 string with an offset"
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise InvalidRequestError(f"{forms}, not {type(value).__name__}", argument=at)
    if isinstance(value, float) and not math.isfinite(value):
        raise InvalidRequestError(f"{forms}, not {value}", argument=at)
    return value


def iso_text(value: Any, at: str) -> str:
    """Return the time as an ISO 8601 string in UTC that every parser accepts, without 24:00 or leap seconds."""
    if isinstance(value, str):
        return _in_utc(_moment(value, at), at)
    if not isinstance(value, datetime):
        raise InvalidRequestError(
            f"must be an aware datetime or an ISO 8601 string with an offset, not {type(value).__name__}", argument=at
        )
    return _in_utc(_aware(value, at), at)


def time_range(value: Mapping[str, Any], at: str) -> dict[str, Any]:
    """Return a copy of a range with strings, datetimes and dates as ISO 8601 strings; numbers are kept.

    A date without a time means the whole day in UTC.
    """
    return {
        key: _range_end(item, f"{at}.{key}", _RANGE_ENDS[key]) if key in _RANGE_ENDS else item
        for key, item in value.items()
    }


def is_range(name: str) -> bool:
    """Return True if an argument or schema with this name is a date range."""
    return name.endswith(("DateRange", "dateRange"))


def orders_times(name: str, value: Mapping[str, Any]) -> bool:
    """Return True if a filter compares times; the operator ``is`` compares strings."""
    operator = value.get("operator")
    is_typed = value.get("type") == "datetime" and operator in ("greater than", "less than")
    return "filter" in name.lower() and (is_typed or operator in ("after", "before"))


def with_times(name: str, value: Mapping[str, Any], at: str) -> Mapping[str, Any]:
    """Return a date range or filter with its times as UTC strings, and any other object unchanged."""
    if is_range(name):
        return time_range(value, at)
    time = value.get("value")
    if orders_times(name, value) and isinstance(time, str | datetime):
        return {**value, "value": iso_text(time, f"{at}.value")}
    return value


def refuse_seconds(value: Any, at: str) -> Any:
    """Return the value. Raises InvalidRequestError for a number that looks like Unix seconds."""
    if isinstance(value, int | float) and are_seconds(value):
        raise InvalidRequestError("looks like seconds", argument=at, hint=f"pass {round(value * 1000)} (milliseconds)")
    return value


def are_seconds(value: float) -> bool:
    """Return True if the number looks like Unix seconds."""
    return _FIRST_SECONDS <= value <= LAST_SECONDS


def _range_end(value: Any, at: str, from_midnight: timedelta) -> Any:
    if isinstance(value, date) and not isinstance(value, datetime):
        value = value.isoformat()
    if isinstance(value, str) and re.fullmatch(_DATE, value):
        return _in_utc(_parsed(value, at).replace(tzinfo=UTC), at, from_midnight)
    return iso_text(value, at) if isinstance(value, str | datetime) else value


def _moment(text: str, at: str) -> datetime:
    if re.fullmatch(_DATE, text):
        raise InvalidRequestError(
            "has no time zone", argument=at, hint="add a time with Z or an offset such as T00:00:00+02:00"
        )
    time = _parsed(text, at)
    if time.utcoffset() is None:
        raise InvalidRequestError("has no time zone", argument=at, hint="add Z or an offset such as +02:00")
    return time


def _parsed(text: str, at: str) -> datetime:
    """Return the date or time, which may be naive."""
    upper = text.upper()  # isoparse requires an upper-case T and Z
    if not re.fullmatch(_DATE_OR_TIME, upper):
        raise _not_iso(text, at)
    from dateutil.parser import isoparse

    upper, leap_seconds = re.subn(_LEAP_SECOND, r"\g<1>59", upper)
    try:
        return isoparse(upper) + timedelta(seconds=leap_seconds)
    except (ValueError, OverflowError):
        raise _not_iso(text, at) from None


def _not_iso(text: str, at: str) -> InvalidRequestError:
    return InvalidRequestError(
        f"is not an ISO 8601 date and time: {text[:40]!r}", argument=at, hint="write it as in 2026-11-28T09:30:00+02:00"
    )


def _aware(time: datetime, at: str) -> datetime:
    if time.utcoffset() is None:
        raise InvalidRequestError(
            "has no time zone",
            argument=at,
            hint="make the datetime aware with .astimezone() or datetime.now(timezone.utc)",
        )
    return time


def _since_epoch(time: datetime) -> int:
    return (time - _EPOCH) // _MILLISECOND


def _in_utc(time: datetime, at: str, plus: timedelta = timedelta()) -> str:
    try:
        # Milliseconds with three digits, as in JavaScript. A time without a fraction never ends in 000.
        return (time.astimezone(UTC) + plus).isoformat().removesuffix("+00:00").removesuffix("000") + "Z"
    except OverflowError:
        raise InvalidRequestError(f"is outside the years 1 to 9999 in UTC: {time.isoformat()}", argument=at) from None
