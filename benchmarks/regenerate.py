"""Time to regenerate everything, in seconds: the one number that is not a ratio."""

import subprocess
import sys
from pathlib import Path

from .ratio import timed

ROOT = Path(__file__).parents[1]
BOUND_SECONDS = 3.0


def measure() -> list[str]:
    """Return one line with the median of three runs."""

    def run() -> None:
        subprocess.run([sys.executable, "-m", "generator", "--check"], cwd=ROOT, check=True)

    seconds = sorted(timed(run) for _ in range(3))[1]
    return [
        f"{'ok  ' if seconds <= BOUND_SECONDS else 'OVER'} {seconds:5.2f} s (at most {BOUND_SECONDS} s)  regenerate"
    ]
