"""Names of stored projects: definitions belong to the id of a project, and events to its name."""

from typing import Final

from sqlalchemy import Connection

from ..model.event_model import DEFAULT_PROJECT
from . import definitions
from .definitions import DefinitionKey
from .project_scope import scope

PROJECT_KIND: Final = "project"


def stored_name(connection: Connection, project_id: str) -> str | None:
    """Return the name of a stored project, or None if the id is not one."""
    # The row of a project belongs to the key that created it.
    with scope(None):
        found = definitions.find(connection, DefinitionKey(PROJECT_KIND, project_id))
    return None if found is None else str(found["name"])


def event_projects(connection: Connection, project: str) -> tuple[str, ...]:
    """Return the projects of the events that a project covers, which is given by its id or its name."""
    return project, stored_name(connection, project) or project, DEFAULT_PROJECT
