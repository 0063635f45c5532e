"""Formats generated Python: one pinned ruff, deaf to every configuration around it."""

import subprocess
import sys
from pathlib import Path

from ..document import DocumentError

_COMMON = ("--isolated", "--no-cache", "--quiet", "--target-version", "py311", "--line-length", "120")


def format_folder(folder: Path) -> None:
    """Sort and prune the imports of every module below the folder, then format it."""
    _ruff("check", *_COMMON, "--select", "F401,I,PIE790,TC005", "--fix-only", str(folder))
    _ruff("format", *_COMMON, str(folder))


def _ruff(*arguments: str) -> None:
    # The module of this interpreter, not whatever is called ruff on PATH.
    done = subprocess.run([sys.executable, "-m", "ruff", *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise DocumentError(f"ruff {arguments[0]} failed on the generated code: {done.stderr or done.stdout}")
