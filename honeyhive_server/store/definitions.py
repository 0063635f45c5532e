"""Stored definitions (datasets, runs, metrics...): create, find, change and delete them.

Every function takes the connection of the caller's transaction.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from sqlalchemy import ColumnElement, Connection, delete, select, update

from ..model.event_model import Document
from ..model.json_codec import loads, write_json
from .db_schema import Row, definitions, rows_with
from .statements import insert_new

columns: Final = definitions.c


class DefinitionKey(NamedTuple):
    """Key of a definition."""

    kind: str
    id: str
    project: str | None = None
    """The project that the definition must belong to; None for any project."""


def row(key: DefinitionKey, project: str, document: Document, created_at: int) -> Row:
    """Return a definition's row, ``created_at`` in Unix microseconds. Raises HTTPError (400) for too deep nesting."""
    return {"kind": key.kind, "id": key.id, "project": project, "created_at": created_at, **_content(document)}


def _content(document: Document) -> Row:
    parents = ("dataset_id", "metric_id", "evaluator_id", "parent_id")
    parent = next((document[key] for key in parents if document.get(key)), None)
    names = {"name": document.get("name"), "state": document.get("status"), "parent": parent}
    return {**names, "document": write_json(document)}


def insert(connection: Connection, rows: Sequence[Row]) -> bool:
    """Store the rows whose keys are unused; return True if all rows were stored."""
    return insert_new(connection, rows, definitions) == len(rows)


def find(connection: Connection, key: DefinitionKey) -> Document | None:
    """Return one definition, or None."""
    stored = connection.scalar(select(columns.document).where(*_is(key)))
    return None if stored is None else loads(stored)


def find_all(connection: Connection, kind: str, /, **values: str) -> list[Document]:
    """Return the definitions of a kind whose columns have these values, the oldest first."""
    statement = select(columns.document).where(columns.kind == kind, *(columns[key] == values[key] for key in values))
    return [loads(each) for each in connection.scalars(statement.order_by(columns.created_at))]


def find_by_id(connection: Connection, kind: str, ids: Iterable[str]) -> dict[str, Document]:
    """Return the existing definitions among these ids, by id, in the order of the ids."""
    ids = list(dict.fromkeys(ids))
    statement = select(columns.id, columns.document).where(columns.kind == kind)
    found = {each.id: loads(each.document) for each in rows_with(connection, statement, columns.id, ids)}
    return {each: found[each] for each in ids if each in found}


def known(connection: Connection, kind: str, ids: Iterable[str]) -> list[str]:
    """Return the ids that exist, each once, in order."""
    ids = list(dict.fromkeys(ids))
    statement = select(columns.id).where(columns.kind == kind)
    found = {each.id for each in rows_with(connection, statement, columns.id, ids)}
    return [each for each in ids if each in found]


def change(
    connection: Connection, key: DefinitionKey, alter: Callable[[Document], Document], updated_at: int
) -> Document | None:
    """Change one definition and return it, or None if it does not exist; ``updated_at`` is in Unix microseconds."""
    stored = connection.scalar(select(columns.document).where(*_is(key)).with_for_update())
    if stored is None:
        return None
    document = alter(loads(stored))
    connection.execute(update(definitions).where(*_is(key)).values(updated_at=updated_at, **_content(document)))
    return document


def change_below(connection: Connection, kind: str, parent: str, alter: Callable[[Document], Document]) -> None:
    """Change the definitions of a kind that belong to a parent."""
    found = select(columns.id, columns.created_at).where(columns.kind == kind, columns.parent == parent)
    for each in connection.execute(found).all():
        change(connection, DefinitionKey(kind, each.id), alter, each.created_at)


def remove(connection: Connection, key: DefinitionKey) -> bool:
    """Delete one definition; return True if it existed."""
    return connection.execute(delete(definitions).where(*_is(key))).rowcount > 0


def remove_below(connection: Connection, kind: str, parent: str) -> None:
    """Delete the definitions of a kind that belong to a parent."""
    connection.execute(delete(definitions).where(columns.kind == kind, columns.parent == parent))


def _is(key: DefinitionKey) -> list[ColumnElement[bool]]:
    only = [] if key.project is None else [columns.project == key.project]
    return [columns.kind == key.kind, columns.id == key.id, *only]
