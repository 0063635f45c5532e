"""Rows in a file: JSON lines, a JSON array, CSV, or the JSON that ``honeyhive datapoints list`` prints."""

import csv
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from .._core.errors import InvalidRequestError
from .columns import LocatedRow, unflatten

DATAPOINTS: Final = "datapoints"
SUFFIXES: Final = (".jsonl", ".ndjson", ".json", ".csv")


class RowFile(NamedTuple):
    """The rows of a file."""

    rows: list[LocatedRow]
    are_stored: bool
    """True for datapoints of the service, with its ids."""


def read_file(path: Path, *, unflattens: bool = True) -> RowFile:
    """Return the rows of the file. Raises InvalidRequestError, naming the line, if it cannot be read.

    ``unflattens`` makes a CSV column such as ``inputs.question`` a key of the inputs.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise InvalidRequestError(f"{path} cannot be read: {reason}", argument="dataset", separator=": ") from None
    if path.suffix.lower() == ".csv":
        rows = list(_csv_rows(path, text))
        return RowFile([LocatedRow(place, unflatten(row)) for place, row in rows] if unflattens else rows, False)
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if _is_document(lines):
        return _document(path, text, lines[0][0])
    return RowFile(list(_json_rows(path, lines)), are_stored=False)


def listed(value: Any) -> tuple[list[Any], bool] | None:
    """Return (rows, True if they are stored datapoints) of a list, a data frame or a ``datapoints.list()`` result.

    None for other values.
    """
    if isinstance(value, list):
        return value, False
    if type(value).__name__ == "DataFrame":
        polars_rows = getattr(value, "to_dicts", None)
        return (polars_rows() if callable(polars_rows) else value.to_dict("records")), False
    if isinstance(value, Mapping):
        rows = value.get(DATAPOINTS) if "inputs" not in value else None
    else:
        rows = getattr(value, DATAPOINTS, None)
    return (rows, True) if isinstance(rows, list) else None


def _is_document(lines: list[tuple[int, str]]) -> bool:
    """Return True for one JSON value over several lines, and for a single line that holds all rows."""
    if not lines:
        return False
    first = lines[0][1].strip()
    return first in ("{", "[") or (len(lines) == 1 and (first.startswith("[") or f'"{DATAPOINTS}"' in first))


def _document(path: Path, text: str, line: int) -> RowFile:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", line)
        raise InvalidRequestError(f"{path}:{line} is not JSON: {error}", argument="dataset", separator=": ") from None
    found = listed(value)
    if found is None:  # a single row
        return RowFile([LocatedRow(f"{path}:{line}", value)], are_stored=False)
    rows, are_stored = found
    return RowFile([LocatedRow(f"{path}, row {number}", row) for number, row in enumerate(rows, 1)], are_stored)


def _json_rows(path: Path, lines: list[tuple[int, str]]) -> Iterator[LocatedRow]:
    for number, line in lines:
        try:
            yield LocatedRow(f"{path}:{number}", json.loads(line))
        except (ValueError, RecursionError) as error:  # also a huge integer, or too deep nesting
            raise InvalidRequestError(
                f"{path}:{number} is not JSON: {error}", argument="dataset", separator=": "
            ) from None


def _csv_rows(path: Path, text: str) -> Iterator[LocatedRow]:
    """Yield the rows of a CSV file as dicts of strings. Errors name the file, the line and the column."""
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    line = 1
    try:
        header = next(reader, [])
        _check_header(path, header)
        for cells in reader:
            first, line = line + 1, reader.line_num
            if not any(cells):  # a blank line
                continue
            place = f"{path}:{first if reader.line_num > first else line}"
            if len(cells) < len(header):
                raise InvalidRequestError(
                    f"{place} has no value in column {header[len(cells)]!r}", argument="dataset", separator=": "
                )
            if len(cells) > len(header):
                extra = len(cells) - len(header)
                raise InvalidRequestError(
                    f"{place} has {extra} more values than the header has columns, after column "
                    f"{header[-1]!r}; quote values that contain commas",
                    argument="dataset",
                    separator=": ",
                )
            yield LocatedRow(place, dict(zip(header, cells, strict=True)))
    except csv.Error as error:
        raise InvalidRequestError(
            f"{path}:{reader.line_num} is not CSV: {error}", argument="dataset", separator=": "
        ) from None


def _check_header(path: Path, header: list[str]) -> None:
    for index, name in enumerate(header, 1):
        if not name.strip():
            raise InvalidRequestError(f"{path}:1, column {index} has no name", argument="dataset", separator=": ")
        if name in header[: index - 1]:
            raise InvalidRequestError(
                f"{path}:1, column {index} has the name {name!r} of an earlier column",
                argument="dataset",
                separator=": ",
            )
