"""Results as records, CSV, Markdown and JUnit XML."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from honeyhive.experiments import Experiment

Run = Callable[..., Experiment]
ROWS = [{"inputs": {"n": n}, "ground_truth": {"n": n}, "id": str(n)} for n in range(4)]


@pytest.fixture
def experiment(run: Run) -> Experiment:
    def function(inputs: dict[str, int]) -> Any:
        if inputs["n"] == 3:
            raise ValueError("three | <b>is</b> \x1b wrong")
        return {"n": inputs["n"] // 2 * 2, "list": [1]}

    evaluators = {"right": lambda outputs, ground_truth: outputs["n"] == ground_truth["n"]}
    return run(
        function, dataset=ROWS, evaluators=evaluators, name="exports", summary_evaluators={"total": lambda o: len(o)}
    )


def test_records_have_a_column_for_each_key(experiment: Experiment):
    first, *_, last = experiment.to_records()

    assert (first["datapoint_id"], first["inputs.n"], first["outputs.list"]) == ("EXT-0", 0, [1])
    assert first["metrics.right"] is True
    assert last["error"] == "ValueError: three | <b>is</b> \x1b wrong"
    assert "outputs.n" not in last


def test_csv_has_a_line_for_each_row(experiment: Experiment, tmp_path: Path):
    text = experiment.to_csv(tmp_path / "rows.csv")

    rows = list(csv.DictReader(io.StringIO(text)))
    assert (tmp_path / "rows.csv").read_bytes().decode() == text
    assert [row["inputs.n"] for row in rows] == ["0", "1", "2", "3"]
    assert [row["metrics.right"] for row in rows] == ["True", "False", "True", ""]
    assert rows[0]["outputs.list"] == "[1]"


def test_markdown_escapes_the_values(experiment: Experiment):
    text = experiment.to_markdown()

    assert "| right | 3 | 0.6667 | 0 | 1 |  |" in text
    assert "| total (all rows) | 4 | 3 | | | |" in text
    assert r"three \| \<b\>is\</b\>" in text
    assert text.startswith("## exports\n\n4 rows in ")


def test_junit_has_a_case_for_each_row(experiment: Experiment, tmp_path: Path):
    text = experiment.to_junit(tmp_path / "junit.xml")

    suite = ElementTree.fromstring(text)
    assert ElementTree.parse(tmp_path / "junit.xml").getroot().attrib == suite.attrib
    assert (suite.get("tests"), suite.get("errors"), suite.get("failures")) == ("4", "1", "1")
    cases = {case.get("name"): case for case in suite}
    assert cases["1"].find("failure").get("message") == "not passed: right"  # type: ignore[union-attr]
    assert "ValueError: three" in cases["3"].find("error").get("message")  # type: ignore[union-attr,operator]
    assert cases["0"].find("failure") is None


def test_to_pandas_without_pandas_says_how_to_install_it(experiment: Experiment, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(__import__("sys").modules, "pandas", None)

    with pytest.raises(ImportError, match="pip install pandas"):
        experiment.to_pandas()
