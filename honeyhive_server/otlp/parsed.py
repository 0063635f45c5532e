"""What both encodings of OTLP share: ids, names of numbers, and what comes of reading a body."""

from dataclasses import dataclass, field
from string import hexdigits

from honeyhive._semconv import SpanData

SPAN_KINDS = ("internal", "internal", "server", "client", "producer", "consumer")
STATUS_CODES = ("unset", "ok", "error")

_HEX = frozenset(hexdigits)

# A value nested deeper is no attribute that anybody reads.
MAX_DEPTH = 40


class Unreadable(Exception):  # noqa: N818 -- a reason to leave one span out, not an error
    """Why a span cannot become an event."""


@dataclass
class Reading:
    """The spans of a body, and why others of it were left out."""

    spans: list[SpanData] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    """One for each span that was left out."""


def identify(name: str, text: str, digits: int) -> str:
    """An id in lower-case hex. Raises Unreadable for one of another length, and for zeros."""
    if len(text) != digits:
        raise Unreadable(f"{name}: not {digits // 2} bytes")
    if not text.strip("0"):
        raise Unreadable(f"{name}: only zeros")
    if not _HEX.issuperset(text):
        raise Unreadable(f"{name}: not hexadecimal")
    return text.lower()


def parent(text: str) -> str | None:
    """The id of the span above, or None for a root. Raises Unreadable."""
    return identify("parentSpanId", text, 16) if text.strip("0") else None


def named(names: tuple[str, ...], number: int) -> str:
    """The name of an enumeration's number; that of 0 for one which is not known."""
    return names[number] if 0 <= number < len(names) else names[0]
