"""The spans parsed from an export, and the checks shared by both encodings."""

from dataclasses import dataclass, field
from string import hexdigits

from honeyhive._semconv import SpanData

# Names of OpenTelemetry's span kinds and status codes, by number. An unknown number has the name of 0.
SPAN_KINDS = {0: "internal", 1: "internal", 2: "server", 3: "client", 4: "producer", 5: "consumer"}
STATUS_CODES = {0: "unset", 1: "ok", 2: "error"}

_HEX = frozenset(hexdigits)

# Maximum nesting of an attribute. No useful attribute is deeper, and the parsers of both encodings stop at about 100.
MAX_DEPTH = 40


class InvalidSpan(Exception):  # noqa: N818 -- it rejects one span, not the request
    """The reason why a span cannot become an event."""


@dataclass
class ParsedSpans:
    """The valid spans of a body, and the reasons why other spans were rejected."""

    spans: list[SpanData] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    """One entry for each rejected span."""


def span_ids(trace_id: str, span_id: str, parent_id: str) -> tuple[str, str, str | None]:
    """Return (trace id, span id, parent span id) in lower-case hex; the parent is None for a root.

    Raises InvalidSpan for an id of the wrong length, of zeros only, or that is not hexadecimal.
    """
    return (
        _checked("traceId", trace_id, 32),
        _checked("spanId", span_id, 16),
        _checked("parentSpanId", parent_id, 16) if parent_id.strip("0") else None,
    )


def _checked(name: str, text: str, digits: int) -> str:
    if len(text) != digits:
        raise InvalidSpan(f"{name}: not {digits // 2} bytes")
    if not text.strip("0"):
        raise InvalidSpan(f"{name}: only zeros")
    if not _HEX.issuperset(text):
        raise InvalidSpan(f"{name}: not hexadecimal")
    return text.lower()
