"""The occurrences of names are exact, in constant memory."""

import tracemalloc
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from honeyhive import ConfigurationError
from honeyhive._experiments import seen_names
from honeyhive._experiments.seen_names import SeenNames


@pytest.mark.parametrize("held", [0, 3, 10_000])
def test_occurrences_are_those_of_a_counter(held: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seen_names, "_HELD", held)

    @given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=2)))
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


def test_a_full_temporary_folder_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seen_names, "_HELD", 0)
    monkeypatch.setattr(seen_names, "_COUNT", "INSERT INTO missing VALUES (?)")
    with SeenNames() as seen, pytest.raises(ConfigurationError, match="set TMPDIR to another one"):
        seen.add("a")
