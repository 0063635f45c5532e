"""Retention counts from the last change of an event, whichever kind of request made the change."""

import asyncio

import pytest
from sqlalchemy import event

from honeyhive_server.store import EventStore, idle_sessions, queries, session_lists
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


def test_idle_sessions_are_deleted_in_steps_and_others_stay_whole(store, monkeypatch):
    monkeypatch.setattr(idle_sessions, "STEP", 2)
    store.arrival = lambda *_: 2000
    old = [{**EVENT, "event_id": f"{session}{n}", "session_id": session} for n in range(3) for session in "xyz"]
    asyncio.run(store.write(events=old))
    del store.arrival
    asyncio.run(store.write(event_id="y0", changes={"feedback": {"rating": 1}}))

    assert store.purge(3600) == 4 + 2 * 4  # the session event of each session
    assert sessions(store) == {"y"}
    assert len(store.read_now(queries.session, "y")) == 4
    assert store.purge(3600) == 0


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_an_event_that_arrives_during_the_deletion_keeps_its_session(store, database):
    """In SQLite, no event can arrive during a deletion."""
    other = EventStore(database)

    def arrive(_connection, _cursor, statement, *_):
        if statement.startswith("DELETE FROM events"):
            asyncio.run(other.write(events=[{**EVENT, "event_id": "late"}]))

    event.listen(store._writing, "before_cursor_execute", arrive)
    try:
        assert store.purge(3600) == 2
    finally:
        other.close()
    assert sessions(store) == {"s"}
    assert len(store.read_now(queries.session, "s")) == 3


def test_retention_does_not_read_the_events_that_are_not_old(tmp_path):
    store, run = EventStore(tmp_path / "h.db"), []
    event.listen(store._writing, "before_cursor_execute", lambda *each: run.append(each[2:4]))

    store.purge(3600)
    plans = [store.read_now(plan_of, *each) for each in run if each[0].startswith("SELECT")]
    store.close()

    assert len(plans) == 2
    assert all("SEARCH events USING" in plan and "SCAN" not in plan for plan in plans)


def plan_of(connection, statement, values):
    return str(connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all())
