"""Results of evaluators as metrics, and their summaries over all rows."""

import json
import sys
import threading
import tracemalloc
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import partial
from statistics import fmean
from typing import Any

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from honeyhive import InvalidRequestError
from honeyhive._experiments.result import RowResult
from honeyhive._experiments.row_problems import RowProblems
from honeyhive._experiments.run_comparison import compared
from honeyhive._experiments.scoring import evaluators_of, scored, scores_of
from honeyhive._experiments.tally import RunTally

SCORES = st.booleans() | st.integers(-(10**6), 10**6) | st.floats(-1e6, 1e6) | st.text(max_size=3)
METRICS = st.dictionaries(st.sampled_from("abc"), SCORES)


class NAType:
    """A replacement for the class of pandas' missing value, which is recognized by its name."""


class Series:
    """A replacement for a pandas Series, with the methods that the SDK calls."""

    def __init__(self, values: dict[str, Any]) -> None:
        self.values = values

    def __len__(self) -> int:
        return len(self.values)

    def to_dict(self) -> dict[str, Any]:
        return dict(self.values)

    def item(self) -> Any:
        (value,) = self.values.values()
        return value


class Grade(Enum):
    good = 0.75


@pytest.mark.parametrize(
    ("answer", "metrics"),
    [
        (1, {"e": 1}),
        (0.5, {"e": 0.5}),
        (True, {"e": True}),
        ("good", {"e": "good"}),
        (None, {}),
        ({"precision": 0.5, "recall": 1, "kind": "a", "none": None}, {"precision": 0.5, "recall": 1, "kind": "a"}),
        (numpy.float32(0.5), {"e": 0.5}),
        (numpy.bool_(True), {"e": True}),
        (numpy.int64(3), {"e": 3}),
        (numpy.array([0.25]), {"e": 0.25}),
        (numpy.array(2), {"e": 2}),
        (Decimal("0.5"), {"e": 0.5}),
        (Fraction(1, 4), {"e": 0.25}),
        (Grade.good, {"e": 0.75}),
        (NAType(), {}),
        (Series({"p": 0.5, "r": 1}), {"p": 0.5, "r": 1}),
        (Series({"only": 0.5}), {"e": 0.5}),
        ({"p": Decimal(1), "r": numpy.float64(0.5), "gone": NAType()}, {"p": 1.0, "r": 0.5}),
    ],
)
def test_results_become_metrics(answer: Any, metrics: dict[str, Any]):
    found, faults, _, _ = scored("e", answer)

    assert (found, faults) == (metrics, [])
    assert {name: type(value) for name, value in found.items()} == {name: type(one) for name, one in metrics.items()}


NOT_SCORES = [[1], {"b": 1}, object(), float("nan"), float("inf"), b"x", 10**400, Decimal("nan"), 1j]


@pytest.mark.parametrize("answer", [*NOT_SCORES, numpy.array([1, 2]), numpy.nan, numpy.array([1, 2], dtype=object)])
def test_a_value_that_is_not_a_score_is_a_fault(answer: Any):
    """One value of the dict is not a score; its other scores are kept."""
    if not isinstance(answer, dict):
        assert scored("e", answer).metrics == {}
        assert len(scored("e", answer).faults) == 1
    metrics, (fault,), _, _ = scored("e", {"good": 1, "bad": answer, "kind": "a"})

    assert metrics == {"good": 1, "kind": "a"}
    assert fault.startswith("bad: returned ")


def test_a_value_that_cannot_be_converted_is_a_fault():
    class Broken:
        def item(self) -> Any:
            raise RuntimeError("no value")

    assert scored("e", {"good": 1, "bad": Broken()}) == ({"good": 1}, ["bad: no value"], {}, {})


def test_evaluators_are_named_after_their_functions_or_by_a_dict():
    class Judge:
        def __call__(self, outputs):
            return len(outputs)

    def exact(outputs):
        return outputs == "exact"

    assert [one.name for one in evaluators_of([exact, Judge(), partial(exact)][:2])] == ["exact", "Judge"]
    assert [one.name for one in evaluators_of({"a": exact, "b": exact})] == ["a", "b"]
    with pytest.raises(InvalidRequestError, match="two evaluators are named 'exact'"):
        evaluators_of([exact, partial(exact)])
    with pytest.raises(InvalidRequestError, match="pass a list"):
        evaluators_of(exact)  # type: ignore[arg-type]


@given(st.lists(METRICS))
@settings(deadline=None)
def test_the_summary_agrees_with_a_plain_computation(rows):
    summary = RunTally.of(RowResult(str(n), "s", {}, None, metrics=metrics) for n, metrics in enumerate(rows)).metrics()

    assert set(summary) == {name for row in rows for name in row}
    for name, one in summary.items():
        values = [row[name] for row in rows if name in row]
        numbers = [float(value) for value in values if not isinstance(value, str)]
        assert one.count == len(values)
        assert one.mean == (fmean(numbers) if numbers else None)
        assert (one.min, one.max) == ((min(numbers), max(numbers)) if numbers else (None, None))
        assert sum(one.texts.values()) == len(values) - len(numbers)


