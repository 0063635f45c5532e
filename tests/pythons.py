"""Tests the public API with every installed Python: ``python -m tests.pythons``. It prints which Pythons ran.

It looks for ``python3.11`` to ``python3.14`` and the free-threaded ``python3.13t`` and ``python3.14t`` on the path.
Arguments such as ``3.12`` choose some of these Pythons; then it is a failure if one of them is missing.
"""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
PYTHONS = ("3.11", "3.12", "3.13", "3.13t", "3.14", "3.14t")
NEEDS = ("hypothesis", "packaging", "pytest", "pytest-xdist")
TESTS = (
    "tests/clients/test_calls.py",
    "tests/clients/test_lifecycle.py",
    "tests/clients/test_times.py",
    "tests/tracing/test_surface.py",
    "tests/otel/test_nesting.py",
)


def version(python: str) -> str | None:
    """Return the full version of an interpreter, or None if it is not installed."""
    command = [f"python{python}", "-c", "import sys; print(sys.version.split()[0])"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return None
    return done.stdout.strip() if done.returncode == 0 else None  # pyenv may have a command without its interpreter


def passes(python: str) -> bool:
    """Install this checkout into an environment of the interpreter, and return True if the tests pass there."""
    folder = ROOT / f".venv-{python}"
    own = str(folder / "bin" / "python")
    install = [own, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--editable", ".[server,otel]"]
    for command in (
        [f"python{python}", "-m", "venv", "--clear", str(folder)],
        [*install, *NEEDS],
        [own, "-m", "pytest", "-q", "-n", "auto", "--dist", "loadfile", "-p", "no:cacheprovider", *TESTS],
    ):
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            return False
    return True


def main(chosen: Sequence[str]) -> int:
    """Print a line for each Python. Return 1 if a test failed or a chosen Python is missing."""
    results = {}
    for python in chosen or PYTHONS:
        found = version(python)
        if found is None:
            results[python] = "not installed"
        else:
            results[python] = f"{'ok' if passes(python) else 'FAILED'} ({found})"
    print("\n".join(f"Python {python:6} {result}" for python, result in results.items()))
    missing = chosen and "not installed" in results.values()
    return int(bool(missing) or any(result.startswith("FAILED") for result in results.values()))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
