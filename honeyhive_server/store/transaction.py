"""What is written to the store: the changes of several requests in one transaction, each with its own outcome."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, bindparam, case, false, select, update

from ..model.event_model import Document, update_event
from ..model.implied_sessions import is_implied, start
from ..model.json_codec import loads
from .dialect import Dialect
from .schema import Row, chunks, events, is_root, is_sessions_own, key, row
from .session_rows import Conflict, Merge, Roots
from .statements import MAX_ROWS, insert_new

_change = (
    update(events)
    .where(events.c.session_id == bindparam("its_session"), events.c.event_id == bindparam("its_id"))
    .values(document=bindparam("its_document"), run_id=bindparam("its_run"))
)
_taken = select(events.c.session_id, events.c.event_id, case((is_root, events.c.document))).where(
    events.c.placeholder == false()
)


@dataclass(slots=True)
class Write:
    """One request's changes; after the commit it holds what came of them."""

    received_at: int
    """Unix microseconds."""
    session: Document | None = None
    """A session to start, or to merge into the stored one."""
    merge: Merge = start
    """What becomes of a stored session when it is sent again."""
    events: Sequence[Document] = ()
    """Events to store."""
    lint: Mapping[str, str] = field(default_factory=dict)
    """What the request did that the service only tolerates, by the id of the session or event."""
    event_id: str | None = None
    """An event to update."""
    changes: dict[str, Any] = field(default_factory=dict)
    """The changes to that event."""
    work: Callable[[Connection], Any] | None = None
    """Anything else to change; it may be called again if its transaction has to be done again."""

    stored_session: str = ""
    """The session as it is stored, as JSON text."""
    rows: list[Row] = field(default_factory=list)
    """The events as rows; where duplicates are kept their ids may differ from what was sent."""
    found: bool = False
    """Whether the event to update exists."""
    outcome: Any = None
    """What the work gave."""

    def __post_init__(self) -> None:
        # Made before the write is queued, so that a value which cannot be a row fails its own request only.
        self.rows = [
            row(document, self.received_at + n, lint=self.lint.get(document["event_id"]))
            for n, document in enumerate(self.events, 1)
        ]


def apply(connection: Connection, dialect: Dialect, writes: Sequence[Write], *, dedupe: bool) -> None:
    """Carry out all writes in the transaction of the connection, in their order. Raises Conflict."""
    rows = [new for write in writes for new in write.rows]
    if not dedupe:
        _tell_apart(connection, writes)
    roots = Roots(connection, dialect)
    started = {write.session["session_id"] for write in writes if write.session is not None}
    started.update(new["session_id"] for new in rows if is_sessions_own(new))
    roots.load(started, {new["session_id"] for new in rows} - started)
    for write in writes:
        if write.session is not None:
            write.stored_session = roots.start_or_merge(write.session, write.received_at, write.lint, write.merge)
    children = [new for new in rows if not roots.take(new)]
    roots.save()
    _insert_children(connection, dialect, children, roots.placeholders(children), dedupe=dedupe)
    _follow_up(connection, writes)


def is_one_insertion(writes: Sequence[Write], *, dedupe: bool) -> bool:
    """Whether `apply` comes down to a single statement, as it does for a few events that start no session."""
    return (
        dedupe
        and sum(len(write.rows) for write in writes) * 2 <= MAX_ROWS  # each with a placeholder
        and all(write.session is None and write.event_id is None and write.work is None for write in writes)
        and not any(is_sessions_own(new) for write in writes for new in write.rows)
    )


def _insert_children(
    connection: Connection, dialect: Dialect, children: list[Row], placeholders: list[Row], *, dedupe: bool
) -> None:
    # Sorted, because writers of several processes that lock rows in different orders deadlock.
    if dedupe:
        insert_new(connection, dialect, sorted(placeholders + children, key=key))
        return
    insert_new(connection, dialect, sorted(placeholders, key=key))
    if insert_new(connection, dialect, sorted(children, key=key)) < len(children):
        raise Conflict


def _follow_up(connection: Connection, writes: Sequence[Write]) -> None:
    # Sorted for the same reason; updates of one event stay in their order.
    for event_id, write in sorted(((write.event_id, write) for write in writes if write.event_id), key=itemgetter(0)):
        write.found = _update(connection, event_id, write.changes)
    for write in writes:
        if write.work is not None:
            write.outcome = write.work(connection)


def _tell_apart(connection: Connection, writes: Sequence[Write]) -> None:
    """Give every event a new id whose id is taken, in the store or by an earlier one of these."""
    ids = [new["event_id"] for write in writes for new in write.rows]
    taken: set[tuple[str, str]] = set()
    for chunk in chunks(ids):
        found = connection.execute(_taken.where(events.c.event_id.in_(chunk)))
        for session_id, event_id, root in found:
            if root is None or not is_implied(loads(root)):  # spans tell of a session without sending its event
                taken.add((session_id, event_id))
    for write in writes:
        for new, document in zip(write.rows, write.events, strict=True):
            if key(new) in taken:
                new.update(row({**document, "event_id": str(uuid4())}, new["received_at"], lint=new["lint"]))
            taken.add(key(new))


def _update(connection: Connection, event_id: str, changes: dict[str, Any]) -> bool:
    """Change the event with this id in every session that has it; whether there is one."""
    statement = select(events.c.session_id, events.c.document).where(
        events.c.event_id == event_id, events.c.placeholder == false()
    )
    found = connection.execute(statement.order_by(events.c.session_id).with_for_update()).all()
    for session_id, document in found:
        new = row(update_event(loads(document), changes), 0)
        keys = {"its_session": session_id, "its_id": event_id}
        connection.execute(_change, {**keys, "its_document": new["document"], "its_run": new["run_id"]})
    return bool(found)
