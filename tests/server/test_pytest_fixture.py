"""The pytest fixture `honeyhive_server`, used as in another project."""

import subprocess
import sys

import httpx

TEST = """
import sys

def test_without():
    assert "honeyhive_server" not in sys.modules

def test_with(honeyhive_server):
    assert honeyhive_server.sessions() == []
"""


def test_the_fixture_starts_its_own_server_only_when_used(tmp_path):
    (tmp_path / "test_it.py").write_text(TEST)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:honeyhive", "-p", "honeyhive._pytest_plugin"]

    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert (done.returncode, "2 passed" in done.stdout) == (0, True), done.stdout


def test_the_fixture_serves_requests(honeyhive_server):
    assert httpx.get(f"{honeyhive_server.url}/session", headers={"Authorization": "Bearer x"}).json() == []
