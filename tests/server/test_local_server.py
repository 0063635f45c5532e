"""LocalServer, used as in an application's tests."""

import gc
import socket
import threading
from pathlib import Path

import httpx
import pytest

from honeyhive_server import LocalServer
from honeyhive_server.run import local_server as local

KEY = {"Authorization": "Bearer x"}


def test_each_server_has_its_own_temporary_store():
    with LocalServer() as first, LocalServer() as second:
        httpx.post(f"{first.url}/v1/sessions", json={}, headers=KEY)
        folder = Path(str(first._store.url.database)).parent
        assert (len(first.sessions()), len(second.sessions())) == (1, 0)
        assert folder.exists()

    assert not folder.exists()


def test_a_given_database_is_kept(tmp_path):
    database = tmp_path / "deep" / "er" / "h.db"
    with LocalServer(database=database) as server:
        httpx.post(f"{server.url}/v1/sessions", json={"session_name": "kept"}, headers=KEY)

    with LocalServer(database=f"sqlite:///{database}") as server:
        assert [each["event_name"] for each in server.sessions()] == ["kept"]


@pytest.mark.parametrize("database", [":memory:", "sqlite://", "mysql://localhost/x", "postgresql://a:b@c:d/e"])
def test_an_unsupported_database_raises_value_error(database):
    with pytest.raises(ValueError, match=r"database|supported"):
        LocalServer(database=database).__enter__()


def test_stop_leaves_no_thread_socket_or_file():
    before = threading.active_count()
    with LocalServer() as server, httpx.Client(headers=KEY) as http:
        url = server.url
        http.get(f"{url}/session")
        with httpx.Client(headers=KEY) as idle:
            idle.get(f"{url}/session")
    gc.collect()

    assert threading.active_count() == before
    with pytest.raises(httpx.ConnectError):
        httpx.get(url)


def test_stop_does_not_wait_for_a_hanging_request(monkeypatch):
    failures = []
    monkeypatch.setattr(threading, "excepthook", failures.append)
    monkeypatch.setattr(local, "CLOSE_TIMEOUT", 0.05)
    with LocalServer(latency=60) as server:
        client = socket.create_connection(httpx.URL(server.url).netloc.decode().split(":"))
        client.sendall(b"POST /v1/sessions HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n{}")
        while ("POST", "/v1/sessions") not in server.requests:
            httpx.get(server.url)

    with client:
        assert client.recv(12) == b"HTTP/1.1 500"
    assert failures == []


def test_events_returns_one_session_or_all_in_order_of_arrival():
    with LocalServer() as server, httpx.Client(base_url=server.url, headers=KEY) as http:
        for session_id, name in (("s", "b"), ("t", "c"), ("s", "a")):
            http.post(f"/session/{session_id}/event", json={"event_name": name, "start_time": 1})

        assert [event["event_name"] for event in server.events()] == ["b", "c", "a"]
        assert [event["event_name"] for event in server.events("s")] == ["b", "a"]


def test_requests_are_recorded(http, server):
    http.post("/v1/sessions", json={})
    http.get("/v1/events/none")

    assert server.requests == [("POST", "/v1/sessions"), ("GET", "/v1/events/none")]


def test_fail_next_returns_the_status_and_stores_nothing(http, server):
    server.fail_next(503, times=2, headers={"Retry-After": "1"})

    answers = [http.post("/v1/sessions", json={}) for _ in range(3)]

    assert [answer.status_code for answer in answers] == [503, 503, 200]
    assert (answers[0].json()["statusCode"], answers[0].headers["Retry-After"]) == (503, "1")
    assert len(server.sessions()) == 1


def test_a_duplicate_is_kept_without_dedupe():
    event = {"event_id": "e", "start_time": 1}
    with LocalServer(dedupe=False) as server, httpx.Client(base_url=server.url, headers=KEY) as http:
        http.post("/session/s/traces", json={"events": [event, event]})
        again = http.post("/session/s/event", json=event).json()["event_id"]
        events = server.events()

    assert events[0]["event_id"] == "e"
    assert len({each["event_id"] for each in events}) == 3
    assert events[2]["event_id"] == again


def test_an_undocumented_response_is_a_violation(monkeypatch):
    from honeyhive_server.api import handlers

    async def wrong(_):
        return b'{"count":"three"}'

    monkeypatch.setitem(handlers.HANDLERS, "searchEvents", wrong)
    with LocalServer() as server, httpx.Client(base_url=server.url, headers=KEY) as http:
        assert http.post("/v1/events/search", json={}).status_code == 200
        assert len(server.violations) == 1
        assert "/v1/events/search -> 200" in server.violations[0]
    with LocalServer(strict=True) as server, httpx.Client(base_url=server.url, headers=KEY) as http:
        assert http.post("/v1/events/search", json={}).status_code == 500


def test_a_documented_route_without_a_handler_is_501(monkeypatch, http):
    from honeyhive_server.api import handlers

    monkeypatch.delitem(handlers.HANDLERS, "searchEvents")

    answer = http.post("/v1/events/search", json={})

    assert answer.status_code == 501
    assert "does not implement POST /v1/events/search" in answer.json()["message"]


def test_a_server_that_is_not_running_raises_runtime_error():
    with pytest.raises(RuntimeError, match="with statement"):
        LocalServer().sessions()
