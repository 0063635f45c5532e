"""Completes stored events without an end whose id is posted again."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, false, select, update

from ..model.json_codec import loads
from ..model.running_events import completed
from .db_schema import Row, events, key, row, rows_with
from .session_rows import WriteConflict

# Statements are built once: building one costs more than running it.
_stored = select(events.c.session_id, events.c.event_id, events.c.document, events.c.changed_at).where(
    events.c.placeholder == false()
)
_COLUMNS = ("parent_id", "project", "event_type", "start_time", "document", "run_id", "lint", "changed_at")
# The event is updated only if it is unchanged since it was read: in SQLite, each statement may be a separate
# transaction here.
_complete = (
    update(events)
    .where(
        events.c.session_id == bindparam("its_session"),
        events.c.event_id == bindparam("its_id"),
        events.c.changed_at.is_not_distinct_from(bindparam("its_last_change")),
    )
    .values({name: bindparam(f"its_{name}") for name in _COLUMNS})
)


def complete_stored(connection: Connection, rows: Sequence[Row]) -> None:
    """Complete the stored events that have the keys of these rows and no end. Raises WriteConflict."""
    sent: dict[tuple[str, str], list[Row]] = {}
    for new in rows:
        sent.setdefault(key(new), []).append(new)
    found = list(rows_with(connection, _stored, events.c.event_id, sorted({event_id for _, event_id in sent})))
    # The rows are sorted, because writers of several processes that lock rows in different orders deadlock.
    for session_id, event_id, text, last_change in sorted(found, key=lambda each: (each.session_id, each.event_id)):
        stored = loads(text)
        for new in sent.get((session_id, event_id), ()):
            whole = completed(stored, loads(new["document"]), is_changed=last_change is not None)
            if whole is not None:
                _replace(connection, row(whole, new["received_at"], lint=new["lint"]), last_change)
                break


def _replace(connection: Connection, new: Row, last_change: int | None) -> None:
    changed: dict[str, Any] = {**new, "changed_at": new["received_at"]}
    values = {f"its_{name}": changed[name] for name in _COLUMNS}
    keys = {"its_session": new["session_id"], "its_id": new["event_id"], "its_last_change": last_change}
    if not connection.execute(_complete, {**keys, **values}).rowcount:
        raise WriteConflict
