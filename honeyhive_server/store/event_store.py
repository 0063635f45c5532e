"""The server's open database."""

import asyncio
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import URL, Connection, text
from sqlalchemy.exc import SQLAlchemyError

from .db_schema import row
from .engine import POSTGRESQL, READERS, database_url, display_name, reading_engine, writing_engine
from .group_commit import MAX_POSTPONED, GroupCommitWriter
from .idle_sessions import delete_idle
from .interruption import STATEMENT_TIMEOUT, Interruption
from .project_scope import claimed, key_project, restrict
from .schema_version import prepare
from .session_deletion import SessionDeletionJob
from .store_errors import StoreError, concerns_all, store_error
from .word_index import index_next, progress
from .write import Write

# Characters of documents that a search indexes in one transaction: 30 to 50 ms of work, which may delay a write.
INDEXED_AT_A_TIME = 2**20
# Characters of documents that a search indexes before it starts. The writer never postpones that many. Only a database
# of an earlier version may have more, and indexing all of them would delay writes.
INDEXED_BEFORE_A_SEARCH = 2 * MAX_POSTPONED
# Seconds between deletions, in which a waiting write gets the connection.
PAUSE = 0.01
NARROWER = "narrow the time range or the filters"
P = ParamSpec("P")
T = TypeVar("T")


class EventStore:
    """An open database. If it does not exist, it is created.

    Raises ValueError for a database that is not supported or was created by a newer version.
    """

    def __init__(self, database: str | Path, *, dedupe: bool = True) -> None:
        self.url: URL = database_url(database)
        self.name: str = display_name(self.url)
        """The path or URL for people, without password."""
        self._writing = writing_engine(self.url)
        try:
            prepare(self._writing)
        except BaseException:
            self._writing.dispose()
            raise
        self._reading = reading_engine(self.url)
        for engine in (self._writing, self._reading):
            restrict(engine)
        self._readers = ThreadPoolExecutor(READERS, thread_name_prefix="honeyhive-reader")
        self._writer = GroupCommitWriter(self._writing, dedupe=dedupe, later=index_next)
        self._last_arrival = 0
        self.statement_timeout = STATEMENT_TIMEOUT
        """Seconds that a query may take."""
        self.deletions: SessionDeletionJob = SessionDeletionJob(self._writing)
        """The job that deletes sessions on request."""

    def arrival(self, count: int = 0) -> int:
        """Return the Unix time in microseconds; it is always later than earlier results.

        The next `count` microseconds are reserved for events.
        """
        now = max(time.time_ns() // 1000, self._last_arrival + 1)
        self._last_arrival = now + count
        return now

    async def write(self, **changes: Any) -> Write:
        """Apply the changes (the fields of Write) and return the Write after its commit. Raises StoreError."""
        if (project := key_project.get()) is not None:
            changes = claimed(changes, project)
        write = Write(self.arrival(len(changes.get("events", ()))), **changes)
        # The rows are made before the write is queued, so that a value that cannot be stored fails only its request.
        write.rows = [
            row(document, write.received_at + n, lint=write.lint.get(document["event_id"]))
            for n, document in enumerate(write.events, 1)
        ]
        return await self._writer.write(write)

    async def change(self, work: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Call ``work`` in a writing transaction and return its result after the commit. Raises StoreError."""
        written = await self.write(work=lambda connection: work(connection, *args, **kwargs))
        outcome: T = written.outcome
        return outcome

    def read_now(self, query: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a query on this thread, and return its result. Raises StoreError."""
        try:
            with self._reading.begin() as connection:
                return query(connection, *args, **kwargs)
        except SQLAlchemyError as error:
            if concerns_all(error):
                raise store_error(error) from error
            raise

    async def read(self, query: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a query on a reader thread, and return its result. Cancelling this coroutine ends the query.

        Raises StoreError, also for a query that takes longer than statement_timeout.
        """
        loop, context, interruption = asyncio.get_running_loop(), copy_context(), Interruption()

        def interruptible(connection: Connection) -> T:
            with interruption.of(connection):
                return query(connection, *args, **kwargs)

        def work() -> T:
            return context.run(self.read_now, interruptible)

        done = loop.run_in_executor(self._readers, work)
        # The timer runs on another thread, because a PostgreSQL query is cancelled over a separate connection.
        timer = loop.call_later(self.statement_timeout, loop.run_in_executor, None, interruption.request)
        try:
            return await done
        except asyncio.CancelledError:
            loop.run_in_executor(None, interruption.request)
            raise
        except (SQLAlchemyError, StoreError) as error:
            if interruption.is_requested:
                raise StoreError(f"the query took longer than {self.statement_timeout:g} s; {NARROWER}") from error
            raise
        finally:
            timer.cancel()

    async def ping(self) -> None:
        """Wait for a response of the database, on a connection that slow queries never occupy. Raises StoreError."""
        await asyncio.to_thread(self.read_now, lambda connection: connection.scalar(text("SELECT 1")))

    async def index(self) -> None:
        """Add the events that are committed now to the index of words, with writes in between. Raises StoreError."""
        if self.url.drivername == POSTGRESQL:  # its index is a part of each write
            return
        (indexed, last), left = await self.read(progress), INDEXED_BEFORE_A_SEARCH
        while indexed < last and left > 0 and (done := await self.change(index_next, INDEXED_AT_A_TIME)):
            left -= done
            indexed, _ = await self.read(progress)

    def purge(self, age: float) -> int:
        """Delete every session without a new or changed event for this many seconds; return the number of events."""
        before = time.time_ns() // 1000 - int(age * 1_000_000)
        first, gone, kept = 0, 0, set[str]()
        while first < before:
            with self._writing.begin() as connection:
                first, deleted = delete_idle(connection, first, before, kept)
            gone += deleted
            if deleted:
                time.sleep(PAUSE)
        return gone

    def close(self) -> None:
        """Commit the queued writes and close all connections."""
        self.deletions.close()
        self._writer.close()
        self._readers.shutdown()
        self._reading.dispose()
        self._writing.dispose()
