"""Import and construction in a new process, against ``import httpx`` in another."""

import subprocess
import sys

from .ratio import Ratio

PAIRS = 11
_TIMER = "import time; start = time.perf_counter(); {}; print(time.perf_counter() - start)"
_OURS = "from honeyhive import HoneyHive; HoneyHive(api_key='hh_benchmark')"
_BASELINE = "import httpx"


def measure() -> list[Ratio]:
    """One ratio."""
    _seconds(_OURS)
    _seconds(_BASELINE)
    pairs = [(_seconds(_OURS), _seconds(_BASELINE)) for _ in range(PAIRS)]
    ours, baseline = (tuple(times) for times in zip(*pairs, strict=True))
    return [Ratio("import and construction", _BASELINE, ours, baseline, bound=0.3)]


def _seconds(code: str) -> float:
    done = subprocess.run([sys.executable, "-c", _TIMER.format(code)], capture_output=True, text=True, check=True)
    return float(done.stdout)
