"""Tests of EventStore without HTTP: group commits, failures, several processes and threads."""

import asyncio
import sqlite3
import threading

import pytest
import sqlalchemy.event

from honeyhive_server.model.event_model import event_document, session_document
from honeyhive_server.model.filters import TimeRange
from honeyhive_server.model.implied_sessions import IMPLIED, start
from honeyhive_server.model.json_codec import loads
from honeyhive_server.store import EventStore, StoreError, definitions, group_commit, queries, run_queries
from honeyhive_server.store.db_schema import row
from honeyhive_server.store.named_sessions import absorb, link
from honeyhive_server.store.queries import PageWindow
from honeyhive_server.store.transaction import apply
from honeyhive_server.store.write import Write


@pytest.fixture
def store(tmp_path):
    opened = EventStore(tmp_path / "h.db")
    yield opened
    opened.close()


@pytest.fixture
def shared(database):
    """Yield two stores of one database, as two server processes have."""
    first, second = EventStore(database), EventStore(database)
    yield first, second
    first.close()
    second.close()


@pytest.fixture
def two_servers(postgresql):
    stores = (EventStore(postgresql), EventStore(postgresql))
    yield stores
    for each in stores:
        each.close()


def event(number, session_id="s", **more):
    return event_document(
        {"event_id": f"e{number}", "event_name": f"n{number}", **more}, number, session_id, free_ids=True
    )


def names(store):
    documents, _ = store.read_now(queries.find, (), TimeRange(), PageWindow(1000))
    return documents


def test_concurrent_writes_are_stored_when_they_return(store):
    async def write_all():
        await asyncio.gather(*(store.write(events=[event(n, f"s{n % 7}")]) for n in range(500)))

    asyncio.run(write_all())

    assert len(names(store)) == 500
    assert len(store.read_now(queries.sessions, store.read_now(queries.session_ids, None, (), 100))) == 7


def test_one_bad_row_fails_alone(store):
    async def write_all():
        bad = event(3)
        bad["project"] = None
        return await asyncio.gather(
            *(store.write(events=[each]) for each in (event(1), event(2), bad, event(4))), return_exceptions=True
        )

    outcomes = asyncio.run(write_all())

    assert [isinstance(each, StoreError) for each in outcomes] == [False, False, True, False]
    assert len(names(store)) == 3


@pytest.mark.parametrize(("sessions", "statements"), [(1, ["INSERT"]), (3, ["BEGIN", "INSERT", "INSERT"])])
def test_events_of_one_session_are_one_statement_and_those_of_several_a_transaction(store, sessions, statements):
    found = []
    sqlalchemy.event.listen(store._writing, "before_cursor_execute", lambda *sent: found.append(sent[2]))

    async def write_all():
        await asyncio.gather(*(store.write(events=[event(n, f"s{n % sessions}")]) for n in range(20)))

    asyncio.run(write_all())

    assert [statement.split(" ", 1)[0] for statement in found] == statements
    assert [
        len(store.read_now(queries.sessions, store.read_now(queries.session_ids, None, (), 100))),
        len(names(store)),
    ] == [sessions, 20]


