"""Datasets from iterables, CSV files, data frames and by name; rows are read lazily and need not be kept."""

import gc
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from honeyhive import HoneyHive, InvalidRequestError
from honeyhive._experiments.dataset import read
from honeyhive.experiments import Experiment
from honeyhive_server import LocalServer

Run = Callable[..., Experiment]
NO_CLIENT: Any = None


def numbered(count: int) -> Iterator[dict[str, Any]]:
    return ({"inputs": {"n": n}, "ground_truth": n} for n in range(count))


def test_rows_of_a_generator_are_read_when_they_start(run: Run):
    read_ahead: list[int] = []
    started = 0

    def rows() -> Iterator[dict[str, Any]]:
        for number, row in enumerate(numbered(30)):
            read_ahead.append(number - started)
            yield row

    def function(inputs: dict[str, int]) -> int:
        nonlocal started
        started += 1
        return inputs["n"]

    experiment = run(
        function,
        dataset=rows(),
        evaluators={"right": lambda outputs, ground_truth: outputs == ground_truth},
        concurrency=2,
    )

    assert [row.outputs for row in experiment.rows] == list(range(30))
    assert experiment.metrics["right"].mean == 1
    assert max(read_ahead) <= 2


def test_a_sized_iterable_such_as_a_hugging_face_dataset_is_read_lazily(run: Run):
    class Dataset:
        def __len__(self) -> int:
            return 3

        def __getitem__(self, index: int) -> dict[str, Any]:
            if index >= 3:
                raise IndexError
            return {"question": f"q{index}", "answer": f"a{index}", "source": "wiki"}

        def __iter__(self) -> Iterator[dict[str, Any]]:
            return (self[index] for index in range(3))

    experiment = run(
        lambda inputs: inputs["question"].replace("q", "a"),
        dataset=Dataset(),
        columns={"question": "inputs", "answer": "ground_truth.answer"},
        evaluators={"right": lambda outputs, ground_truth: outputs == ground_truth["answer"]},
        limit=2,
    )

    assert experiment.metrics["right"].mean == 1
    assert [row.inputs for row in experiment.rows] == [{"question": "q0"}, {"question": "q1"}]


def test_a_lazy_run_is_resumed_under_the_same_name(run: Run, server: LocalServer):
    arguments: dict[str, Any] = {"name": "lazy", "run_id": "lazy-1"}
    run(lambda inputs: inputs["n"], dataset=numbered(3), **arguments)

    again = run(lambda inputs: inputs["n"], dataset=numbered(5), **arguments)

    assert [row.was_done for row in again.rows] == [True] * 3 + [False] * 2
    assert len(server.sessions()) == 5


def test_an_error_of_the_iterable_is_raised_and_leaves_finished_rows(run: Run, server: LocalServer):
    def rows() -> Iterator[dict[str, Any]]:
        yield from numbered(2)
        raise LookupError("the source is gone")

    with pytest.raises(LookupError, match="the source is gone"):
        run(lambda inputs: inputs["n"], dataset=rows(), concurrency=1)


def test_equal_rows_of_an_iterable_have_distinct_ids():
    rows = [*read(iter([{"q": 1}, {"q": 1}, {"q": 2}]), NO_CLIENT).rows]

    assert len({row.datapoint_id for row in rows}) == 3
    assert [row.datapoint_id for row in read([{"q": 1}, {"q": 1}, {"q": 2}], NO_CLIENT).rows] == [
        row.datapoint_id for row in rows
    ]


def test_without_keep_rows_metrics_and_thresholds_cover_all_rows(run: Run, server: LocalServer):
    def function(inputs: dict[str, int]) -> int:
        if inputs["n"] == 3:
            raise ValueError("three")
        return inputs["n"]

    arguments: dict[str, Any] = {"evaluators": {"even": lambda outputs: outputs % 2 == 0}}
    kept = run(function, dataset=numbered(10), **arguments)
    dropped = run(function, dataset=numbered(10), keep_rows=False, **arguments)

    assert dropped.rows == []
    assert dropped.metrics == kept.metrics
    assert dropped.to_dict()["failed"] == 1
    assert dropped.below({"even": 0.5}) == kept.below({"even": 0.5}) == []
    assert dropped.below({"even": 0.6}) == kept.below({"even": 0.6}) != []
    assert len(server.sessions()) == 20


