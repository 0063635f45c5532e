"""A comparison's figures, held against a computation of their own from the rows alone."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from honeyhive import HoneyHive
from honeyhive.experiments import Experiment

Run = Callable[..., Experiment]
SCORE = st.none() | st.booleans() | st.integers(-5, 5) | st.floats(-10, 10, allow_subnormal=False) | st.just("text")
SCORES = st.lists(st.fixed_dictionaries({}, optional={"a": SCORE, "b": SCORE}), min_size=1, max_size=5)


def tried(run: Run, scores: dict[int, dict[str, Any]], **more: Any) -> Experiment:
    """A run over numbered rows whose metrics are given."""
    rows = [{"inputs": {"n": number}, "id": f"row-{number}"} for number in scores]
    return run(lambda inputs: inputs, dataset=rows, evaluators=[lambda outputs: scores[outputs["n"]]], **more)


def mean(values: list[Any]) -> float | None:
    numbers = [value for value in values if value is not None and not isinstance(value, str)]
    return sum(numbers) / len(numbers) if numbers else None


@given(old=SCORES, new=SCORES, shift=st.integers(0, 3))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_figures_are_those_of_a_plain_computation(run: Run, old: Any, new: Any, shift: int):
    before = dict(enumerate(old))
    after = dict(enumerate(new, shift))
    earlier = tried(run, before)
    comparison = tried(run, after, compare_with=earlier.run_id).comparison

    assert comparison is not None
    assert comparison.common == len(before.keys() & after.keys())
    for name in "ab":
        then = mean([scores.get(name) for scores in before.values()])
        now = mean([scores.get(name) for scores in after.values()])
        change = comparison.metrics.get(name)
        if then is None and now is None:
            assert change is None or (change.old, change.new) == (None, None)
            continue
        assert change is not None
        assert change.old == (None if then is None else pytest.approx(then))
        assert change.new == (None if now is None else pytest.approx(now))
        if then is not None and now is not None:
            assert change.difference == pytest.approx(now - then)
        moved = {
            f"EXT-row-{n}": after[n][name] - before[n][name]
            for n in before.keys() & after.keys()
            if not isinstance(before[n].get(name, ""), str | None)
            and not isinstance(after[n].get(name, ""), str | None)
        }
        assert {*change.improved} == {row for row, by in moved.items() if by > 0}
        assert {*change.regressed} == {row for row, by in moved.items() if by < 0}
        assert change.unchanged == sum(by == 0 for by in moved.values())


@pytest.mark.parametrize("run_id", ["nightly-1", "7D0C4C1E-0A53-4F0E-9D59-2F6D7D1C3B10"])
def test_the_earlier_run_is_named_as_it_was_when_it_ran(run: Run, run_id: str):
    earlier = tried(run, {0: {"a": 1}}, run_id=run_id)
    comparison = tried(run, {0: {"a": 2}}, compare_with=run_id).comparison

    assert comparison is not None
    assert (comparison.old_run_id, comparison.metrics["a"].difference) == (earlier.run_id, 1)


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


def test_last_is_the_newest_completed_run_over_the_same_rows(run: Run):
    scores = {0: {"a": 1}, 1: {"a": 2}}
    tried(run, scores)
    newest = tried(run, scores, name="newest")
    tried(run, {5: {"a": 9}})

    comparison = tried(run, scores, compare_with="last").comparison

    assert comparison is not None
    assert comparison.old_run_id == newest.run_id
    assert comparison.old_name == "newest"
    assert comparison.metrics["a"].difference == 0


def test_the_first_run_is_compared_with_none(run: Run):
    """So that the same line serves the first run of CI and all later ones."""
    tried(run, {5: {"a": 9}})

    first = tried(run, {0: {"a": 1}}, compare_with="last")

    assert (first.comparison, first.problems, first.metrics["a"].mean) == (None, [], 1)


def test_the_table_shows_what_became_better_and_worse(run: Run):
    earlier = tried(run, {0: {"a": 1, "b": 1}, 1: {"a": 1, "b": 1}}, name="earlier")
    text = str(tried(run, {0: {"a": 2, "b": 0}, 1: {"a": 1, "b": 0}}, name="later", compare_with=earlier.run_id))

    assert "against earlier" in text
    a, b = (next(line for line in text.splitlines() if line.startswith(f"{name} ")) for name in "ab")
    assert a.split() == ["a", "2", "1.5", "1", "2", "1", "+0.5", "(+50.0", "%)", "1", "0"]
    assert b.split() == ["b", "2", "0", "0", "0", "1", "-1", "(-100.0", "%)", "0", "2"]
