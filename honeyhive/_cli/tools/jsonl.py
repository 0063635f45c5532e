"""Files of one JSON value a line, read and written in constant memory."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple


class Line(NamedTuple):
    """One line that is not blank."""

    number: int
    start: int
    """The byte it begins at."""
    end: int
    """The byte behind it."""
    text: bytes | None
    """None if it is longer than the limit."""


def read_lines(file: BinaryIO, number: int, longest: int) -> Iterator[Line]:
    """The lines from the file's position on; ``number`` is that of the line before, ``longest`` is in bytes."""
    start = file.tell()
    while text := file.readline(longest):
        end = start + len(text)
        is_cut = len(text) == longest and not text.endswith(b"\n")
        if is_cut:
            end += _skip_line(file, longest)
        number += 1
        if not text.isspace():
            yield Line(number, start, end, None if is_cut else text)
        start = end


def _skip_line(file: BinaryIO, chunk: int) -> int:
    """How many bytes there were up to the end of the line."""
    skipped = 0
    while part := file.readline(chunk):
        skipped += len(part)
        if part.endswith(b"\n"):
            break
    return skipped


def json_line(value: Any) -> bytes:
    """The value as one line in UTF-8."""
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
    except UnicodeEncodeError:  # half of a surrogate pair, which only an escape can carry
        return json.dumps(value, separators=(",", ":")).encode() + b"\n"
