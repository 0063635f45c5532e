"""The figures of a comparison, checked against an independent computation from the rows."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from honeyhive import HoneyHive, InvalidRequestError
from honeyhive.experiments import Experiment

Run = Callable[..., Experiment]
SCORE = st.none() | st.booleans() | st.integers(-5, 5) | st.floats(-10, 10, allow_subnormal=False) | st.just("text")
SCORES = st.lists(st.fixed_dictionaries({}, optional={"a": SCORE, "b": SCORE}), min_size=1, max_size=5)


def tried(run: Run, scores: dict[int, dict[str, Any]], **more: Any) -> Experiment:
    """Return the result of a run over numbered rows with the given metrics."""
    rows = [{"inputs": {"n": number}, "id": f"row-{number}"} for number in scores]
    return run(lambda inputs: inputs, dataset=rows, evaluators=[lambda outputs: scores[outputs["n"]]], **more)


def mean(values: list[Any]) -> float | None:
    numbers = [value for value in values if value is not None and not isinstance(value, str)]
    return sum(numbers) / len(numbers) if numbers else None


@given(old=SCORES, new=SCORES, shift=st.integers(0, 3))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_figures_are_those_of_a_plain_computation_over_pairs(run: Run, old: Any, new: Any, shift: int):
    before = dict(enumerate(old))
    after = dict(enumerate(new, shift))
    earlier = tried(run, before)
    comparison = tried(run, after, compare_with=earlier.run_id).comparison

    assert comparison is not None
    common = before.keys() & after.keys()
    assert (comparison.common, comparison.added, comparison.removed) == (
        len(common),
        len(after.keys() - common),
        len(before.keys() - common),
    )
    for name in "ab":
        change = comparison.metrics.get(name)
        pairs = {
            f"EXT-row-{n}": (after[n][name], before[n][name])
            for n in common
            if not isinstance(before[n].get(name, ""), str | None)
            and not isinstance(after[n].get(name, ""), str | None)
        }
        if not pairs:
            assert change is None or (change.pairs, change.old, change.new, change.difference) == (0, None, None, None)
            continue
        assert change is not None
        assert change.pairs == len(pairs)
        assert change.new == pytest.approx(mean([now for now, _ in pairs.values()]))
        assert change.old == pytest.approx(mean([then for _, then in pairs.values()]))
        assert change.difference == pytest.approx(mean([now - then for now, then in pairs.values()]), abs=1e-9)
        assert {*change.improved} == {row for row, (now, then) in pairs.items() if now > then}
        assert {*change.regressed} == {row for row, (now, then) in pairs.items() if now < then}
        assert change.unchanged == sum(now == then for now, then in pairs.values())


def missing_values(inputs: Any) -> Any:
    if inputs["n"] >= 5:
        raise TimeoutError("slow")
    return inputs


@pytest.mark.parametrize("kind", ["crashed", "none", "evaluator crashed", "added", "removed"])
def test_rows_without_a_value_in_both_runs_do_not_change_the_difference(run: Run, kind: str):
    """In the old run, the last five of ten rows are wrong. In the new run, these rows have no value."""

    def score(outputs: Any) -> Any:
        return 1 if outputs["n"] < 5 else 0

    def partial_score(outputs: Any) -> Any:
        if outputs["n"] < 5:
            return 1
        if kind == "none":
            return None
        raise LookupError("no judge")

    rows = [{"inputs": {"n": number}, "id": number} for number in range(10)]
    evaluators = {"score": partial_score if kind in ("none", "evaluator crashed") else score}
    earlier = run(lambda inputs: inputs, dataset=rows[:5] if kind == "added" else rows, evaluators={"score": score})
    dataset = rows[:5] if kind == "removed" else rows
    function = missing_values if kind == "crashed" else lambda inputs: inputs
    later = run(function, dataset=dataset, evaluators=evaluators, compare_with=earlier.run_id)

    comparison = later.comparison
    assert comparison is not None
    change = comparison.metrics["score"]
    assert (change.difference, change.old, change.new, change.pairs) == (0, 1, 1, 5)
    assert (comparison.improved, comparison.regressed, change.significant) == ([], [], False)
    assert len(comparison.newly_failed) == (5 if "crashed" in kind else 0)


def test_lower_is_better_reverses_the_gain(run: Run):
    earlier = tried(run, {n: {"cost": 2, "gain": 1} for n in range(8)})
    later = tried(
        run, {n: {"cost": 1, "gain": 2} for n in range(8)}, compare_with=earlier.run_id, lower_is_better=["cost"]
    )
    back = tried(
        run, {n: {"cost": 3, "gain": 1} for n in range(8)}, compare_with=later.run_id, lower_is_better=["cost"]
    )

    assert later.comparison is not None
    assert [one.name for one in later.comparison.improved] == ["cost", "gain"]
    assert str(later.comparison.metrics["cost"]) == "-1.00, 95 % interval -1.00 to -1.00, 8 pairs: better"
    assert len(later.comparison.metrics["cost"].improved) == 8
    assert back.comparison is not None
    assert [one.name for one in back.comparison.regressed] == ["cost", "gain"]
    assert str(back.comparison.metrics["cost"]) == "+2.00, 95 % interval 2.00 to 2.00, 8 pairs: worse"


def test_a_regression_is_shown_with_the_outputs_of_both_runs(run: Run):
    earlier = tried(run, {0: {"a": 1}, 1: {"a": 5}, 2: {"a": 5}})
    later = tried(run, {0: {"a": 1}, 1: {"a": 4}, 2: {"a": 1}}, compare_with=earlier.run_id)

    assert later.comparison is not None
    worst, other = later.comparison.metrics["a"].regressions
    assert (worst.datapoint_id, worst.old, worst.new) == ("EXT-row-2", 5, 1)
    assert (other.datapoint_id, other.old, other.new) == ("EXT-row-1", 5, 4)
    assert (worst.inputs, worst.old_outputs, worst.new_outputs) == ({"n": 2}, {"n": 2}, {"n": 2})
    plain = json.loads(later.to_json())["comparison"]["metrics"]["a"]
    assert [one["old_outputs"] for one in plain["regressions"]] == [{"n": 2}, {"n": 1}]
    assert plain["in_words"] == str(later.comparison.metrics["a"])


@pytest.mark.parametrize("run_id", ["nightly-1", "7D0C4C1E-0A53-4F0E-9D59-2F6D7D1C3B10"])
def test_the_earlier_run_is_named_as_it_was_when_it_ran(run: Run, run_id: str):
    earlier = tried(run, {0: {"a": 1}}, run_id=run_id)
    comparison = tried(run, {0: {"a": 2}}, compare_with=run_id).comparison

    assert comparison is not None
    assert (comparison.old_run_id, comparison.metrics["a"].difference) == (earlier.run_id, 1)


def test_a_run_is_not_compared_with_itself(run: Run):
    earlier = tried(run, {0: {"a": 1}}, run_id="nightly-2")

    with pytest.raises(InvalidRequestError, match="compare_with: 'nightly-2' is this run; pass an earlier one"):
        tried(run, {0: {"a": 1}}, run_id="nightly-2", compare_with="nightly-2")
    assert earlier.comparison is None


def test_metrics_inside_of_rows_do_not_count(run: Run, hh: HoneyHive):
    def one(outputs: Any) -> int:
        return 1

    def two(outputs: Any) -> int:
        return 2

    def work(inputs: Any) -> Any:
        with hh.event("step") as event:
            event.metrics = {"a": 100}
        return inputs

    rows = [{"inputs": {"n": number}} for number in range(3)]
    earlier = run(work, dataset=rows, evaluators={"a": one})
    later = run(work, dataset=rows, evaluators={"a": two}, compare_with=earlier.run_id)

    assert later.comparison is not None
    assert (later.comparison.metrics["a"].old, later.comparison.metrics["a"].new) == (1, 2)
    assert len(later.comparison.metrics["a"].improved) == 3
    assert [one.name for one in later.comparison.improved] == ["a"]


def test_last_is_the_newest_completed_run_of_the_same_name_with_common_rows(run: Run, hh: HoneyHive):
    scores = {0: {"a": 1}, 1: {"a": 2}}
    tried(run, scores, name="nightly")
    newest = tried(run, scores, name="nightly")
    tried(run, scores, name="another")
    tried(run, scores, name="nightly-2")
    tried(run, {5: {"a": 9}}, name="nightly")
    hh.experiments.create(name="nightly", status="running")

    again = tried(run, scores, name="nightly", compare_with="last")
    grown = tried(run, {**scores, 2: {"a": 9}}, name="nightly", compare_with="last")
    shrunk = tried(run, {1: {"a": 2}}, name="nightly", compare_with="last")

    assert again.comparison is not None
    assert (again.comparison.old_run_id, again.comparison.old_name) == (newest.run_id, "nightly")
    assert again.comparison.metrics["a"].difference == 0
    assert f"against nightly  2 rows in common  run {newest.run_id} of 20" in str(again)
    assert grown.comparison is not None
    assert (grown.comparison.old_run_id, grown.comparison.common, grown.comparison.added) == (again.run_id, 2, 1)
    assert shrunk.comparison is not None
    assert (shrunk.comparison.old_run_id, shrunk.comparison.common, shrunk.comparison.removed) == (grown.run_id, 1, 2)


def test_a_run_of_another_program_is_found_by_its_rows(run: Run, hh: HoneyHive):
    made = hh.experiments.create(name="nightly", status="completed").run_id
    with hh.session("row", inputs={"n": 0}) as session:
        session.metadata = {"run_id": made, "datapoint_id": "EXT-row-0"}
        session.metrics = {"a": 3}
    assert hh.flush()

    comparison = tried(run, {0: {"a": 5}, 1: {"a": 9}}, name="nightly", compare_with="last").comparison

    assert comparison is not None
    assert (comparison.old_run_id, comparison.common, comparison.metrics["a"].difference) == (made, 1, 2)


def test_the_first_run_has_no_comparison(run: Run):
    """The same command has to work for the first run in CI and for later runs."""
    tried(run, {5: {"a": 9}})

    first = tried(run, {0: {"a": 1}}, compare_with="last")

    assert (first.comparison, first.problems, first.metrics["a"].mean) == (None, [], 1)


def test_the_table_shows_what_became_better_and_worse(run: Run):
    earlier = tried(run, {0: {"a": 1, "b": 1}, 1: {"a": 1, "b": 1}}, name="earlier")
    text = str(tried(run, {0: {"a": 2, "b": 0}, 1: {"a": 1, "b": 0}}, name="later", compare_with=earlier.run_id))

    assert "against earlier  2 rows in common" in text
    lines = [" ".join(line.split()) for line in text.splitlines()]
    assert "a 1 1.5 +0.50, 95 % interval 0.00 to 1.00, 2 pairs: within noise 1 0" in lines
    assert "b 1 0 -1.00, 95 % interval -1.00 to -1.00, 2 pairs: within noise 0 2" in lines
    assert "EXT-row-0 b 1 0 {'n': 0} {'n': 0}" in lines
    assert "EXT-row-1 b 1 0 {'n': 1} {'n': 1}" in lines
