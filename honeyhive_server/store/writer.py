"""The one thread that writes: it commits whatever has gathered while the last commit ran, and answers after it."""

import asyncio
import contextlib
import threading
from collections.abc import Sequence
from queue import Empty, SimpleQueue

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from .dialect import Dialect
from .engine import SINGLE_STATEMENT
from .failures import concerns_all, failure
from .session_rows import Conflict
from .transaction import Write, apply, is_one_insertion

# A commit costs about as much as writing ten events; beyond some hundred the wait grows and nothing is saved.
MAX_GROUP = 256

# How often a group is tried that is in the way of another process's.
ATTEMPTS = 5
# What PostgreSQL says to one of two transactions that wait for each other.
DEADLOCK_OR_SERIALIZATION = ("40P01", "40001")


class _Pending:
    """A write that waits for its commit, and who waits for it."""

    def __init__(self, write: Write, loop: asyncio.AbstractEventLoop) -> None:
        self.write = write
        self.loop = loop
        self.future: asyncio.Future[Write] = loop.create_future()
        self.error: Exception | None = None

    def answer(self) -> None:
        """Wake who waits; in the thread of the loop."""
        if self.future.done():
            return
        if self.error is None:
            self.future.set_result(self.write)
        else:
            self.future.set_exception(self.error)


class Writer:
    """Takes writes from event loops and commits them in groups."""

    def __init__(self, engine: Engine, dialect: Dialect, *, dedupe: bool) -> None:
        self._engine = engine
        self._dialect = dialect
        self._dedupe = dedupe
        self._gathering: dict[asyncio.AbstractEventLoop, list[_Pending]] = {}
        self._queue: SimpleQueue[list[_Pending] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="honeyhive-writer", daemon=True)
        self._thread.start()

    async def write(self, write: Write) -> Write:
        """The write after its commit. Raises StoreError."""
        loop = asyncio.get_running_loop()
        pending = _Pending(write, loop)
        gathering = self._gathering.get(loop)
        if gathering is None:
            # Handed over together with whatever else the loop has at hand, or the thread would run for each alone.
            gathering = self._gathering[loop] = []
            loop.call_soon(self._hand_over, loop)
        gathering.append(pending)
        return await pending.future

    def _hand_over(self, loop: asyncio.AbstractEventLoop) -> None:
        self._queue.put(self._gathering.pop(loop))

    def close(self) -> None:
        """Commit what is queued and end the thread."""
        self._queue.put(None)
        self._thread.join()

    def _run(self) -> None:
        open_ = True
        while open_:
            group, open_ = self._gather()
            if group:
                self._commit(group)
                _answer(group)

    def _gather(self) -> tuple[list[_Pending], bool]:
        """What is queued, at least one; and whether more may come."""
        group: list[_Pending] = []
        some = self._queue.get()
        with contextlib.suppress(Empty):
            while some is not None:
                group += some
                if len(group) >= MAX_GROUP:
                    break
                some = self._queue.get_nowait()
        return group, some is not None

    def _commit(self, group: Sequence[_Pending]) -> None:
        try:
            for _ in range(ATTEMPTS):
                if self._is_committed(group):
                    return
            self._commit_one_by_one(group)
        except Exception as error:  # whatever it is, it must reach the one who caused it, and nobody else
            if concerns_all(error):
                _fail(group, error)
            else:
                self._commit_one_by_one(group)

    def _is_committed(self, group: Sequence[_Pending]) -> bool:
        """Commit the group; false if another process was in the way, so that it may succeed the next time."""
        try:
            with self._engine.connect() as connection:
                if is_one_insertion([each.write for each in group], dedupe=self._dedupe):
                    connection.execution_options(**{SINGLE_STATEMENT: True})
                self._apply(connection, group)
                connection.commit()
        except Exception as error:
            if _passes(error):
                return False
            raise
        return True

    def _commit_one_by_one(self, group: Sequence[_Pending]) -> None:
        """Commit the group again so that a bad write fails alone."""
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

    def _apply(self, connection: Connection, group: Sequence[_Pending]) -> None:
        apply(connection, self._dialect, [each.write for each in group], dedupe=self._dedupe)


def _passes(error: Exception) -> bool:
    """Whether the same transaction may succeed the next time."""
    if isinstance(error, DBAPIError):
        return getattr(error.orig, "sqlstate", None) in DEADLOCK_OR_SERIALIZATION
    return isinstance(error, Conflict)


def _fail(group: Sequence[_Pending], error: Exception) -> None:
    for each in group:
        each.error = _outcome(error)


def _outcome(error: Exception) -> Exception:
    return failure(error) if isinstance(error, SQLAlchemyError) else error


def _answer(group: Sequence[_Pending]) -> None:
    """Wake everyone who waits, with one call for each event loop."""

    def wake(waiting: Sequence[_Pending]) -> None:
        for each in waiting:
            each.answer()

    for loop in {id(each.loop): each.loop for each in group}.values():
        with contextlib.suppress(RuntimeError):  # the loop is closed: nobody waits any more
            loop.call_soon_threadsafe(wake, [each for each in group if each.loop is loop])
