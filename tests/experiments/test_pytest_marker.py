"""Tests marked with `honeyhive` are rows of an experiment."""

import os
import subprocess
import sys
from pathlib import Path

from honeyhive_server import LocalServer

TESTS = """
import pytest
from honeyhive import HoneyHive

@pytest.mark.honeyhive
@pytest.mark.parametrize("n", [1, 2])
def test_invariant(n):
    assert n == 1, "n is not 1"

@pytest.mark.honeyhive(signal=True)
def test_signal():
    assert False, "worse than hoped"

@pytest.mark.honeyhive
def test_error():
    raise ValueError("broken")

def test_unmarked():
    pass
"""


def outcome(folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    (folder / "test_marked.py").write_text(TESTS)
    kept = {name: text for name, text in os.environ.items() if not name.startswith("HH_")}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--strict-markers", str(folder)]
    environment = {**kept, **variables}
    return subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=120, check=False
    )


def test_a_marked_test_is_a_row_and_its_assertion_a_score(server: LocalServer, tmp_path: Path):
    done = outcome(tmp_path, HH_API_URL=server.url, HH_API_KEY="hh_test")

    assert done.returncode == 1
    assert "2 failed, 2 passed, 1 xfailed" in done.stdout
    assert "passed" in done.stdout
    sessions = {session["inputs"]["test"].partition("::")[2]: session for session in server.sessions()}
    assert {name: session.get("metrics", {}).get("passed") for name, session in sessions.items()} == {
        "test_invariant[1]": True,
        "test_invariant[2]": False,
        "test_signal": False,
        "test_error": None,
    }
    comments = sessions["test_signal"]["metadata"]["evaluator_comments"]
    assert "worse than hoped" in comments["passed"]
    assert sessions["test_error"]["error"] == "ValueError: broken"


def test_without_a_key_marked_tests_run_unrecorded(tmp_path: Path):
    done = outcome(tmp_path)

    assert "2 failed, 2 passed, 1 xfailed" in done.stdout
    assert "honeyhive: marked tests were not recorded: " in done.stdout
