"""The mapping rules are consistent, and the page in docs is generated from them."""

import pytest

from honeyhive._semconv.mapping.event_types import EVENT_TYPES
from honeyhive._semconv.mapping.rule import KINDS, SOURCES
from honeyhive._semconv.mapping.rules import BUCKETS, EVENT_RULES, RESOURCE_RULES, SESSION_ATTRIBUTES, SPAN_RULES
from honeyhive._semconv.values import READ

from .write_mapping_page import DOCS, rendered

ALL = (*SPAN_RULES, *RESOURCE_RULES, *EVENT_RULES)
FIELDS = {"event_name", "project", "source", "error", "session_id", *BUCKETS}


@pytest.mark.parametrize("row", ALL, ids=lambda row: f"{row.key}-{row.target}")
def test_a_rule_has_a_known_field_kind_and_source(row):
    assert row.target.partition(".")[0] in FIELDS
    assert row.kind in KINDS
    assert row.source in SOURCES
    assert "*" not in row.key.removesuffix(".*")


@pytest.mark.parametrize("rows", [SPAN_RULES, RESOURCE_RULES, EVENT_RULES], ids=["span", "resource", "events"])
def test_no_rule_occurs_twice(rows):
    assert len({row[:2] for row in rows}) == len(rows)


def test_every_source_and_kind_is_used():
    used = {row.source for row in (*ALL, *EVENT_TYPES)} | {source for _, source in SESSION_ATTRIBUTES}

    assert used == SOURCES.keys()
    assert {row.kind for row in ALL} == KINDS.keys()
    assert READ.keys() | {"value", "messages"} == KINDS.keys()


def test_event_types_are_model_tool_or_chain():
    assert {kind for row in EVENT_TYPES for kind in row.types.values()} == {"model", "tool", "chain"}


def test_the_page_in_docs_is_generated_from_the_rules():
    """To write the page again: .venv/bin/python -m tests.semconv.write_mapping_page"""
    assert DOCS.read_text() == rendered()
