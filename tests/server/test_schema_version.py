"""A database with an older schema version is migrated; one with a newer version is rejected."""

import asyncio
import sqlite3
import subprocess
import sys
from contextlib import closing

import psycopg
import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, make_url, select

from honeyhive_server.model.event_model import merge_session, session_document
from honeyhive_server.store import EventStore, queries, schema_version, session_lists, word_index
from honeyhive_server.store.db_schema import events

# The schema that the first version of the server created.
OLDER = """
CREATE TABLE events (
    session_id TEXT NOT NULL, event_id TEXT NOT NULL, parent_id TEXT, project TEXT NOT NULL, event_type TEXT NOT NULL,
    start_time DOUBLE PRECISION NOT NULL, received_at BIGINT NOT NULL, placeholder BOOLEAN NOT NULL,
    document JSON NOT NULL, PRIMARY KEY (session_id, event_id)
);
CREATE INDEX events_by_id ON events (event_id);
CREATE INDEX events_by_start ON events (start_time);
CREATE INDEX sessions_by_project ON events (project, start_time) WHERE event_id = session_id;
INSERT INTO events VALUES ('s', 'e', 's', 'p', 'tool', 1, 1, false, '{"event_id":"e"}');
INSERT INTO events VALUES ('s', 'f', 's', 'p', 'tool', 2, 2, false, '{"event_id":"f","metadata":{"run_id":"r"}}');
INSERT INTO events VALUES ('s', 'g', 's', 'p', 'tool', 3, 3, false, '{"event_id":"g","metadata":{"run_id":7}}')
"""
STORED = ['{"event_id":"e"}', '{"event_id":"f","metadata":{"run_id":"r"}}', '{"event_id":"g","metadata":{"run_id":7}}']
INDEXES = {
    "events_by_id",
    "events_by_start",
    "events_by_arrival",
    "events_by_run",
    "events_by_project",
    "sessions_by_start",
    "sessions_by_project",
}
ONLY_POSTGRESQL = {"events_by_words", "failed_events"}


def engine_of(database):
    url = database.replace("postgresql:", "postgresql+psycopg:") if "://" in database else f"sqlite:///{database}"
    return create_engine(url)


def indexes(database):
    engine = engine_of(database)
    found = {each["name"] for each in inspect(engine).get_indexes("events")}
    engine.dispose()
    return found


def run(database, script):
    engine = engine_of(database)
    with engine.begin() as connection:
        for statement in script.split(";"):
            connection.exec_driver_sql(statement)
    engine.dispose()


def test_an_older_database_is_migrated_with_its_events(database):
    run(database, OLDER)

    for _ in range(2):
        store = EventStore(database)
        assert store.read_now(queries.everything) == STORED
        store.close()

    assert indexes(database) == (INDEXES | ONLY_POSTGRESQL if "://" in database else INDEXES)


def test_migrated_events_are_found_by_run_id(database):
    run(database, OLDER)

    store = EventStore(database)
    found = store.read_now(lambda connection: connection.execute(select(events.c.event_id, events.c.run_id)).all())
    store.close()

    assert sorted(map(tuple, found)) == [("e", None), ("f", "r"), ("g", None)]


def tables(database):
    """Return every table with columns, nullability, primary key and indexes."""
    engine = engine_of(database)
    inspector = inspect(engine)
    found = {
        name: (
            {column["name"]: column["nullable"] for column in inspector.get_columns(name)},
            inspector.get_pk_constraint(name)["constrained_columns"],
            sorted((each["name"], each["column_names"]) for each in inspector.get_indexes(name)),
        )
        for name in inspector.get_table_names()
    }
    engine.dispose()
    return found


def test_a_migrated_database_has_the_schema_of_a_new_one(database):
    EventStore(database).close()
    fresh = tables(database)
    run(database, "; ".join(f"DROP TABLE {name}" for name in fresh if not name.startswith("event_words_")))

    run(database, OLDER)
    EventStore(database).close()

    assert tables(database) == fresh


def found(store, text):
    asyncio.run(store.index())
    page = store.read_now(session_lists.find_events, session_lists.ListFilter(text=text), queries.PageWindow(9))
    return [each.event_id for each in page.rows]


def test_migrated_events_are_found_by_their_words(database):
    run(database, OLDER.replace('"event_id":"e"}', '"event_id":"e","error":"Zeitüberschreitung"}'))

    store = EventStore(database)

    assert found(store, "zeituberschr*") == ["e"]
    store.close()


def test_an_index_of_words_with_prefixes_of_two_characters_still_works(tmp_path, monkeypatch):
    """Version 0006 created such an index at first."""
    database = str(tmp_path / "h.db")
    older = [each.replace("prefix='3'", "prefix='2 3'") for each in word_index._SQLITE]
    assert older != list(word_index._SQLITE)
    with monkeypatch.context() as before:
        before.setattr(word_index, "_SQLITE", older)
        EventStore(database).close()

    store = EventStore(database)
    session = session_document({"session_name": "line\nparcel"}, 1)
    asyncio.run(store.write(session=session))
    for text in ("parcel", "pa*", "par", "parc", "line"):
        assert found(store, text) == [session["session_id"]], text
    asyncio.run(store.write(session={**session, "metadata": {"note": "later"}}, merge=merge_session))
    assert found(store, "parcel later") == [session["session_id"]]
    store.purge(0)
    store.close()
    with closing(sqlite3.connect(database)) as connection:
        assert connection.execute("SELECT count(*) FROM event_words WHERE event_words MATCH 'later'").fetchone() == (0,)


