"""Write docs/opentelemetry-mapping.md from the mapping table.

To refresh: .venv/bin/python -m tests.semconv.record
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from honeyhive._semconv.event_types import TYPES
from honeyhive._semconv.mapping.rule import KINDS, SOURCES, Row
from honeyhive._semconv.mapping.rules import EVENT_ROWS, RESOURCE_ROWS, ROWS, SESSIONS

DOCS = Path(__file__).parents[2] / "docs" / "opentelemetry-mapping.md"


def rendered() -> str:
    """What the page should say."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# How a span of OpenTelemetry becomes an event"
    yield ""
    yield (
        "Made from the rules that the code itself uses. The rows stand in order of precedence. A row whose field is "
        "taken by another value takes nothing, and an attribute that no row takes stays in `metadata` under its own "
        "name. [otlp.md](otlp.md) says what else becomes of a span."
    )
    yield from _section("Sources", ("name", "what"), ((f"`{name}`", what) for name, what in SOURCES.items()))
    yield from _section(
        "The type of an event",
        ("attribute", "value", "type", "source"),
        (
            (f"`{each.key}`", _values(each.types, kind), kind, each.source)
            for each in TYPES
            for kind in _kinds(each.types)
        ),
        "The first that is there decides; without any of it the type is `chain`.",
    )
    yield from _section(
        "The session of an event",
        ("attribute of the span, else of its resource", "source"),
        ((f"`{key}`", source) for key, source in SESSIONS),
        "A UUID is the id as it is, another text is made into one; without any of it the session is the trace.",
    )
    yield from _section("Attributes of a span", ("attribute", "field", "read as", "source"), _table(ROWS))
    yield from _section(
        "Attributes of the resource",
        ("attribute", "field", "read as", "source"),
        _table(RESOURCE_ROWS),
        "They fill what the span leaves open.",
    )
    yield from _section(
        "Events of a span",
        ("event", "field", "read as", "source"),
        _table(EVENT_ROWS),
        "They count where no attribute tells the conversation. The attributes of an event "
        "`gen_ai.client.inference.operation.details` are the span's; `exception` becomes `error` when the status says "
        "so; every other event stays in `metadata.span_events`.",
    )
    yield from _section("How values are read", ("read as", "what it gives"), KINDS.items())


def _section(title: str, head: tuple[str, ...], rows: Iterable[tuple[str, ...]], prose: str = "") -> Iterator[str]:
    yield from ("", f"## {title}", "")
    if prose:
        yield from (prose, "")
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def _table(rows: Iterable[Row]) -> Iterator[tuple[str, ...]]:
    return ((f"`{row.key}`", f"`{row.target}`", row.kind, row.source) for row in rows)


def _kinds(types: dict[str, str]) -> list[str]:
    return list(dict.fromkeys(types.values()))


def _values(types: dict[str, str], kind: str) -> str:
    found = [value for value, its_kind in types.items() if its_kind == kind]
    return "any" if found == ["*"] else ", ".join(f"`{value}`" for value in found)


if __name__ == "__main__":
    DOCS.write_text(rendered())
