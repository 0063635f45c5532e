"""Events in a CSV file: rows are read one at a time, and columns become parts of events."""

import codecs
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO, Final

import click
from honeyhive_api.shapes import SHAPES

from ..._experiments.unlimited_csv import csv_error, csv_reader
from ..terminal.suggestions import suggestion
from .jsonl import Line

_FIELDS: Final = {field.name: field for field in SHAPES["CreateEventRequest"]}
_OBJECTS: Final = ("inputs", "outputs", "metadata", "metrics", "feedback", "config", "user_properties")
_NUMBERS: Final = ("start_time", "end_time", "duration")
_TYPED: Final = ("metrics", "metadata", "feedback", "config", *_NUMBERS)
"""Parts of an event in which a cell may become a number or a boolean.

Cells of other parts stay strings, and so does a cell such as 00123.
"""

_TO_CLOSING_QUOTE: Final = re.compile(rb'(?:[^"]++|"")*+"')


class CsvColumns:
    """The header of a CSV file, which maps each column to a part of an event.

    Raises UsageError for a flag with an unknown column or part, and for a header that is not CSV or has empty or
    repeated names.
    """

    def __init__(self, file: BinaryIO, mapping: Mapping[str, str], constants: Mapping[str, str]) -> None:
        file.seek(0)
        first = next(read_rows(file, 0, 2**20), None)
        self._names = _header(first) if first else []
        self.start: Final = first.end if first else 0
        self.line: Final = first.number if first else 0
        self._constants = {part: _value(part, text) for part, text in constants.items()}
        for part in (*mapping.values(), *constants):
            _check_part(part)
        for name in self._names:
            if not name.strip():
                raise click.UsageError("the header has a column without a name")
            if self._names.count(name) > 1:
                raise click.UsageError(f"the header has the column {name} twice")
        for name in mapping:
            if name not in self._names:
                raise click.UsageError(f"--column: there is no column {name}{suggestion(name, self._names)}")
        self._parts = [mapping.get(name) or _own_part(name) for name in self._names]

    def event(self, row: bytes) -> dict[str, Any]:
        """Return the event of a row. Raises ValueError for a row that does not fit the header."""
        cells = _cells(row)
        if len(cells) != len(self._names):
            raise ValueError(f"it has {len(cells)} values, and the header has {len(self._names)}")
        event: dict[str, Any] = {}
        for part, value in self._constants.items():
            _put(event, part, value)
        for name, part, text in zip(self._names, self._parts, cells, strict=True):
            if text:
                value = _value(part, text)
                is_whole = part not in _OBJECTS or isinstance(value, dict)
                _put(event, part if is_whole else f"{part}.{name}", value)
        event.setdefault("inputs", {})
        return event


def read_rows(file: BinaryIO, number: int, longest: int) -> Iterator[Line]:
    """Yield the rows after the current position; a quoted value may have line breaks.

    ``number`` is the number of the previous line, ``longest`` the maximum size of a row in bytes. A row has the number
    of its last line.
    """
    start = end = file.tell()
    parts: list[bytes] = []
    size, is_open = 0, False
    while text := file.readline(longest):
        end += len(text)
        number += text.endswith(b"\n")
        is_open = _ends_in_quotes(text, is_open=is_open, is_first=size == 0)
        size += len(text)
        if size <= longest:
            parts.append(text)
        if not is_open and text.endswith(b"\n"):
            whole = b"".join(parts)
            if whole.strip() or size > longest:
                yield Line(number, start, end, whole if size <= longest else None)
            start, parts, size = end, [], 0
    if size:
        yield Line(number + 1, start, end, b"".join(parts) if size <= longest else None)


def pairs(flag: str, values: Iterable[str], form: str) -> dict[str, str]:
    """Return the pairs of a flag such as --set KEY=VALUE. Raises UsageError for a value without an equals sign."""
    found = {}
    for one in values:
        name, equals, value = one.rpartition("=") if flag == "--column" else one.partition("=")
        if not (equals and name and value):
            raise click.UsageError(f"{flag}: {one!r} is not {form}")
        found[name] = value
    return found


def _own_part(name: str) -> str:
    """Return the part for a column that no flag maps: the part with the column's name, otherwise a metadata key."""
    top, dot, _ = name.partition(".")
    return name if (top in _FIELDS and bool(dot) <= (top in _OBJECTS)) else f"metadata.{name}"


def _check_part(part: str) -> None:
    top, dot, _ = part.partition(".")
    if top not in _FIELDS:
        raise click.UsageError(f"events have no field {top}{suggestion(top, _FIELDS)}")
    if dot and top not in _OBJECTS:
        raise click.UsageError(f"{top} is not an object, so it cannot contain {part}")


def _value(part: str, text: str) -> Any:
    """Return the value of a cell.

    An object or a list is decoded as JSON, a number or a boolean only in a part of `_TYPED`; other cells are strings.
    """
    is_typed = part.partition(".")[0] in _TYPED
    if not is_typed and text[0] not in "{[":
        return text
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return text
    is_plain = isinstance(value, dict | list | bool) or part in _NUMBERS or json.dumps(value) == text
    return value if is_plain else text


def _put(event: dict[str, Any], part: str, value: Any) -> None:
    *above, key = part.split(".")
    holder = event
    for name in above:
        holder = holder.setdefault(name, {})
        if not isinstance(holder, dict):
            words = f"{part} is inside {name}, but another column sets {name} to {holder!r:.40}"
            raise ValueError(words)  # noqa: TRY004 - a fault of the row
    if isinstance(holder.get(key), dict) and isinstance(value, dict):
        holder[key] |= value
    else:
        holder[key] = value


def _header(row: Line) -> list[str]:
    if row.text is None:
        raise click.UsageError("the header is longer than a megabyte; its last quote may be missing")
    try:
        return _cells(row.text)
    except ValueError as error:
        raise click.UsageError(f"the header is {error}") from None


def _ends_in_quotes(text: bytes, *, is_open: bool, is_first: bool) -> bool:
    """Return True if a quoted cell continues after this line; a quote opens a cell only as its first character."""
    if b'"' not in text:
        return is_open
    position = 0
    if is_first:
        text = text.removeprefix(codecs.BOM_UTF8)
        is_open = text.startswith(b'"')
        position = int(is_open)
    while True:
        if is_open:
            closed = _TO_CLOSING_QUOTE.match(text, position)
            if closed is None:
                return True
            position = closed.end()
        position = text.find(b',"', position) + 2
        if position < 2:
            return False
        is_open = True


def _cells(row: bytes) -> list[str]:
    try:
        text = row.decode("utf-8-sig")
        cells, *others = csv_reader(io.StringIO(text, newline=""))
    except csv_error() as error:
        raise ValueError(f"not CSV: {error}") from None
    except UnicodeDecodeError as error:
        raise ValueError(f"not UTF-8 at byte {error.start} of the row") from None
    if any(others):
        raise ValueError(
            "not CSV: it has a carriage return outside quotes, or rows that end in a carriage return alone"
        )
    return cells
