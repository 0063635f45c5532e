"""Buckets of a time series: fixed steps, aligned to midnight, Monday or the first of a month in a time zone."""

from datetime import UTC, date, datetime, timedelta
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

from ..model.http_messages import HTTPError

DEFAULT_POINTS: Final = 100
_MAX_POINTS: Final = 10_000


class BucketInterval(NamedTuple):
    """Length of a bucket."""

    name: str
    seconds: int
    """The length in seconds; approximate for months and years."""


_INTERVALS: Final = (
    *(BucketInterval(f"{minutes}m", minutes * 60) for minutes in (1, 5, 15)),
    *(BucketInterval(f"{hours}h", hours * 3600) for hours in (1, 6)),
    BucketInterval("1d", 86_400),
    BucketInterval("1w", 604_800),
    BucketInterval("1mo", 2_629_800),
    BucketInterval("1y", 31_557_600),
)


def buckets_of(start: float, end: float, zone: ZoneInfo, max_points: int | None) -> tuple[str, list[float]]:
    """Return the name of the shortest interval with at most ``max_points`` buckets, and the starts of the buckets.

    Times are Unix milliseconds. Raises HTTPError (400) if even one bucket per year is too many, or if the range is
    outside of the calendar.
    """
    try:
        return _shortest(start, end, zone, max_points)
    except (OverflowError, ValueError):
        raise HTTPError(400, "date_range: choose a range within the years 2 to 9998") from None


def _shortest(start: float, end: float, zone: ZoneInfo, max_points: int | None) -> tuple[str, list[float]]:
    most = min(max_points or DEFAULT_POINTS, _MAX_POINTS)
    for interval in _INTERVALS:
        if (end - start) / 1000 / interval.seconds > most + 1:
            continue
        found = _starts(interval, start, end, zone)
        if len(found) <= most:
            return interval.name, found
    raise HTTPError(400, f"query.bucket.max_points: the range is too long for {most} buckets; send a larger number")


def _starts(interval: BucketInterval, start: float, end: float, zone: ZoneInfo) -> list[float]:
    current = _floor(interval, start, zone)
    found = []
    while current < end:
        found.append(current)
        current = _next(interval, current, zone)
    return found


def _floor(interval: BucketInterval, moment: float, zone: ZoneInfo) -> float:
    """Return the start of the bucket that contains a moment."""
    day = datetime.fromtimestamp(moment / 1000, zone).date()
    match interval.name:
        case "1w":
            day -= timedelta(days=day.weekday())
        case "1mo":
            day = day.replace(day=1)
        case "1y":
            day = day.replace(month=1, day=1)
    midnight = _midnight(day, zone)
    if interval.seconds >= 86_400:
        return midnight
    step = interval.seconds * 1000
    return midnight + (moment - midnight) // step * step


def _next(interval: BucketInterval, start: float, zone: ZoneInfo) -> float:
    day = datetime.fromtimestamp(start / 1000, zone).date()
    match interval.name:
        case "1d":
            return _midnight(day + timedelta(days=1), zone)
        case "1w":
            return _midnight(day + timedelta(days=7), zone)
        case "1mo":
            return _midnight((day.replace(day=1) + timedelta(days=32)).replace(day=1), zone)
        case "1y":
            return _midnight(date(day.year + 1, 1, 1), zone)
    step, end = interval.seconds * 1000, _midnight(day + timedelta(days=1), zone)
    # The day of a clock change may end with a shorter bucket, or have two midnights.
    return end if start < end < start + step else start + step


def _midnight(day: date, zone: ZoneInfo) -> float:
    return datetime(day.year, day.month, day.day, tzinfo=zone).timestamp() * 1000


def iso_time(milliseconds: float) -> str:
    """Return a Unix time, given in milliseconds, as an ISO 8601 string in UTC."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
