"""The optional index of pairs of words, with which PostgreSQL finds phrases of common words."""

import asyncio
import re
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import event

from honeyhive_server.model.event_model import event_document
from honeyhive_server.store import EventStore, postgresql_matches, session_lists
from honeyhive_server.store.queries import PageWindow
from honeyhive_server.store.session_lists import ListFilter

ROOT = Path(__file__).parents[2]
NAMES = {"event_type": "tool", "session_id": "s", "start_time": 1}


def statements():
    """Return the statements of docs/scaling.md that create the index and drop it."""
    blocks = re.findall(r"```sql\n(.*?)```", (ROOT / "docs/scaling.md").read_text(), re.DOTALL)
    shown = ";".join(each for each in blocks if "events_by_word_pairs" in each)
    return [each.strip() for each in shown.split(";") if each.strip()]


def run(url, statement):
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(statement)


def save(store, texts):
    documents = [
        event_document({**NAMES, "event_id": each, "event_name": each, "inputs": {"text": text}}, 1, free_ids=True)
        for each, text in texts.items()
    ]
    asyncio.run(store.write(events=documents))


def found(store, text):
    rows = store.read_now(session_lists.find_events, ListFilter(text=text), PageWindow(50)).rows
    return sorted(each.event_id for each in rows)


@pytest.fixture
def store(postgresql, monkeypatch):
    monkeypatch.setattr(postgresql_matches, "FEW", -1)
    store = EventStore(postgresql)
    for each in statements()[:-1]:
        run(postgresql, each)
    yield store
    store.close()


def read_pairs(store, text):
    """Return the queries of a search that read the index, with their values."""
    reads = []

    def read(_connection, _cursor, statement, values, *_others):
        if "@>" in statement:
            reads.append((statement, values))

    event.listen(store._reading, "before_cursor_execute", read)
    found(store, text)
    event.remove(store._reading, "before_cursor_execute", read)
    return reads


def test_phrases_are_found_by_pairs(store):
    texts = {
        "first": "a red blue tree",
        "last": "the tree is red blue",
        "far": "red and blue, blue red",
        "twice": "red red blue blue",
        "parts": "red. Blue",
    }
    save(store, texts)
    assert found(store, '"red blue"') == ["first", "last", "parts", "twice"]
    assert found(store, '"red red blue"') == ["twice"]
    assert found(store, '"RED Blue" tree') == ["first", "last"]
    assert found(store, '"red blue" "blue tree"') == ["first"]
    assert found(store, "red-blue-tre") == ["first"], "the last word is a prefix"
    assert found(store, "red-blu") == ["first", "last", "parts", "twice"], "a prefix has no pair"
    assert found(store, '"is blue"') == []


def test_a_search_reads_the_index_of_pairs_only_for_rare_phrases(store, monkeypatch):
    save(store, {f"e{n}": "red blue" if n < 30 else "blue red" for n in range(40)})
    asyncio.run(store.change(lambda connection: connection.exec_driver_sql("ANALYZE events")))

    ((statement, values),) = read_pairs(store, '"blue red"')
    with store._reading.connect() as connection:
        connection.exec_driver_sql("SET enable_seqscan = off")
        plan = str(connection.exec_driver_sql(f"EXPLAIN {statement}", values).all())
    assert "events_by_word_pairs" in plan
    assert read_pairs(store, '"red blue"') == []
    monkeypatch.setattr(postgresql_matches, "FEW", 100)
    assert read_pairs(store, '"blue red"') == [], "the word index finds rare words as fast"


def test_different_pairs_with_the_same_number_are_told_apart(store):
    with store._reading.connect() as connection:
        number = "(word_pairs(to_tsvector('simple', 'w w' || n)))[1]"
        same = f"SELECT array_agg(n) FROM generate_series(1, 5000) AS n GROUP BY {number} HAVING count(*) > 1 LIMIT 1"
        first, second = connection.exec_driver_sql(same).scalar_one()[:2]
    save(store, {"first": f"w w{first}", "second": f"w w{second}"})
    assert found(store, f'"w w{first}"') == ["first"]


def test_the_index_can_be_dropped_and_created_again(store, postgresql):
    save(store, {"first": "red blue"})
    *create, drop = statements()
    assert read_pairs(store, '"red blue"')

    run(postgresql, drop)
    assert read_pairs(store, '"red blue"') == []
    assert found(store, '"red blue"') == ["first"]

    for each in create:
        run(postgresql, each)
    assert read_pairs(store, '"red blue"')


def test_an_index_that_is_not_built_is_not_read(store, postgresql):
    save(store, {"first": "red blue"})
    invalid = "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'events_by_word_pairs'::regclass"
    run(postgresql, invalid)
    assert found(store, '"red blue"') == ["first"]
    assert read_pairs(store, '"red blue"') == []


def test_no_statistics_of_pairs_are_collected(store):
    save(store, {f"e{n}": "red blue" for n in range(40)})
    asyncio.run(store.change(lambda connection: connection.exec_driver_sql("ANALYZE events")))
    with store._reading.connect() as connection:
        pairs = "SELECT count(*) FROM pg_stats WHERE tablename = 'events_by_word_pairs'"
        assert connection.exec_driver_sql(pairs).scalar() == 0
