"""One transaction: the writes of several requests, in order."""

from collections.abc import Sequence
from operator import itemgetter
from uuid import uuid4

from sqlalchemy import Connection, bindparam, case, false, select, update

from ..model.event_model import update_event
from ..model.implied_sessions import is_implied
from ..model.json_codec import loads
from .db_schema import Row, events, is_root, is_session_row, key, row, rows_with
from .engine import SINGLE_STATEMENT
from .project_names import check_owner
from .project_scope import scope
from .second_posts import complete_stored
from .session_rows import WriteConflict, save_sessions
from .statements import MAX_ROWS, insert_new
from .write import Write

_change = (
    update(events)
    .where(events.c.session_id == bindparam("its_session"), events.c.event_id == bindparam("its_id"))
    .values(document=bindparam("its_document"), run_id=bindparam("its_run"), changed_at=bindparam("its_changed_at"))
)
_taken = select(events.c.session_id, events.c.event_id, case((is_root, events.c.document))).where(
    events.c.placeholder == false()
)


def apply(connection: Connection, writes: Sequence[Write], *, dedupe: bool) -> None:
    """Apply all writes in the transaction of the connection. Raises WriteConflict."""
    if not dedupe:
        _assign_new_ids(connection, writes)
    elif _is_single_statement(writes):
        connection.execution_options(**{SINGLE_STATEMENT: True})
    children, placeholders = save_sessions(connection, writes)
    # The rows are sorted, because writers of several processes that lock rows in different orders deadlock.
    if dedupe:
        _insert(connection, children, placeholders)
    else:
        insert_new(connection, sorted(placeholders, key=key))
        if insert_new(connection, sorted(children, key=key)) < len(children):
            raise WriteConflict
    # The updates are sorted for the same reason as the rows above. Updates of the same event stay in their order.
    for event_id, write in sorted(((write.event_id, write) for write in writes if write.event_id), key=itemgetter(0)):
        with scope(write.project):
            write.found = _update(connection, event_id, write)
    for write in writes:
        if write.work is not None:
            with scope(write.project):
                write.outcome = write.work(connection)
        if write.project is not None:
            check_owner(connection, write)


def _insert(connection: Connection, children: list[Row], placeholders: list[Row]) -> None:
    """Insert new events, and complete stored ones."""
    if len({child["session_id"] for child in children}) > 1:
        insert_new(connection, sorted(placeholders, key=key))
        placeholders = []
    # A single session's placeholder goes into the same statement: it is new only if all its events are new.
    if insert_new(connection, sorted(placeholders + children, key=key)) < len(children):
        complete_stored(connection, children)


def _is_single_statement(writes: Sequence[Write]) -> bool:
    """Return True if one statement is enough: a few events of one session that do not start the session."""
    return (
        len({new["session_id"] for write in writes for new in write.rows}) == 1
        and sum(len(write.rows) for write in writes) * 2 <= MAX_ROWS  # each row has a placeholder too
        and all(write.session is None and write.event_id is None and write.work is None for write in writes)
        # Checking the owner of a session takes a second statement.
        and all(write.project is None for write in writes)
        and not any(is_session_row(new) for write in writes for new in write.rows)
    )


def _assign_new_ids(connection: Connection, writes: Sequence[Write]) -> None:
    """Give a new id to every event whose id is already used, in the store or earlier in the transaction."""
    ids = [new["event_id"] for write in writes for new in write.rows]
    taken: set[tuple[str, str]] = set()
    for session_id, event_id, root in rows_with(connection, _taken, events.c.event_id, ids):
        if root is None or not is_implied(loads(root)):  # spans imply a session without sending its event
            taken.add((session_id, event_id))
    for write in writes:
        for new, document in zip(write.rows, write.events, strict=True):
            if key(new) in taken:
                new.update(row({**document, "event_id": str(uuid4())}, new["received_at"], lint=new["lint"]))
            taken.add(key(new))


def _update(connection: Connection, event_id: str, write: Write) -> bool:
    """Update the event with this id in every session that has it; return True if there is one."""
    statement = select(events.c.session_id, events.c.document).where(
        events.c.event_id == event_id, events.c.placeholder == false()
    )
    found = connection.execute(statement.order_by(events.c.session_id).with_for_update()).all()
    for session_id, document in found:
        new: Row = row(update_event(loads(document), write.changes), 0)
        keys = {"its_session": session_id, "its_id": event_id, "its_changed_at": write.received_at}
        connection.execute(_change, {**keys, "its_document": new["document"], "its_run": new["run_id"]})
    return bool(found)
