"""Write docs/opentelemetry-mapping.md from the mapping rules.

To refresh: .venv/bin/python -m tests.semconv.write_mapping_page
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from honeyhive._semconv.mapping.event_types import EVENT_TYPES
from honeyhive._semconv.mapping.rule import KINDS, SOURCES, MappingRule
from honeyhive._semconv.mapping.rules import EVENT_RULES, RESOURCE_RULES, SESSION_ATTRIBUTES, SPAN_RULES

DOCS = Path(__file__).parents[2] / "docs" / "opentelemetry-mapping.md"


def rendered() -> str:
    """Return the text of the page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# OpenTelemetry mapping: spans to events"
    yield ""
    yield (
        "Generated from the mapping rules in the code. Rules are in order of precedence. A rule whose field already "
        "has another value is skipped, and an attribute that no rule takes stays in `metadata` under its own name. "
        "[OTLP](otlp.md) covers the rest of a span."
    )
    yield from _section(
        "Sources", ("name", "convention"), ((f"`{name}`", convention) for name, convention in SOURCES.items())
    )
    yield from _section(
        "Event types",
        ("attribute", "value", "type", "source"),
        (
            (f"`{each.key}`", _values(each.types, kind), kind, each.source)
            for each in EVENT_TYPES
            for kind in _kinds(each.types)
        ),
        "The first attribute that is present decides. Without any, the type is `chain`.",
    )
    yield from _section(
        "Session ids",
        ("attribute of the span, or else of its resource", "source"),
        ((f"`{key}`", source) for key, source in SESSION_ATTRIBUTES),
        "A UUID is used unchanged; any other string is hashed to a UUID. Without any, the trace is the session.",
    )
    yield from _section("Span attributes", ("attribute", "field", "kind", "source"), _rule_cells(SPAN_RULES))
    yield from _section(
        "Resource attributes",
        ("attribute", "field", "kind", "source"),
        _rule_cells(RESOURCE_RULES),
        "They fill fields that the span leaves unset.",
    )
    yield from _section(
        "Span events",
        ("event", "field", "kind", "source"),
        _rule_cells(EVENT_RULES),
        "They apply if no attribute holds the conversation. Attributes of the event "
        "`gen_ai.client.inference.operation.details` count as the span's. `exception` becomes `error` if the status is "
        "an error. Every other event stays in `metadata.span_events`.",
    )
    yield from _section("Value kinds", ("kind", "result"), KINDS.items())


def _section(title: str, head: tuple[str, ...], rows: Iterable[tuple[str, ...]], prose: str = "") -> Iterator[str]:
    yield from ("", f"## {title}", "")
    if prose:
        yield from (prose, "")
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def _rule_cells(rules: Iterable[MappingRule]) -> Iterator[tuple[str, ...]]:
    return ((f"`{rule.key}`", f"`{rule.target}`", rule.kind, rule.source) for rule in rules)


def _kinds(types: dict[str, str]) -> list[str]:
    return list(dict.fromkeys(types.values()))


def _values(types: dict[str, str], kind: str) -> str:
    found = [value for value, its_kind in types.items() if its_kind == kind]
    return "any" if found == ["*"] else ", ".join(f"`{value}`" for value in found)


if __name__ == "__main__":
    DOCS.write_text(rendered())
