"""Each generated client compiles or parses, works with the local server, and has a correct row in docs/languages.md."""

from pathlib import Path
from typing import Any

import pytest

from generator.document import Document, DocumentError
from tests import needs

from .generators import GENERATORS, Generator
from .probes import HOSTS, START, Seen, drive, judge
from .rows import build, row, rows

pytestmark = pytest.mark.languages

TRIED = [one for one in GENERATORS if one.in_ci]
FACADES = ("openapi-typescript", "typescript-fetch", "go", "java")
"""Generators whose programs also log a batch, and list sessions with the client of another host."""


@pytest.mark.parametrize("generator", TRIED, ids=lambda one: one.title)
def test_the_client_does_what_the_page_says(
    generator: Generator, specs: dict[str, dict[str, Path]], tmp_path: Path
) -> None:
    try:
        result = build(generator, specs, tmp_path)
    except DocumentError as error:
        needs.missing(str(error))
        raise
    seen = drive(generator, tmp_path) if generator.command else None

    found = row(generator, tmp_path, result, seen)
    assert rows().get(generator.title, found) == found
    if seen and generator.name in FACADES:
        check(seen, specs["typed"])
    if generator.command:
        assert judge(generator, tmp_path) == []


def test_the_page_has_a_row_for_each_generator_in_their_order() -> None:
    assert list(rows()) == [one.title for one in GENERATORS]
    assert len(rows()) >= 14
    assert not [one for one in rows().values() if "not compile" in one]


def check(seen: Seen, specs: dict[str, Path]) -> None:
    """Check the data that the program read and the server stored: one session, two events, the exact time."""
    told = seen.told
    if "hosts" in told:
        assert told["hosts"] == {host: _server_of(specs[host]) for host in HOSTS}
    (session,) = seen.sessions
    assert told["stored"] is True
    (listed,) = told["listed"]
    assert (listed["event_name"], listed["start_time"]) == (session["event_name"], START)
    events = {one["event_name"]: one for one in seen.events}
    assert set(events) == {"track-parcel", "answer"}
    assert (events["track-parcel"]["start_time"], events["track-parcel"]["duration"]) == (START, 48)
    assert events["answer"]["outputs"] == {"content": "It is on its way."}
    children: list[dict[str, Any]] = listed["children"]
    assert {one["event_name"] for one in children} == set(events)


def _server_of(spec: Path) -> str:
    (server,) = Document.read(spec).data["servers"]
    return str(server["url"])
