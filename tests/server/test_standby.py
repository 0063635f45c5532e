"""Failover: a primary is killed under load and its synchronous standby promoted, without losing an event."""

import asyncio
import contextlib
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx
import pytest
from sqlalchemy import create_engine, make_url

from honeyhive_server.model.event_model import event_document
from honeyhive_server.model.json_codec import loads
from honeyhive_server.store import EventStore, engine, queries
from tests.postgresql import USER, Cluster, require
from tests.server.test_serve_command import KEY, serving


@pytest.fixture
def pair() -> Iterator[tuple[Cluster, Cluster]]:
    """Yield a primary that waits for its standby at each commit, with the settings of docs/scaling.md."""
    require()
    with TemporaryDirectory(prefix="honeyhive-pg-") as folder, contextlib.ExitStack() as running:
        Path(folder).chmod(0o755)  # PostgreSQL runs as another user
        for name in ("a", "b"):
            Path(folder, name).mkdir()
        primary = Cluster(Path(folder, "a"), "wal_level=replica", "max_wal_senders=10", "synchronous_commit=on")
        primary.create()
        primary.start()
        running.callback(stop, primary)
        standby = Cluster(Path(folder, "b"))
        conninfo = f"host=127.0.0.1 port={primary.port} user={USER} application_name=standby1"
        standby.run("pg_basebackup", "-D", standby.data, "-R", "-d", conninfo)
        standby.start()
        running.callback(stop, standby)
        primary.run("psql", *connection(primary), "-c", "ALTER SYSTEM SET synchronous_standby_names = 'standby1'")
        primary.run("psql", *connection(primary), "-c", "SELECT pg_reload_conf()")
        wait_until_synchronous(primary)
        yield primary, standby


def test_a_host_that_accepts_connections_and_answers_nothing_is_left_for_the_next(postgresql, monkeypatch):
    monkeypatch.setitem(engine.PATIENCE, "connect_timeout", 2)  # libpq allows no shorter timeout
    port = make_url(postgresql).port
    with socket.create_server(("127.0.0.1", 0)) as silent:
        hosts = "&".join(f"host=127.0.0.1:{each}" for each in (silent.getsockname()[1], port))
        store = EventStore(f"postgresql://{USER}@/{make_url(postgresql).database}?{hosts}")
        assert asyncio.run(store.write(events=[event_document({"event_id": "e", "session_id": "s"}, 0, free_ids=True)]))
        store.close()


def wait_until_synchronous(primary: Cluster) -> None:
    made = create_engine(primary.url.replace("postgresql:", "postgresql+psycopg:"))
    deadline = time.monotonic() + 30
    with made.connect() as connection:
        states: list[str] = []
        while states != ["sync"]:
            assert time.monotonic() < deadline, states
            states = list(connection.exec_driver_sql("SELECT sync_state FROM pg_stat_replication").scalars())
            connection.rollback()
    made.dispose()


def stop(cluster: Cluster) -> None:
    with contextlib.suppress(AssertionError):  # the primary is dead already
        cluster.stop()


def connection(cluster: Cluster) -> list[object]:
    return ["-X", "-h", "127.0.0.1", "-p", cluster.port, "-U", USER]


def test_failover_to_a_synchronous_standby_loses_no_acknowledged_event(tmp_path, pair):
    primary, standby = pair
    hosts = "&".join(f"host=127.0.0.1:{cluster.port}" for cluster in pair)
    database = f"postgresql+psycopg://{USER}@/{USER}?{hosts}&target_session_attrs=read-write"
    acknowledged: list[str] = []
    refused: list[int] = []
    progress = threading.Condition()
    over = threading.Event()

    def load(url: str) -> None:
        with httpx.Client(base_url=url, headers=KEY, timeout=60) as http:
            while not over.is_set():
                answer = http.post("/v1/events", json={"event_type": "tool", "inputs": {}})
                with progress:
                    if answer.status_code == 200:
                        acknowledged.append(answer.json()["event_id"])
                    else:
                        refused.append(answer.status_code)
                    progress.notify_all()

    def reach(count: int) -> None:
        with progress:
            assert progress.wait_for(lambda: len(acknowledged) >= count, 60)

    with serving(tmp_path, "--database", database) as (url, _, _process):
        clients = [threading.Thread(target=load, args=(url,)) for _ in range(4)]
        try:
            for client in clients:
                client.start()
            reach(200)
            primary.stop()  # in mode "immediate", which is like a crash
            before = len(acknowledged)
            standby.run("pg_ctl", "-D", standby.data, "-w", "promote")
            reach(before + 200)
        finally:
            over.set()
            for client in clients:
                client.join()

    assert set(refused) <= {503}
    store = EventStore(standby.url)
    stored = {loads(document)["event_id"] for document in store.read_now(queries.everything)}
    store.close()
    assert set(acknowledged) - stored == set()
