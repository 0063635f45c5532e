"""Conditions on JSON documents, in SQL that differs between the engines.

For a further engine, add a class with these methods. The word index and the search for words also have SQL of their own
for each engine.
"""

from typing import Any, Final, Protocol

from sqlalchemy import (
    Boolean,
    ColumnElement,
    Connection,
    Numeric,
    Text,
    and_,
    any_,
    bindparam,
    case,
    cast,
    func,
    literal,
    literal_column,
    type_coerce,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.types import NullType

# Hints without which SQLite would read all events of a project instead of those with a row id or a key.
BY_ROWID: Final = "NOT INDEXED"
BY_KEY: Final = "INDEXED BY sqlite_autoindex_events_1"

Document = ColumnElement[Any]
Path = tuple[str, ...]
Condition = ColumnElement[bool]


class Dialect(Protocol):
    """Engine-specific SQL. No condition raises an error for a value of another type."""

    has_listed_columns: bool
    """True if the events have the columns of `listed_columns`."""

    def __hash__(self) -> int:
        """Return the hash under which statements for the engine are cached."""

    def is_one_of(self, column: ColumnElement[str], parameter: str) -> Condition:
        """Return the condition that the column has one of several strings; ``parameter`` names the list of strings."""

    def exists(self, document: Document, path: Path) -> Condition:
        """Return the condition that the path has a value other than null."""

    def is_text(self, document: Document, path: Path, value: str) -> Condition:
        """Return the condition that the value at the path is this string."""

    def is_boolean(self, document: Document, path: Path, value: bool) -> Condition:
        """Return the condition that the value at the path is this boolean."""

    def number(self, document: Document, path: Path) -> ColumnElement[float]:
        """Return the number at the path as an expression; null for any other value."""

    def contains(self, document: Document, path: Path, part: str) -> Condition:
        """Return the case-sensitive condition that the string, or the JSON of an object or array, contains ``part``."""

    def is_named(self, document: Document, part: str) -> Condition:
        """Return the condition that the event's name contains part, ignoring case for letters the database converts."""

    def is_failed(self, document: Document) -> Condition:
        """Return the condition that the event has an error."""


class SQLite:
    """SQLite 3.38 or later."""

    has_listed_columns = False

    def is_one_of(self, column: ColumnElement[str], parameter: str) -> Condition:
        return column.in_(bindparam(parameter, expanding=True))

    def exists(self, document: Document, path: Path) -> Condition:
        return func.coalesce(_kind(document, path), "null") != "null"

    def is_text(self, document: Document, path: Path, value: str) -> Condition:
        return and_(_kind(document, path) == "text", _value(document, path) == value)

    def is_boolean(self, document: Document, path: Path, value: bool) -> Condition:
        return _kind(document, path) == ("true" if value else "false")

    def number(self, document: Document, path: Path) -> ColumnElement[float]:
        # json_extract returns booleans as 0 and 1, so the type decides.
        numeric = _kind(document, path).in_(("integer", "real"))
        return func.iif(numeric, _value(document, path), None)

    def contains(self, document: Document, path: Path, part: str) -> Condition:
        searchable = _kind(document, path).in_(("text", "object", "array"))
        return and_(searchable, func.instr(_value(document, path), part) > 0)

    def is_named(self, document: Document, part: str) -> Condition:
        return func.instr(func.lower(_value(document, ("event_name",))), func.lower(part)) > 0

    def is_failed(self, document: Document) -> Condition:
        return self.exists(document, ("error",))


class PostgreSQL:
    """PostgreSQL 12 or later, and databases that are compatible with it.

    Documents are of type json, which keeps the text unchanged. jsonb would reorder keys and rewrite numbers, so the
    two engines would return different responses. A generated jsonb column would store every event twice, and searches
    do not need it: they use the generated columns.
    """

    has_listed_columns = True

    def is_one_of(self, column: ColumnElement[str], parameter: str) -> Condition:
        # The values are one parameter: with many parameters, the driver would parse a long statement at each call.
        return column == any_(bindparam(parameter, type_=ARRAY(Text)))

    def exists(self, document: Document, path: Path) -> Condition:
        return func.coalesce(_typeof(document, path), "null") != "null"

    def is_text(self, document: Document, path: Path, value: str) -> Condition:
        return and_(_typeof(document, path) == "string", _text(document, path) == value)

    def is_boolean(self, document: Document, path: Path, value: bool) -> Condition:
        return and_(_typeof(document, path) == "boolean", _text(document, path) == ("true" if value else "false"))

    def number(self, document: Document, path: Path) -> ColumnElement[float]:
        # Casting anything but a number is an error here, and only CASE guarantees the order of evaluation.
        number = case((_typeof(document, path) == "number", cast(_text(document, path), Numeric)))
        # The number has no type, because a double that is compared with a Numeric would be rounded to 15 digits.
        untyped: Any = NullType()
        return type_coerce(number, untyped)

    def contains(self, document: Document, path: Path, part: str) -> Condition:
        searchable = _typeof(document, path).in_(("string", "object", "array"))
        return and_(searchable, func.strpos(_text(document, path), part) > 0)

    def is_named(self, document: Document, part: str) -> Condition:
        return func.strpos(literal_column(f"{document.table.name}.lower_name", Text), func.lower(part)) > 0

    def is_failed(self, document: Document) -> Condition:
        return literal_column(f"{document.table.name}.failed", Boolean)


def dialect_of(connection: Connection) -> Dialect:
    """Return the dialect of a connection's engine."""
    return _DIALECTS[connection.dialect.name]


_DIALECTS: dict[str, Dialect] = {"sqlite": SQLite(), "postgresql": PostgreSQL()}


def _kind(document: Document, path: Path) -> ColumnElement[str]:
    return func.json_type(document, _json_path(path))


def _value(document: Document, path: Path) -> ColumnElement[Any]:
    return func.json_extract(document, _json_path(path))


def _json_path(path: Path) -> str:
    return "$" + "".join(f'."{step}"' for step in path)


def _typeof(document: Document, path: Path) -> ColumnElement[str]:
    return func.json_typeof(_step(document, path, "->"))


def _text(document: Document, path: Path) -> ColumnElement[str]:
    return type_coerce(_step(document, path, "->>"), Text)


def _step(document: Document, path: Path, last: str) -> ColumnElement[Any]:
    # The expression takes one step at a time: in a whole path, "0" would mean the first element of an array.
    *above, key = path
    for step in above:
        document = document.op("->", return_type=NullType())(literal(step, Text))
    return document.op(last, return_type=NullType())(literal(key, Text))