def row(name: str, metrics: dict[str, Any], error: str | None = None) -> RowResult:
    return RowResult(name, "s", {"n": name}, None, outputs=metrics, error=error, metrics=metrics)


def comparison(pairs: list[Any], lower_is_better: frozenset[str] = frozenset()) -> Any:
    new = [row(f"EXT-{place}", new) for place, (new, _) in enumerate(pairs) if new is not None]
    old = {str(place): row(str(place), old) for place, (_, old) in enumerate(pairs) if old is not None}
    about = {"old_run_id": "run-0", "old_name": "old", "old_created_at": None}
    return compared(new, old.values(), **about, lower_is_better=lower_is_better)


@given(st.lists(st.tuples(METRICS | st.none(), METRICS | st.none()), max_size=8), st.booleans())
@settings(deadline=None)
def test_only_rows_with_a_number_in_both_runs_count(pairs, lower):
    found = comparison(pairs, frozenset("abc") if lower else frozenset())

    for name, change in found.metrics.items():
        both = [
            (f"EXT-{place}", float(new[name]), float(old[name]))
            for place, (new, old) in enumerate(pairs)
            if new is not None
            and old is not None
            and not isinstance(new.get(name, ""), str)
            and not isinstance(old.get(name, ""), str)
        ]
        assert change.pairs == len(both)
        assert change.unchanged == sum(new == old for _, new, old in both)
        up = {place for place, new, old in both if new > old}
        down = {place for place, new, old in both if new < old}
        assert ({*change.improved}, {*change.regressed}) == ((down, up) if lower else (up, down))
        if not both:
            assert (change.old, change.new, change.difference) == (None, None, None)
            continue
        assert change.old == pytest.approx(fmean(old for *_, old in both))
        assert change.new == pytest.approx(fmean(new for _, new, _ in both))
        assert change.difference == pytest.approx(fmean(new - old for _, new, old in both), abs=1e-6)
        if change.low is not None:
            assert change.low <= change.high
    both_have = [new is not None and old is not None for new, old in pairs]
    assert found.common == sum(both_have)
    assert found.added == sum(old is None and new is not None for new, old in pairs)
    assert found.removed == sum(new is None and old is not None for new, old in pairs)


def test_the_percentage_is_of_the_old_mean():
    def percent(old: float, new: float) -> float | None:
        return comparison([({"m": new}, {"m": old})]).metrics["m"].percent

    assert percent(0.5, 0.75) == 50
    assert percent(-2, -1) == 50
    assert percent(0, 1) is None
    assert comparison([({"m": 1}, {})]).metrics["m"].percent is None


def test_totals_take_no_memory_for_further_rows():
    tally, problems = RunTally(), RowProblems()

    def add(count: int) -> None:
        for number in range(count):
            tally.add(row(f"{number}", {"right": number % 2 == 0, "length": number / 7, "topic": "ab"[number % 2]}))
            problems.uncopied(set(), "inputs", TypeError("no copy"))
            problems.encoded(f"{number}", ["inputs.a: cut from 9 characters"])

    add(2_000)
    tracemalloc.start()
    try:
        add(10_000)
        grown = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()

    assert grown < 10_000
    assert tally.numbers["right"].mean() == 0.5
    assert problems.problems()[-2] == "11995 more rows are too large to be stored in full"
    assert problems.problems()[-1].startswith("inputs of 12000 rows could not be copied")


def test_a_row_counts_once_although_many_others_have_failed_in_the_meantime():
    problems, slow = RowProblems(), set[tuple[str, str]]()
    for reported in [slow, *(set[tuple[str, str]]() for _ in range(2_000)), slow]:
        problems.uncopied(reported, "inputs", TypeError("no copy"))

    assert problems.problems()[0].startswith("inputs of 2001 rows could not be copied (TypeError: no copy)")


def test_reasons_that_differ_in_each_row_are_summed_up():
    problems = RowProblems()
    for number in range(1_000):
        problems.uncopied(set(), "outputs", TypeError(f"no copy of <X at {number:#x}>"))

    assert len(problems.notes()) == 21
    assert problems.notes()[-1].startswith("outputs of 980 rows could not be copied (other reasons)")


def test_rows_on_many_threads_do_not_add_to_the_rows_shown():
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for _ in range(50):
            problems, start = RowProblems(), threading.Barrier(8)

            def add(problems: RowProblems = problems, start: threading.Barrier = start) -> None:
                start.wait()
                for _ in range(10):
                    problems.encoded("row", ["inputs.a: cut from 9 characters"])

            threads = [threading.Thread(target=add) for _ in range(8)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            assert problems.problems()[5:] == ["75 more rows are too large to be stored in full"]
    finally:
        sys.setswitchinterval(interval)


@pytest.mark.parametrize("stored", ["1e400", "-1e400", "NaN", "1" + 400 * "0"])
def test_a_stored_number_without_a_mean_is_not_a_score(stored: str):
    assert scores_of(json.loads(f'{{"wrong": {stored}, "right": 1.5, "topic": "a", "flag": true}}')) == {
        "right": 1.5,
        "topic": "a",
        "flag": True,
    }
