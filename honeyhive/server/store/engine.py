"""The connections to the database: one that writes, and some that only read."""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, Connection, make_url
from sqlalchemy.pool import QueuePool

READERS = 4
# How long to wait for another process that writes to the same file, in milliseconds.
BUSY_TIMEOUT = 10_000


def database_url(database: str | Path) -> URL:
    """The URL of a database given as a URL or as the path of an SQLite file.

    Raises ValueError for an engine that is not supported, and for a database in memory, which no second
    connection could see.
    """
    text = str(database)
    url = make_url(text) if "://" in text else URL.create("sqlite", database=text)
    if url.get_backend_name() != "sqlite":
        raise ValueError(f"{url.render_as_string()} is not supported yet; use a path or sqlite:///PATH")
    if not url.database or url.database == ":memory:":
        raise ValueError("the database needs a file; LocalServer() makes a temporary one")
    return url


def writing_engine(url: URL) -> Engine:
    """An engine with one connection, which writes; it makes the folder of the file."""
    Path(str(url.database)).parent.mkdir(parents=True, exist_ok=True)
    return _engine(url, begin="BEGIN IMMEDIATE", pool_size=1, pragmas=("journal_mode=WAL", "synchronous=FULL"))


def reading_engine(url: URL) -> Engine:
    """An engine whose connections cannot write."""
    return _engine(url, begin="BEGIN", pool_size=READERS, pragmas=("query_only=ON",))


def _engine(url: URL, *, begin: str, pool_size: int, pragmas: tuple[str, ...]) -> Engine:
    engine = create_engine(
        url,
        poolclass=QueuePool,
        pool_size=pool_size,
        max_overflow=0,
        # Documents are JSON texts on both sides of the store, so that none is parsed only to be answered.
        json_serializer=str,
        json_deserializer=str,
        connect_args={"check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _record: Any) -> None:
        # The driver's own transactions start late and break savepoints.
        connection.isolation_level = None
        for pragma in (f"busy_timeout={BUSY_TIMEOUT}", *pragmas):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
