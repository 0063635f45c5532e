"""Which rows a dataset has, and what they are called."""

import json
from datetime import date
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from honeyhive import HoneyHive, InvalidRequestError
from honeyhive.experiments.dataset import Dataset, external, read

NO_CLIENT = cast(HoneyHive, None)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def of(rows: list[dict[str, Any]]) -> Dataset:
    return read(rows, NO_CLIENT)


def test_a_row_has_inputs_and_perhaps_a_ground_truth():
    one, two, three, four = of(
        [
            {"inputs": {"q": 1}, "ground_truth": {"a": 2}},
            {"inputs": {"q": 1}, "ground_truths": {"a": 3}},
            {"inputs": "a text"},
            {"question": "all of it is inputs"},
        ]
    ).rows

    assert (one.inputs, one.ground_truth) == ({"q": 1}, {"a": 2})
    assert two.ground_truth == {"a": 3}
    assert (three.inputs, three.ground_truth) == ("a text", None)
    assert (four.inputs, four.ground_truth) == ({"question": "all of it is inputs"}, None)


def test_a_row_with_other_keys_beside_inputs_is_all_inputs():
    (row,) = of([{"inputs": 1, "temperature": 2}]).rows

    assert row.inputs == {"inputs": 1, "temperature": 2}


@given(st.lists(st.dictionaries(st.text(min_size=1), JSON, max_size=3), min_size=1, max_size=6))
@settings(deadline=None)
def test_ids_are_distinct_the_same_in_every_run_and_blind_to_the_order_of_keys(rows):
    turned = [dict(reversed(row.items())) for row in json.loads(json.dumps(rows))]

    dataset = of(rows)

    ids = [row.datapoint_id for row in dataset.rows]
    assert len(set(ids)) == len(rows)
    assert all(one.startswith("EXT-") for one in ids)
    assert [row.datapoint_id for row in of(turned).rows] == ids
    assert of(turned).dataset_id == dataset.dataset_id


def test_a_row_keeps_its_id_among_others():
    alone = of([{"q": 1}]).rows[0]
    among = of([{"q": 0}, {"q": 1}, {"q": 1}])

    assert among.rows[1].datapoint_id == alone.datapoint_id
    assert among.rows[2].datapoint_id != alone.datapoint_id
    assert among.dataset_id != of([{"q": 1}]).dataset_id


def test_the_users_own_ids_are_kept():
    rows = of([{"inputs": 1, "id": "first"}, {"inputs": 1, "id": "EXT-second"}]).rows

    assert [row.datapoint_id for row in rows] == ["EXT-first", "EXT-second"]
    with pytest.raises(InvalidRequestError, match="row 2 has the id 'a'"):
        of([{"inputs": 1, "id": "a"}, {"inputs": 2, "id": "a"}])


def test_dates_and_the_like_have_ids_and_other_objects_need_one():
    assert of([{"day": date(2026, 1, 2)}]).rows[0].datapoint_id == of([{"day": "2026-01-02"}]).rows[0].datapoint_id
    assert of([{"inputs": object(), "id": 7}]).rows[0].datapoint_id == "EXT-7"
    with pytest.raises(
        InvalidRequestError, match="row 1 cannot be told from others: a object is no JSON; give it an id"
    ):
        of([{"inputs": object()}])


def test_a_file_and_the_same_list_are_the_same_dataset(tmp_path: Path):
    rows = [{"inputs": {"q": f"Füße {number}"}, "ground_truth": {"a": number}} for number in range(3)]
    path = tmp_path / "cases.jsonl"
    path.write_text("\n\n".join(json.dumps(row) for row in rows) + "\n", encoding="utf-8-sig")

    assert read(path, NO_CLIENT) == read(str(path), NO_CLIENT) == of(rows)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'{"q": 1}\n{"q": \n', r"cases.jsonl:2 is no JSON"),
        (b'{"q": 1}\n{"q": 1' + b"0" * 5_000 + b"}\n", r"cases.jsonl:2 is no JSON: Exceeds the limit"),
        (b"[" * 200_000, r"cases.jsonl:1 is no JSON: maximum recursion depth"),
        (b'{"q": 1}\n[1]\n', r"cases.jsonl:2 is no object but \[1\]"),
        (b"\n\n", "there are no rows"),
        (b"\xff\xfe\n", "it is not UTF-8"),
        (None, "cannot be read: No such file"),
    ],
)
def test_a_bad_file_is_named_with_the_line(tmp_path: Path, content: bytes | None, words: str):
    path = tmp_path / "cases.jsonl"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(InvalidRequestError, match=words):
        read(str(path), NO_CLIENT)


@pytest.mark.parametrize("given", [{"inputs": 1}, 7, None])
def test_what_is_no_dataset_is_refused(given: Any):
    with pytest.raises(InvalidRequestError, match="give an id, a list of dicts or the path of a JSONL file"):
        read(given, NO_CLIENT)


def test_no_rows_are_no_dataset():
    with pytest.raises(InvalidRequestError, match="no rows"):
        external([])
