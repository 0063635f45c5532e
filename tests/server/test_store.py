"""The store by itself: groups, failures, several processes and threads."""

import asyncio
import sqlite3

import pytest

from honeyhive.server.semantics import event_document, session_document
from honeyhive.server.store import Store, StoreError, queries
from honeyhive.server.store.queries import Page, Span


@pytest.fixture
def store(tmp_path):
    opened = Store(tmp_path / "h.db")
    yield opened
    opened.close()


def event(number, session_id="s", **more):
    return event_document(
        {"event_id": f"e{number}", "event_name": f"n{number}", **more}, number, session_id, free_ids=True
    )


def names(store):
    documents, _ = store.read_now(queries.find, store.dialect, (), Span(), Page(1000))
    return documents


def test_writes_of_many_tasks_are_all_there_after_their_answers(store):
    async def write_all():
        await asyncio.gather(*(store.write(events=[event(n, f"s{n % 7}")]) for n in range(500)))

    asyncio.run(write_all())

    assert len(names(store)) == 500
    assert len(store.read_now(queries.sessions, store.dialect, None, (), 100)) == 7


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


def test_two_servers_share_one_file(tmp_path):
    first, second = Store(tmp_path / "h.db"), Store(tmp_path / "h.db")

    async def write_both():
        await asyncio.gather(*(each.write(events=[event(n, "s")]) for n in range(50) for each in (first, second)))

    asyncio.run(write_both())
    assert len(names(second)) == 50
    first.close()
    second.close()


def test_commits_survive_a_crash_by_setting(store):
    with store._writing.connect() as connection:
        settings = [connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in ("journal_mode", "synchronous")]

    assert settings == ["wal", 2]


def test_readers_cannot_write(store):
    from sqlalchemy import delete
    from sqlalchemy.exc import OperationalError

    from honeyhive.server.store.schema import events

    with pytest.raises(OperationalError, match="readonly"):
        store.read_now(lambda connection: connection.execute(delete(events)))


def test_a_session_and_its_events_arrive_in_one_write(store):
    session = session_document({"session_name": "one"}, 5, "s")

    written = asyncio.run(store.write(session=session, events=[event(1), event(2)]))

    assert '"one"' in written.stored_session
    (nodes,) = store.read_now(queries.sessions, store.dialect, None, (), 10)
    assert [node.event_id for node in nodes] == ["s", "e1", "e2"]
