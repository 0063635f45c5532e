"""The confidence interval of a mean difference, and which differences are not significant."""

from random import Random
from statistics import fmean

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from honeyhive._experiments.bootstrap import Interval, interval_of, is_significant

DIFFERENCES = st.lists(st.floats(-100, 100), min_size=2, max_size=30)


@given(DIFFERENCES)
@settings(deadline=None, max_examples=50)
def test_the_interval_is_deterministic_and_within_the_values(differences: list[float]):
    interval = interval_of(differences)

    assert interval is not None
    assert interval == interval_of(differences)
    assert min(differences) - 1e-9 <= interval.low <= interval.high <= max(differences) + 1e-9


def test_the_interval_equals_the_normal_approximation_for_many_rows():
    random = Random(1)
    differences = [random.gauss(0.1, 1) for _ in range(2_000)]
    interval = interval_of(differences)

    assert interval is not None
    mean, margin = fmean(differences), 1.96 / 2_000**0.5
    assert interval.low == pytest.approx(mean - margin, abs=0.004)
    assert interval.high == pytest.approx(mean + margin, abs=0.004)


@pytest.mark.parametrize(
    ("differences", "significant"),
    [
        ([], False),
        ([1.0], False),
        ([1.0] * 5, False),
        ([1.0] * 6, True),
        ([-1.0] * 6, True),
        ([1.0] * 5 + [0.0] * 20, False),
        ([1.0] * 9 + [0.0] * 20, True),
        ([1.0, -1.0] * 10, False),
        ([0.0] * 20, False),
    ],
)
def test_a_few_rows_are_noise(differences: list[float], significant: bool):
    assert is_significant(differences, interval_of(differences)) is significant


def test_zero_at_the_edge_is_noise():
    assert not is_significant([1.0] * 8, Interval(0.0, 1.0))


@pytest.mark.parametrize(("effect", "share"), [(0.0, (0.0, 0.1)), (1.0, (0.9, 1.0))])
def test_noise_is_rarely_taken_for_an_effect_and_an_effect_rarely_for_noise(effect: float, share: tuple[float, float]):
    random = Random(2)
    runs = [[random.gauss(effect, 1) for _ in range(25)] for _ in range(100)]

    found = sum(is_significant(run, interval_of(run)) for run in runs) / len(runs)

    assert share[0] <= found <= share[1]
