"""`honeyhive evaluate`: results on stdout, messages on stderr, and the exit code."""

import json
from pathlib import Path
from typing import Any

import pytest

from honeyhive_server import LocalServer

from .conftest import Run

MODULE = """
import os, signal

def double(inputs):
    return {"n": inputs["n"] * 2}

async def double_later(inputs):
    return double(inputs)

def fails(inputs):
    if inputs["n"] == 2:
        raise ValueError("two is wrong")
    return double(inputs)

def interrupted(inputs):
    if inputs["n"] == 0 and not os.path.exists("resumed"):
        os.kill(os.getpid(), signal.SIGINT)
    return double(inputs)

def wants_more(inputs, model_of_nobody, another_one):
    return inputs

def exact(outputs, ground_truth):
    return outputs == ground_truth

def half(outputs):
    return outputs["n"] / 2

def shown(inputs):
    return str(inputs)

def talks(inputs):
    print("thinking")
    return double(inputs)

def total(outputs):
    return sum(output["n"] for output in outputs)

def worse(outputs):
    return os.path.getsize("worse") - outputs["n"]

class Judges:
    @staticmethod
    def broken(outputs):
        raise LookupError("no judge")

    @staticmethod
    def half(outputs):
        return outputs["n"] / 4

number = 7
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "app.py").write_text(MODULE)
    (tmp_path / "broken_app.py").write_text("import nothing_of_this_name\n")
    (tmp_path / "failing_app.py").write_text("raise RuntimeError('not today')\n")
    rows = [{"inputs": {"n": n}, "ground_truth": {"n": n * 2 if n else 1}} for n in range(4)]
    (tmp_path / "cases.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return tmp_path


def said(done: Any) -> str:
    """Return the errors and warnings on stderr, without the table."""
    return "".join(line for line in done.err.splitlines(True) if line.startswith(("error:", "warning:")))


def evaluate(run: Run, function: str, *flags: str, **variables: str) -> Any:
    return run("evaluate", f"app:{function}", "--dataset", "cases.jsonl", *flags, **variables)


@pytest.mark.parametrize("function", ["double", "double_later"])
def test_the_result_is_json_on_a_pipe(run: Run, server: LocalServer, folder: Path, function: str) -> None:
    done = evaluate(run, function, "--evaluator", "app:exact", "--evaluator", "app:half", "--name", "first")

    plain = json.loads(done.out)
    assert (done.code, said(done)) == (0, "")
    assert plain["name"] == "first"
    assert plain["metrics"]["exact"] == {"count": 4, "mean": 0.75, "min": 0.0, "max": 1.0}
    assert [row["outputs"] for row in plain["rows"]] == [{"n": 0}, {"n": 2}, {"n": 4}, {"n": 6}]
    stored = [one for one in server.sessions() if one["metadata"].get("run_id") == plain["run_id"]]
    assert len(stored) == 4


@pytest.mark.parametrize(
    ("flags", "code", "words"),
    [
        (["--fail-under", "0.75"], 0, ""),
        (["--fail-under", "0.8"], 1, "error: exact is 0.75, but at least 0.8 is required\n"),
        (
            ["--fail-under", "0.1", "--fail-under", "exact=0.9"],
            1,
            "error: exact is 0.75, but at least 0.9 is required\n",
        ),
        (["--fail-under", "half=1.5", "--fail-under", "exact=0.75"], 0, ""),
        (["--fail-under", "typo=0.5"], 1, "error: typo has no value, but at least 0.5 is required\n"),
    ],
)
def test_a_mean_below_its_threshold_fails(run: Run, folder: Path, flags: list[str], code: int, words: str) -> None:
    done = evaluate(run, "double", "--evaluator", "app:exact", "--evaluator", "app:half", *flags)

    assert (done.code, said(done)) == (code, words)


@pytest.mark.parametrize(
    ("flags", "code", "words"),
    [
        ((), 1, "half is 1, counting 1 failed row as not passed, but at least 1.5 is required"),
        (("--tolerate-failures",), 0, ""),
        (("--tolerate-failures", "--fail-under", "half=1.8"), 1, "half is 1.5, but at least 1.8 is required"),
    ],
)
def test_a_failed_row_counts_as_not_passed_unless_failures_are_tolerated(
    run: Run, folder: Path, flags: tuple[str, ...], code: int, words: str
) -> None:
    rows = [{"inputs": {"n": n}} for n in (0, 2, 3)]
    (folder / "cases.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))

    done = evaluate(run, "fails", "--evaluator", "app:half", "--fail-under", "1.5", *flags)

    assert (done.code, words in done.err) == (code, True), done.err


def test_lower_is_better_reverses_the_threshold(run: Run, folder: Path) -> None:
    flags = ("--evaluator", "app:half", "--lower-is-better", "half")
    good = evaluate(run, "double", *flags, "--fail-under", "half=2")
    bad = evaluate(run, "double", *flags, "--fail-under", "half=1", "--compare", "last")

    assert (good.code, said(good)) == (0, "")
    assert (bad.code, said(bad)) == (1, "error: half is 1.5, but at most 1 is required\n")
    assert json.loads(bad.out)["comparison"]["metrics"]["half"]["lower_is_better"] is True


def test_retry_failed_reruns_failed_rows_and_warns_of_changes(run: Run, folder: Path) -> None:
    first = evaluate(run, "fails", "--resume", "nightly-1")
    again = evaluate(run, "double", "--resume", "nightly-1", "--retry-failed", "--evaluator", "app:half")
    found = run("experiments", "get", "--run-id", "nightly-1")
    events = run("events", "search", "--evaluation-id", "nightly-1")

    assert first.code == 1
    assert again.code == 0
    assert "the function changed since the run began" in again.err
    assert "the evaluator half is new; it scored the finished rows too" in again.err
    assert json.loads(again.out)["failed"] == 0
    assert json.loads(found.out)["evaluation"]["run_id"] == "nightly-1"
    assert len(json.loads(events.out)["events"]) == 4


def test_the_output_of_datapoints_list_is_a_dataset(run: Run, folder: Path) -> None:
    for n in range(3):
        run("datapoints", "create", "--inputs", json.dumps({"n": n}), "--ground-truth", json.dumps({"n": n * 2}))
    listed = run("datapoints", "list")
    (folder / "listed.json").write_text(listed.out)

    done = run("evaluate", "app:double", "--dataset", "listed.json", "--evaluator", "app:exact")

    plain = json.loads(done.out)
    assert (done.code, said(done)) == (0, "")
    assert plain["metrics"]["exact"] == {"count": 3, "mean": 1.0, "min": 1.0, "max": 1.0}
    ids = {one["id"] for one in json.loads(listed.out)["datapoints"]}
    assert {row["datapoint_id"] for row in plain["rows"]} == ids


def test_a_threshold_without_any_metric_fails(run: Run, folder: Path) -> None:
    done = evaluate(run, "double", "--fail-under", "0.5")

    assert (done.code, said(done)) == (1, "error: no metric has a value, but at least 0.5 is required\n")


def test_rows_and_evaluators_that_fail_are_failures(run: Run, folder: Path) -> None:
    row = evaluate(run, "fails", "--output", "table")
    judge = evaluate(run, "double", "--evaluator", "app:Judges.broken")

    assert (row.code, said(row)) == (1, "error: rows in which the function or an evaluator failed: 1\n")
    assert "ValueError: two is wrong" in row.out
    assert judge.code == 1
    assert json.loads(judge.out)["rows"][0]["evaluator_errors"] == {"broken": "LookupError: no judge"}


def test_a_comparison_and_a_file_for_ci(run: Run, folder: Path) -> None:
    first = json.loads(evaluate(run, "double", "--evaluator", "app:half").out)
    flags = ("--evaluator", "app:half", "--compare", first["run_id"], "--save", "result.json", "--output", "table")
    done = evaluate(run, "double_later", *flags)
    last = evaluate(run, "double", "--evaluator", "app:half", "--name", "double_later", "--compare", "last")

    saved = json.loads((folder / "result.json").read_text())
    assert done.code == 0
    assert "against double  4 rows in common" in done.out
    assert saved["comparison"]["metrics"]["half"]["difference"] == 0
    assert json.loads(last.out)["comparison"]["old_run_id"] == saved["run_id"]


def test_compare_last_without_an_earlier_run_warns(run: Run, folder: Path) -> None:
    (folder / "cases.jsonl").write_text('{"n": 12345}\n')

    done = evaluate(run, "double", "--compare", "last")

    assert done.code == 0
    assert said(done) == "warning: no comparison: no earlier run of this name has rows in common with this run\n"
    assert json.loads(done.out)["comparison"] is None


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (["--dataset", "none.jsonl"], "error: --dataset: none.jsonl cannot be read: No such file or directory"),
        (["--compare", "nobody"], "error: --compare: there is no run 'nobody'"),
        (["--save", "nowhere/result.json"], "error: --save: there is no folder nowhere"),
    ],
)
def test_errors_name_the_flag(run: Run, server: LocalServer, folder: Path, flags: list[str], words: str) -> None:
    done = evaluate(run, "double", *flags)

    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(words)
    assert not [one for one in server.requests if one[0] == "POST"]


def test_after_sigint_resume_continues_the_run(run: Run, folder: Path) -> None:
    run_id = "7d0c4c1e-0a53-4f0e-9d59-2f6d7d1c3b10"
    stopped = evaluate(run, "interrupted", "--resume", run_id, "--concurrency", "1")
    (folder / "resumed").touch()
    resumed = evaluate(run, "interrupted", "--resume", run_id)

    assert stopped.code == 130
    assert f"of 4 rows; to continue, pass the run id {run_id}" in stopped.err
    assert resumed.code == 0
    assert any(row["was_done"] for row in json.loads(resumed.out)["rows"])


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("app", "MODULE:FUNCTION: 'app' is not MODULE:FUNCTION; write it as in app:answer"),
        ("app.py:double", "MODULE:FUNCTION: pass the module instead of its file: app"),
        ("nowhere:double", "MODULE:FUNCTION: no module named 'nowhere' is in this folder or installed"),
        ("app:duoble", "MODULE:FUNCTION: app has no function 'duoble' (did you mean double?)"),
        ("app:number", "MODULE:FUNCTION: app:number is not a function but of type int"),
        ("app:wants_more", "function: parameter 'another_one' cannot be filled"),
    ],
)
def test_a_target_that_cannot_be_called_is_wrong_usage(run: Run, folder: Path, target: str, words: str) -> None:
    done = run("evaluate", target, "--dataset", "cases.jsonl")

    assert done.code == 2
    assert f"error: {words}" in done.err


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        ((), "missing --dataset;"),
        (("--dataset", "missing.jsonl"), "missing.jsonl cannot be read: No such file"),
        (("--dataset", "cases.jsonl", "--fail-under", "much"), "'much' is neither a number nor NAME=NUMBER"),
        (("--dataset", "cases.jsonl", "--fail-under", "exact=nan"), "'exact=nan' is neither a number"),
        (("--dataset", "cases.jsonl", "--evaluator", "app:typo"), "--evaluator: app has no function 'typo'"),
        (("--dataset", "cases.jsonl", "--concurrency", "0"), "--concurrency"),
        (("--dataset", "cases.jsonl", "--retry-failed"), "--retry-failed needs --resume RUN"),
        (("--dataset", "cases.jsonl", "--fail-on-regression", "any"), "--fail-on-regression needs --compare RUN"),
        (("--dataset", "cases.jsonl", "--fail-on-regression", "a=-1"), "'a=-1' is neither METRIC nor METRIC=TOLERANCE"),
        (("--dataset", "cases.jsonl", "--column", "question"), "'question' is not NAME=FIELD"),
        (("--dataset", "cases.jsonl", "--column", "q=inputs"), "has no column 'q'"),
        (("--dataset", "cases.jsonl", "--junit", "nowhere/junit.xml"), "--junit: there is no folder nowhere"),
        (("--dataset", "cases.jsonl", "--compare", "7d0c4c1e-0a53-4f0e-9d59-2f6d7d1c3b19"), "there is no run"),
    ],
)
def test_wrong_flags_are_wrong_usage_and_send_nothing(
    run: Run, server: LocalServer, folder: Path, flags: tuple[str, ...], words: str
) -> None:
    done = run("evaluate", "app:double", *flags)

    assert (done.code, words in done.err) == (2, True), done.err
    assert not [path for method, path in server.requests if method == "POST"]


@pytest.mark.parametrize(
    ("module", "words"),
    [
        ("broken_app", "broken_app cannot be imported: No module named 'nothing_of_this_name'"),
        ("failing_app", "failing_app cannot be imported: RuntimeError: not today"),
    ],
)
def test_a_module_that_cannot_be_loaded_says_why(run: Run, folder: Path, module: str, words: str) -> None:
    done = run("evaluate", f"{module}:double", "--dataset", "cases.jsonl")

    assert (done.code, done.err) == (1, f"error: {words}\n")


def test_prints_of_the_function_go_to_stderr(run: Run, folder: Path) -> None:
    done = evaluate(run, "talks")

    assert json.loads(done.out)["failed"] == 0
    assert done.err.startswith("thinking\n" * 4 + "talks  4 rows in ")


def test_two_evaluators_of_one_name_have_distinct_names(run: Run, folder: Path) -> None:
    done = evaluate(run, "double", "--evaluator", "app:half", "--evaluator", "app:Judges.half")

    assert json.loads(done.out)["rows"][3]["metrics"] == {"half": 3.0, "app:Judges.half": 1.5}


def test_repetitions_limit_and_summary_evaluators(run: Run, folder: Path) -> None:
    flags = ("--repetitions", "3", "--limit", "2", "--summary-evaluator", "app:total", "--evaluator", "app:half")
    done = evaluate(run, "double", *flags, "--fail-under", "total=7")

    plain = json.loads(done.out)
    assert (done.code, said(done)) == (1, "error: total is 6, but at least 7 is required\n")
    assert (len(plain["rows"]), plain["summary"]) == (6, {"total": 6})
    assert plain["metrics"]["half"]["spread"] == 0


def test_more_failures_than_tolerated_stop_the_run(run: Run, folder: Path) -> None:
    flags = ("--max-failures", "0", "--concurrency", "1", "--retries", "0", "--row-timeout", "30", "--rate-limit", "99")
    done = evaluate(run, "fails", *flags, "--resume", "stops-1")

    assert done.code == 1
    assert "stopped after 1 failed rows, more than tolerate_failures allows" in done.err
    assert len(json.loads(done.out)["rows"]) == 3


@pytest.mark.parametrize(
    ("flag", "words"),
    [
        ("any", ""),
        ("worse", ""),
        ("worse=0.5", "error: worse became worse: -1.00, 95 % interval -1.00 to -1.00, 4 pairs: within noise\n"),
        ("worse=1", ""),
        ("missing", "error: missing cannot be compared: no row has a value in both runs\n"),
    ],
)
def test_a_regression_above_its_tolerance_fails(run: Run, folder: Path, flag: str, words: str) -> None:
    (folder / "worse").write_text("12345")
    evaluate(run, "double", "--evaluator", "app:worse")
    (folder / "worse").write_text("1234")
    done = evaluate(run, "double", "--evaluator", "app:worse", "--compare", "last", "--fail-on-regression", flag)

    assert (done.code, said(done)) == (1 if words else 0, words)


def test_csv_markdown_and_junit_files(run: Run, folder: Path) -> None:
    (folder / "cases.csv").write_text("n,answer\n1,2\n")
    done = run(
        *("evaluate", "app:shown", "--dataset", "cases.csv", "--column", "n=inputs", "--column", "answer=ground_truth"),
        *("--csv", "rows.csv", "--markdown", "summary.md", "--junit", "junit.xml"),
    )

    assert (done.code, said(done)) == (0, "")
    assert (folder / "rows.csv").read_text().startswith("datapoint_id,")
    assert "1 rows in" in (folder / "summary.md").read_text()
    assert "<testcase" in (folder / "junit.xml").read_text()


def test_a_table_on_stdout_shows_notes_once(run: Run, folder: Path) -> None:
    done = evaluate(run, "double", "--output", "table", "--evaluator", "app:half", "--lower-is-better", "cost")

    assert (done.code, said(done)) == (0, "")
    assert done.out.count("lower_is_better: no metric is named cost; the metrics are half") == 1


def test_the_table_is_on_stderr_with_the_traceback_of_the_first_failure(run: Run, folder: Path) -> None:
    failed = evaluate(run, "fails", "--evaluator", "app:half")
    quiet = evaluate(run, "fails", "--evaluator", "app:half", "--quiet")

    assert failed.err.startswith("fails  4 rows in ")
    assert "\nhalf       3" in failed.err
    assert "Traceback (most recent call last):\n  File " in failed.err
    assert "app.py" in failed.err
    assert json.loads(failed.out)["rows"][2]["traceback"].endswith("ValueError: two is wrong")
    assert failed.err.endswith("error: rows in which the function or an evaluator failed: 1\n")
    assert quiet.err == "error: rows in which the function or an evaluator failed: 1\n"
