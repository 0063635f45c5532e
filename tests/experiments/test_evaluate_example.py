"""The example runs offline and prints the right results."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_the_example_compares_two_classifiers(tmp_path: Path) -> None:
    environment = {name: text for name, text in os.environ.items() if not name.startswith("HH_")}
    command = [sys.executable, "-W", "error", str(ROOT / "examples" / "evaluate.py")]

    done = subprocess.run(
        command, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60
    )

    assert (done.returncode, done.stderr) == (0, "")
    before, _, after = done.stdout.partition("best_match")
    assert "6 rows" in before
    assert "1 failed" in before
    assert "StopIteration" in before
    assert "against first_match  6 rows in common" in after
    # A row that failed in the first run does not count as an improvement: of five rows, four were right in both runs.
    lines = [" ".join(line.split()) for line in after.splitlines()]
    assert "correct 6 1 1 1" in lines
    assert "correct 0.8 1 +0.20, 95 % interval 0.00 to 0.60, 5 pairs: within noise 1 0" in lines
    assert "1 no longer failed" in after
