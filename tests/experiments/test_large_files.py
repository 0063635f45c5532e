"""Datasets in large files: rows that are read again instead of held, compressed files, and cells of any length."""

import csv
import gzip
import json
import os
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from honeyhive import InvalidRequestError
from honeyhive._experiments.dataset import Dataset, read
from honeyhive._experiments.fingerprint import fingerprint
from honeyhive._experiments.row import bind_target
from honeyhive.experiments import Experiment

Run = Callable[..., Experiment]
NO_CLIENT: Any = None
MB = 1_000_000


def rows(count: int, size: int) -> Iterator[dict[str, Any]]:
    return ({"inputs": {"n": str(n), "text": chr(97 + n % 26) * size}, "ground_truth": n} for n in range(count))


def written(path: Path, count: int, size: int) -> Path:
    """Write the rows to a file and return its path."""
    with path.open("w", newline="") as file:
        if path.suffix == ".csv":
            writer = csv.writer(file)
            writer.writerow(["inputs.n", "inputs.text", "ground_truth"])
            writer.writerows(
                [row["inputs"]["n"], row["inputs"]["text"], row["ground_truth"]] for row in rows(count, size)
            )
        else:
            file.writelines(json.dumps(row) + "\n" for row in rows(count, size))
    return path


@pytest.mark.parametrize(("suffix", "count"), [("jsonl", 200), ("csv", 60)])
def test_the_rows_of_a_file_of_100_mb_are_not_held(tmp_path: Path, suffix: str, count: int):
    path = written(tmp_path / f"cases.{suffix}", count, MB // 2)
    written(tmp_path / "small.csv", 1, 1)
    read(tmp_path / "small.csv", NO_CLIENT)  # the first run also loads modules, so it is not measured

    tracemalloc.start()
    try:
        dataset = read(path, NO_CLIENT)
        read_again = sum(len(row.inputs["text"]) for row in dataset.rows)
        fingerprint(bind_target(lambda inputs: inputs, []), dataset.rows)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert (dataset.size, read_again) == (count, count * MB // 2)
    assert peak < 10 * MB


@pytest.mark.parametrize("limit", [None, 7])
def test_a_file_that_is_read_again_is_the_same_dataset_as_its_rows(tmp_path: Path, limit: int | None):
    path = written(tmp_path / "cases.jsonl", 50, MB // 10)

    again = read(path, NO_CLIENT, limit=limit)
    held = read([*rows(50, MB // 10)], NO_CLIENT, limit=limit)

    assert not isinstance(again.rows, tuple)
    assert (again.dataset_id, again.size) == (held.dataset_id, held.size)
    assert [*again.rows] == [*again.rows] == [*held.rows]
    assert [row.repetition for row in read(path, NO_CLIENT, limit=1, repetitions=3).rows] == [1, 2, 3]
    assert _content(again) == _content(held)


def _content(dataset: Dataset) -> Any:
    return fingerprint(bind_target(lambda inputs: inputs, []), dataset.rows)["rows"]


def test_a_run_over_a_large_file_has_all_rows_and_is_compared(run: Run, tmp_path: Path):
    path = written(tmp_path / "cases.jsonl", 9, MB // 2)
    arguments: dict[str, Any] = {
        "dataset": path,
        "evaluators": {"right": lambda outputs, ground_truth: outputs == ground_truth},
        "name": "large",
    }

    first = run(lambda inputs: int(inputs["n"]), **arguments)
    second = run(lambda inputs: int(inputs["n"]), compare_with="last", **arguments)

    assert [row.outputs for row in second.rows] == list(range(9))
    assert second.metrics["right"].mean == 1
    assert second.comparison is not None
    assert second.comparison.old_run_id == first.run_id
    assert second.notes == []


def test_a_large_file_that_changes_during_a_run_is_an_error(tmp_path: Path):
    path = written(tmp_path / "cases.jsonl", 10, MB // 2)
    dataset = read(path, NO_CLIENT)
    found = iter(dataset.rows)
    next(found)
    os.utime(path, ns=(1, 1))

    for changed in (found, iter(dataset.rows)):
        with pytest.raises(InvalidRequestError, match=r"cases\.jsonl changed while its rows were read"):
            list(changed)


def test_a_wrong_row_at_the_end_of_a_large_file_is_found_before_any_row_runs(run: Run, tmp_path: Path):
    path = written(tmp_path / "cases.jsonl", 10, MB // 2)
    with path.open("a") as file:
        file.write("{broken\n")
    ran: list[Any] = []

    with pytest.raises(InvalidRequestError, match=r"cases\.jsonl:11 is not JSON"):
        run(ran.append, dataset=path)

    assert ran == []


@pytest.mark.parametrize("name", ["cases.jsonl", "cases.csv"])
def test_a_compressed_file_is_unpacked(tmp_path: Path, name: str):
    plain = written(tmp_path / name, 3, 10)
    (tmp_path / f"{name}.gz").write_bytes(gzip.compress(plain.read_bytes()))

    packed = read(str(tmp_path / f"{name}.gz"), NO_CLIENT)

    assert packed == read(plain, NO_CLIENT)


@pytest.mark.parametrize("content", [b"no gzip", gzip.compress(b'{"q": 1}' * 100)[:-10]], ids=["no gzip", "truncated"])
def test_a_compressed_file_that_is_damaged_is_named(tmp_path: Path, content: bytes):
    (tmp_path / "cases.jsonl.gz").write_bytes(content)

    with pytest.raises(InvalidRequestError, match=r"cases\.jsonl\.gz cannot be read: it cannot be unpacked: "):
        read(tmp_path / "cases.jsonl.gz", NO_CLIENT)


def test_a_cell_may_be_of_any_length_and_others_keep_their_limit(tmp_path: Path):
    long = "a,b\n" * 100_000
    with (tmp_path / "cases.csv").open("w", newline="") as file:
        csv.writer(file).writerows([["q", "a"], [long, "x"]])

    (row,) = read(tmp_path / "cases.csv", NO_CLIENT).rows

    assert row.inputs == {"q": long, "a": "x"}
    assert csv.field_size_limit() == 131_072
    with pytest.raises(csv.Error, match="field larger than field limit"):
        list(csv.reader([f'"{"x" * 200_000}"\n']))


def test_a_pipe_is_read_once(tmp_path: Path):
    reading, writing = os.pipe()
    os.write(writing, b'{"q": 1}\n{"q": 2}\n')
    os.close(writing)
    try:
        dataset = read(Path(f"/dev/fd/{reading}"), NO_CLIENT)
    finally:
        os.close(reading)

    assert [row.inputs for row in dataset.rows] == [{"q": 1}, {"q": 2}]
