"""Faults for testing an application, and the care of data."""

import asyncio
import contextlib
import time

import httpx
import pytest
from click.testing import CliRunner

from honeyhive.server import LocalServer
from honeyhive.server.command import serve
from honeyhive.server.settings import Behaviour
from honeyhive.server.store import Store, queries

KEY = {"Authorization": "Bearer x"}


@contextlib.contextmanager
def behaving(**choices):
    server = LocalServer()
    server._behaviour = Behaviour(**choices)
    with server, httpx.Client(base_url=server.url, headers=KEY) as http:
        yield server, http


def test_a_share_of_requests_fails_and_stores_nothing():
    with behaving(fail_rate=1) as (server, http):
        answers = [http.post("/v1/sessions", json={}) for _ in range(3)]

        assert [(each.status_code, each.headers.get("Retry-After")) for each in answers] == [
            (429, "1"),
            (500, None),
            (503, "1"),
        ]
        assert server.sessions() == []


def test_a_share_of_requests_is_carried_out_and_the_answer_cut():
    with behaving(reset_rate=1) as (server, http):
        with pytest.raises(httpx.RemoteProtocolError):
            http.post("/v1/sessions", json={})

        assert len(server.sessions()) == 1


def test_answers_are_held_back():
    with behaving(latency=0.02) as (_, http):
        start = time.perf_counter()
        http.post("/v1/sessions", json={})

        assert time.perf_counter() - start >= 0.02


def test_a_purge_deletes_sessions_by_their_last_event(database):
    event = {
        "event_type": "tool",
        "event_id": "e",
        "session_id": "s",
        "project": "p",
        "project_id": "p",
        "source": "t",
        "start_time": 1,
    }
    store = Store(database)
    store.arrival = lambda *_: 1000
    asyncio.run(store.write(events=[event, {**event, "session_id": "t"}]))
    del store.arrival
    asyncio.run(store.write(events=[{**event, "event_id": "f", "session_id": "t"}]))
    store.close()

    purged = CliRunner().invoke(serve, ["--database", database, "--purge", "1h"])

    assert (purged.exit_code, purged.output) == (0, "deleted 2 events\n")
    store = Store(database)
    assert len(store.read_now(queries.everything)) == 2
    store.close()


def test_a_duration_has_a_unit(tmp_path):
    refused = CliRunner().invoke(serve, ["--database", str(tmp_path / "h.db"), "--retention", "7"])

    assert (refused.exit_code, "7d" in refused.output) == (2, True)
