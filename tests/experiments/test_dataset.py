"""The rows of a dataset and their ids."""

import json
from collections import UserList
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, cast

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from honeyhive import HoneyHive, InvalidRequestError
from honeyhive._experiments.dataset import Dataset, of_rows, read

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
            {"inputs": "a string"},
            {"question": "all of it is inputs"},
        ]
    ).rows

    assert (one.inputs, one.ground_truth) == ({"q": 1}, {"a": 2})
    assert two.ground_truth == {"a": 3}
    assert (three.inputs, three.ground_truth) == ("a string", None)
    assert (four.inputs, four.ground_truth) == ({"question": "all of it is inputs"}, None)


def test_other_keys_beside_inputs_are_metadata():
    one, two, three, four = of(
        [
            {"inputs": 1, "temperature": 2},
            {"inputs": 1, "ground_truth": 2, "tags": ["x"], "metadata": {"source": "log"}, "history": [{}], "id": "a"},
            {"inputs": 2, "metadata": "text"},
            {"question": "all of it is inputs", "tags": []},
        ]
    ).rows

    assert (one.inputs, one.ground_truth, one.metadata) == (1, None, {"temperature": 2})
    assert (two.inputs, two.ground_truth, two.metadata) == (1, 2, {"source": "log", "tags": ["x"]})
    assert three.metadata == {"metadata": "text"}
    assert (four.inputs, four.metadata) == ({"question": "all of it is inputs", "tags": []}, {})


@given(st.lists(st.dictionaries(st.text(min_size=1), JSON, max_size=3), min_size=1, max_size=6))
@settings(deadline=None)
def test_ids_are_distinct_deterministic_and_independent_of_key_order(rows):
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


@pytest.mark.parametrize(("first", "second"), [("a", "a"), ("a", "EXT-a"), ("EXT-a", "a"), (7, "7"), ("EXT-7", 7)])
def test_ids_are_normalized_before_they_are_compared(first: Any, second: Any):
    with pytest.raises(InvalidRequestError, match=f"row 2 has the id {second!r}"):
        of([{"inputs": 1, "id": first}, {"inputs": 2, "id": second}])
    assert of([{"inputs": 1, "id": first}]).dataset_id == of([{"inputs": 1, "id": second}]).dataset_id


def test_dates_and_the_like_have_ids_and_other_objects_need_one():
    assert of([{"day": date(2026, 1, 2)}]).rows[0].datapoint_id == of([{"day": "2026-01-02"}]).rows[0].datapoint_id
    assert of([{"inputs": object(), "id": 7}]).rows[0].datapoint_id == "EXT-7"
    with pytest.raises(
        InvalidRequestError, match="row 1 needs an 'id' beside its 'inputs', since a object is not JSON-compatible"
    ):
        of([{"inputs": object()}])


@dataclass
class Point:
    x: int
    y: Any


class Series(UserList[Any]):
    """A replacement for a pandas Series, with the methods that the SDK calls."""

    def tolist(self) -> list[Any]:
        return list(self)


class DataFrame:
    """A replacement for a pandas DataFrame, with the methods that the SDK calls."""

    def __init__(self, columns: dict[str, list[Any]]) -> None:
        self.columns = columns

    def to_dict(self, orient: str) -> Any:
        if orient == "list":
            return self.columns
        assert orient == "records"
        return [dict(zip(self.columns, row, strict=True)) for row in zip(*self.columns.values(), strict=True)]


