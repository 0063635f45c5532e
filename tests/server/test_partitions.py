"""Events that are partitioned by the hash of their session, as in a distributed database."""

import asyncio
import json
import re
from contextlib import contextmanager
from uuid import uuid4

import httpx
import pytest
from sqlalchemy import create_engine, event

from honeyhive_server import LocalServer
from honeyhive_server.model.event_model import event_document
from honeyhive_server.model.filters import TimeRange
from honeyhive_server.store import EventStore, postgresql_matches, queries, session_lists, session_totals
from honeyhive_server.store.queries import PageWindow
from honeyhive_server.store.session_lists import ListFilter

PARTITIONS = 4
KEY = {"Authorization": "Bearer hh_test"}


@pytest.fixture
def partitioned(postgresql):
    """Return the URL of a database whose events are partitioned."""
    EventStore(postgresql).close()
    engine = create_engine(postgresql.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE events RENAME TO whole")
        copied = "LIKE whole INCLUDING DEFAULTS INCLUDING GENERATED INCLUDING INDEXES"
        connection.exec_driver_sql(f"CREATE TABLE events ({copied}) PARTITION BY HASH (session_id)")
        for n in range(PARTITIONS):
            values = f"FOR VALUES WITH (MODULUS {PARTITIONS}, REMAINDER {n})"
            connection.exec_driver_sql(f"CREATE TABLE events_{n} PARTITION OF events {values}")
        connection.exec_driver_sql("DROP TABLE whole")
    engine.dispose()
    return postgresql


@contextmanager
def explained(store):
    """Yield a list to which the plan of every query for events is added."""
    plans, statements = [], []

    def record(_connection, _cursor, statement, parameters, _context, _many):
        statements.append((statement, parameters))

    event.listen(store._reading, "before_cursor_execute", record)
    yield plans
    event.remove(store._reading, "before_cursor_execute", record)
    with store._reading.connect() as connection:
        connection.exec_driver_sql("SET enable_seqscan = off")
        for statement, parameters in statements:
            if "events" in statement and statement.startswith(("SELECT", "WITH")):
                rows = connection.exec_driver_sql(f"EXPLAIN (FORMAT JSON) {statement}", parameters).scalar()
                plans.append(json.dumps(rows if isinstance(rows, list) else json.loads(rows)))


def partitions(plan):
    return set(re.findall(r"events_\d", "".join(re.findall(r'"Relation Name": "(\w+)"', plan))))


def test_requests_work_on_partitioned_events(partitioned):
    with LocalServer(database=partitioned) as server, httpx.Client(base_url=server.url, headers=KEY) as http:
        sessions = [http.post("/v1/sessions", json={"session_name": f"s{n}"}).json()["session_id"] for n in range(9)]
        made = {"event_type": "tool", "event_name": "e", "inputs": {"text": "needle"}}
        batch = [{**made, "session_id": each, "event_id": str(uuid4())} for each in sessions]
        for _ in range(2):  # the event is sent twice, as a client does after a lost response
            http.post("/v1/events/batch", json={"events": batch}).raise_for_status()
        http.put(f"/v1/events/{batch[0]['event_id']}", json={"metadata": {"seen": True}}).raise_for_status()

        assert http.post("/v1/events/search", json={"filters": []}).json()["count"] == 18
        assert http.get("/all-events?q=needle").text.count('<tr id="e-') == 9
        assert "seen" in http.get(f"/sessions/{sessions[0]}/json").text
        assert len(http.get("/session").json()) == 9


def test_partitioned_events_are_migrated(partitioned):
    engine = create_engine(partitioned.replace("postgresql:", "postgresql+psycopg:"))
    with engine.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '0008'")

    EventStore(partitioned).close()

    storage = "SELECT attstorage FROM pg_attribute WHERE attname = 'words' AND attrelid = CAST(%s AS regclass)"
    with engine.connect() as connection:
        assert {connection.exec_driver_sql(storage, (f"events_{n}",)).scalar() for n in range(PARTITIONS)} == {"m"}
    engine.dispose()


def test_queries_of_a_session_touch_one_partition_and_lists_push_their_limit_to_all(partitioned):
    store = EventStore(partitioned)
    asyncio.run(store.write(session=None, events=[]))
    with explained(store) as within:
        store.read_now(queries.session, "s")
        store.read_now(queries.everything, "s")
        store.read_now(session_lists.find_one, "s", "e")
        store.read_now(session_lists.latest, "s")
        store.read_now(session_totals.totals, ["s"])
    with explained(store) as lists:
        store.read_now(session_lists.find_events, ListFilter(), PageWindow(50))
        store.read_now(queries.find, [], TimeRange(), PageWindow(50))
    with explained(store) as searches:
        store.read_now(session_lists.find_events, ListFilter(text="needle"), PageWindow(50))
    store.close()

    assert [len(partitions(plan)) for plan in within] == [1] * 5
    for plan in lists:
        assert len(partitions(plan)) == PARTITIONS
        # Each partition returns its rows in order, so no partition returns more rows than the limit.
        assert '"Node Type": "Merge Append"' in plan
        assert '"Node Type": "Sort"' not in plan or '"Node Type": "Incremental Sort"' in plan
    assert any("events_0_words_idx" in plan for plan in searches)


def test_phrases_of_partitioned_events_are_found_by_pairs(partitioned, monkeypatch):
    store = EventStore(partitioned)
    index = "CREATE INDEX events_by_word_pairs ON events USING gin (word_pairs(words))"
    asyncio.run(store.change(lambda connection: connection.exec_driver_sql(index)))
    monkeypatch.setattr(postgresql_matches, "FEW", -1)
    names = {"event_type": "tool", "start_time": 1, "inputs": {"text": "red blue"}}
    documents = [
        event_document({**names, "session_id": f"s{n}", "event_name": "e"}, 1, free_ids=True) for n in range(9)
    ]
    asyncio.run(store.write(events=documents))
    with explained(store) as plans:
        found = store.read_now(session_lists.find_events, ListFilter(text='"red blue"'), PageWindow(50))
    store.close()

    assert len(found.rows) == 9
    read = {each for plan in plans for each in re.findall(r"events_\d_word_pairs_idx", plan)}
    assert read == {f"events_{n}_word_pairs_idx" for n in range(PARTITIONS)}
