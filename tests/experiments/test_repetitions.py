"""Each repetition has a session of its own; statistics cover all repetitions of a row; comparisons use their mean."""

import itertools
from collections import Counter
from collections.abc import Callable
from statistics import fmean, stdev

import pytest

from honeyhive import HoneyHive, InvalidRequestError
from honeyhive._experiments.repetitions import pass_at, pass_hat
from honeyhive.experiments import Experiment, Score
from honeyhive_server import LocalServer

Run = Callable[..., Experiment]
ROWS = [{"inputs": {"n": n}, "id": f"row-{n}"} for n in range(3)]


def counting() -> Callable[[dict[str, int]], int]:
    """Return a function that returns 0, 1, 2, ... for the repetitions of each row."""
    calls: Counter[int] = Counter()

    def function(inputs: dict[str, int]) -> int:
        calls[inputs["n"]] += 1
        return calls[inputs["n"]] - 1

    return function


@pytest.mark.parametrize(("count", "passed", "k"), [(4, 0, 1), (4, 1, 1), (4, 2, 2), (5, 3, 3), (5, 5, 2), (3, 2, 3)])
def test_pass_at_k_and_pass_hat_k_equal_the_enumeration_of_draws(count: int, passed: int, k: int):
    draws = list(itertools.combinations([True] * passed + [False] * (count - passed), k))

    assert pass_at(k, count, passed) == pytest.approx(fmean(any(draw) for draw in draws))
    assert pass_hat(k, count, passed) == pytest.approx(fmean(all(draw) for draw in draws))


def test_each_repetition_is_a_session_and_a_row(run: Run, server: LocalServer, hh: HoneyHive):
    experiment = run(counting(), dataset=ROWS, evaluators={"value": lambda o: o}, repetitions=4, concurrency=1)

    assert [(row.datapoint_id, row.repetition) for row in experiment.rows] == [
        (f"EXT-row-{n}", repetition) for n in range(3) for repetition in range(1, 5)
    ]
    assert len({row.session_id for row in experiment.rows}) == 12
    assert len(server.sessions()) == 12
    assert experiment.metrics["value"].mean == 1.5
    assert experiment.metrics["value"].spread == pytest.approx(stdev(range(4)))
    assert experiment.metrics["value"].pass_at_k == {}
    (stored,) = hh.experiments.list(run_ids=[experiment.run_id]).evaluations
    assert stored.metadata["repetitions"] == 4


def test_a_failed_repetition_did_not_pass(run: Run):
    function = counting()

    def sometimes(inputs: dict[str, int]) -> int:
        value = function(inputs)
        if value == 0:
            raise ValueError("first")
        return value

    experiment = run(sometimes, dataset=ROWS, evaluators={"big": lambda o: o > 1}, repetitions=4, concurrency=1)

    big = experiment.metrics["big"]  # failed, False, True, True
    assert big.count == 9
    assert big.pass_at_k == {k: pytest.approx(pass_at(k, 4, 2)) for k in range(1, 5)}
    assert big.pass_hat_k == {k: pytest.approx(pass_hat(k, 4, 2)) for k in range(1, 5)}
    assert "pass@k" in str(experiment)


def test_the_passed_of_a_score_decides_instead_of_its_value(run: Run):
    evaluators = {"grade": lambda outputs: Score(outputs, passed=outputs >= 2)}

    experiment = run(counting(), dataset=ROWS[:1], evaluators=evaluators, repetitions=4, concurrency=1)

    assert experiment.metrics["grade"].mean == 1.5
    assert experiment.metrics["grade"].pass_at_k[1] == 0.5


def test_a_resumed_run_runs_only_missing_repetitions(run: Run, server: LocalServer):
    calls: list[int] = []

    def function(inputs: dict[str, int]) -> int:
        if len(calls) == 4:
            raise KeyboardInterrupt
        calls.append(inputs["n"])
        return inputs["n"]

    first = run(function, dataset=ROWS[:1], repetitions=5, run_id="repeated", concurrency=1)
    again = run(function, dataset=ROWS[:1], repetitions=5, run_id="repeated", concurrency=1, retry_failed=False)

    assert [row.failed for row in first.rows] == [False] * 4 + [True]
    assert all(row.was_done for row in again.rows)
    assert [row.repetition for row in again.rows] == [1, 2, 3, 4, 5]
    assert len(server.sessions()) == 5


def test_a_comparison_uses_the_mean_over_repetitions(run: Run):
    first = run(counting(), dataset=ROWS, evaluators={"value": lambda o: o}, repetitions=2, concurrency=1)
    second = run(lambda: 3, dataset=ROWS, evaluators={"value": lambda o: o}, compare_with=first.run_id, concurrency=1)

    assert second.comparison is not None
    change = second.comparison.metrics["value"]
    assert (change.pairs, change.old, change.new) == (3, 0.5, 3)


def test_repetitions_below_1_are_refused(run: Run):
    with pytest.raises(InvalidRequestError, match="repetitions is 0; pass an integer of at least 1"):
        run(counting(), dataset=ROWS, repetitions=0)
