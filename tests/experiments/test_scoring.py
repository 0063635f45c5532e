"""What the answers of evaluators become, and what they come to over all rows."""

from functools import partial
from statistics import fmean
from typing import Any

import numpy
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from honeyhive import InvalidRequestError
from honeyhive.experiments.comparison import Moves
from honeyhive.experiments.scoring import evaluators_of, metrics_of
from honeyhive.experiments.summary import summarized

SCORES = st.booleans() | st.integers(-(10**6), 10**6) | st.floats(-1e6, 1e6) | st.text(max_size=3)
METRICS = st.dictionaries(st.sampled_from("abc"), SCORES)


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
    ],
)
def test_answers_are_metrics(answer: Any, metrics: dict[str, Any]):
    found = metrics_of("e", answer)

    assert found == metrics
    assert {name: type(value) for name, value in found.items()} == {name: type(one) for name, one in metrics.items()}


@pytest.mark.parametrize("answer", [[1], {"a": {"b": 1}}, object(), float("nan"), float("inf"), b"x", 10**400])
def test_what_is_no_score_is_refused(answer: Any):
    with pytest.raises((TypeError, ValueError), match=r"gave"):
        metrics_of("e", answer)


def test_evaluators_are_named_after_their_functions_or_by_a_dict():
    class Judge:
        def __call__(self, outputs):
            return len(outputs)

    def exact(outputs):
        return outputs == "exact"

    assert [one.name for one in evaluators_of([exact, Judge(), partial(exact)][:2])] == ["exact", "Judge"]
    assert [one.name for one in evaluators_of({"a": exact, "b": exact})] == ["a", "b"]
    with pytest.raises(InvalidRequestError, match="two are named 'exact'"):
        evaluators_of([exact, partial(exact)])
    with pytest.raises(InvalidRequestError, match="give a list"):
        evaluators_of(exact)  # type: ignore[arg-type]


@given(st.lists(METRICS))
@settings(deadline=None)
def test_the_summary_agrees_with_a_plain_computation(rows):
    summary = summarized(rows)

    assert set(summary) == {name for row in rows for name in row}
    for name, one in summary.items():
        values = [row[name] for row in rows if name in row]
        numbers = [float(value) for value in values if not isinstance(value, str)]
        assert one.count == len(values)
        assert one.mean == (fmean(numbers) if numbers else None)
        assert (one.min, one.max) == ((min(numbers), max(numbers)) if numbers else (None, None))
        assert sum(one.texts.values()) == len(values) - len(numbers)


@given(st.lists(st.tuples(METRICS, METRICS), max_size=8))
@settings(deadline=None)
def test_every_pair_of_numbers_moves_one_way(pairs):
    moves = Moves((str(place), new, old) for place, (new, old) in enumerate(pairs))

    for name in "abc":
        both = [
            (str(place), new[name], old[name])
            for place, (new, old) in enumerate(pairs)
            if not isinstance(new.get(name, ""), str) and not isinstance(old.get(name, ""), str)
        ]
        change = moves.change(name, None, None)
        assert [*change.improved] == [place for place, new, old in both if new - old > 0]
        assert [*change.regressed] == [place for place, new, old in both if new - old < 0]
        assert change.unchanged == len(both) - len(change.improved) - len(change.regressed)


def test_a_change_is_told_in_percent_of_what_was():
    moves = Moves([])

    assert moves.change("m", 0.5, 0.75).percent == 50
    assert moves.change("m", -2, -1).percent == 50
    assert moves.change("m", 0, 1).percent is None
    assert moves.change("m", None, 1).difference is None