def test_the_index_of_words_of_an_older_file_gets_the_settings_of_a_new_one(tmp_path):
    new, old = str(tmp_path / "new.db"), str(tmp_path / "old.db")
    for each in (new, old):
        EventStore(each).close()
    run(old, "DELETE FROM event_words_config WHERE k != 'version'")
    EventStore(old).close()

    settings = []
    for each in (new, old):
        with closing(sqlite3.connect(each)) as connection:
            settings.append(dict(connection.execute("SELECT k, v FROM event_words_config WHERE k != 'version'")))
    assert settings == [{"automerge": 8, "hashsize": 2**23}] * 2


def test_postgresql_stores_words_in_rows_and_statistics_of_more_words(postgresql):
    """Otherwise a search reads the words of each event from another table, and estimates most words alike."""
    EventStore(postgresql).close()
    settings = "ALTER words SET STORAGE EXTENDED, ALTER words SET STATISTICS -1, RESET (toast_tuple_target)"
    for _ in range(2):  # first a new table, then that of version 0008
        store = EventStore(postgresql)
        words = " ".join(f"word{n}" for n in range(130))
        asyncio.run(store.write(session=session_document({"inputs": {"text": words}}, 1)))
        with store._reading.begin() as connection:
            separate = "SELECT pg_relation_size(reltoastrelid) FROM pg_class WHERE relname = 'events'"
            assert connection.exec_driver_sql(separate).scalar() == 0
            assert (
                connection.exec_driver_sql("SELECT pg_column_size(words) FROM events LIMIT 1").scalar() or 0
            ) > 2_000
            target = "SELECT attstattarget FROM pg_attribute WHERE attrelid = 'events'::regclass AND attname = 'words'"
            assert connection.exec_driver_sql(target).scalar() == word_index.STATISTICS
        store.close()
        run(postgresql, f"TRUNCATE events; ALTER TABLE events {settings}")
        run(postgresql, "UPDATE alembic_version SET version_num = '0008'")


def test_a_file_whose_row_ids_changed_is_indexed_again(tmp_path):
    database = str(tmp_path / "h.db")
    run(database, OLDER)
    store = EventStore(database)
    assert found(store, '"e"') == ["e"]
    store.close()
    run(database, "DELETE FROM events WHERE event_id = 'f'")
    with closing(sqlite3.connect(database)) as connection:
        connection.execute("VACUUM")
    store = EventStore(database)
    assert (found(store, '"g"'), found(store, '"f"')) == (["g"], [])
    store.close()

    # The state is as after restoring a dump.
    run(database, "CREATE TABLE kept AS SELECT * FROM events; DROP TRIGGER event_words_deleted; DELETE FROM events")
    run(database, "INSERT INTO events SELECT * FROM kept ORDER BY event_id DESC; DROP TABLE kept")
    store = EventStore(database)

    assert (found(store, '"g"'), found(store, '"e"')) == (["g"], ["e"])
    store.close()


def test_a_new_database_has_all_indexes(database):
    EventStore(database).close()

    assert indexes(database) == (INDEXES | ONLY_POSTGRESQL if "://" in database else INDEXES)


def test_a_newer_database_raises_value_error_and_is_unchanged(database):
    EventStore(database).close()
    run(database, "UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(ValueError, match="newer honeyhive-sdk"):
        EventStore(database)


@pytest.mark.parametrize("encoding", ["LATIN1", "SQL_ASCII"])
def test_a_database_that_cannot_store_every_text_is_refused(postgresql, encoding):
    """Otherwise an event with an emoji would get a 500."""
    with psycopg.connect(postgresql, autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS other")
        kind = f"ENCODING '{encoding}' TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'"
        connection.execute(f"CREATE DATABASE other {kind}")
        other = make_url(postgresql).set(database="other").render_as_string(hide_password=False)
        with pytest.raises(ValueError, match=f"encoding {encoding}, .*createdb --encoding=UTF8"):
            EventStore(other)
        connection.execute("DROP DATABASE other")


def test_text_is_stored_for_any_client_encoding(postgresql, monkeypatch):
    monkeypatch.setenv("PGCLIENTENCODING", "LATIN1")
    store = EventStore(postgresql)
    asyncio.run(store.write(session=session_document({"session_name": "smile 😀"}, 1)))
    assert found(store, "smile")
    store.close()


def test_the_current_version_is_the_last_migration():
    folder = schema_version.Path(schema_version.__file__).with_name("migrations")

    assert ScriptDirectory(str(folder)).get_current_head() == schema_version.CURRENT


def test_a_new_database_does_not_import_alembic(tmp_path):
    code = (
        "import sys\n"
        "from honeyhive_server.store import EventStore\n"
        "EventStore('h.db').close()\n"
        "print('alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)

    assert "alembic" not in done.stdout.split()
    with closing(sqlite3.connect(tmp_path / "h.db")) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(schema_version.CURRENT,)]
