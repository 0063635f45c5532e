"""Datasets from files and to files."""

import csv
import gzip
import json
from pathlib import Path
from uuid import uuid4

import pytest

from honeyhive_server import LocalServer

from .conftest import Run


def test_a_csv_file_becomes_a_stored_dataset_and_a_file_again(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cases.csv").write_text('question,answer,topic\nwho?,me,people\n"where, now?",here,places\n')
    with LocalServer() as server:
        uploaded = run(
            *("datasets", "upload", "cases.csv", "--column", "question=inputs", "--column", "answer=ground_truth"),
            HH_API_URL=server.url,
        )
        again = run("datasets", "upload", "cases.csv", HH_API_URL=server.url)
        to_file = run("datasets", "download", "cases", "rows.jsonl", HH_API_URL=server.url)
        to_stdout = run("datasets", "download", json.loads(uploaded.out)["dataset_id"], "-", HH_API_URL=server.url)
        to_csv = run("datasets", "download", "cases", "rows.csv", HH_API_URL=server.url)
        packed = run("datasets", "download", "cases", "rows.json.gz", HH_API_URL=server.url)
        second = run("datasets", "upload", "rows.csv", HH_API_URL=server.url)
        (tmp_path / "app.py").write_text("def answer(inputs):\n    return inputs['question']\n")
        evaluated = run("evaluate", "app:answer", "--dataset", "rows.jsonl", HH_API_URL=server.url)
        assert server.violations == []

    assert (uploaded.code, uploaded.err, json.loads(uploaded.out)["rows"]) == (0, "", 2)
    assert (again.code, again.out) == (2, "")
    assert "a dataset named 'cases' already exists; choose another --name, or add to it with --append" in again.err
    rows = [json.loads(line) for line in (tmp_path / "rows.jsonl").read_text().splitlines()]
    assert json.loads(to_file.out) == {"rows": 2, "file": "rows.jsonl"}
    assert to_stdout.out == (tmp_path / "rows.jsonl").read_text()
    assert [{key: row[key] for key in ("inputs", "ground_truth", "metadata")} for row in rows] == [
        {"inputs": {"question": "who?"}, "ground_truth": {"answer": "me"}, "metadata": {"topic": "people"}},
        {"inputs": {"question": "where, now?"}, "ground_truth": {"answer": "here"}, "metadata": {"topic": "places"}},
    ]
    assert to_csv.code == 0
    with (tmp_path / "rows.csv").open(newline="") as file:
        assert [row["inputs.question"] for row in csv.DictReader(file)] == ["who?", "where, now?"]
    assert packed.code == 0
    assert json.loads(gzip.decompress((tmp_path / "rows.json.gz").read_bytes())) == rows
    assert second.code == 0
    assert (evaluated.code, json.loads(evaluated.out)["failed"]) == (0, 0)


def test_rows_of_any_form_keep_their_order_and_parts(run: Run, tmp_path: Path) -> None:
    rows = [
        {"inputs": {"q": 1}, "ground_truth": {"q": "collides"}},
        {"inputs": {"q": 2}, "ground_truth": {"a": 4}},
        {"inputs": {"q": 3}, "ground_truth": "text", "history": [{"role": "user", "content": "x"}]},
        *({"inputs": {"q": number}} for number in range(4, 230)),
    ]
    (tmp_path / "many.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    with LocalServer() as server:
        first = run("datasets", "upload", "many.jsonl", "--name", "m", HH_API_URL=server.url)
        more = run(
            "datasets", "upload", "many.jsonl", "--name", "m", "--append", "--skip", "227", HH_API_URL=server.url
        )
        stored = run("datasets", "download", "m", "-", HH_API_URL=server.url)
        assert server.violations == []

    found = [json.loads(line) for line in stored.out.splitlines()]
    assert (first.code, more.code, json.loads(more.out)["rows"]) == (0, 0, 2)
    assert [row["inputs"]["q"] for row in found] == [*range(1, 230), 228, 229]
    assert found[0]["ground_truth"] == {"q": "collides"}
    assert found[2]["ground_truth"] == {"ground_truth": "text"}
    assert found[2]["history"] == [{"role": "user", "content": "x"}]


def test_an_upload_that_stops_says_how_to_resume(run: Run, tmp_path: Path) -> None:
    rows = [{"inputs": {"q": n}, **({"history": ["no message"]} if n == 100 else {})} for n in range(150)]
    (tmp_path / "many.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    with LocalServer() as server:
        stopped = run("datasets", "upload", "many.jsonl", "--skip", "20", HH_API_URL=server.url)
    refused = run("datasets", "upload", "many.jsonl", "--append", "--name", f"none {uuid4()}")

    assert (stopped.code, stopped.out) == (1, "")
    assert stopped.err.startswith("warning: stopped after 80 rows; resume with --name 'many' --append --skip 100\n")
    assert (refused.code, refused.out) == (2, "")
    assert "no datasets are named" in refused.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("upload", "bad.jsonl"), "FILE: bad.jsonl:2 is not JSON"),
        (("upload", "text.jsonl"), "FILE: text.jsonl:1: inputs is 'x', which is not an object"),
        (("upload", "empty.jsonl"), "FILE: empty.jsonl has no rows"),
        (("upload", "text.jsonl", "--column", "x"), "--column: 'x' is not NAME=FIELD, as in question=inputs"),
        (("download", "cases", "rows.txt"), "rows.txt must end in .jsonl, .json or .csv, which sets the format"),
        (("download", "cases", "bad.jsonl"), "bad.jsonl already exists; choose another file"),
        (("download", "cases", "none/rows.csv"), "there is no folder none"),
    ],
)
def test_wrong_files_exit_with_2(run: Run, tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    (tmp_path / "bad.jsonl").write_text('{"inputs": {}}\n{"inputs"\n')
    (tmp_path / "text.jsonl").write_text('{"inputs": "x"}\n')
    (tmp_path / "empty.jsonl").write_text("")

    result = run("datasets", *arguments)

    assert (result.code, result.out) == (2, "")
    assert words in result.err


def test_an_unknown_dataset_is_named(run: Run, tmp_path: Path) -> None:
    result = run("datasets", "download", "nothing", "rows.jsonl")

    assert result.code == 1
    assert "'nothing' is not a file, nor the id or name of a stored dataset" in result.err
    assert list(tmp_path.iterdir()) == []
