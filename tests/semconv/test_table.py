"""The table itself: each row says what is known, and the page in docs is made from it."""

import pytest

from honeyhive._semconv.event_types import TYPES
from honeyhive._semconv.mapping.rule import KINDS, SOURCES
from honeyhive._semconv.mapping.rules import BUCKETS, EVENT_ROWS, RESOURCE_ROWS, ROWS, SESSIONS
from honeyhive._semconv.values import READ

from .record import DOCS, rendered

ALL = (*ROWS, *RESOURCE_ROWS, *EVENT_ROWS)
FIELDS = {"event_name", "project", "source", "error", "session_id", *BUCKETS}


@pytest.mark.parametrize("row", ALL, ids=lambda row: f"{row.key}-{row.target}")
def test_a_row_names_a_field_a_way_of_reading_and_a_source(row):
    assert row.target.partition(".")[0] in FIELDS
    assert row.kind in KINDS
    assert row.source in SOURCES
    assert "*" not in row.key.removesuffix(".*")


@pytest.mark.parametrize("rows", [ROWS, RESOURCE_ROWS, EVENT_ROWS], ids=["span", "resource", "events"])
def test_no_row_stands_there_twice(rows):
    assert len({row[:2] for row in rows}) == len(rows)


def test_every_source_and_every_way_of_reading_is_used():
    told = {row.source for row in (*ALL, *TYPES)} | {source for _, source in SESSIONS}

    assert told == SOURCES.keys()
    assert {row.kind for row in ALL} == KINDS.keys()
    assert READ.keys() | {"value", "messages"} == KINDS.keys()


def test_every_type_is_one_that_the_api_has():
    assert {kind for row in TYPES for kind in row.types.values()} == {"model", "tool", "chain"}


def test_the_page_in_docs_is_made_from_the_table():
    """To refresh: .venv/bin/python -m tests.semconv.record"""
    assert DOCS.read_text() == rendered()
