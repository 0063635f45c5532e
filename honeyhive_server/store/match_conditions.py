"""The conditions of a match in PostgreSQL, for queries and for the planner's estimate."""

from typing import Any

from sqlalchemy import ColumnElement, Text, func, literal, literal_column, not_, true
from sqlalchemy.sql.selectable import NamedFromClause
from sqlalchemy.types import NullType

from ..model.search_terms import SearchTerm
from .dialect import PostgreSQL
from .project_scope import key_project
from .word_query import WordQuery


def conditions(query: WordQuery, table: NamedFromClause, *, without_index: bool = False) -> list[ColumnElement[bool]]:
    """Return the conditions of a match; with ``without_index``, they keep the planner from using the word index."""
    words: ColumnElement[Any] = literal_column(f"{table.name}.words", NullType())
    terms = func.to_tsquery(literal_column("'simple'"), literal(_terms(query), Text))
    found: ColumnElement[bool] = words.op("@@", is_comparison=True)(terms)
    chosen = [found.is_(true()) if without_index else found]
    if query.project is not None:
        chosen.append(table.c.project == query.project)
    if query.event_type is not None:
        chosen.append(table.c.event_type == query.event_type)
    if query.first is not None:
        chosen.append(table.c.start_time >= query.first)
    if query.failed is not None:
        failed = PostgreSQL().is_failed(table.c.document)
        chosen.append(failed if query.failed else not_(failed))
    return chosen


def estimated(query: WordQuery) -> tuple[Any, ...]:
    """Return the conditions of a match for an estimate: the SQL, and its values."""
    project = query.project if query.project is not None else key_project.get()
    filters = {"project = %s": project, "event_type = %s": query.event_type, "start_time >= %s": query.first}
    given = {sql: value for sql, value in filters.items() if value is not None}
    parts = ["words @@ to_tsquery('simple', %s)", *given]
    if query.failed is not None:
        parts.append("failed" if query.failed else "NOT failed")
    return " AND ".join(parts), _terms(query), *given.values()


def _terms(query: WordQuery) -> str:
    return " & ".join(f"({_phrase(term)})" for term in query.terms)


def _phrase(term: SearchTerm) -> str:
    words = [f"'{word}'" for word in term.words]
    return " <-> ".join(words) + (":*" if term.is_prefix else "")
