"""Mapping of table columns to the parts of a row, for CSV files and data frames."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple, TypeAlias

from .._core.errors import InvalidRequestError

Columns: TypeAlias = Mapping[str, str]
"""Maps the name of a column to a part of the row: ``inputs``, ``ground_truth``, ``metadata`` or ``id``.

A value such as ``inputs.question`` makes the column the key ``question`` of the inputs.
"""
_PARTS: Final = ("inputs", "ground_truth", "metadata")


class LocatedRow(NamedTuple):
    """A row, and its place in the dataset."""

    place: str
    """The place for error messages, such as ``rows.csv:3``."""
    row: Any


def map_columns(rows: Iterable[LocatedRow], columns: Columns | None) -> Iterator[LocatedRow]:
    """Yield the rows with their columns mapped to parts. If ``columns`` is None, the rows are unchanged.

    Unmapped columns become metadata. Raises InvalidRequestError if a row lacks a mapped column; the message has the
    place of the row.
    """
    if columns is None:
        yield from rows
        return
    for column, part in columns.items():
        if part != "id" and part.partition(".")[0] not in _PARTS:
            raise InvalidRequestError(
                f"{column!r} is mapped to {part!r}; use inputs, ground_truth, metadata or id, "
                "or a key such as inputs.question",
                argument="columns",
                separator=": ",
            )
    for place, row in rows:
        yield LocatedRow(place, _mapped(place, row, columns))


def _mapped(place: str, row: Any, columns: Columns) -> dict[str, Any]:
    if not isinstance(row, Mapping):
        raise InvalidRequestError(
            f"{place} has no columns: it is a {type(row).__name__}", argument="dataset", separator=": "
        )
    found: dict[str, Any] = {"inputs": {}}
    for column, part in columns.items():
        if column not in row:
            raise InvalidRequestError(f"{place} has no column {column!r}", argument="dataset", separator=": ")
        _put(found, part, column, row[column])
    for column, value in row.items():
        if column not in columns:
            found.setdefault("metadata", {})[str(column)] = value
    return found


def unflatten(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a CSV row with its columns sorted into parts: ``inputs.question`` is the key ``question`` of the inputs.

    If no column is named ``inputs`` or begins with ``inputs.``, all columns except ``id``, ``ground_truth`` and
    ``metadata`` are inputs. Otherwise, columns without a part are metadata.
    """
    has_inputs = "inputs" in row or any(column.startswith("inputs.") for column in row)
    found: dict[str, Any] = {} if has_inputs else {"inputs": {}}
    for column, value in row.items():
        if column in ("id", "inputs", "ground_truth", "ground_truths", "metadata"):
            found[column] = value
        elif column.partition(".")[0] in _PARTS:
            _put(found, column, column, value)
        else:
            _put(found, "metadata" if has_inputs else "inputs", column, value)
    return found


def _put(row: dict[str, Any], part: str, column: str, value: Any) -> None:
    name, _, key = part.partition(".")
    if name == "id":
        row["id"] = value
        return
    holder = row.setdefault(name, {})
    if isinstance(holder, dict):
        holder[key or str(column)] = value
