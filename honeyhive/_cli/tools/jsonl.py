"""Files of JSON objects, one per line or pretty-printed, read and written in constant memory."""

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO, Final, NamedTuple

_HEAD: Final = 65_536
_CHUNK: Final = 2_500_000
# Matches the start of a saved search reply, an array of objects, or an object that is broken over several lines.
_DOCUMENT: Final = re.compile(rb'(?:\xef\xbb\xbf)?\s*(?:\{\s*"events"\s*:\s*\[|\[(?=\s*[{\]])|(?=\{[ \t]*\r?\n))')
_TOKEN: Final = re.compile(rb'"(?:[^"\\]|\\.)*(?:"|\\?\Z)|[{}]', re.DOTALL)


class Line(NamedTuple):
    """One line that is not blank, or one object of a document."""

    number: int
    start: int
    """The offset of the first byte."""
    end: int
    """The offset after the last byte."""
    text: bytes | None
    """The content; None if it is longer than the limit."""


def document_start(file: BinaryIO) -> int | None:
    """Return the offset of the first object in a JSON document; None for a file with one value per line."""
    file.seek(0)
    found = _DOCUMENT.match(file.read(_HEAD))
    return found.end() if found else None


def read_lines(file: BinaryIO, number: int, longest: int) -> Iterator[Line]:
    """Yield the lines after the current position. ``number`` lines come before them; ``longest`` is in bytes."""
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


def read_objects(file: BinaryIO, number: int, longest: int) -> Iterator[Line]:
    """Yield the objects after the current position of a JSON document. Any text may separate the objects.

    ``number`` is the number of the previous line, ``longest`` the maximum size of an object in bytes. An object has the
    number of the line on which it ends.
    """
    depth, start, size = 0, -1, 0
    parts: list[bytes] = []
    position, held = file.tell(), b""
    while chunk := file.readline(min(longest, _CHUNK)):
        text, held = held + chunk, b""
        begin = 0
        for token in _TOKEN.finditer(text):
            if token[0] == b"{":
                if depth == 0:
                    start, begin, parts, size = position + token.start(), token.start(), [], 0
                depth += 1
            elif token[0] == b"}":
                depth = max(depth - 1, 0)
                if depth == 0 and start >= 0:
                    whole = b"".join([*parts, text[begin : token.end()]])
                    yield Line(number + 1, start, position + token.end(), whole if len(whole) <= longest else None)
                    start = -1
            elif token.end() == len(text) and not chunk.endswith(b"\n"):
                text, held = text[: token.start()], text[token.start() :]  # a string that the limit has cut
        number += chunk.endswith(b"\n")
        if depth and size <= longest:
            parts.append(text[begin:])
            size += len(parts[-1])
        position += len(text)
    if depth:
        yield Line(number + 1, start, position, b"".join(parts))


def _skip_line(file: BinaryIO, chunk: int) -> int:
    """Skip the rest of the line and return its length in bytes."""
    skipped = 0
    while part := file.readline(chunk):
        skipped += len(part)
        if part.endswith(b"\n"):
            break
    return skipped


def json_line(value: Any) -> bytes:
    """Return the value as one line in UTF-8."""
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
    except UnicodeEncodeError:  # half of a surrogate pair can only be written as an escape
        return json.dumps(value, separators=(",", ":")).encode() + b"\n"
