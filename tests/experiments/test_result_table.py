"""The result table, the progress bar, and lazy imports."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from honeyhive._experiments.result import Experiment, RowResult
from honeyhive._experiments.run_comparison import Comparison, MetricChange
from honeyhive._experiments.scoring import ScoreValue
from honeyhive._experiments.summary import MetricSummary
from honeyhive_server import LocalServer

ROOT = Path(__file__).parents[2]
PROGRAM = """
import sys
from honeyhive import HoneyHive, evaluate

def work(inputs):
    if inputs["n"] == 2:
        raise ValueError("two")

with HoneyHive(api_key="hh_test", base_url=sys.argv[1]) as hh:
    evaluate(work, dataset=[{"n": n} for n in range(7)], client=hh, progress=sys.argv[2] == "yes", table=False)
"""


def environment(tmp_path: Path) -> dict[str, str]:
    kept = {name: text for name, text in os.environ.items() if not name.startswith("HH_")}
    paths = os.pathsep.join([str(ROOT), str(ROOT / "generated")])
    return {**kept, "PYTHONPATH": paths, "TERM": "xterm", "COLUMNS": "80"}


@pytest.mark.parametrize("wanted", ["yes", "no"])
def test_a_progress_bar_is_drawn_on_a_terminal(server: LocalServer, tmp_path: Path, wanted: str):
    ours, theirs = pty.openpty()
    command = [sys.executable, "-W", "error", "-c", PROGRAM, server.url, wanted]
    with subprocess.Popen(
        command, cwd=tmp_path, env=environment(tmp_path), stdout=subprocess.PIPE, stderr=theirs
    ) as process:
        os.close(theirs)
        shown = b""
        while chunk := _read(ours):
            shown += chunk
        out, _ = process.communicate(timeout=60)
    os.close(ours)

    assert (process.returncode, out) == (0, b"")
    assert (b"7/7" in shown, b"1 failed" in shown) == ((True, True) if wanted == "yes" else (False, False))


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # the reading side of the pipe is closed
        return b""


def test_no_progress_bar_is_drawn_without_a_terminal(server: LocalServer, tmp_path: Path):
    command = [sys.executable, "-W", "error", "-c", PROGRAM, server.url, "yes"]
    done = subprocess.run(
        command, cwd=tmp_path, env=environment(tmp_path), capture_output=True, timeout=60, check=False
    )

    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_import_honeyhive_does_not_load_experiments():
    code = "import honeyhive, json, sys; print(json.dumps([n for n in sys.modules if n.startswith('honeyhive.exp')]))"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}; honeyhive.evaluate"],
        env=environment(ROOT),
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    assert json.loads(done.stdout) == []


def experiment(rows: list[RowResult], **more: object) -> Experiment:
    return Experiment("run-1", "later", "EXT-1", rows, {}, **more)  # type: ignore[arg-type]


def test_only_the_first_failures_are_listed_and_control_characters_are_shown():
    rows = [RowResult(f"row-{n}", "s", {"n": n}, None, error=f"ValueError: \x1b[31m{n}") for n in range(25)]

    text = str(experiment(rows))

    assert "25 rows" in text
    assert "25 failed" in text
    assert "ValueError: \\x1b[31m19" in text
    assert "\x1b" not in text
    assert "row-20" not in text
    assert "and 5 more" in text


def test_strings_are_counted_and_a_metric_in_one_run_has_no_change():
    one = experiment([RowResult("row", "s", 1, None)])
    one.metrics = {
        "kind": MetricSummary("kind", 9, texts={"a": 4, "b": 2, "c": 1, "d": 1, "e": 1}),
        "new": MetricSummary("new", 1, 0.5, 0.5, 0.5),
    }
    change = MetricChange("new", 0, None, None, None, None)
    one.comparison = Comparison("run-0", "earlier", None, 3, metrics={"new": change})

    lines = str(one).splitlines()

    (kind,) = [line for line in lines if line.startswith("kind")]
    new, change = [line for line in lines if line.startswith("new")]
    assert kind.split(None, 2)[2].strip() == "a x 4, b x 2, c x 1, d x 1, 1 more"
    assert new.split() == ["new", "1", "0.5", "0.5", "0.5"]
    assert " ".join(change.split()) == "new no row has a value in both runs 0 0"


@pytest.mark.parametrize(
    ("thresholds", "least", "words"),
    [
        ({}, None, []),
        ({}, 0.5, []),
        ({}, 0.6, ["a is 0.5, but at least 0.6 is required"]),
        ({"a": 0.4}, 0.9, []),
        ({"kind": 1}, None, ["kind has no value, but at least 1 is required"]),
        ({"none": 1}, 0.5, ["none has no value, but at least 1 is required"]),
    ],
)
def test_thresholds(thresholds: dict[str, float], least: float | None, words: list[str]):
    one = experiment([scores({"a": 0, "kind": "x"}), scores({"a": 1})])

    assert one.below(thresholds, least) == words


def scores(metrics: dict[str, ScoreValue], error: str | None = None, **evaluator_errors: str) -> RowResult:
    return RowResult("row", "s", 1, None, error=error, metrics=metrics, evaluator_errors=evaluator_errors)


@pytest.mark.parametrize(
    ("failed", "words"),
    [
        (scores({}, "ValueError: no"), "a is 0.5, counting 1 failed row as not passed, but at least 0.9 is required"),
        (scores({}, a="ValueError: no"), "a is 0.5, counting 1 failed row as not passed, but at least 0.9 is required"),
        (
            scores({}, judge="a: nan"),
            "a is 0.5, counting 1 failed row as not passed, but at least 0.9 is required",
        ),
        (scores({"a": 1}, judge="b: returned nan"), None),
        (scores({"b": 1}, b="ValueError: no"), None),
        (scores({}), None),
    ],
)
def test_a_row_that_failed_counts_as_not_passed_where_it_lacks_the_metric(failed: RowResult, words: str | None):
    one = experiment([scores({"a": 1}), failed, scores({"b": 1})][: 2 if words else 3])

    assert one.below({"a": 0.9}) == ([words] if words else [])
    assert one.below({"a": 0.9}, tolerate_failures=True) == []


def test_a_failed_row_is_never_better_than_the_worst_value():
    one = experiment([scores({"a": -4}), scores({"a": 4}), scores({}, "ValueError: no")])

    assert one.below({"a": -1}) == ["a is -1.333, counting 1 failed row as not passed, but at least -1 is required"]


def test_the_threshold_of_a_metric_of_which_less_is_better_is_the_largest_mean_that_passes():
    rows = [scores({"seconds": 1, "a": 1}), scores({"seconds": 3, "a": 1})]
    one = experiment(rows, lower_is_better=frozenset({"seconds"}))
    crashed = experiment([*rows, scores({}, "ValueError: no")], lower_is_better=frozenset({"seconds"}))

    assert one.below({"seconds": 2}, 0.9) == []
    assert one.below({"seconds": 1.5}) == ["seconds is 2, but at most 1.5 is required"]
    assert crashed.below({"seconds": 9}) == [
        "seconds is 2, counting 1 failed row as not passed, but at most 9 is required"
    ]
    assert crashed.below({"seconds": 9}, tolerate_failures=True) == []


def test_no_value_at_all_misses_every_threshold():
    one = experiment([scores({}, "ValueError: no")])

    assert one.below({}, 0.5) == ["no metric has a value, but at least 0.5 is required"]


def test_where_less_of_every_metric_is_better_the_threshold_of_all_others_misses_nothing():
    one = experiment([scores({"seconds": 2})], lower_is_better=frozenset({"seconds"}))

    assert one.below({"seconds": 3}, 0.5) == []
