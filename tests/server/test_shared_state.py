"""Servers of one database share state: sessions named by traces, keys and deletions."""

from collections.abc import Iterator
from contextlib import ExitStack
from itertools import permutations

import httpx
import pytest
from sqlalchemy import select, update

from honeyhive_server import LocalServer
from honeyhive_server.model.implied_sessions import start
from honeyhive_server.store import EventStore, named_sessions
from honeyhive_server.store.db_schema import definitions
from tests.server.conftest import KEY
from tests.server.test_otlp import NAMED, PATH, TRACE, attribute, export, span, tree

WHOLE = ("session", "span 1", [("chain", "span 1", [("chain", "span 2", [("chain", "span 3")])])])
PIECES = {1: span(1), 2: span(2, 1, attributes=[attribute("session.id", NAMED)]), 3: span(3, 2)}


@pytest.fixture
def both(database: str) -> Iterator[list[LocalServer]]:
    with ExitStack() as stack:
        yield [stack.enter_context(LocalServer(database=database)) for _ in range(2)]


def post(server: LocalServer, path: str, body: object) -> httpx.Response:
    return httpx.post(server.url + path, json=body, headers=KEY, timeout=30).raise_for_status()


@pytest.mark.parametrize("order", list(permutations([1, 2, 3])), ids=str)
def test_parts_of_a_trace_that_reach_two_servers_are_one_session(both, order):
    for number, server in zip(order, (both[0], both[1], both[0]), strict=True):
        post(server, PATH, export(PIECES[number]))
    (session,) = both[0].sessions()

    assert (session["session_id"], tree(session)) == (NAMED, WHOLE)
    assert {event["session_id"] for event in both[1].events()} == {NAMED}


def test_a_span_that_was_stored_at_the_same_moment_follows_with_the_next(both, monkeypatch):
    first, second = both
    post(first, PATH, export(PIECES[2]))
    with monkeypatch.context() as too_early:
        too_early.setattr(named_sessions, "find", lambda *_: {})
        post(second, PATH, export(PIECES[3]))
    assert len(first.sessions()) == 2

    post(second, PATH, export(PIECES[1]))

    assert [tree(session) for session in first.sessions()] == [WHOLE]


def test_a_restarted_server_knows_the_sessions_of_traces(database):
    for number in (2, 1, 3):
        with LocalServer(database=database) as server:
            post(server, PATH, export(PIECES[number]))
            sessions = server.sessions()

    assert [tree(session) for session in sessions] == [WHOLE]


def named(connection, session_id, trace_id):
    named_sessions.link(connection, session_id, "p", trace_ids=[trace_id], absorbed=(), merge=start)


def test_traces_are_forgotten_after_a_day(database, monkeypatch):
    store = EventStore(database)
    with store._writing.begin() as connection:
        named(connection, "s", TRACE)
        named(connection, "another", TRACE)
        assert named_sessions.find(connection, [TRACE, "b"]) == {TRACE: "s"}
        monkeypatch.setattr(named_sessions, "MAX_AGE", -1)
        named(connection, "s", "b")
        assert named_sessions.find(connection, [TRACE, "b"]) == {"b": "s"}
    store.close()


def test_any_server_carries_out_a_deletion_that_another_left(both):
    first, second = both
    session = post(first, "/v1/sessions", {"session_name": "s", "project": "p"}).json()["session_id"]
    path = "/v1/projects/p/sessions/deletion_requests"
    made = post(second, path, {"session_ids": ["00000000-0000-4000-8000-000000000000"]}).json()["data"]
    while httpx.get(f"{second.url}{path}/{made['id']}", headers=KEY).json()["data"]["status"] != "completed":
        pass
    # The state is as after the kill of a server that had recorded the request.
    with first._store._writing.begin() as connection:
        left = f'{{"id":"{made["id"]}","status":"pending","pending":["{session}"],"completed":[]}}'
        request = update(definitions).where(definitions.c.id == made["id"])
        connection.execute(request.values(state="pending", document=left))
        assert connection.scalar(select(definitions.c.state).where(definitions.c.id == made["id"])) == "pending"

    while httpx.get(f"{first.url}{path}/{made['id']}", headers=KEY).json()["data"]["status"] != "completed":
        pass

    assert second.sessions() == []
