"""What the databases say differently: inserting unless the key exists, and looking inside a JSON document.

This is the only module with SQL of one engine; another engine is another class with these methods.
"""

from typing import Any, Protocol

from sqlalchemy import ColumnElement, Numeric, Text, and_, case, cast, func, literal, type_coerce
from sqlalchemy.types import NullType

Document = ColumnElement[Any]
Path = tuple[str, ...]
Condition = ColumnElement[bool]


class Dialect(Protocol):
    """The questions that each engine answers in its own SQL; none raises for a value of another type."""

    mark: str
    """What stands for a value in a statement of the driver's."""

    def exists(self, document: Document, path: Path) -> Condition:
        """Whether there is a value that is not null."""

    def is_text(self, document: Document, path: Path, value: str) -> Condition:
        """Whether it is this text."""

    def is_boolean(self, document: Document, path: Path, value: bool) -> Condition:
        """Whether it is this boolean."""

    def number(self, document: Document, path: Path) -> ColumnElement[float]:
        """The number, null for any other value."""

    def contains(self, document: Document, path: Path, part: str) -> Condition:
        """Whether the text, or the JSON text of an object or array, holds the part, which is compared by case."""

    def mentions(self, document: Document, path: Path, part: str) -> Condition:
        """As contains, in upper or lower case alike, as far as the database knows the letters."""


class SQLite:
    """SQLite 3.38 or later."""

    mark = "?"

    def exists(self, document: Document, path: Path) -> Condition:
        return func.coalesce(_kind(document, path), "null") != "null"

    def is_text(self, document: Document, path: Path, value: str) -> Condition:
        return and_(_kind(document, path) == "text", _value(document, path) == value)

    def is_boolean(self, document: Document, path: Path, value: bool) -> Condition:
        return _kind(document, path) == ("true" if value else "false")

    def number(self, document: Document, path: Path) -> ColumnElement[float]:
        # Booleans come out of json_extract as 0 and 1, hence the look at the type.
        numeric = _kind(document, path).in_(("integer", "real"))
        return func.iif(numeric, _value(document, path), None)

    def contains(self, document: Document, path: Path, part: str) -> Condition:
        searchable = _kind(document, path).in_(("text", "object", "array"))
        return and_(searchable, func.instr(_value(document, path), part) > 0)

    def mentions(self, document: Document, path: Path, part: str) -> Condition:
        searchable = _kind(document, path).in_(("text", "object", "array"))
        return and_(searchable, func.instr(func.lower(_value(document, path)), func.lower(part)) > 0)


class PostgreSQL:
    """PostgreSQL 12 or later, and what speaks like it.

    Documents are of type json, which keeps the text as it is: jsonb would reorder keys and rewrite numbers, so that
    the two engines answered differently.
    """

    mark = "%s"

    def exists(self, document: Document, path: Path) -> Condition:
        return func.coalesce(_typeof(document, path), "null") != "null"

    def is_text(self, document: Document, path: Path, value: str) -> Condition:
        return and_(_typeof(document, path) == "string", _text(document, path) == value)

    def is_boolean(self, document: Document, path: Path, value: bool) -> Condition:
        return and_(_typeof(document, path) == "boolean", _text(document, path) == ("true" if value else "false"))

    def number(self, document: Document, path: Path) -> ColumnElement[float]:
        # A cast of anything but a number is an error here; of all conditions only CASE keeps to its order.
        number = case((_typeof(document, path) == "number", cast(_text(document, path), Numeric)))
        # Without a type of its own, or a double compared with it would be rounded to 15 digits.
        untyped: Any = NullType()
        return type_coerce(number, untyped)

    def contains(self, document: Document, path: Path, part: str) -> Condition:
        searchable = _typeof(document, path).in_(("string", "object", "array"))
        return and_(searchable, func.strpos(_text(document, path), part) > 0)

    def mentions(self, document: Document, path: Path, part: str) -> Condition:
        searchable = _typeof(document, path).in_(("string", "object", "array"))
        return and_(searchable, func.strpos(func.lower(_text(document, path)), func.lower(part)) > 0)


def dialect_of(name: str) -> Dialect:
    """The dialect of an engine by SQLAlchemy's name for it. Raises LookupError for one that is not supported."""
    dialects: dict[str, type[Dialect]] = {"sqlite": SQLite, "postgresql": PostgreSQL}
    if name not in dialects:
        raise LookupError(f"no support for the database {name!r}, only for: {', '.join(dialects)}")
    return dialects[name]()


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
    # Step by step, because a path in one piece would take "0" for the first element of an array.
    *above, key = path
    for step in above:
        document = document.op("->", return_type=NullType())(literal(step, Text))
    return document.op(last, return_type=NullType())(literal(key, Text))
