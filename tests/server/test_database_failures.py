"""Full disks and damaged files, at startup and at run time."""

import contextlib
import os
import resource
import signal
import sqlite3
from pathlib import Path

import httpx
import pytest
from click.testing import CliRunner
from sqlalchemy.exc import OperationalError

from honeyhive_server import LocalServer
from honeyhive_server.run.command import serve
from honeyhive_server.store.store_errors import store_error
from tests.server.test_serve_command import serving

KEY = {"Authorization": "Bearer x"}
LARGE = {"event_type": "tool", "inputs": {"x": "y" * 50_000}}
PAGE = 4096


def test_a_full_database_is_507_until_there_is_space(tmp_path, caplog):
    with LocalServer(database=tmp_path / "h.db") as server, httpx.Client(base_url=server.url, headers=KEY) as http:
        limit(server, 40)
        answers = [http.post("/v1/events", json=LARGE) for _ in range(8)]
        limit(server, 1_000_000)
        after = http.post("/v1/events", json=LARGE)

        refused = [answer for answer in answers if answer.status_code != 200]
        assert {answer.status_code for answer in refused} == {507}
        assert refused[0].json()["errorCode"] == "insufficient_storage"
        assert "free space" in refused[0].json()["message"]
        assert str(tmp_path / "h.db") in caplog.text
        assert after.status_code == 200
        assert len(server.events()) == len(answers) - len(refused) + 1
        assert server.violations == []


def test_a_full_database_is_503_for_spans_because_exporters_retry_it(tmp_path):
    value = {"stringValue": "y" * 50_000}
    span = {"traceId": "0af7651916cd43dd8448eb211c80319c", "name": "x", "attributes": [{"key": "k", "value": value}]}
    with LocalServer(database=tmp_path / "h.db") as server, httpx.Client(base_url=server.url, headers=KEY) as http:
        limit(server, 40)
        spans = [{**span, "spanId": f"b7ad6b71692033{n:02x}"} for n in range(10)]
        body = {"resourceSpans": [{"scopeSpans": [{"spans": spans}]}]}
        refused = http.post("/opentelemetry/v1/traces", json=body)
        limit(server, 1_000_000)

        assert (refused.status_code, "free space" in refused.json()["message"]) == (503, True)
        assert http.post("/opentelemetry/v1/traces", json=body).status_code == 200


def limit(server, pages):
    """Limit the database to the given number of pages, like a small disk."""
    with server._store._writing.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")


def test_a_server_at_its_file_size_limit_returns_507_and_loses_nothing(tmp_path):
    with serving(tmp_path, "--database", "h.db") as (url, _, process):
        with httpx.Client(base_url=url, headers=KEY) as http:
            # A write beyond the limit fails as on a full disk, because Python ignores the signal of the limit.
            resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (300_000, resource.RLIM_INFINITY))
            answers = [http.post("/v1/events", json=LARGE) for _ in range(10)]
            listed = http.get("/session", params={"limit": 100})
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=20)

    stored = [answer for answer in answers if answer.status_code == 200]
    assert 0 < len(stored) < 10
    assert answers[-1].status_code == 507
    assert len(listed.json()) == len(stored)
    assert "free space" in errors
    assert "Traceback" not in errors


def test_a_page_without_space_for_sorting_is_507_with_advice(tmp_path):
    with serving(tmp_path, "--database", "h.db") as (url, _, process):
        with httpx.Client(base_url=url, headers=KEY) as http:
            events = [{**LARGE, "start_time": n} for n in reversed(range(100))]
            assert http.post("/session/s/traces", json={"events": events}).status_code == 200
            resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))
            answer = http.get("/sessions/s")
        process.send_signal(signal.SIGTERM)
        _, errors = process.communicate(timeout=20)

    assert (answer.status_code, "free space" in answer.text) == (507, True)
    assert "free space" in errors
    assert "Traceback" not in errors


@contextlib.contextmanager
def damaged(folder):
    """Return the path of a database with events whose table and indexes begin with garbage."""
    path = folder / "h.db"
    with LocalServer(database=path) as server, httpx.Client(base_url=server.url, headers=KEY) as http:
        for _ in range(5):
            assert http.post("/v1/events", json=LARGE).status_code == 200
    with contextlib.closing(sqlite3.connect(path)) as connection:
        roots = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE tbl_name = 'events' AND rootpage > 0"
        ).fetchall()
    with path.open("r+b") as file:
        for (root,) in roots:
            file.seek((root - 1) * PAGE)
            file.write(b"\xa5" * PAGE)
    yield path


def test_a_damaged_file_is_503_with_advice(tmp_path, caplog):
    with (
        damaged(tmp_path) as path,
        LocalServer(database=path) as server,
        httpx.Client(base_url=server.url, headers=KEY) as http,
    ):
        answers = [http.post("/v1/events", json=LARGE), http.get("/session"), http.get("/v1/events/x")]

        assert {answer.status_code for answer in answers} == {503}
        assert all(".recover" in answer.json()["message"] for answer in answers)
        assert str(path) in caplog.text
        assert server.violations == []


def test_a_file_overwritten_at_run_time_is_503_or_served_from_the_wal(tmp_path):
    path = tmp_path / "h.db"
    with LocalServer(database=path) as server, httpx.Client(base_url=server.url, headers=KEY) as http:
        for _ in range(5):
            assert http.post("/v1/events", json=LARGE).status_code == 200
        for file in (path, Path(f"{path}-wal")):
            file.write_bytes(os.urandom(file.stat().st_size))

        answers = [http.get("/session"), http.post("/v1/events", json=LARGE)]

        assert {answer.status_code for answer in answers} <= {200, 503}
        assert server.violations == []


@pytest.mark.parametrize(("content", "words"), [(b"no database" * 1000, "not a database"), (None, "cannot be opened")])
def test_a_damaged_file_at_startup_is_one_line_with_advice(tmp_path, content, words):
    path = tmp_path / "x.db"
    path.mkdir() if content is None else path.write_bytes(content)

    result = CliRunner().invoke(serve, ["--database", str(path)])

    assert (result.exit_code, words in result.output, "Traceback" in result.output) == (1, True, False)
    assert len(result.output.splitlines()) == 1


@pytest.mark.parametrize(
    ("sqlstate", "status", "words"),
    [("53100", 507, "free space"), ("25006", 503, "read-write"), ("XX001", 503, "backup"), ("42P01", 503, "boom")],
)
def test_postgresql_sqlstates_get_the_same_advice(sqlstate, status, words):
    original = Exception("boom")
    original.sqlstate = sqlstate

    found = store_error(OperationalError("INSERT", {}, original))

    assert (found.status, words in str(found)) == (status, True)
