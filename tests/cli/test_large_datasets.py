"""Commands that read a dataset from a large file take no more memory than for a small one."""

import csv
import json
from pathlib import Path

import pytest

from honeyhive import HoneyHive
from honeyhive_server import LocalServer

from .conftest import KEY, Run
from .test_long_work import _peak

TEXT = "x" * 100_000


@pytest.mark.parametrize("suffix", ["jsonl", "csv"])
def test_memory_of_an_upload_does_not_grow_with_the_file(
    environment: dict[str, str], tmp_path: Path, suffix: str
) -> None:
    """A file of 40 MB needs at most 20 MB more memory than a file of 6 MB."""
    peaks = []
    with LocalServer() as server:
        for count in (60, 400):
            path = tmp_path / f"{count}.{suffix}"
            with path.open("w", newline="") as file:
                if suffix == "csv":
                    csv.writer(file).writerows([["inputs.n", "inputs.text"], *([n, TEXT] for n in range(count))])
                else:
                    file.writelines(json.dumps({"inputs": {"n": n, "text": TEXT}}) + "\n" for n in range(count))
            peaks.append(_peak(["datasets", "upload", path.name], {**environment, "HH_API_URL": server.url}, tmp_path))
        with HoneyHive(api_key=KEY, base_url=server.url) as client:
            stored = [len(one.datapoints) for one in client.datasets.list().datasets]

    assert sorted(stored) == [60, 400]
    assert peaks[1] < peaks[0] + 20_000, peaks


def test_memory_of_an_evaluation_without_rows_does_not_grow_with_the_file(
    environment: dict[str, str], tmp_path: Path
) -> None:
    """A file of 60 MB needs at most 70 MB more memory than a file of 6 MB.

    These 70 MB are half of the queue and the bodies of requests in flight. If the whole file were held in memory, it
    would need three times its size.
    """
    (tmp_path / "app.py").write_text("def answer(inputs):\n    return len(inputs['text'])\n")
    peaks = []
    with LocalServer() as server:
        for count in (60, 600):
            path = tmp_path / f"{count}.jsonl"
            path.write_text("".join(json.dumps({"inputs": {"n": n, "text": TEXT}}) + "\n" for n in range(count)))
            words = ["evaluate", "app:answer", "--dataset", path.name, "--no-keep-rows"]
            peaks.append(_peak(words, {**environment, "HH_API_URL": server.url}, tmp_path))
        assert len(server.sessions()) == 660

    assert peaks[1] < peaks[0] + 70_000, peaks


def test_a_result_without_rows_has_the_metrics(run: Run, tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text(
        "def answer(inputs):\n    return 1\ndef right(outputs):\n    return outputs == 1\n"
    )
    (tmp_path / "cases.jsonl").write_text('{"inputs": {"q": 1}}\n{"inputs": {"q": 2}}\n')
    words = ["evaluate", "app:answer", "--dataset", "cases.jsonl", "--evaluator", "app:right", "--no-keep-rows"]

    result = run(*words, "-o", "json", "--fail-under", "right=1")
    refused = {
        flag: run(*words, flag, value).err
        for flag, value in {
            "--compare": "last",
            "--summary-evaluator": "app:right",
            "--repetitions": "2",
            "--csv": "rows.csv",
            "--junit": "junit.xml",
        }.items()
    }

    assert (result.code, json.loads(result.out)["rows"]) == (0, [])
    assert json.loads(result.out)["metrics"]["right"]["mean"] == 1
    for flag, message in refused.items():
        assert message.startswith(f"error: {flag} needs the results of all rows; leave out --no-keep-rows")


def test_compressed_files_are_uploaded_and_evaluated(run: Run, tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("def answer(inputs):\n    return inputs['q']\n")
    (tmp_path / "small.jsonl").write_text('{"inputs": {"q": 1}}\n')
    with LocalServer() as server:
        run("datasets", "upload", "small.jsonl", HH_API_URL=server.url)
        run("datasets", "download", "small", "packed.jsonl.gz", HH_API_URL=server.url)
        uploaded = run("datasets", "upload", "packed.jsonl.gz", HH_API_URL=server.url)
        evaluated = run("evaluate", "app:answer", "--dataset", "packed.jsonl.gz", HH_API_URL=server.url)

    assert json.loads(uploaded.out)["name"] == "packed"
    assert json.loads(evaluated.out)["rows"][0]["outputs"] == 1
