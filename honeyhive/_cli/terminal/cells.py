"""Text of a value in a table cell: scalars unchanged, times in the user's time zone, objects without JSON syntax."""

import json
import re
import sys
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, tzinfo
from typing import Any, Final

import click

from .global_flags import given

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_ISO_TIME: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)")


def zone_of(ctx: click.Context) -> tzinfo | None:
    """Return the time zone for output: None for local time on a terminal without --utc, otherwise UTC."""
    return None if sys.stdout.isatty() and not given(ctx).get("utc") else UTC


def time_text(milliseconds: Any, zone: tzinfo | None) -> str:
    """Return Unix milliseconds as date and time to the second; empty for a value that is not a time."""
    if isinstance(milliseconds, bool) or not isinstance(milliseconds, int | float):
        return ""
    try:
        return f"{(_EPOCH + timedelta(milliseconds=milliseconds)).astimezone(zone):%Y-%m-%d %H:%M:%S}"
    except (OverflowError, ValueError):
        return ""


def cell_text(value: Any, zone: tzinfo | None) -> str:
    """Return the text of a table cell for a value; empty for None."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _string(value, zone)
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_inner(item, zone)}" for key, item in value.items())
    if isinstance(value, list):
        if any(isinstance(item, Mapping | list) for item in value):
            return f"{len(value)} item{'s' * (len(value) != 1)}"
        return ", ".join(cell_text(item, zone) for item in value)
    return json.dumps(value)


def _inner(value: Any, zone: tzinfo | None) -> str:
    text = cell_text(value, zone)
    return f"({text})" if isinstance(value, Mapping) and value else text


def _string(value: str, zone: tzinfo | None) -> str:
    if not _ISO_TIME.fullmatch(value):
        return value
    try:
        return f"{datetime.fromisoformat(value).astimezone(zone):%Y-%m-%d %H:%M:%S}"
    except (OverflowError, ValueError):
        return value
