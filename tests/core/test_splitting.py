"""Long lists are cut into several queries, and their replies are merged into one."""

from typing import Any

import pytest
from honeyhive_api.types import Split

from honeyhive._core.splitting import merged, split_query

SPLIT = Split(parameter="ids[]", size=2, sum=("pagination.total",))


@pytest.mark.parametrize(
    ("ids", "parts"),
    [
        (["a"], [["a"]]),
        (["a", "b"], [["a", "b"]]),
        (["a", "b", "c"], [["a", "b"], ["c"]]),
        (["a", "b", "a", "c", "d"], [["a", "b"], ["c", "d"]]),
        ([], [[]]),
    ],
)
def test_a_list_is_cut_and_no_id_goes_twice(ids: list[str], parts: list[list[str]]) -> None:
    assert [one["ids[]"] for one in split_query(SPLIT, {"ids[]": ids, "name": "x"})] == parts
    assert all(one["name"] == "x" for one in split_query(SPLIT, {"ids[]": ids, "name": "x"}))


def test_nothing_is_cut_without_a_list_or_a_rule() -> None:
    assert split_query(SPLIT, {"name": "x"}) == [{"name": "x"}]
    assert split_query(None, {"ids[]": ["a"] * 9}) == [{"ids[]": ["a"] * 9}]


@pytest.mark.parametrize(
    ("replies", "one"),
    [
        ([{"items": [{"id": 1}]}, {"items": [{"id": 1}]}], {"items": [{"id": 1}, {"id": 1}]}),
        ([{"names": ["a", "b"]}, {"names": ["b", "c"]}], {"names": ["a", "b", "c"]}),
        ([{"pagination": {"total": 3}}, {"pagination": {"total": 4}}], {"pagination": {"total": 7}}),
        ([{"total": 3, "pages": 1}, {"total": 4, "pages": 2}], {"total": 4, "pages": 2}),
        ([{"more": False}, {"more": True}, {"more": False}], {"more": True}),
        ([{"a": None, "b": "x"}, {"a": 1, "c": "y"}], {"a": 1, "b": "x", "c": "y"}),
        ([[1], [2], [3]], [1, 2, 3]),
    ],
)
def test_replies_become_one(replies: list[Any], one: Any) -> None:
    assert merged(SPLIT, replies) == one
