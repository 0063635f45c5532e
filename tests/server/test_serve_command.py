"""`python -m honeyhive_server` as a process: its output, its errors, and the data after a kill."""

import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
import threading

import httpx
import pytest
from click.testing import CliRunner

from honeyhive_server.model.json_codec import loads
from honeyhive_server.run.command import default_database, serve
from honeyhive_server.store import EventStore, queries

KEY = {"Authorization": "Bearer x"}


@contextlib.contextmanager
def serving(folder, *options):
    """Start a server process in a directory; yield (URL, output lines, process)."""
    command = [sys.executable, "-W", "error", "-m", "honeyhive_server", "--port", "0", *options]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path)), "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        said = [process.stdout.readline() for _ in range(5)]
        assert said[0].startswith("HoneyHive is listening on "), process.stderr.read()
        yield said[0].split()[-1], said, process
    finally:
        process.kill()
        process.communicate()


def test_startup_prints_address_database_and_environment(tmp_path):
    with serving(tmp_path) as (url, said, process):
        assert httpx.get(f"{url}/session", headers=KEY).json() == []

        assert said[1] == f"The data is in {tmp_path / '.honeyhive' / 'honeyhive.db'}\n"
        assert said[3:] == [f"  export HH_API_URL={url}\n", "  export HH_API_KEY=hh_local\n"]
        assert (tmp_path / ".honeyhive" / "honeyhive.db").exists()
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=20)

    assert (process.returncode in (0, -signal.SIGINT), errors) == (True, "")
    # A database that was closed cleanly has no WAL file.
    assert {each.name for each in (tmp_path / ".honeyhive").iterdir()} == {"honeyhive.db", ".gitignore"}


def test_startup_does_not_print_the_required_key(tmp_path):
    with serving(tmp_path, "--require-key", "hh_secret") as (url, said, _):
        assert said[4] == "  set HH_API_KEY to a key of this server\n"
        assert httpx.get(f"{url}/session", headers={"Authorization": "Bearer hh_secret"}).json() == []


@pytest.mark.parametrize(("mark", "below"), [(".git", True), ("pyproject.toml", True), (None, False)])
def test_default_database_is_in_the_nearest_project_and_ignored_by_git(tmp_path, monkeypatch, mark, below):
    inner = tmp_path / "src" / "app"
    inner.mkdir(parents=True)
    if mark is not None:
        (tmp_path / mark).touch()
    monkeypatch.chdir(inner)

    found = default_database()

    assert found == (tmp_path if below else inner) / ".honeyhive" / "honeyhive.db"
    assert (found.parent / ".gitignore").read_text() == "*\n"
    (found.parent / ".gitignore").unlink()
    default_database()
    assert list(found.parent.iterdir()) == []  # a user who has removed .gitignore wants to keep the data in git


def test_a_terminated_server_closes_its_database(tmp_path):
    with serving(tmp_path) as (url, _, process):
        httpx.post(f"{url}/v1/sessions", json={"session_name": "a"}, headers=KEY).raise_for_status()
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=20)

    assert (process.returncode, errors) == (0, "")
    assert {each.name for each in (tmp_path / ".honeyhive").iterdir()} == {"honeyhive.db", ".gitignore"}


def test_lint_is_logged(tmp_path):
    with serving(tmp_path) as (url, _, process):
        httpx.post(f"{url}/v1/sessions", json={"start_time": "now"}, headers=KEY)
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=20)

    assert errors == "INFO lint: POST /v1/sessions: start_time: not a number, replaced by the current time\n"


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["--host", "0.0.0.0"], 2, "--require-key"),
        (["--database", ":memory:"], 2, "needs a file"),
        (["--database", "mysql://x"], 2, "not supported"),
        (["--database", "/dev/null/x.db"], 1, "cannot open the database"),
        (["--port", "70000"], 2, "70000"),
    ],
)
def test_invalid_options_are_one_line_usage_errors(tmp_path, monkeypatch, arguments, code, message):
    monkeypatch.chdir(tmp_path)

    result = CliRunner().invoke(serve, arguments)

    assert (result.exit_code, message in result.output) == (code, True)
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    "url", ["honeyhive:hunter2@127.0.0.1:1/x", "127.0.0.1:1/x?password=hunter2&sslpassword=hunter2"]
)
def test_an_error_does_not_show_the_password_of_the_database(url):
    result = CliRunner().invoke(serve, ["--database", f"postgresql://{url}"])

    assert (result.exit_code, "127.0.0.1:1/x" in result.output) == (1, True)
    assert "hunter2" not in result.output


@pytest.mark.parametrize("engine", ["mysql", "postgresql+asyncpg"])
@pytest.mark.parametrize("url", ["honeyhive:hunter2@127.0.0.1/x", "127.0.0.1/x?password=hunter2"])
def test_an_engine_that_is_not_supported_is_an_error_without_the_password(engine, url):
    result = CliRunner().invoke(serve, ["--database", f"{engine}://{url}"])

    assert (result.exit_code, "is not supported; use a path" in result.output) == (2, True), result.output
    assert "hunter2" not in result.output


def test_a_file_that_is_not_a_database_is_a_one_line_error(tmp_path):
    (tmp_path / "x.db").write_text("no database" * 1000)

    result = CliRunner().invoke(serve, ["--database", str(tmp_path / "x.db")])

    assert (result.exit_code, "not a database" in result.output) == (1, True)


def test_a_port_in_use_is_a_one_line_error(tmp_path, server):
    port = server.url.rpartition(":")[2]

    result = CliRunner().invoke(serve, ["--port", port, "--database", str(tmp_path / "x.db")])

    assert (result.exit_code, f"port {port} of 127.0.0.1 is in use; choose another with --port" in result.output) == (
        1,
        True,
    )


def test_kill_9_under_load_loses_no_acknowledged_event(tmp_path, database):
    acknowledged: list[str] = []
    before = 0
    enough = threading.Event()

    def load(url):
        with httpx.Client(base_url=url, headers=KEY) as http, contextlib.suppress(httpx.TransportError):
            while True:
                answer = http.post("/v1/events", json={"event_type": "tool", "inputs": {}})
                acknowledged.append(answer.json()["event_id"])
                if len(acknowledged) - before >= 200:
                    enough.set()

    for _ in range(4):
        enough.clear()
        before = len(acknowledged)
        with serving(tmp_path, "--database", database) as (url, _, process):
            clients = [threading.Thread(target=load, args=(url,)) for _ in range(4)]
            for client in clients:
                client.start()
            assert enough.wait(30)
            process.kill()
            for client in clients:
                client.join()
        assert len(acknowledged) - before >= 200

    store = EventStore(database)
    stored = {loads(document)["event_id"] for document in store.read_now(queries.everything)}
    store.close()
    assert set(acknowledged) - stored == set()
    if "://" not in database:
        with contextlib.closing(sqlite3.connect(database)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
