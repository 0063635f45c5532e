"""The counts of how often each name has occurred are exact, in constant memory."""

import sqlite3
import tracemalloc
from collections import Counter
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from honeyhive import ConfigurationError
from honeyhive._experiments import seen_names
from honeyhive._experiments.seen_names import SeenNames


@pytest.mark.parametrize("held", [0, 3, 10_000])
def test_occurrences_are_those_of_a_counter(held: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seen_names, "_HELD", held)

    @given(st.lists(st.text(max_size=2) | st.sampled_from(["a\0", "a\0b", "\ud800", "\ud801"])))
    def check(names: list[str]) -> None:
        counter = Counter[str]()
        with SeenNames() as seen:
            for name in names:
                counter[name] += 1
                assert seen.add(name) == counter[name]

    check()


def test_memory_does_not_grow_after_the_first_names() -> None:
    with SeenNames() as seen:
        for number in range(10_001):
            assert seen.add(str(number)) == 1
        tracemalloc.start()
        try:
            assert {seen.add(str(number)) for number in range(10_001, 50_000)} == {1}
            grown = tracemalloc.get_traced_memory()[0]
        finally:
            tracemalloc.stop()

        assert grown < 10_000
        assert [seen.add(str(number)) for number in (0, 10_000, 49_999)] == [2, 2, 2]


def test_without_sqlite_all_names_are_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seen_names, "sqlite3", None)
    monkeypatch.setattr(seen_names, "_HELD", 2)
    with SeenNames() as seen:
        assert [seen.add(name) for name in "abcabc"] == [1, 1, 1, 2, 2, 2]


def test_names_are_counted_by_a_sqlite_of_2018(monkeypatch: pytest.MonkeyPatch) -> None:
    class Sqlite326(sqlite3.Connection):
        def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:
            newer = [word for word in ("RETURNING", "STRICT") if word in statement]
            if newer:
                raise sqlite3.OperationalError(f'near "{newer[0]}": syntax error')
            return super().execute(statement, *values)

    monkeypatch.setattr(seen_names, "_HELD", 0)
    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=Sqlite326))
    with SeenNames() as seen:
        assert [seen.add(name) for name in "abaa"] == [1, 1, 2, 3]


def test_a_full_temporary_folder_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seen_names, "_HELD", 0)
    monkeypatch.setattr(seen_names, "_ADD", "INSERT INTO missing VALUES (?)")
    with SeenNames() as seen, pytest.raises(ConfigurationError, match="set TMPDIR to another one"):
        seen.add("a")
