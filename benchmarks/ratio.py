"""Ratios from interleaved measurements (A B A B ...), which stay valid if the speed of the machine drifts."""

from collections.abc import Callable
from importlib.metadata import version
from importlib.util import find_spec
from statistics import median
from time import perf_counter

from attrs import frozen

from .results import Figure


@frozen
class Ratio:
    """A measured ratio and the project's bound for it."""

    what: str
    against: str
    seconds: tuple[float, ...]
    baseline: tuple[float, ...]
    bound: float

    @property
    def ratio(self) -> float:
        """The median of the pairwise ratios."""
        return median(one / other for one, other in zip(self.seconds, self.baseline, strict=True))

    @property
    def figure(self) -> Figure:
        """The row of the results file."""
        encoder = {"orjson": version("orjson")} if find_spec("orjson") and "without" not in self.what else {}
        return Figure(f"{self.what} / {self.against}", round(self.ratio, 3), round(self.bound, 3), "x", encoder)

    def __str__(self) -> str:
        verdict = "ok  " if self.ratio <= self.bound else "OVER"
        times = f"{_shown(median(self.seconds))} against {_shown(median(self.baseline))}"
        return f"{verdict} {self.ratio:5.2f} x (at most {self.bound} x)  {self.what}: {times} of {self.against}"


def compare(
    what: str, run: Callable[[], object], against: str, baseline: Callable[[], object], *, bound: float, pairs: int
) -> Ratio:
    """Measure both functions in turn, ``pairs`` times after one warm-up of each, and return the ratio."""
    run()
    baseline()
    times = [(timed(run), timed(baseline)) for _ in range(pairs)]
    return Ratio(what, against, tuple(one for one, _ in times), tuple(other for _, other in times), bound)


def timed(run: Callable[[], object]) -> float:
    """Return the seconds that the call takes."""
    start = perf_counter()
    run()
    return perf_counter() - start


def _shown(seconds: float) -> str:
    return f"{seconds * 1e3:.1f} ms" if seconds >= 1e-3 else f"{seconds * 1e6:.1f} us"
