"""Rows in a file: JSON lines, a JSON array, CSV, or the JSON that ``honeyhive datapoints list`` prints."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from .._core.errors import InvalidRequestError
from .columns import LocatedRow, unflatten
from .csv_rows import csv_rows
from .text_file import TextFile

DATAPOINTS: Final = "datapoints"
SUFFIXES: Final = (".jsonl", ".ndjson", ".json", ".csv", ".gz")


class RowFile:
    """The rows of a file. Each iteration reads the file again; only a JSON document is read once and kept in memory.

    ``unflattens`` makes a CSV column such as ``inputs.question`` a key of the inputs. Raises InvalidRequestError for a
    file that cannot be read or parsed; the message has the line that cannot be parsed.
    """

    def __init__(self, path: Path, *, unflattens: bool = True) -> None:
        self._path = path
        self._file = TextFile(path)
        self._unflattens = unflattens
        self._is_csv = file_type(path) == ".csv"
        self._document: list[LocatedRow] | None = None
        self.are_stored: bool = False
        """True if the rows are stored datapoints with the service's ids."""
        if not self._is_csv and _is_document(self._file):
            self._document, self.are_stored = _document(path, "".join(self._file))
        self.is_held: bool = self._file.is_held or self._document is not None
        """True if all rows are in memory, as text or as values."""

    def __iter__(self) -> Iterator[LocatedRow]:
        if self._document is not None:
            return iter(self._document)
        if not self._is_csv:
            return _json_rows(self._path, self._file)
        rows = csv_rows(self._path, self._file)
        return (LocatedRow(place, unflatten(row)) for place, row in rows) if self._unflattens else rows


def file_type(path: Path) -> str:
    """Return the file's suffix in lower case and without compression: ``.csv`` for ``Rows.CSV.gz``."""
    suffix = path.suffix.lower()
    return Path(path.stem).suffix.lower() if suffix == ".gz" else suffix


def listed(value: Any) -> tuple[list[Any], bool] | None:
    """Return the rows in a value, and True if the rows are datapoints that the client has read from the service.

    The value may be a list, a data frame or the result of ``datapoints.list()``. Returns None for any other value.
    """
    if isinstance(value, list):
        return value, bool(value) and all(type(one).__name__ == "Datapoint" for one in value)
    if type(value).__name__ == "DataFrame":
        polars_rows = getattr(value, "to_dicts", None)
        return (polars_rows() if callable(polars_rows) else value.to_dict("records")), False
    if isinstance(value, Mapping):
        rows = value.get(DATAPOINTS) if "inputs" not in value else None
    else:
        rows = getattr(value, DATAPOINTS, None)
    return (rows, True) if isinstance(rows, list) else None


def _is_document(lines: Iterable[str]) -> bool:
    """Return True if the lines are one JSON document; False if each line is a row."""
    filled = (line.strip() for line in lines if line.strip())
    first = next(filled, "")
    if first in ("{", "["):
        return True
    return (first.startswith("[") or f'"{DATAPOINTS}"' in first) and next(filled, None) is None


def _document(path: Path, text: str) -> tuple[list[LocatedRow], bool]:
    """Return the rows of a JSON document, and True if they are stored datapoints."""
    start = len(text) - len(text.lstrip())
    line = text.count("\n", 0, start) + 1
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", line)
        raise InvalidRequestError(f"{path}:{line} is not JSON: {error}", argument="dataset", separator=": ") from None
    found = listed(value)
    if found is None:  # the document is a single row
        return [LocatedRow(f"{path}:{line}", value)], False
    rows, are_stored = found
    return [LocatedRow(f"{path}, row {number}", row) for number, row in enumerate(rows, 1)], are_stored


def _json_rows(path: Path, lines: Iterable[str]) -> Iterator[LocatedRow]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:  # also raised for a huge integer or very deep nesting
            raise InvalidRequestError(
                f"{path}:{number} is not JSON: {error}", argument="dataset", separator=": "
            ) from None
        yield LocatedRow(f"{path}:{number}", row)
