"""Short forms of time ranges: --since 2h and --date 2026-11-28 instead of --date-range."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Final

import click
from honeyhive_api.shapes import SHAPES
from honeyhive_api.types import Field, Operation

_AGE: Final = re.compile(r"(\d+)([smhdw])")
_UNITS: Final = {"s": "seconds", "m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_KEY: Final = "dateRange"
_AHEAD: Final = timedelta(days=1)
"""Time from now to the end of a --since range, which lies in the future: a machine's clock may be ahead."""


def time_flags() -> list[click.Option]:
    """Return the options --since and --date."""
    return [
        click.Option(
            ["--since"],
            metavar="AGE|TIME",
            help="Only items that started after this: an age such as 30m, 2h or 7d, or a time.",
        ),
        click.Option(
            ["--date"], metavar="DATE", help="Only items that started on this day in UTC, such as 2026-11-28."
        ),
    ]


def range_field(operation: Operation) -> Field | None:
    """Return the field whose value is a start and an end; None if the operation has none."""
    fields = (field for field in operation.fields if field.name == _KEY)
    return next((field for field in fields if len(SHAPES.get(field.shape or "", ())) == len(("start", "end"))), None)


def time_range(
    ctx: click.Context, field: Field, since: str | None, day: str | None, *, has_range: bool
) -> dict[str, str] | None:
    """Return the value of ``field`` that --since or --date stands for; None if neither flag is given.

    Raises UsageError for a wrong value, or if more than one time range is given.
    """
    ranges = (("--since", since), ("--date", day), ("--date-range", has_range))
    *others, last_flag = [name for name, value in ranges if value] or [""]
    if others:
        raise click.UsageError(f"pass only one of {', '.join(others)} and {last_flag}", ctx)
    if not since and not day:
        return None
    first, last = [one.name for one in SHAPES[field.shape or ""]][:2]
    if since:
        return {first: _time(ctx, since), last: _text(datetime.now(UTC) + _AHEAD)}
    try:
        start = date.fromisoformat(day or "")
    except ValueError:
        raise click.UsageError(f"--date: {day!r} is not a date; write it as 2026-11-28", ctx) from None
    return {first: f"{start}T00:00:00.000Z", last: f"{start}T23:59:59.999Z"}


def _time(ctx: click.Context, since: str) -> str:
    if age := _AGE.fullmatch(since):
        try:
            return _text(datetime.now(UTC) - timedelta(**{_UNITS[age[2]]: int(age[1])}))
        except OverflowError:
            raise click.UsageError(f"--since: {since!r} is too long ago", ctx) from None
    try:
        time = datetime.fromisoformat(since)
        return _text(time.replace(tzinfo=UTC) if len(since) == len("2026-11-28") else _with_zone(time))
    except ValueError:
        words = "is neither an age such as 30m, 2h or 7d, nor a date or a time such as 2026-11-28T09:00:00Z"
        raise click.UsageError(f"--since: {since!r} {words}", ctx) from None


def _with_zone(time: datetime) -> datetime:
    """Return the time. Raises ValueError if it has no time zone."""
    if time.tzinfo is None:
        raise ValueError("no time zone")
    return time


def _text(time: datetime) -> str:
    return f"{time.astimezone(UTC).isoformat(timespec='milliseconds').removesuffix('+00:00')}Z"
