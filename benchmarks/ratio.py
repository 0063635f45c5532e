"""Measures two things in turn, A B A B ..., so that the ratio holds when the speed of the machine drifts."""

from collections.abc import Callable
from statistics import median
from time import perf_counter

from attrs import frozen


@frozen
class Ratio:
    """What was measured against what, and the bound that the project sets itself."""

    what: str
    against: str
    seconds: tuple[float, ...]
    baseline: tuple[float, ...]
    bound: float

    @property
    def ratio(self) -> float:
        """The median of the ratios pair by pair."""
        return median(one / other for one, other in zip(self.seconds, self.baseline, strict=True))

    def __str__(self) -> str:
        verdict = "ok  " if self.ratio <= self.bound else "OVER"
        times = f"{_shown(median(self.seconds))} against {_shown(median(self.baseline))}"
        return f"{verdict} {self.ratio:5.2f} x (at most {self.bound} x)  {self.what}: {times} of {self.against}"


def compare(
    what: str, run: Callable[[], object], against: str, baseline: Callable[[], object], *, bound: float, pairs: int
) -> Ratio:
    """The ratio of the two over this many pairs, after one of each that does not count."""
    run()
    baseline()
    times = [(timed(run), timed(baseline)) for _ in range(pairs)]
    return Ratio(what, against, tuple(one for one, _ in times), tuple(other for _, other in times), bound)


def timed(run: Callable[[], object]) -> float:
    """How many seconds it takes."""
    start = perf_counter()
    run()
    return perf_counter() - start


def _shown(seconds: float) -> str:
    return f"{seconds * 1e3:.1f} ms" if seconds >= 1e-3 else f"{seconds * 1e6:.1f} us"
