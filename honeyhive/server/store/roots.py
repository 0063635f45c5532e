"""The sessions that a group of writes touches, read once, changed in memory and saved before their events.

An event may come before its session. Its session is then listed as a placeholder, which no search finds, until
the session itself is sent.
"""

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, select, update

from ..codec import loads
from ..semantics import Document, merge_session, placeholder
from .dialect import Dialect
from .schema import Row, events, is_root, row

CHUNK = 500
_COLUMNS = ("project", "event_type", "start_time", "received_at", "placeholder", "document")

_replace = (
    update(events)
    .where(events.c.session_id == bindparam("its_id"), events.c.event_id == bindparam("its_id"))
    .values({name: bindparam(f"its_{name}") for name in _COLUMNS})
)


class Root(NamedTuple):
    """A session as it stands."""

    document: str
    placeholder: bool


class Roots:
    """The sessions of one transaction."""

    def __init__(self, connection: Connection, dialect: Dialect) -> None:
        self._connection = connection
        self._dialect = dialect
        self._roots: dict[str, Root] = {}
        self._stored: set[str] = set()
        self._changed: dict[str, Row] = {}

    def load(self, ids: Iterable[str]) -> None:
        """Read the sessions with these ids as far as they exist."""
        wanted = sorted(ids)
        for start in range(0, len(wanted), CHUNK):
            chunk = wanted[start : start + CHUNK]
            columns = select(events.c.session_id, events.c.document, events.c.placeholder)
            found = self._connection.execute(columns.where(is_root, events.c.session_id.in_(chunk)))
            for session_id, document, is_placeholder in found:
                self._roots[session_id] = Root(document, is_placeholder)
        self._stored = set(self._roots)

    def start_or_merge(self, document: Document, received_at: int) -> str:
        """Start the session, or merge it into the one that exists; the session as JSON text."""
        known = self._roots.get(document["session_id"])
        if known is not None and not known.placeholder:
            document = merge_session(loads(known.document), document)
        self._put(row(document, received_at))
        return self._roots[document["session_id"]].document

    def take(self, new: Row) -> bool:
        """Whether the event is a session's own.

        If so, it starts the session unless there is one; if not, there is a placeholder from now on at least.
        """
        known = self._roots.get(new["session_id"])
        if new["event_id"] == new["session_id"]:
            if known is None or known.placeholder:
                self._put(new)
            return True
        if known is None:
            self._put(row(placeholder(loads(new["document"])), new["received_at"], placeholder=True))
        return False

    def save(self) -> None:
        """Write the sessions that changed."""
        changed = [self._changed[session_id] for session_id in sorted(self._changed)]
        if new := [each for each in changed if each["session_id"] not in self._stored]:
            self._connection.execute(self._dialect.insert_new(events), new)
        for each in changed:
            if each["session_id"] in self._stored:
                values = {f"its_{name}": each[name] for name in _COLUMNS}
                self._connection.execute(_replace, {"its_id": each["session_id"], **values})

    def _put(self, new: Row) -> None:
        self._changed[new["session_id"]] = new
        self._roots[new["session_id"]] = Root(new["document"], new["placeholder"])
