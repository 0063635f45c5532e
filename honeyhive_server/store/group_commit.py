"""Group commit: one thread commits all writes that arrived during the last commit, then wakes their requests."""

import asyncio
import contextlib
import logging
import threading
from collections.abc import Callable, Sequence
from queue import Empty, SimpleQueue
from typing import Final

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from .engine import begin_unsynchronized
from .session_rows import WriteConflict
from .store_errors import concerns_all, store_error
from .transaction import apply
from .write import Write

logger: Final = logging.getLogger("honeyhive_server")

# Maximum number of writes in one commit. A commit costs as much as writing about ten events; with more than a few
# hundred writes, requests only wait longer.
MAX_GROUP = 256

# Maximum number of attempts to commit a group that conflicts with another process.
ATTEMPTS = 5
# SQLSTATEs of a deadlock and of a serialization failure.
DEADLOCK_OR_SERIALIZATION = ("40P01", "40001")

# Seconds without a write after which the writer does postponed work, until the next write.
IDLE = 0.25
# Characters of documents in one step of postponed work: about 5 ms, which may delay a write.
STEP = 2**17
# Characters of documents with postponed work above which writes wait for a large step, which takes half the CPU of
# small ones. The limit is about 22,000 events of 1.5 kB, which a search indexes in about a second. A large step takes
# 50 to 100 ms.
MAX_POSTPONED = 2**25
LARGE_STEP = 2**21


class _PendingWrite:
    """A write before its commit, and the future of its request."""

    def __init__(self, write: Write, loop: asyncio.AbstractEventLoop) -> None:
        self.write = write
        self.loop = loop
        self.future: asyncio.Future[Write] = loop.create_future()
        self.error: Exception | None = None

    def resolve(self) -> None:
        """Resolve the future. Called on the thread of its event loop."""
        if self.future.done():
            return
        if self.error is None:
            self.future.set_result(self.write)
        else:
            self.future.set_exception(self.error)


class GroupCommitWriter:
    """Queue of writes from event loops, committed in groups.

    Work that can be postponed, such as indexing, is done in small steps between the groups. `later` gets the size of a
    step in characters of documents, and returns the size of what it has done; 0 if nothing is left.
    """

    def __init__(self, engine: Engine, *, dedupe: bool, later: Callable[[Connection, int], int]) -> None:
        self._engine = engine
        self._dedupe = dedupe
        self._later = later
        self._postponed = 1
        self._gathering: dict[asyncio.AbstractEventLoop, list[_PendingWrite]] = {}
        self._queue: SimpleQueue[list[_PendingWrite] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="honeyhive-writer", daemon=True)
        self._thread.start()

    async def write(self, write: Write) -> Write:
        """Return the write after its commit. Raises StoreError."""
        loop = asyncio.get_running_loop()
        pending = _PendingWrite(write, loop)
        gathering = self._gathering.get(loop)
        if gathering is None:
            # The commit waits until the end of the loop's iteration, so that all requests of this iteration share it.
            gathering = self._gathering[loop] = []
            loop.call_soon(self._enqueue, loop)
        gathering.append(pending)
        return await pending.future

    def _enqueue(self, loop: asyncio.AbstractEventLoop) -> None:
        self._queue.put(self._gathering.pop(loop))

    def close(self) -> None:
        """Commit the queued writes and stop the thread."""
        self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        open_, is_idle = True, False
        while open_:
            group, open_ = self._gather(0 if is_idle else IDLE)
            is_idle = not group
            if group:
                self._commit(group)
                _wake(group)
                for each in group:
                    self._postponed += 1 + len(each.write.stored_session)
                    self._postponed += sum(1 + len(new["document"]) for new in each.write.rows)
            elif self._postponed and open_:
                self._work_on(STEP)
            # The work continues under load too: a search does the rest of it first, and must not find too much.
            while self._postponed > MAX_POSTPONED:
                self._work_on(LARGE_STEP)

    def _work_on(self, size: int) -> None:
        """Do the next step of the postponed work. If the step fails, it is tried again after the next write."""
        try:
            with begin_unsynchronized(self._engine) as connection:
                done = self._later(connection, size)
            if done:
                self._postponed = max(1, self._postponed - done)
                return
        except Exception as error:  # any error: without this thread, all writes would wait for ever
            logger.debug("postponed: %s", type(error).__name__)
        self._postponed = 0

    def _gather(self, patience: float) -> tuple[list[_PendingWrite], bool]:
        """Return the queued writes, and False if the writer is closing.

        If there is postponed work, return no writes after ``patience`` seconds without one.
        """
        group: list[_PendingWrite] = []
        with contextlib.suppress(Empty):
            some = self._queue.get(timeout=patience if self._postponed else None)
            while some is not None:
                group += some
                if len(group) >= MAX_GROUP:
                    break
                some = self._queue.get_nowait()
            return group, some is not None
        return group, True

    def _commit(self, group: Sequence[_PendingWrite]) -> None:
        try:
            for _ in range(ATTEMPTS):
                if self._is_committed(group):
                    return
            self._commit_one_by_one(group)
        except Exception as error:  # any error must reach the request that caused it, and no other
            if concerns_all(error):
                _fail(group, error)
            else:
                self._commit_one_by_one(group)

    def _is_committed(self, group: Sequence[_PendingWrite]) -> bool:
        """Commit the group. Return False after a conflict with another process; the group may then be tried again."""
        try:
            with self._engine.connect() as connection:
                self._apply(connection, group)
                connection.commit()
        except Exception as error:
            if _is_transient(error):
                return False
            raise
        return True

    def _commit_one_by_one(self, group: Sequence[_PendingWrite]) -> None:
        """Commit the group with a savepoint for each write, so that a bad write fails alone."""
        try:
            with self._engine.begin() as connection:
                for each in group:
                    try:
                        with connection.begin_nested():
                            self._apply(connection, [each])
                    except Exception as error:
                        each.error = _outcome(error)
        except Exception as error:
            _fail(group, error)

    def _apply(self, connection: Connection, group: Sequence[_PendingWrite]) -> None:
        apply(connection, [each.write for each in group], dedupe=self._dedupe)


def _is_transient(error: Exception) -> bool:
    """Return True for an error after which the same transaction may succeed when it is repeated."""
    if isinstance(error, DBAPIError):
        return getattr(error.orig, "sqlstate", None) in DEADLOCK_OR_SERIALIZATION
    return isinstance(error, WriteConflict)


def _fail(group: Sequence[_PendingWrite], error: Exception) -> None:
    for each in group:
        each.error = _outcome(error)


def _outcome(error: Exception) -> Exception:
    return store_error(error) if isinstance(error, SQLAlchemyError) else error


def _wake(group: Sequence[_PendingWrite]) -> None:
    """Wake every waiting request, with one call per event loop."""

    def wake(waiting: Sequence[_PendingWrite]) -> None:
        for each in waiting:
            each.resolve()

    for loop in {id(each.loop): each.loop for each in group}.values():
        with contextlib.suppress(RuntimeError):  # the loop is closed, so no one waits
            loop.call_soon_threadsafe(wake, [each for each in group if each.loop is loop])
