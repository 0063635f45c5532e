"""Stores of other versions: an older one is migrated, a newer one is refused."""

import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect

from honeyhive.server.store import Store, queries, version

# As the first version made it.
OLDER = """
CREATE TABLE events (
    session_id TEXT NOT NULL, event_id TEXT NOT NULL, parent_id TEXT, project TEXT NOT NULL, event_type TEXT NOT NULL,
    start_time DOUBLE PRECISION NOT NULL, received_at BIGINT NOT NULL, placeholder BOOLEAN NOT NULL,
    document JSON NOT NULL, PRIMARY KEY (session_id, event_id)
);
CREATE INDEX events_by_id ON events (event_id);
CREATE INDEX events_by_start ON events (start_time);
CREATE INDEX sessions_by_project ON events (project, start_time) WHERE event_id = session_id;
INSERT INTO events VALUES ('s', 'e', 's', 'p', 'tool', 1, 1, false, '{"event_id":"e"}')
"""


def engine_of(database):
    url = database.replace("postgresql:", "postgresql+psycopg:") if "://" in database else f"sqlite:///{database}"
    return create_engine(url)


def indexes(database):
    engine = engine_of(database)
    found = {each["name"] for each in inspect(engine).get_indexes("events")}
    engine.dispose()
    return found


def columns(database):
    engine = engine_of(database)
    found = {each["name"]: each["nullable"] for each in inspect(engine).get_columns("events")}
    engine.dispose()
    return found


def run(database, script):
    engine = engine_of(database)
    with engine.begin() as connection:
        for statement in script.split(";"):
            connection.exec_driver_sql(statement)
    engine.dispose()


def test_an_older_store_is_migrated_and_keeps_its_events(database):
    run(database, OLDER)

    for _ in range(2):
        store = Store(database)
        assert store.read_now(queries.everything) == ['{"event_id":"e"}']
        store.close()

    assert indexes(database) == {"events_by_id", "events_by_start", "events_by_arrival", "sessions_by_project"}


def test_a_migrated_store_has_the_columns_of_a_fresh_one(database, tmp_path):
    run(database, OLDER)
    Store(database).close()
    Store(tmp_path / "fresh.db").close()

    assert columns(database) == columns(str(tmp_path / "fresh.db"))


def test_a_fresh_store_has_the_same_indexes(database):
    Store(database).close()

    assert indexes(database) == {"events_by_id", "events_by_start", "events_by_arrival", "sessions_by_project"}


def test_a_newer_store_is_refused_and_left_alone(database):
    Store(database).close()
    run(database, "UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(ValueError, match="newer honeyhive-sdk"):
        Store(database)


def test_the_current_version_is_the_last_migration():
    folder = version.Path(version.__file__).with_name("migrations")

    assert ScriptDirectory(str(folder)).get_current_head() == version.CURRENT


def test_a_fresh_store_is_made_without_alembic(tmp_path):
    code = (
        "import sys; from honeyhive.server.store import Store; Store('h.db').close(); print('alembic' in sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)

    assert "alembic" not in done.stdout.split()
    with closing(sqlite3.connect(tmp_path / "h.db")) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(version.CURRENT,)]
