"""The last change of an event counts for retention, for every kind of request."""

import asyncio

import pytest

from honeyhive_server.store import EventStore, queries, session_lists
from tests.server.test_simulated_faults_and_retention import EVENT

SESSION = {**EVENT, "event_type": "session", "event_id": "s", "event_name": "x", "metadata": {}, "user_properties": {}}
CHANGES = {
    "update of an event": {"event_id": "e", "changes": {"feedback": {"rating": 1}}},
    "session sent again": {"session": SESSION},
    "new event": {"events": [{**EVENT, "event_id": "f"}]},
}


@pytest.fixture
def store(database):
    opened = EventStore(database)
    opened.arrival = lambda *_: 1000
    asyncio.run(opened.write(session=SESSION, events=[EVENT]))
    asyncio.run(opened.write(events=[{**EVENT, "event_id": "i", "session_id": "idle"}]))
    del opened.arrival
    yield opened
    opened.close()


def sessions(store):
    return {
        each.session_id
        for each in store.read_now(session_lists.find_sessions, session_lists.ListFilter(), queries.PageWindow(9)).rows
    }


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_session_with_a_recent_change_is_kept(store, change):
    before = store.read_now(session_lists.latest, "s")
    asyncio.run(store.write(**change))

    assert store.purge(3600) == 2
    assert sessions(store) == {"s"}
    assert store.read_now(session_lists.latest, "s") > before


def test_a_session_without_a_recent_change_is_deleted(store):
    assert store.purge(3600) == 4
    assert sessions(store) == set()