def test_a_database_held_by_another_process_fails_with_a_store_error(store, monkeypatch):
    with store._writing.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout=1")
    other = sqlite3.connect(str(store.url.database), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(StoreError, match="locked"):
        asyncio.run(store.write(events=[event(1)]))

    other.execute("COMMIT")
    other.close()
    asyncio.run(store.write(events=[event(1)]))
    assert len(names(store)) == 1


def test_two_servers_share_one_database(shared):
    async def write_both():
        await asyncio.gather(*(each.write(events=[event(n, "s")]) for n in range(50) for each in shared))

    asyncio.run(write_both())
    assert len(names(shared[1])) == 50


def test_two_servers_merging_the_same_sessions_lose_nothing(shared):
    async def write_both():
        await asyncio.gather(
            *(
                each.write(session=session_document({"metadata": {f"{which}-{n}": n}}, n, f"s{n % 5}"))
                for n in range(100)
                for which, each in enumerate(shared)
            )
        )

    asyncio.run(write_both())

    sessions = shared[0].read_now(queries.sessions, shared[0].read_now(queries.session_ids, None, (), 10))
    kept = [key for nodes in sessions for key in loads(nodes[0].document)["metadata"]]
    assert sorted(kept) == sorted(f"{which}-{n}" for n in range(100) for which in (0, 1))


def test_two_servers_writing_the_same_rows_in_different_order_do_not_deadlock(shared):
    rows = [event(n, f"s{n % 20}") for n in range(200)]

    async def write_both():
        await asyncio.gather(
            *(
                each.write(events=order)
                for _ in range(10)
                for each, order in zip(shared, (rows, rows[::-1]), strict=True)
            )
        )

    asyncio.run(write_both())

    assert len(names(shared[0])) == 200


def test_two_servers_changing_sessions_with_events_of_each_other_do_not_deadlock(shared):
    failures = []
    for each in shared:
        sqlalchemy.event.listen(each._writing, "handle_error", failures.append)

    async def write(store, n, changed, other):
        for i in range(10):
            await asyncio.gather(
                store.write(session=session_document({}, i, changed)),
                store.write(events=[event(1000 * n + 20 * i + k, other) for k in range(20)]),
            )

    async def write_both():
        await shared[0].write(session=session_document({}, 0, "a"))
        await shared[0].write(session=session_document({}, 0, "b"))
        await asyncio.gather(write(shared[0], 0, "a", "b"), write(shared[1], 1, "b", "a"))

    asyncio.run(write_both())

    assert failures == []
    assert len(names(shared[0])) == 2 + 400


def test_commits_are_synchronous(store):
    with store._writing.connect() as connection:
        settings = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous")]

    assert settings == ["wal", 2]


def test_readers_cannot_write(store):
    from sqlalchemy import delete

    from honeyhive_server.store.db_schema import events

    with pytest.raises(StoreError, match="readonly"):
        store.read_now(lambda connection: connection.execute(delete(events)))


def test_one_write_stores_a_session_and_its_events(store):
    session = session_document({"session_name": "one"}, 5, "s")

    written = asyncio.run(store.write(session=session, events=[event(1), event(2)]))

    assert '"one"' in written.stored_session
    (nodes,) = store.read_now(queries.sessions, store.read_now(queries.session_ids, None, (), 10))
    assert [node.event_id for node in nodes] == ["s", "e1", "e2"]


KEY = definitions.DefinitionKey("run", "r")


def add_definition(store, key=KEY, document=None):
    row = definitions.row(key, "p", document or {"marks": []}, store.arrival())
    return store.change(definitions.insert, [row])


def test_one_bad_change_fails_alone_and_is_rolled_back(store):
    def half(connection):
        definitions.insert(connection, [definitions.row(KEY, "p", {"half": True}, 1)])
        raise RuntimeError("no further")

    async def change_all():
        other = definitions.DefinitionKey("run", "other")
        return await asyncio.gather(
            store.write(events=[event(1)]), store.change(half), add_definition(store, other), return_exceptions=True
        )

    _, failed, added = asyncio.run(change_all())

    assert isinstance(failed, RuntimeError)
    assert added is True
    assert len(names(store)) == 1
    assert store.read_now(definitions.known, "run", ["r", "other"]) == ["other"]


def test_a_definition_is_stored_once(shared):
    async def add_both():
        return await asyncio.gather(*(add_definition(each) for each in shared))

    assert sorted(asyncio.run(add_both())) == [False, True]


def test_two_servers_changing_one_definition_lose_no_change(shared):
    def mark(store, name):
        return store.change(definitions.change, KEY, lambda old: {"marks": [*old["marks"], name]}, store.arrival())

    async def change_both():
        await add_definition(shared[0])
        await asyncio.gather(
            *(mark(each, f"{which}-{n}") for n in range(50) for which, each in enumerate(shared)),
        )

    asyncio.run(change_both())

    marks = shared[0].read_now(definitions.find, KEY)["marks"]
    assert sorted(marks) == sorted(f"{which}-{n}" for n in range(50) for which in range(2))


def test_an_absorbed_session_keeps_its_run(shared):
    store, _ = shared
    run_id = "r"

    async def write_all():
        await store.write(
            session=session_document({"metadata": {"run_id": run_id}}, 1, "part"), events=[event(1, "part")]
        )
        await store.write(session=session_document({}, 2, "whole"))
        await store.change(absorb, "whole", "part", start)

    asyncio.run(write_all())

    run = {"run_id": run_id, "event_ids": [], "session_ids": []}
    found = store.read_now(run_queries.events_of, run)
    assert {(each.document["session_id"], each.document["event_id"]) for each in found} == {
        ("whole", "whole"),
        ("whole", "e1"),
    }


def test_an_absorbed_session_keeps_the_events_of_another_server(two_servers):
    store, other = two_servers
    asyncio.run(store.write(events=[event(1, "part")]))
    asyncio.run(store.write(session=session_document({}, 2, "whole")))

    def interfere(_connection, _cursor, statement, *_):
        if statement.startswith("DELETE"):
            adding = threading.Thread(target=lambda: asyncio.run(other.write(events=[event(2, "part")])))
            adding.start()
            adding.join()

    sqlalchemy.event.listen(store._writing, "before_cursor_execute", interfere)
    asyncio.run(store.change(absorb, "whole", "part", start))

    assert {loads(each)["event_id"] for each in store.read_now(queries.everything)} == {"e1", "e2"}


def test_an_absorbed_session_waits_for_the_spans_of_another_server(two_servers):
    store, other = two_servers
    asyncio.run(store.write(events=[event(1, "part")]))
    asyncio.run(store.write(session=session_document({}, 2, "whole")))
    absorbing = threading.Thread(target=lambda: asyncio.run(store.change(link_part, merge=start)))
    waiting = sqlalchemy.text("SELECT count(*) FROM pg_locks WHERE NOT granted")

    with other._writing.begin() as connection:
        spans = Write(
            1, session=session_document({"metadata": {IMPLIED: "implied"}}, 3, "part"), rows=[row(event(2, "part"), 1)]
        )
        apply(connection, [spans], dedupe=True)
        absorbing.start()
        while not other.read_now(lambda each: each.scalar(waiting)):
            assert absorbing.is_alive()
    absorbing.join()

    found = map(loads, store.read_now(queries.everything))
    assert {each["event_id"]: each["session_id"] for each in found} == {"e1": "whole", "e2": "whole"}


def link_part(connection, merge):
    link(connection, "whole", "default", trace_ids=[], absorbed=["part"], merge=merge)


def test_indexing_words_does_not_wait_for_the_disk(tmp_path, monkeypatch):
    """Only commits of acknowledged writes wait for the disk, because lost indexing can be repeated."""
    monkeypatch.setattr(group_commit, "IDLE", 0)
    opened, statements, levels, indexed = EventStore(tmp_path / "h.db"), [], {}, threading.Event()

    def record(connection):
        level = connection.connection.driver_connection.execute("PRAGMA synchronous").fetchone()[0]
        for table in ("events", "event_words"):
            if any(each.startswith(f"INSERT INTO {table} ") for each in statements):
                levels.setdefault(table, set()).add(level)
        statements.clear()
        if "event_words" in levels:
            indexed.set()

    sqlalchemy.event.listen(opened._writing, "before_cursor_execute", lambda *call: statements.append(call[2]))
    sqlalchemy.event.listen(opened._writing, "commit", record)
    asyncio.run(opened.write(events=[event(1)]))
    assert indexed.wait(60)
    asyncio.run(opened.write(events=[event(2)]))
    opened.close()

    normal, full = 1, 2
    assert levels == {"events": {full}, "event_words": {normal}}


def test_writes_continue_after_any_error_of_the_other_work(tmp_path, monkeypatch):
    monkeypatch.setattr(group_commit, "MAX_POSTPONED", 0)
    opened = EventStore(tmp_path / "h.db")

    def fail(_connection, _size):
        raise RuntimeError("not an error of the database")

    opened._writer._later = fail
    for number in range(2):
        asyncio.run(asyncio.wait_for(opened.write(events=[event(number)]), 60))
    opened.close()
