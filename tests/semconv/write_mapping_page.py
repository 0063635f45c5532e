"""Writes docs/opentelemetry-mapping.md from the mapping rules.

To write the page again: .venv/bin/python -m tests.semconv.write_mapping_page
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
        "This page is generated from the mapping rules in the code. Each table lists the rules in order of precedence. "
        "If an earlier rule has already set a field, a later rule for the same field is skipped. An attribute that no "
        "rule maps stays in `metadata` under its own name. [OTLP](otlp.md) explains how the other parts of a span "
        "become an event."
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
        "The first of these attributes that the span has decides the type. If it has none of them, the type is "
        "`chain`.",
    )
    yield from _section(
        "Session ids",
        ("attribute of the span, or else of its resource", "source"),
        ((f"`{key}`", source) for key, source in SESSION_ATTRIBUTES),
        "The session of a span is named by the first of these attributes. A UUID is used unchanged as the session id; "
        "any other string is hashed to a UUID. Without any of these attributes, each trace is a session.",
    )
    yield from _section("Span attributes", ("attribute", "field", "kind", "source"), _rule_cells(SPAN_RULES))
    yield from _section(
        "Resource attributes",
        ("attribute", "field", "kind", "source"),
        _rule_cells(RESOURCE_RULES),
        "Resource attributes set only the fields that the span's own attributes leave unset.",
    )
    yield from _section(
        "Span events",
        ("event", "field", "kind", "source"),
        _rule_cells(EVENT_RULES),
        "These rules apply only if no attribute of the span holds the conversation. Attributes of the span event "
        "`gen_ai.client.inference.operation.details` count as attributes of the span. The span event `exception` "
        "becomes `error` if the status of the span is an error. Every other span event stays in "
        "`metadata.span_events`.",
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
