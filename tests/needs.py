"""What a test needs and a machine may lack: skipped with the reason, and a failure in CI, which installs everything."""

import os
from shutil import which

import pytest


def missing(reason: str) -> None:
    """Skip the test, or fail it where CI=true."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"CI has to have it: {reason}", pytrace=False)
    pytest.skip(reason)


def program(*names: str) -> str:
    """The path of the first of these programs that the machine has."""
    for name in names:
        if (path := which(name)) is not None:
            return path
    missing(f"{names[0]} is not installed")
    raise AssertionError("missing() does not return")
