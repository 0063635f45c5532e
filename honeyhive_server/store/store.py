"""A database opened for the server."""

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import URL, Connection
from sqlalchemy.exc import SQLAlchemyError

from .dialect import Dialect, dialect_of
from .engine import READERS, database_url, reading_engine, writing_engine
from .failures import StoreError, concerns_all, failure
from .retention import delete_sessions
from .transaction import Write
from .version import prepare
from .writer import Writer

P = ParamSpec("P")
T = TypeVar("T")


class Store:
    """Sessions, events and what is done with them on a database, opened at construction and made if it is new.

    Raises ValueError for a database that is not supported or that a newer version made.
    """

    def __init__(self, database: str | Path, *, dedupe: bool = True) -> None:
        self.url: URL = database_url(database)
        self._writing = writing_engine(self.url)
        self.dialect: Dialect = dialect_of(self._writing.dialect.name)
        try:
            prepare(self._writing)
        except BaseException:
            self._writing.dispose()
            raise
        self._reading = reading_engine(self.url)
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="honeyhive-reader")
        self._writer = Writer(self._writing, self.dialect, dedupe=dedupe)
        self._last_arrival = 0

    def arrival(self, count: int = 0) -> int:
        """A Unix time in microseconds after every earlier one, with room for so many events after it."""
        now = max(time.time_ns() // 1000, self._last_arrival + 1)
        self._last_arrival = now + count
        return now

    async def write(self, **changes: Any) -> Write:
        """The changes (see Write) after the commit that holds them. Raises StoreError."""
        return await self._writer.write(Write(self.arrival(len(changes.get("events", ()))), **changes))

    async def change(self, work: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What the work gives that changes the store, after the commit that holds it. Raises StoreError."""
        written = await self.write(work=lambda connection: work(connection, *args, **kwargs))
        outcome: T = written.outcome
        return outcome

    def read_now(self, query: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The answer of a query, on this thread. Raises StoreError."""
        try:
            with self._reading.connect() as connection:
                return query(connection, *args, **kwargs)
        except SQLAlchemyError as error:
            if concerns_all(error):
                raise failure(error) from error
            raise

    async def read(self, query: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """The answer of a query, on a thread of its own. Raises StoreError."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._readers, lambda: self.read_now(query, *args, **kwargs))

    def purge(self, age: float) -> int:
        """Delete every session that got nothing for so many seconds; how many events went."""
        before, gone = time.time_ns() // 1000 - int(age * 1_000_000), 0
        while True:
            with self._writing.begin() as connection:
                deleted = delete_sessions(connection, before)
            if not deleted:
                return gone
            gone += deleted

    def close(self) -> None:
        """Commit what is queued and close every connection."""
        self._writer.close()
        self._readers.shutdown()
        self._reading.dispose()
        self._writing.dispose()


__all__ = ["Store", "StoreError", "Write"]
