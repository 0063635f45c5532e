"""Simulated faults (latency, fail_rate, reset_rate), retention and purge."""

import asyncio
import contextlib
import threading
import time

import httpx
import pytest
import sqlalchemy.event
from click.testing import CliRunner
from sqlalchemy.exc import OperationalError

from honeyhive_server import LocalServer
from honeyhive_server.run.command import serve
from honeyhive_server.run.serve import keep
from honeyhive_server.store import EventStore, idle_sessions, queries
from tests.server.test_serve_command import serving

KEY = {"Authorization": "Bearer x"}
EVENT = {
    "event_type": "tool",
    "event_id": "e",
    "session_id": "s",
    "project": "p",
    "project_id": "p",
    "source": "t",
    "start_time": 1,
}


@contextlib.contextmanager
def behaving(**choices):
    with LocalServer(**choices) as server, httpx.Client(base_url=server.url, headers=KEY) as http:
        yield server, http


def test_fail_rate_returns_429_500_503_and_stores_nothing():
    with behaving(fail_rate=1) as (server, http):
        answers = [http.post("/v1/sessions", json={}) for _ in range(3)]

        assert [(each.status_code, each.headers.get("Retry-After")) for each in answers] == [
            (429, "1"),
            (500, None),
            (503, "1"),
        ]
        assert server.sessions() == []


def test_reset_rate_stores_and_drops_the_connection():
    with behaving(reset_rate=1) as (server, http):
        with pytest.raises(httpx.RemoteProtocolError):
            http.post("/v1/sessions", json={})

        assert len(server.sessions()) == 1


def test_latency_delays_the_response():
    with behaving(latency=0.02) as (_, http):
        start = time.perf_counter()
        http.post("/v1/sessions", json={})

        assert time.perf_counter() - start >= 0.02


@pytest.mark.parametrize("wrong", [{"fail_rate": 1.1}, {"reset_rate": -0.1}, {"latency": -1}])
def test_invalid_fail_rate_reset_rate_and_latency_raise_value_error(wrong):
    with pytest.raises(ValueError, match=next(iter(wrong))):
        LocalServer(**wrong)


def test_retention_deletes_old_sessions_while_the_server_runs(tmp_path):
    database = str(tmp_path / "h.db")
    store = EventStore(database)
    store.arrival = lambda *_: 1000
    asyncio.run(store.write(events=[{**EVENT, "session_id": "old"}]))
    store.close()

    with (
        serving(tmp_path, "--database", database, "--retention", "1h") as (url, _, _process),
        httpx.Client(base_url=url, headers=KEY) as http,
    ):
        http.post("/v1/sessions", json={"session_name": "new"}).raise_for_status()
        deadline = time.monotonic() + 30
        names = ["not asked yet"]
        while names != ["new"]:
            assert time.monotonic() < deadline, names
            names = [session["event_name"] for session in http.get("/session").json()]


def test_retention_continues_after_errors_and_logs_them(caplog):
    stopped, tries = threading.Event(), []

    class Failing:
        def purge(self, age):
            tries.append(age)
            if len(tries) == 3:
                stopped.set()
            raise OperationalError("DELETE", {}, Exception("the disk is gone"))

    keep(Failing(), 0.001, stopped)

    assert tries == [0.001] * 3
    assert caplog.text.count("the disk is gone") == 3


def test_purge_deletes_sessions_by_their_last_event(database):
    store = EventStore(database)
    store.arrival = lambda *_: 1000
    asyncio.run(store.write(events=[EVENT, {**EVENT, "session_id": "t"}]))
    del store.arrival
    asyncio.run(store.write(events=[{**EVENT, "event_id": "f", "session_id": "t"}]))
    store.close()

    purged = CliRunner().invoke(serve, ["--database", database, "--purge", "1h"])

    assert (purged.exit_code, purged.output) == (0, "deleted 2 events\n")
    store = EventStore(database)
    assert len(store.read_now(queries.everything)) == 2
    store.close()


def test_purge_deletes_a_limited_number_of_events_at_a_time(database):
    store, deleted = EventStore(database), []
    store.arrival = lambda *_: 1000
    rows = [{**EVENT, "session_id": f"s{n % 10}", "event_id": f"e{n}"} for n in range(4 * idle_sessions.DELETED)]
    asyncio.run(store.write(events=rows))
    del store.arrival

    @sqlalchemy.event.listens_for(store._writing, "after_cursor_execute")
    def record(_connection, cursor, statement, *_):
        if statement.startswith("DELETE"):
            deleted.append(cursor.rowcount)

    assert store.purge(3600) == len(rows) + 10 == sum(deleted)
    assert max(deleted) <= 1.5 * idle_sessions.DELETED
    store.close()


def test_a_duration_without_unit_is_a_usage_error(tmp_path):
    refused = CliRunner().invoke(serve, ["--database", str(tmp_path / "h.db"), "--retention", "7"])

    assert (refused.exit_code, "7d" in refused.output) == (2, True)
