"""Counters of requests, in the text format of Prometheus."""

from bisect import bisect_left
from collections import Counter
from typing import Final

# Upper bounds of durations in seconds: a batch takes milliseconds, a search over all events takes seconds.
BUCKETS: Final = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")


class RequestMetrics:
    """Counters of requests by method and status, and the distribution of their durations."""

    def __init__(self) -> None:
        self.in_flight = 0
        """Number of requests that are handled now."""
        self._statuses: Counter[tuple[str, int]] = Counter()
        self._durations = [0] * (len(BUCKETS) + 1)
        self._seconds = 0.0

    def record(self, method: str, status: int, seconds: float) -> None:
        """Count one request; status 0 means that the client left before the response."""
        # Unknown methods share a label, because each label is a new time series.
        self._statuses[method if method in _METHODS else "other", status] += 1
        self._durations[bisect_left(BUCKETS, seconds)] += 1
        self._seconds += seconds

    def text(self) -> str:
        """Return the counters as Prometheus text."""
        lines = [
            "# HELP honeyhive_requests_total Requests by method and status.",
            "# TYPE honeyhive_requests_total counter",
        ]
        for (method, status), count in sorted(self._statuses.items()):
            lines.append(f'honeyhive_requests_total{{method="{method}",status="{status}"}} {count}')
        name = "honeyhive_request_duration_seconds"
        lines += [f"# HELP {name} Seconds until the response.", f"# TYPE {name} histogram"]
        total = 0
        for bound, count in zip((*map(str, BUCKETS), "+Inf"), self._durations, strict=True):
            total += count
            lines.append(f'{name}_bucket{{le="{bound}"}} {total}')
        lines += [f"{name}_sum {self._seconds:.6f}", f"{name}_count {total}"]
        lines += ["# HELP honeyhive_requests_in_flight Requests that are handled now."]
        lines += ["# TYPE honeyhive_requests_in_flight gauge", f"honeyhive_requests_in_flight {self.in_flight}"]
        return "\n".join(lines) + "\n"
