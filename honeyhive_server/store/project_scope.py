"""Restriction of database statements to the project of the request's key.

The scope is set once for a request and applies to all its queries, so that no query can omit it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Final

from sqlalchemy import (
    Column,
    ColumnClause,
    ColumnElement,
    Connection,
    Delete,
    Engine,
    Select,
    Table,
    Text,
    Update,
    event,
)
from sqlalchemy.sql import operators, visitors
from sqlalchemy.sql.elements import BinaryExpression, Tuple
from sqlalchemy.sql.selectable import Alias, TableSample

from .db_schema import definitions, events

key_project: Final[ContextVar[str | None]] = ContextVar("key_project", default=None)
"""The project of the key of the current request; None for a key of all projects."""
_TABLES = (events, definitions)


@contextmanager
def scope(project: str | None) -> Iterator[None]:
    """Restrict the statements of this thread to a project; None lifts the restriction."""
    token = key_project.set(project)
    try:
        yield
    finally:
        key_project.reset(token)


def restrict(engine: Engine) -> None:
    """Apply the scope to every statement of an engine."""

    @event.listens_for(engine, "before_execute", retval=True)
    def scoped(connection: Connection, statement: Any, many: Any, one: Any, _options: Any) -> tuple[Any, Any, Any]:
        project = key_project.get()
        if project is not None and isinstance(statement, Select | Update | Delete):
            statement = within_project(statement, project, is_sqlite=connection.dialect.name == "sqlite")
        return statement, many, one


def within_project(statement: Any, project: str, *, is_sqlite: bool = False) -> Any:
    """Return the statement with the project as a condition on each of its tables, in subqueries too."""

    def add(selected: Select[Any]) -> None:
        for source in selected.get_final_froms():
            if _table(source) in _TABLES:
                column: ColumnElement[str] = source.c.project
                if is_sqlite and _has_key(selected, source):
                    # SQLite has no statistics. For an expression, it cannot choose an index of the project, and so
                    # read all events of the project instead of those with the key.
                    column = column.op("||", return_type=Text())("")
                selected.where.non_generative(selected, column == project)  # type: ignore[attr-defined]

    if isinstance(statement, Update | Delete):
        statement = statement.where(statement.table.c.project == project) if statement.table in _TABLES else statement
    return visitors.cloned_traverse(statement, {}, {"select": add})


def _has_key(selected: Select[Any], source: Any) -> bool:
    """Return True if a condition names sessions, events or row ids of the table."""
    where = selected.whereclause
    found = () if where is None else visitors.iterate(where)
    return any(
        _is_key(one, source) and not _is_key(other, source)
        for each in found
        if isinstance(each, BinaryExpression) and each.operator in (operators.eq, operators.in_op)
        for one, other in ((each.left, each.right), (each.right, each.left))
    )


def _is_key(element: Any, source: Any) -> bool:
    if isinstance(element, Tuple):
        return any(_is_key(each, source) for each in element.clauses)
    if isinstance(element, ColumnClause) and element.is_literal:
        return bool(element.name == f"{source.name}.rowid")
    return isinstance(element, Column) and element.table is source and element.name in ("session_id", "event_id")


def _table(source: Any) -> Table | None:
    element = source.element if isinstance(source, Alias | TableSample) else source
    return element if isinstance(element, Table) else None


def claimed(changes: dict[str, Any], project: str) -> dict[str, Any]:
    """Return the fields of a write, with the project set in its session and events."""
    its = {"project": project, "project_id": project}
    session = changes.get("session")
    moved: dict[str, Any] = {"events": [{**each, **its} for each in changes.get("events", ())], "project": project}
    return {**changes, **moved, **({"session": {**session, **its}} if session is not None else {})}
