"""Rows in a CSV file, as dicts of strings."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from .._core.errors import InvalidRequestError
from .columns import LocatedRow
from .unlimited_csv import csv_error, csv_reader


def csv_rows(path: Path, lines: Iterable[str]) -> Iterator[LocatedRow]:
    """Yield the rows of a CSV file. Raises InvalidRequestError with the file and the number of a malformed line."""
    reader = csv_reader(lines)
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
                    f"{place} has {extra} too many values, after the last column {header[-1]!r}; "
                    "quote values that contain commas",
                    argument="dataset",
                    separator=": ",
                )
            yield LocatedRow(place, dict(zip(header, cells, strict=True)))
    except csv_error() as error:
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
