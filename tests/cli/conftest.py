"""Fixtures: the command line as a process, and a local server."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from honeyhive_server import LocalServer

KEY = "hh_tests_0123456789abcdef"
COMMAND = [sys.executable, "-W", "error", "-m", "honeyhive"]


class Result(NamedTuple):
    """Exit code and output of one run of the command line."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]


@pytest.fixture(scope="module")
def running() -> Iterator[LocalServer]:
    with LocalServer() as server:
        yield server
        assert server.violations == []


@pytest.fixture
def server(running: LocalServer) -> LocalServer:
    """The server that the tests of a module share. Its list of requests is empty at the start of a test."""
    running.requests.clear()
    return running


@pytest.fixture
def environment(server: LocalServer, tmp_path: Path) -> dict[str, str]:
    """Return environment variables without the user's settings, and with a fixed width of the terminal."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    return {
        **kept,
        "HOME": str(tmp_path),
        "COLUMNS": "100",
        "NO_COLOR": "1",
        "LC_ALL": "C.UTF-8",
        "HH_API_KEY": KEY,
        "HH_API_URL": server.url,
    }


@pytest.fixture
def run(environment: dict[str, str], tmp_path: Path) -> Run:
    """Run the tool in an empty folder. Each keyword sets an environment variable; None removes the variable."""

    def run(*arguments: str | Path, stdin: str = "", **variables: str | None) -> Result:
        changed = {name: value for name, value in {**environment, **variables}.items() if value is not None}
        done = subprocess.run(
            [*COMMAND, *map(str, arguments)],
            env=changed,
            input=stdin,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            timeout=60,
            check=False,
        )
        return Result(done.returncode, done.stdout, done.stderr)

    return run


def interrupted_import(file: str, environment: dict[str, str], folder: Path) -> tuple[int, str, str]:
    """Import a file, and send SIGINT once a batch is stored; return the exit code and the output."""
    process = subprocess.Popen(
        [*COMMAND, "--verbose", "events", "import", file],
        env=environment,
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    while not process.stderr.readline().startswith("< 200"):
        assert process.poll() is None
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    return process.returncode, out, err
