"""Formatting of values for people: durations, times, counts, costs, and strings without invisible characters."""

import math
import re
from datetime import UTC, datetime
from typing import Any, TypeGuard

from honeyhive_api.ids import is_uuid
from markupsafe import Markup, escape

SECOND, MINUTE, HOUR = 1000, 60_000, 3_600_000
_TOO_LONG = 1e12
# Control characters except tab and line feed, and characters that change the text direction or have no width.
_HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]")


def visible(text: str) -> str:
    """Return the string with visible marks for characters that a browser would hide or interpret."""
    return text if text.isprintable() else _HIDDEN.sub(_show, text)


def visible_text(value: Any) -> Any:
    """Return a plain string with visible marks for hidden characters; any other value, such as Markup, unchanged."""
    return visible(value) if type(value) is str else value


def _show(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"\u27e8U+{code:04X}\u27e9"


def is_number(value: Any) -> TypeGuard[float]:
    """Return True for a finite number. The sum of huge numbers may be infinite."""
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def duration(ms: Any) -> str:
    """Return milliseconds in a readable unit, or a dash for a value that is not a number."""
    if not is_number(ms) or ms < 0:
        return "\u2013"
    if ms < 1:
        return f"{ms:.2g} ms" if ms else "0 ms"
    if ms < SECOND:
        return f"{ms:.0f} ms"
    if ms < MINUTE:
        return f"{ms / SECOND:.2f} s"
    if ms < HOUR:
        return f"{ms // MINUTE:.0f} m {ms % MINUTE // SECOND:02.0f} s"
    return f"{ms // HOUR:.0f} h {ms % HOUR // MINUTE:02.0f} m"


def mark(ms: float) -> str:
    """Return the label of a round time on an axis, as short as possible."""
    if ms < MINUTE:
        return f"{ms:g} ms" if ms < SECOND else f"{ms / SECOND:g} s"
    return duration(ms).replace(" 00 s", "").replace(" 00 m", "")


def count(value: Any) -> str:
    """Return a number with thousands separators, or a dash."""
    if not is_number(value):
        return "\u2013"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.2f}"


def cost(value: Any) -> str:
    """Return an amount in dollars, or a dash."""
    if not is_number(value):
        return "\u2013"
    if value >= 1 or value <= 0:
        return f"${value:,.2f}"
    digits = 2 - math.floor(math.log10(value))  # the price has three significant digits
    return f"${value:.{digits}f}" if digits < 9 else f"${value:.1e}"


def score(value: Any) -> str:
    """Return a metric value: a number with four significant digits, a boolean or string unchanged, or a dash."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if not is_number(value):
        return "\u2013" if value is None else str(value)
    if value == int(value) or abs(value) >= 10 * SECOND:
        return f"{value:,.0f}" if abs(value) < _TOO_LONG else f"{value:.3g}"
    return f"{value:,.4g}"


def signed(value: Any) -> str:
    """Return a difference with its sign and four significant digits, or a dash."""
    if not is_number(value):
        return "\u2013"
    sign = "+" if value > 0 else "\u2212" if value < 0 else "\u00b1"
    return sign + score(abs(value))


def share(part: int, whole: int) -> str:
    """Return a ratio in percent; 100 % only if both numbers are equal, and a dash if ``whole`` is 0."""
    if not whole:
        return "\u2013"
    percent = 100 * part / whole
    return f"{int(percent)}%" if percent < 1 or percent > 99 else f"{percent:.0f}%"


def milliseconds(iso: str) -> float:
    """Return the Unix milliseconds of an ISO 8601 time."""
    return datetime.fromisoformat(iso).timestamp() * SECOND


def short(identifier: str) -> str:
    """Return a short form of an id: 8 characters of a UUID, any other id in full."""
    return identifier[:8] if is_uuid(identifier) else identifier


def moment(ms: Any) -> Markup:
    """Return a <time> element for Unix milliseconds; a script converts it to the browser's time zone."""
    try:
        when = datetime.fromtimestamp(ms / SECOND, UTC)
    except (TypeError, ValueError, OverflowError, OSError):
        return escape(ms if is_number(ms) else "\u2013")
    shown = when.strftime("%Y-%m-%d %H:%M:%S")
    iso = when.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return Markup('<time datetime="{}" title="{}">{} UTC</time>').format(iso, iso, shown)