def test_without_keep_rows_the_content_of_rows_is_not_held(run: Run):
    def large(count: int) -> Iterator[dict[str, Any]]:
        return ({"inputs": {"n": n, "text": "x" * 20_000}} for n in range(count))

    def grown(keep_rows: bool) -> int:
        gc.collect()
        before = tracemalloc.get_traced_memory()[0]
        experiment = run(lambda inputs: inputs["n"], dataset=large(300), keep_rows=keep_rows)
        gc.collect()
        return tracemalloc.get_traced_memory()[0] - before if experiment.tally.rows == 300 else -1

    tracemalloc.start()
    try:
        run(lambda inputs: inputs["n"], dataset=large(20), keep_rows=False)  # the first run also loads modules
        dropped, kept = grown(keep_rows=False), grown(keep_rows=True)
    finally:
        tracemalloc.stop()

    assert kept > 300 * 20_000
    assert 0 <= dropped < 300 * 20_000 / 4


CSV = 'id,question,answer,topic\n1,"Where, exactly?",here,place\n2,"two\nlines",there,place\n'


def test_columns_of_a_csv_file_are_inputs(tmp_path: Path):
    (tmp_path / "cases.csv").write_text('id,question,ground_truth\na,"Where, exactly?",here\n')

    (row,) = read(tmp_path / "cases.csv", NO_CLIENT).rows

    assert (row.datapoint_id, row.inputs, row.ground_truth) == ("EXT-a", {"question": "Where, exactly?"}, "here")


def test_prefixed_columns_of_a_csv_file_are_keys(tmp_path: Path):
    (tmp_path / "cases.csv").write_text("inputs.q,ground_truth.a,source\n1,2,wiki\n")

    (row,) = read(tmp_path / "cases.csv", NO_CLIENT).rows

    assert (row.inputs, row.ground_truth, row.metadata) == ({"q": "1"}, {"a": "2"}, {"source": "wiki"})


def test_columns_are_mapped_to_parts(tmp_path: Path):
    (tmp_path / "cases.csv").write_text(CSV)
    columns = {"question": "inputs.q", "answer": "ground_truth", "id": "id"}

    first, second = read(str(tmp_path / "cases.csv"), NO_CLIENT, columns=columns).rows

    assert (first.datapoint_id, first.inputs) == ("EXT-1", {"q": "Where, exactly?"})
    assert (first.ground_truth, first.metadata) == ({"answer": "here"}, {"topic": "place"})
    assert second.inputs == {"q": "two\nlines"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("q,a\n1,2\n3\n", "cases.csv:3 has no value in column 'a'"),
        ("q,a\n1,2,3\n", "cases.csv:2 has 1 too many values, after the last column 'a'; quote"),
        ("q,,a\n1,2,3\n", "cases.csv:1, column 2 has no name"),
        ("q,a,q\n1,2,3\n", "cases.csv:1, column 3 has the name 'q' of an earlier column"),
        ('q\n"1\n', "cases.csv:2 is not CSV: unexpected end of data"),
        ("q\n", "dataset has no rows"),
    ],
)
def test_a_faulty_csv_file_is_named_with_line_and_column(tmp_path: Path, text: str, words: str):
    (tmp_path / "cases.csv").write_text(text)

    with pytest.raises(InvalidRequestError, match=words):
        read(tmp_path / "cases.csv", NO_CLIENT)


@pytest.mark.parametrize(
    ("columns", "words"),
    [
        ({"typo": "inputs"}, "cases.csv:2 has no column 'typo'"),
        ({"question": "input"}, "'question' is mapped to 'input'; use inputs, ground_truth, metadata or id"),
    ],
)
def test_a_faulty_mapping_of_columns_is_refused(tmp_path: Path, columns: dict[str, str], words: str):
    (tmp_path / "cases.csv").write_text(CSV)

    with pytest.raises(InvalidRequestError, match=words):
        read(tmp_path / "cases.csv", NO_CLIENT, columns=columns)


def test_a_polars_frame_is_a_dataset():
    class DataFrame:  # polars is not a dependency of this project
        def to_dicts(self) -> list[dict[str, Any]]:
            return [{"q": 1}, {"q": 2}]

    assert [row.inputs for row in read(DataFrame(), NO_CLIENT).rows] == [{"q": 1}, {"q": 2}]


def test_a_stored_dataset_is_found_by_its_name(run: Run, hh: HoneyHive):
    dataset_id = hh.datasets.create(name="greetings").result.inserted_id
    for n in range(3):
        hh.datapoints.create(inputs={"n": n}, linked_datasets=[dataset_id])

    experiment = run(lambda inputs: inputs["n"], dataset="greetings", limit=2)

    assert experiment.dataset_id == dataset_id
    assert [row.outputs for row in experiment.rows] == [0, 1]
