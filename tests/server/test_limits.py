"""Limits of a server: queries, connections, request heads, numbers of filters, and long responses."""

import asyncio
import json
import signal
import socket
import threading

import httpx
import pytest
from sqlalchemy import text

from honeyhive_server import LocalServer
from honeyhive_server.run.http1_protocol import MAX_HEAD, HeadLimitingProtocol
from honeyhive_server.store import EventStore, StoreError, queries
from honeyhive_server.store.engine import READERS
from tests.server.test_serve_command import serving

KEY = {"Authorization": "Bearer x"}
ENDLESS = text("WITH RECURSIVE n(x) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n")


def endless(connection, *_):
    return connection.scalar(ENDLESS)


def one(connection):
    return connection.scalar(text("SELECT 1"))


def connected(url):
    host, port = url.removeprefix("http://").split(":")
    return socket.create_connection((host, int(port)), timeout=30)


def received(connection):
    parts = []
    while part := connection.recv(65536):
        parts.append(part)
    return b"".join(parts)


def test_a_query_beyond_the_statement_timeout_is_a_store_error(database):
    store = EventStore(database)
    store.statement_timeout = 0.05

    with pytest.raises(StoreError, match=r"longer than 0.05 s; narrow") as failed:
        asyncio.run(store.read(endless))

    assert failed.value.status == 503
    assert asyncio.run(store.read(one)) == 1
    store.close()


def test_cancelled_queries_leave_the_readers_to_others(database):
    store = EventStore(database)

    async def cancelled():
        tasks = [asyncio.create_task(store.read(endless)) for _ in range(2 * READERS)]
        await asyncio.sleep(0)  # wait until each request has begun
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        return await store.read(one)

    assert asyncio.run(cancelled()) == 1
    store.close()


def test_searches_whose_readers_left_do_not_block_other_reads(http, server, monkeypatch):
    begun = threading.Semaphore(0)

    def search(connection, *_):
        begun.release()
        return endless(connection)

    monkeypatch.setattr(queries, "find", search)
    head = "POST /v1/events/search HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer x\r\nContent-Length: 14"
    request = f'{head}\r\n\r\n{{"filters":[]}}'.encode()
    left = [connected(server.url) for _ in range(READERS)]
    for connection in left:
        connection.sendall(request)
    for _ in left:
        assert begun.acquire(timeout=30)
    for connection in left:
        connection.close()

    assert http.get("/session").json() == []


def test_more_than_100_filters_are_400(http):
    condition = {"field": "event_name", "operator": "is", "value": "x"}
    statuses = [
        http.post("/v1/events/search", json={"filters": [condition] * count}).status_code for count in (100, 1000)
    ]
    query = json.dumps({f"metadata.{n}": n for n in range(1000)})

    assert statuses == [200, 400]
    assert http.get("/session", params={"query": query}).status_code == 400


def test_a_long_list_of_sessions_is_sent_in_parts(tmp_path, database):
    with (
        serving(tmp_path, "--database", database) as (url, _, _process),
        httpx.Client(base_url=url, headers=KEY) as http,
    ):
        events = [{"event_type": "tool", "event_name": str(n), "inputs": {}} for n in range(130)]
        http.post("/v1/events/batch", json={"events": events}).raise_for_status()
        whole = http.get("/session", params={"limit": 50})
        with http.stream("GET", "/session") as parts:
            long = json.loads(parts.read())

    assert "content-length" in whole.headers
    assert parts.headers["transfer-encoding"] == "chunked"
    assert len({each["session_id"] for each in long}) == 130
    assert [each["session_id"] for each in long[:50]] == [each["session_id"] for each in whole.json()]
    assert all(len(each["children"]) == 1 for each in long)


def test_a_long_list_fits_the_document(http, server):
    events = [{"event_type": "tool", "event_name": str(n), "inputs": {}} for n in range(130)]
    http.post("/v1/events/batch", json={"events": events}).raise_for_status()

    assert len(http.get("/session").json()) == 130