@pytest.mark.parametrize(
    ("value", "other"),
    [
        (Decimal("1.10"), Decimal("1.11")),
        (Fraction(1, 3), Fraction(2, 3)),
        (numpy.float32(0.5), numpy.float32(0.25)),
        (numpy.int64(3), numpy.int64(4)),
        (numpy.array([1.0, 2.0]), numpy.array([1.0, 3.0])),
        (numpy.arange(20_000), numpy.append(numpy.arange(19_999), 0)),
        (numpy.datetime64("2026-01-02"), numpy.datetime64("2026-01-03")),
        (Series([1, 2]), Series([1, 3])),
        (DataFrame({"q": [1, 2]}), DataFrame({"q": [1, 3]})),
        (Point(1, Decimal(2)), Point(1, Decimal(3))),
        ({1, 2}, {1, 3}),
        (b"ab", b"ac"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_decimal_fraction_and_numpy_values_are_inputs(value: Any, other: Any):
    rows = [[{"inputs": {"value": one}, "ground_truth": one}] for one in (value, deepcopy(value), other)]

    one, same, different = (of(row) for row in rows)

    assert one.dataset_id == same.dataset_id != different.dataset_id
    assert one.rows[0].inputs["value"] is value


def test_a_file_and_the_same_list_are_the_same_dataset(tmp_path: Path):
    rows = [{"inputs": {"q": f"Füße {number}"}, "ground_truth": {"a": number}} for number in range(3)]
    path = tmp_path / "cases.jsonl"
    path.write_text("\n\n".join(json.dumps(row) for row in rows) + "\n", encoding="utf-8-sig")

    assert read(path, NO_CLIENT) == read(str(path), NO_CLIENT) == of(rows)


@pytest.mark.parametrize("name", ["cases.json", "cases.jsonl", "cases"])
@pytest.mark.parametrize("indent", [None, 2])
def test_a_json_array_is_a_dataset(tmp_path: Path, name: str, indent: int | None):
    rows = [{"inputs": {"q": number}, "ground_truth": number} for number in range(3)]
    path = tmp_path / name
    path.write_text(json.dumps(rows, indent=indent))

    assert read(str(path), NO_CLIENT) == of(rows)


@pytest.mark.parametrize("indent", [None, 2])
def test_one_object_over_one_or_several_lines_is_a_row(tmp_path: Path, indent: int | None):
    path = tmp_path / "case.json"
    path.write_text(json.dumps({"inputs": {"q": 1}}, indent=indent))

    assert read(path, NO_CLIENT) == of([{"inputs": {"q": 1}}])


def test_the_rows_of_a_frame_are_a_dataset():
    frame: Any = DataFrame({"inputs": [{"q": 1}, {"q": 2}], "ground_truth": [1, 2]})

    assert read(frame, NO_CLIENT) == of([{"inputs": {"q": n}, "ground_truth": n} for n in (1, 2)])


STORED = {
    "id": "65f0c1d2e3a4b5c6d7e8f901",
    "inputs": {"q": 1},
    "ground_truth": {"a": 2},
    "history": [],
    "metadata": {"source": "log"},
    "linked_event": None,
    "linked_datasets": [],
    "created_at": "2026-01-02T00:00:00Z",
    "updated_at": "2026-01-02T00:00:00Z",
}


@pytest.mark.parametrize("indent", [None, 2])
def test_printed_datapoints_are_a_dataset_under_their_own_ids(tmp_path: Path, indent: int | None):
    path = tmp_path / "datapoints.json"
    path.write_text(json.dumps({"datapoints": [STORED, {**STORED, "id": "65f0c1d2e3a4b5c6d7e8f902"}]}, indent=indent))

    rows = read(path, NO_CLIENT).rows

    assert [row.datapoint_id for row in rows] == ["65f0c1d2e3a4b5c6d7e8f901", "65f0c1d2e3a4b5c6d7e8f902"]
    assert (rows[0].inputs, rows[0].ground_truth, rows[0].metadata) == ({"q": 1}, {"a": 2}, {"source": "log"})
    assert read({"datapoints": [STORED]}, NO_CLIENT).rows == rows[:1]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b'{"q": 1}\n{"q": \n', r"cases.jsonl:2 is not JSON"),
        (b'{"q": 1}\n{"q": 1' + b"0" * 5_000 + b"}\n", r"cases.jsonl:2 is not JSON: Exceeds the limit"),
        (b"[" * 200_000, r"cases.jsonl:1 is not JSON: maximum recursion depth"),
        (b'{"q": 1}\n[1]\n', r"cases.jsonl:2 is \[1\], which is not an object"),
        (b"\n\n", "dataset has no rows"),
        (b"\xff\xfe\n", "it is not UTF-8"),
        (None, "cannot be read: No such file"),
        (b'[\n{"q": 1},\n{"q": }\n]', r"cases.jsonl:3 is not JSON"),
        (b'{"datapoints": [{"q": 1}, 2]}', r"cases.jsonl, row 2 is 2, which is not an object"),
        (b"[]", "dataset has no rows"),
    ],
)
def test_a_bad_file_is_named_with_the_line(tmp_path: Path, content: bytes | None, words: str):
    path = tmp_path / "cases.jsonl"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(InvalidRequestError, match=words):
        read(str(path), NO_CLIENT)


@pytest.mark.parametrize("given", [{"inputs": 1}, 7, None])
def test_a_value_that_is_not_a_dataset_is_refused(given: Any):
    with pytest.raises(InvalidRequestError, match="pass a dataset id or name, a path, a data frame"):
        read(given, NO_CLIENT)


def test_a_dataset_without_rows_is_refused():
    with pytest.raises(InvalidRequestError, match="no rows"):
        of_rows([])
