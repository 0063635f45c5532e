"""Names of stored projects: definitions belong to the id of a project, and events to its name.

A name belongs to one project until the project is archived, so that no project finds the events of another. A project
that is renamed keeps its former names, because its earlier events have them.
"""

from hashlib import sha256
from typing import Final

from sqlalchemy import Connection, select

from ..model.event_model import DEFAULT_PROJECT
from ..model.http_messages import HTTPError
from . import definitions
from .db_schema import chunks, events
from .definitions import DefinitionKey
from .project_scope import scope
from .write import Write

PROJECT_KIND: Final = "project"
_NAME_KIND: Final = "project_name"


def stored_name(connection: Connection, project_id: str) -> str | None:
    """Return the name of the stored project with this id, or None."""
    # The row of a project has the scope of the key that created it.
    with scope(None):
        found = definitions.find(connection, DefinitionKey(PROJECT_KIND, project_id))
    return None if found is None else str(found["name"])


def event_projects(connection: Connection, project: str) -> tuple[str, ...]:
    """Return the project names that events of a project may have. ``project`` is the id or a name of the project."""
    with scope(None):
        names = [each["name"] for each in definitions.find_all(connection, _NAME_KIND, parent=project)]
    return project, *names, DEFAULT_PROJECT


def claim_name(connection: Connection, name: str, project_id: str, created_at: int) -> bool:
    """Reserve a name for a project. Return False if another project has or had the name."""
    key = _key(name)
    document = {"name": name, "parent_id": project_id}
    if definitions.insert(connection, [definitions.row(key, DEFAULT_PROJECT, document, created_at)]):
        return True
    with scope(None):
        found = definitions.find(connection, key)
    return found is not None and found["parent_id"] == project_id


def check_owner(connection: Connection, write: Write) -> None:
    """Raise HTTPError (403) if a session of the write has events of a project other than the key's."""
    sessions = {new["session_id"] for new in write.rows}
    if write.session is not None:
        sessions.add(write.session["session_id"])
    for some in chunks(sorted(sessions)):
        others = select(events.c.session_id, events.c.project).where(
            events.c.session_id.in_(some), events.c.project != write.project
        )
        for session_id, project in connection.execute(others.distinct()).all():
            if project not in _names_with(connection, str(write.project)):
                raise HTTPError(403, f"the session {session_id[:80]!r} belongs to another project than this key")


def _names_with(connection: Connection, name: str) -> list[str]:
    """Return the current and the former names of the project that has this name."""
    found = definitions.find(connection, _key(name))
    named = [] if found is None else definitions.find_all(connection, _NAME_KIND, parent=found["parent_id"])
    return [each["name"] for each in named]


def release_names(connection: Connection, project_id: str) -> None:
    """Release the names of a project, so that other projects may have them."""
    with scope(None):
        definitions.remove_below(connection, _NAME_KIND, project_id)


def _key(name: str) -> DefinitionKey:
    # The name is hashed, because a long name does not fit into an index.
    return DefinitionKey(_NAME_KIND, sha256(name.encode()).hexdigest())
