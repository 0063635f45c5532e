"""The session rows of a transaction: locked and read once, merged in memory, and saved before their events.

An event may arrive before its session. Then a placeholder for the session is stored, which searches do not find, until
the session itself is sent. Several processes may write to one database. Therefore a session is locked before it is
read and merged. If another process creates it in the meantime, a WriteConflict is raised.
"""

from collections.abc import Iterable, Sequence, Set
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, update

from ..model.event_model import placeholder
from ..model.implied_sessions import is_implied, start
from ..model.json_codec import loads
from .db_schema import Row, events, is_root, is_session_row, row
from .statements import insert_new, which_exist
from .write import Write

_COLUMNS = ("project", "event_type", "start_time", "placeholder", "document", "run_id")

# Statements are built once: building one costs more than running it.
_locked = (
    select(events.c.placeholder, events.c.document)
    .where(is_root, events.c.session_id == bindparam("its_id"))
    .with_for_update()
)
_replace = (
    update(events)
    .where(events.c.session_id == bindparam("its_id"), events.c.event_id == bindparam("its_id"))
    .values({name: bindparam(f"its_{name}") for name in _COLUMNS})
    .values(lint=func.coalesce(bindparam("its_lint"), events.c.lint), changed_at=bindparam("its_received_at"))
)


class WriteConflict(Exception):  # noqa: N818 -- not an error: the transaction only has to be repeated
    """Another process has stored a key that this transaction had looked up and not found."""


def save_sessions(connection: Connection, writes: Sequence[Write]) -> tuple[list[Row], list[Row]]:
    """Start or merge the sessions of the writes. Return the remaining rows: (events, session placeholders).

    Raises WriteConflict.
    """
    rows = [new for write in writes for new in write.rows]
    started = {write.session["session_id"] for write in writes if write.session is not None}
    started.update(new["session_id"] for new in rows if is_session_row(new))
    sessions = _SessionRows(connection)
    sessions.load(started, {new["session_id"] for new in rows} - started)
    for write in writes:
        if write.session is not None:
            write.stored_session = sessions.start_or_merge(write)
    children = [new for new in rows if not sessions.take(new)]
    sessions.save()
    return children, sessions.placeholders(children)


class _SessionRows:
    """The sessions of one transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._placeholders: dict[str, bool] = {}
        self._stored: set[str] = set()
        self._documents: dict[str, str] = {}
        self._changed: dict[str, Row] = {}

    def load(self, started: Set[str], others: Set[str]) -> None:
        """Lock and read the ``started`` sessions that are stored already.

        If any session is started, look up the other sessions as well.
        """
        if not started:
            return
        # The other sessions are looked up too: inserting a placeholder waits for a transaction that changes the same
        # session. Two transactions, each with events of the session that the other one changes, would deadlock.
        self._placeholders.update(which_exist(self._connection, started | others))
        # The sessions are locked one by one, because a distributed database locks rows of one shard at a time. They
        # are sorted to avoid deadlocks.
        for session_id in sorted(self._placeholders.keys() & started):
            stored = self._connection.execute(_locked, {"its_id": session_id}).one_or_none()
            if stored is None:  # the session was deleted in the meantime
                del self._placeholders[session_id]
            else:
                self._placeholders[session_id], self._documents[session_id] = stored
        self._stored = set(self._placeholders)

    def start_or_merge(self, write: Write) -> str:
        """Start the session of a write or merge it into the existing one, and return it as JSON."""
        document: dict[str, Any] = write.session or {}
        session_id = document["session_id"]
        if self._placeholders.get(session_id) is False:
            document = write.merge(loads(self._documents[session_id]), document)
        self._put(row(document, write.received_at, lint=write.lint.get(session_id)))
        return self._documents[session_id]

    def take(self, new: Row) -> bool:
        """Return True if the row is a session's own event. It starts the session unless a call has started it."""
        if not is_session_row(new):
            return False
        if self._placeholders.get(new["session_id"], True):
            self._put(new)
        elif is_implied(stored := loads(self._documents[new["session_id"]])):
            self._put(row(start(stored, loads(new["document"])), new["received_at"], lint=new["lint"]))
        return True

    def placeholders(self, children: Iterable[Row]) -> list[Row]:
        """Return a placeholder for the session of each event, unless the session was found or started here.

        If sessions were not looked up, the insertion skips existing ones, which saves a statement.
        """
        first: dict[str, Row] = {}
        for child in children:
            if child["session_id"] not in self._placeholders:
                first.setdefault(child["session_id"], child)
        return [
            row(placeholder(loads(each["document"])), each["received_at"], placeholder=True) for each in first.values()
        ]

    def save(self) -> None:
        """Write the changed sessions. Raises WriteConflict."""
        changed = [self._changed[session_id] for session_id in sorted(self._changed)]
        new = [each for each in changed if each["session_id"] not in self._stored]
        if insert_new(self._connection, new) < len(new):
            raise WriteConflict
        for each in changed:
            if each["session_id"] in self._stored:
                values = {f"its_{name}": each[name] for name in (*_COLUMNS, "lint", "received_at")}
                self._connection.execute(_replace, {"its_id": each["session_id"], **values})

    def _put(self, new: Row) -> None:
        before = self._changed.get(new["session_id"], new)
        new["lint"] = new["lint"] or before["lint"]
        self._changed[new["session_id"]] = new
        self._documents[new["session_id"]] = new["document"]
        self._placeholders[new["session_id"]] = new["placeholder"]
