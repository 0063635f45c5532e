"""The example runs, offline, and what it shows is right."""

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
    (line,) = [line for line in after.splitlines() if line.startswith("correct")]
    assert line.split() == ["correct", "6", "1", "1", "1", "0.8", "+0.2", "(+25.0", "%)", "1", "0"]
