"""Names of stored projects: definitions refer to a project by its id, events by its name."""

from typing import Final

from sqlalchemy import Connection

from ..model.event_model import DEFAULT_PROJECT
from . import definitions
from .definitions import DefinitionKey
from .project_scope import scope

PROJECT_KIND: Final = "project"


def stored_name(connection: Connection, project_id: str) -> str | None:
    """Return the name of the stored project with this id, or None."""
    # The row of a project has the scope of the key that created it.
    with scope(None):
        found = definitions.find(connection, DefinitionKey(PROJECT_KIND, project_id))
    return None if found is None else str(found["name"])


def event_projects(connection: Connection, project: str) -> tuple[str, ...]:
    """Return all project names under which events count for this project, which is given by its id or name."""
    return project, stored_name(connection, project) or project, DEFAULT_PROJECT
