"""Database connections: one connection that writes, and several that only read."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.dialects.sqlite.base import SQLiteCompiler
from sqlalchemy.engine import URL, Connection, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import QueuePool

from .word_prefixes import VOCABULARY

# Number of reading connections: several, so that one slow page does not block others. More connections would
# only wait for the GIL.
READERS = 4
# Number of further reading connections, for probes: they must not wait for slow pages.
PROBES = 1
# Milliseconds to wait for another process that writes to the same file.
BUSY_TIMEOUT = 10_000
# Settings of the writing connection to SQLite, which save a fifth of the time of batches: 8 MB of cached pages, and a
# checkpoint after 8,000 pages (32 MB) of the write-ahead log. Keys are random, so that each commit changes many pages,
# and a rare checkpoint writes them only once.
WRITING = ("cache_size=-8000", "wal_autocheckpoint=8000")
POSTGRESQL = "postgresql+psycopg"
# Time limits in seconds; tcp_user_timeout is in milliseconds. With the defaults of psycopg and TCP, a server
# would wait for a dead host for more than two minutes before it tries the standby. The URL may set other limits.
PATIENCE = {
    "connect_timeout": 5,
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 25_000,
}
# Without this setting, PGCLIENTENCODING or the database decides which text can be sent.
TEXT = {"client_encoding": "utf8"}
# URL parameters that libpq uses as a password.
PASSWORDS = ("password", "sslpassword")
# Connection option for a transaction of one statement, which SQLite itself begins and commits.
SINGLE_STATEMENT = "honeyhive_single_statement"


def database_url(database: str | Path) -> URL:
    """Return the URL of a database given as a URL or as the path of an SQLite file.

    Raises ValueError for an unsupported engine, and for an in-memory database, which is limited to one connection.
    """
    text = str(database)
    try:
        url = make_url(text) if "://" in text else URL.create("sqlite", database=text)
    except (ArgumentError, ValueError):
        raise ValueError("not a database URL; a special character in the password must be percent-encoded") from None
    if url.drivername in ("postgres", "postgresql", POSTGRESQL):
        return url.set(drivername=POSTGRESQL)
    if url.drivername not in ("sqlite", "sqlite+pysqlite"):
        raise ValueError(f"{_without_password(url)} is not supported; use a path, sqlite:///PATH or postgresql://...")
    if not url.database or url.database == ":memory:":
        raise ValueError("the database needs a file; LocalServer() creates a temporary one")
    return url


def display_name(url: URL) -> str:
    """Return the location of the data for people, without a password."""
    if url.drivername == POSTGRESQL:
        return _without_password(url)
    return str(Path(str(url.database)).resolve())


def _without_password(url: URL) -> str:
    return url.difference_update_query(PASSWORDS).render_as_string()


def writing_engine(url: URL) -> Engine:
    """Return an engine with one writing connection; creates the directory of an SQLite file."""
    if url.drivername == POSTGRESQL:
        return _postgresql(url, pool_size=1)
    Path(str(url.database)).parent.mkdir(parents=True, exist_ok=True)
    return _sqlite(
        url, begin="BEGIN IMMEDIATE", pool_size=1, pragmas=("journal_mode=WAL", "synchronous=FULL", *WRITING)
    )


def reading_engine(url: URL) -> Engine:
    """Return an engine of read-only connections; each transaction sees one snapshot of the database."""
    if url.drivername == POSTGRESQL:
        # A prepared statement soon has a general plan. A search needs the plan for its own words.
        engine = _postgresql(url, pool_size=READERS + PROBES, prepare_threshold=None)
        event.listen(engine, "connect", _without_compilation)
        return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return _sqlite(url, begin="BEGIN", pool_size=READERS + PROBES, pragmas=("query_only=ON",), temporary=VOCABULARY)


@contextmanager
def begin_unsynchronized(engine: Engine) -> Iterator[Connection]:
    """Yield a connection in a transaction whose commit does not wait for the disk, for work that can be repeated.

    A power failure may undo the transaction, but only as a whole. The next synchronized commit also writes this one to
    the disk.
    """
    with engine.connect() as connection:
        if connection.dialect.name != "sqlite":
            connection.exec_driver_sql("SET LOCAL synchronous_commit = off")
            yield connection
            connection.commit()
            return
        _synchronize(connection, "NORMAL")
        try:
            yield connection
            connection.commit()
        finally:
            connection.rollback()
            _synchronize(connection, "FULL")


def _synchronize(connection: Connection, level: str) -> None:
    """Set whether SQLite waits for the disk. SQLite allows this change only outside of a transaction."""
    try:
        connection.execution_options(**{SINGLE_STATEMENT: True})
        connection.exec_driver_sql(f"PRAGMA synchronous={level}")
        connection.commit()
        connection.execution_options(**{SINGLE_STATEMENT: False})
    except BaseException:
        connection.invalidate()  # a new connection has the default: it waits for every commit
        raise


class _HintCompiler(SQLiteCompiler):
    """Passes the hints INDEXED BY and NOT INDEXED on to SQLite; SQLAlchemy's own compiler ignores them."""

    def get_from_hint_text(self, _table: Any, text: str | None) -> str | None:
        return text


def _postgresql(url: URL, *, pool_size: int, **arguments: Any) -> Engine:
    try:
        return create_engine(
            url,
            pool_size=pool_size,
            max_overflow=0,
            # After a restart or failover, pooled connections are dead.
            pool_pre_ping=True,
            connect_args=TEXT | arguments | {name: value for name, value in PATIENCE.items() if name not in url.query},
            json_serializer=str,
            json_deserializer=bytes.decode,
        )
    except ModuleNotFoundError as error:
        raise ValueError("PostgreSQL needs its driver: pip install 'honeyhive-sdk[postgres]'") from error


def _without_compilation(connection: Any, _record: Any) -> None:
    # PostgreSQL compiles queries that it expects to be slow. For most pages, that takes longer than the query.
    connection.execute("SET jit = off")
    connection.commit()


def _sqlite(url: URL, *, begin: str, pool_size: int, pragmas: tuple[str, ...], temporary: str = "") -> Engine:
    engine = create_engine(
        url,
        poolclass=QueuePool,
        pool_size=pool_size,
        max_overflow=0,
        # Documents stay JSON text between the store and its callers, so that none is decoded only to be returned.
        json_serializer=str,
        json_deserializer=str,
        connect_args={"check_same_thread": False},
    )

    engine.dialect.statement_compiler = _HintCompiler

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _record: Any) -> None:
        # The driver's own transaction handling starts late and breaks savepoints.
        connection.isolation_level = None
        if temporary:
            connection.execute(temporary)
        for pragma in (f"busy_timeout={BUSY_TIMEOUT}", *pragmas):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        if not connection.get_execution_options().get(SINGLE_STATEMENT):
            connection.exec_driver_sql(begin)

    return engine
