"""The counts of how often each name has occurred are exact and take few bytes."""

import tracemalloc
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from honeyhive._experiments.seen_names import SeenNames


@given(st.lists(st.text(max_size=2)))
def test_occurrences_are_those_of_a_counter(names: list[str]) -> None:
    seen, counter = SeenNames(), Counter[str]()
    for name in names:
        counter[name] += 1
        assert seen.add(name) == counter[name]


def test_a_name_takes_at_most_24_bytes() -> None:
    tracemalloc.start()
    try:
        seen = SeenNames()
        before = tracemalloc.get_traced_memory()[0]
        assert {seen.add(str(number)) for number in range(20_000)} == {1}
        grown = tracemalloc.get_traced_memory()[0] - before
    finally:
        tracemalloc.stop()

    assert grown <= 24 * 20_000 + 10_000
    assert [seen.add(str(number)) for number in range(3)] == [2, 2, 2]
