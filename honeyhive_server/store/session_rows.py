"""The sessions that a group of writes starts, read once, changed in memory and saved before their events.

An event may come before its session. Its session is then listed as a placeholder, which no search finds, until
the session itself is sent.

Several processes may write to one database. A session that is to be merged is therefore locked before it is read,
and one that turns out to have been made meanwhile by another process is a Conflict.
"""

from collections.abc import Callable, Iterable, Mapping, Set
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, update

from ..model.event_model import Document, placeholder
from ..model.implied_sessions import is_implied, start
from ..model.json_codec import loads
from .dialect import Dialect
from .schema import Row, events, is_root, is_sessions_own, row
from .statements import insert_new, which_exist

Merge = Callable[[Document, Mapping[str, Any]], Document]
"""What becomes of a stored session when it is sent again."""

_COLUMNS = ("project", "event_type", "start_time", "placeholder", "document", "run_id")

# Statements are made once: making one costs more than running it.
_locked = (
    select(events.c.placeholder, events.c.document)
    .where(is_root, events.c.session_id == bindparam("its_id"))
    .with_for_update()
)
_replace = (
    update(events)
    .where(events.c.session_id == bindparam("its_id"), events.c.event_id == bindparam("its_id"))
    .values({name: bindparam(f"its_{name}") for name in _COLUMNS})
    .values(lint=func.coalesce(bindparam("its_lint"), events.c.lint))
)


class Conflict(Exception):  # noqa: N818 -- no error: the transaction only has to be done again
    """Another process stored the same key since this transaction looked for it."""


class Roots:
    """The sessions of one transaction."""

    def __init__(self, connection: Connection, dialect: Dialect) -> None:
        self._connection = connection
        self._dialect = dialect
        self._placeholders: dict[str, bool] = {}
        self._stored: set[str] = set()
        self._documents: dict[str, str] = {}
        self._changed: dict[str, Row] = {}

    def load(self, started: Set[str], others: Set[str]) -> None:
        """Lock and read those of the sessions to be started that exist; if there are any, find out about the others."""
        if not started:
            return
        # The others, too, since the insertion of a placeholder waits for whoever changes the session: two transactions
        # of which each changes what the other has events of would wait for each other.
        self._placeholders.update(which_exist(self._connection, self._dialect, started | others))
        # One by one: a distributed database locks rows of one shard at a time only. Sorted against deadlocks.
        for session_id in sorted(self._placeholders.keys() & started):
            stored = self._connection.execute(_locked, {"its_id": session_id}).one_or_none()
            if stored is None:  # deleted since
                del self._placeholders[session_id]
            else:
                self._placeholders[session_id], self._documents[session_id] = stored
        self._stored = set(self._placeholders)

    def start_or_merge(self, document: Document, received_at: int, lint: Mapping[str, str], merge: Merge) -> str:
        """Start the session, or merge it into the one that exists; the session as JSON text."""
        session_id = document["session_id"]
        if self._placeholders.get(session_id) is False:
            document = merge(loads(self._documents[session_id]), document)
        self._put(row(document, received_at, lint=lint.get(session_id)))
        return self._documents[session_id]

    def take(self, new: Row) -> bool:
        """Whether the event is a session's own; if so, it starts the session unless a call has."""
        if not is_sessions_own(new):
            return False
        if self._placeholders.get(new["session_id"], True):
            self._put(new)
        elif is_implied(stored := loads(self._documents[new["session_id"]])):
            self._put(row(start(stored, loads(new["document"])), new["received_at"], lint=new["lint"]))
        return True

    def placeholders(self, children: Iterable[Row]) -> list[Row]:
        """A placeholder for the session of each of these events, unless it was found or started here.

        Where none was looked for, that is left to the insertion: one statement less.
        """
        first: dict[str, Row] = {}
        for child in children:
            if child["session_id"] not in self._placeholders:
                first.setdefault(child["session_id"], child)
        return [
            row(placeholder(loads(each["document"])), each["received_at"], placeholder=True) for each in first.values()
        ]

    def save(self) -> None:
        """Write the sessions that changed. Raises Conflict."""
        changed = [self._changed[session_id] for session_id in sorted(self._changed)]
        new = [each for each in changed if each["session_id"] not in self._stored]
        if insert_new(self._connection, self._dialect, new) < len(new):
            raise Conflict
        for each in changed:
            if each["session_id"] in self._stored:
                values = {f"its_{name}": each[name] for name in (*_COLUMNS, "lint")}
                self._connection.execute(_replace, {"its_id": each["session_id"], **values})

    def _put(self, new: Row) -> None:
        before = self._changed.get(new["session_id"], new)
        new["lint"] = new["lint"] or before["lint"]
        self._changed[new["session_id"]] = new
        self._documents[new["session_id"]] = new["document"]
        self._placeholders[new["session_id"]] = new["placeholder"]
