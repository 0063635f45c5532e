"""Deletion of sessions on request: a job on a thread of the store.

The job resumes unfinished requests of earlier processes.
"""

import logging
import threading
from collections.abc import Collection
from typing import Final

from sqlalchemy import Connection, Engine, delete, not_, select
from sqlalchemy.exc import SQLAlchemyError

from ..model.event_model import Document
from ..model.json_codec import loads
from . import definitions
from .db_schema import chunks, events, is_root
from .definitions import DefinitionKey, columns
from .project_names import event_projects
from .store_errors import store_error

logger: Final = logging.getLogger("honeyhive_server")

KIND: Final = "session_deletion"
OPEN_STATES: Final = ("pending", "processing")
CHUNK: Final = 50
"""Maximum number of sessions deleted in one transaction; few, so that writers do not wait for long."""
EVENTS: Final = 1000
"""Maximum number of events deleted in one transaction, in addition to the sessions' own events."""
RETRY_SECONDS: Final = 5.0
_LINKS: Final = {"run": ("event_ids", "session_ids"), "queue": ("event_ids",), "datapoint": ("linked_event",)}
"""Keys of definitions that refer to events and sessions."""


class SessionDeletionJob:
    """The thread that carries out requests. It starts with the first request."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._woken = threading.Event()
        self._is_stopped = False
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        with engine.connect() as connection:
            is_left = _next(connection) is not None
        if is_left:
            self.wake()

    def wake(self) -> None:
        """Carry out the unfinished requests."""
        self._woken.set()
        with self._lock:
            if self._thread is None and not self._is_stopped:
                self._thread = threading.Thread(target=self._run, name="honeyhive-deletion", daemon=True)
                self._thread.start()

    def close(self) -> None:
        """Finish the current chunk and end the thread; the next process resumes the rest."""
        with self._lock:
            self._is_stopped = True
        self._woken.set()
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        while not self._is_stopped:
            self._woken.clear()
            if self._is_stopped:  # close() may have been called before the clear
                return
            try:
                while not self._is_stopped and self._step():
                    pass
            except SQLAlchemyError as error:
                logger.error("could not delete sessions: %s", store_error(error))  # noqa: TRY400
                self._woken.wait(RETRY_SECONDS)
            else:
                self._woken.wait()

    def _step(self) -> bool:
        """Delete the next chunk of the oldest request; return False if nothing is left."""
        with self._engine.begin() as connection:
            found = _next(connection)
            if found is None:
                return False
            key, project, created_at = found
            definitions.change(connection, key, lambda request: _advanced(connection, request, project), created_at)
            return True


def _next(connection: Connection) -> tuple[DefinitionKey, str, int] | None:
    wanted = select(columns.id, columns.project, columns.created_at).where(
        columns.kind == KIND, columns.state.in_(OPEN_STATES)
    )
    row = connection.execute(wanted.order_by(columns.created_at).limit(1)).first()
    return None if row is None else (DefinitionKey(KIND, row.id), row.project, row.created_at)


def _advanced(connection: Connection, request: Document, project: str) -> Document:
    """Delete the next sessions of a request, or a part of them, and return its new state.

    The row of the request is locked.
    """
    chunk, rest = request["pending"][:CHUNK], request["pending"][CHUNK:]
    if not _delete(connection, chunk, project):
        return {**request, "status": "processing"}
    status = "processing" if rest else "completed"
    return {**request, "pending": rest, "completed": [*request["completed"], *chunk], "status": status}


def _delete(connection: Connection, session_ids: Collection[str], project: str) -> bool:
    """Delete sessions of the project or of the default one, with their events and the references to them.

    Return False if events are left. A session's own event is deleted last, because it names the session's project.
    """
    its = events.c.session_id, events.c.event_id
    one = select(its[0]).where(events.c.project.in_(event_projects(connection, project))).limit(1)
    # A query for each session reads one event of it, instead of all its events in every transaction.
    gone = {each for each in session_ids if connection.scalar(one.where(its[0] == each)) is not None}
    rows = connection.execute(select(*its).where(its[0].in_(gone), not_(is_root)).limit(EVENTS)).all()
    is_last = len(rows) < EVENTS
    if is_last:
        connection.execute(delete(events).where(its[0].in_(gone)))
    else:
        for some in chunks(row.event_id for row in rows):
            connection.execute(delete(events).where(its[0].in_(gone), its[1].in_(some)))
    _remove_links(connection, {row.event_id for row in rows} | (gone if is_last else set()))
    return is_last


def _remove_links(connection: Connection, ids: Collection[str]) -> None:
    """Remove the references to deleted events and sessions."""
    if not ids:
        return
    for kind, keys in _LINKS.items():
        stored = connection.execute(select(columns.id, columns.document).where(columns.kind == kind)).all()
        for identifier, document in stored:
            if any(_refers(loads(document).get(key), ids) for key in keys):
                _unlink(connection, DefinitionKey(kind, identifier), keys, ids)


def _unlink(connection: Connection, key: DefinitionKey, keys: Collection[str], ids: Collection[str]) -> None:
    def alter(document: Document) -> Document:
        return document | {name: _without(document[name], ids) for name in keys if name in document}

    row = connection.execute(select(columns.updated_at, columns.created_at).where(columns.id == key.id)).first()
    if row is not None:
        definitions.change(connection, key, alter, row.updated_at or row.created_at)


def _refers(value: object, ids: Collection[str]) -> bool:
    return any(one in ids for one in value if isinstance(one, str)) if isinstance(value, list) else value in ids


def _without(value: object, ids: Collection[str]) -> object:
    if isinstance(value, list):
        return [one for one in value if not (isinstance(one, str) and one in ids)]
    return None if _refers(value, ids) else value
