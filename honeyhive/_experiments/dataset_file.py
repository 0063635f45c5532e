"""Rows in a file: JSON lines, a JSON array, or the JSON that ``honeyhive datapoints list`` prints."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from .._core.errors import InvalidRequestError

DATAPOINTS: Final = "datapoints"
SUFFIXES: Final = (".jsonl", ".ndjson", ".json")


class Placed(NamedTuple):
    """A row and the place that errors name."""

    place: str
    row: Any


class RowFile(NamedTuple):
    """The rows of a file."""

    rows: list[Placed]
    are_stored: bool
    """True for datapoints of the service, with its ids."""


def read_file(path: Path) -> RowFile:
    """Return the rows of the file. Raises InvalidRequestError, naming the line, for what cannot be read."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise InvalidRequestError(f"{path} cannot be read: {reason}", argument="dataset", separator=": ") from None
    lines = [(number, line) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if _is_document(lines):
        return _document(path, text, lines[0][0])
    return RowFile(list(_rows(path, lines)), are_stored=False)


def listed(value: Any) -> tuple[list[Any], bool] | None:
    """Return the rows in a list, a pandas frame or an answer with datapoints, and whether these are stored.

    None for other values.
    """
    if isinstance(value, list):
        return value, False
    if type(value).__name__ == "DataFrame":
        return value.to_dict("records"), False
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
        return RowFile([Placed(f"{path}:{line}", value)], are_stored=False)
    rows, are_stored = found
    return RowFile([Placed(f"{path}, row {number}", row) for number, row in enumerate(rows, 1)], are_stored)


def _rows(path: Path, lines: list[tuple[int, str]]) -> Iterator[Placed]:
    for number, line in lines:
        try:
            yield Placed(f"{path}:{number}", json.loads(line))
        except (ValueError, RecursionError) as error:  # also a number without end, or too many brackets
            raise InvalidRequestError(
                f"{path}:{number} is not JSON: {error}", argument="dataset", separator=": "
            ) from None
