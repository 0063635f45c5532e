"""Optional requirements of tests: a test without them is skipped with a reason, and fails in CI."""

import os
from shutil import which

import pytest


def missing(reason: str) -> None:
    """Skip the test, or fail it if CI=true."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"CI has to have it: {reason}", pytrace=False)
    pytest.skip(reason)


def program(*names: str) -> str:
    """Return the path of the first given program that is installed."""
    for name in names:
        if (path := which(name)) is not None:
            return path
    missing(f"{names[0]} is not installed")
    raise AssertionError("missing() does not return")