def test_an_endless_request_head_is_431():
    with LocalServer() as server, connected(server.url) as connection:
        connection.sendall(b"GET /session HTTP/1.1\r\nHost: localhost\r\n")
        line = b"X-Filler: " + b"x" * 1000 + b"\r\n"
        for _ in range(MAX_HEAD // len(line) + 1):
            connection.sendall(line)

        assert received(connection).startswith(b"HTTP/1.1 431 ")


@pytest.mark.parametrize("begun", [b"", b"GET /session HTTP/1.1\r\nHost: local"])
def test_a_slow_request_head_is_408(monkeypatch, begun):
    monkeypatch.setattr(HeadLimitingProtocol, "head_timeout", 0.05)
    with LocalServer() as server, connected(server.url) as connection:
        connection.sendall(begun)

        assert received(connection).startswith(b"HTTP/1.1 408 ")


def test_connections_beyond_the_limit_get_503(tmp_path):
    with serving(tmp_path, "--max-connections", "2") as (url, _, _process), connected(url), connected(url):
        assert httpx.get(f"{url}/healthz").status_code == 503


def test_a_request_in_flight_is_finished_before_the_server_stops(tmp_path):
    with serving(tmp_path, "--latency", "500") as (url, _, process), connected(url) as connection:
        body = b'{"session_name":"last"}'
        head = "POST /v1/sessions HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer x\r\n"
        head += f"Content-Length: {len(body)}\r\n"
        connection.sendall(head.encode() + b"Expect: 100-continue\r\n\r\n")
        assert connection.recv(100).startswith(b"HTTP/1.1 100 ")  # the request is being handled
        connection.sendall(body)
        process.send_signal(signal.SIGTERM)

        assert received(connection).startswith(b"HTTP/1.1 200 ")
        process.communicate(timeout=20)


def test_probes_need_neither_key_nor_host(tmp_path, database):
    with serving(tmp_path, "--database", database, "--require-key", "hh_secret") as (url, _, _process):
        answers = [httpx.get(f"{url}{path}", headers={"Host": "10.0.0.1"}) for path in ("/healthz", "/readyz")]
        assert [(each.status_code, each.text) for each in answers] == [(200, "ok\n")] * 2
        assert httpx.get(f"{url}/metrics").status_code == 401


def test_readiness_is_503_without_the_database(http, server, monkeypatch):
    async def failed(*_):
        raise StoreError("gone")

    monkeypatch.setattr(server._store, "ping", failed)

    assert [http.get(path).status_code for path in ("/healthz", "/readyz")] == [200, 503]


def test_readiness_does_not_wait_for_slow_queries(http, server):
    """A load balancer would otherwise take a busy server for a dead one."""
    started, finish = threading.Barrier(READERS + 1), threading.Event()

    def slow(_connection):
        started.wait(60)
        finish.wait(60)

    async def statuses():
        queries = [asyncio.create_task(server._store.read(slow)) for _ in range(READERS)]
        await asyncio.to_thread(started.wait, 60)
        answers = [await asyncio.to_thread(http.get, "/readyz") for _ in range(3)]
        is_busy = not any(each.done() for each in queries)
        finish.set()
        await asyncio.gather(*queries)
        return is_busy, [each.status_code for each in answers]

    assert asyncio.run(statuses()) == (True, [200, 200, 200])


def test_metrics_count_requests_by_method_and_status(http):
    http.post("/v1/sessions", json={}).raise_for_status()
    http.request("PURGE", "/session")
    http.get("/v1/events/none")

    answer = http.get("/metrics")

    assert answer.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    lines = answer.text.splitlines()
    for expected in (
        'honeyhive_requests_total{method="POST",status="200"} 1',
        'honeyhive_requests_total{method="other",status="405"} 1',
        'honeyhive_requests_total{method="GET",status="404"} 1',
        'honeyhive_request_duration_seconds_bucket{le="+Inf"} 3',
        "honeyhive_request_duration_seconds_count 3",
        "honeyhive_requests_in_flight 1",
    ):
        assert expected in lines
