"""How a record stands in a file: a head with its length and checksum, its ids, its JSON text.

A frame begins with a byte that no text in UTF-8 has, so that after damage the next frame can be told from anything
that a user logged.
"""

from struct import Struct
from typing import TYPE_CHECKING, Final, NamedTuple
from zlib import crc32

if TYPE_CHECKING:
    from ..records import Kind, Record

MAGIC: Final = b"\xffHH\x01"
"""The last byte is the version of the format."""
_KINDS: Final[tuple["Kind", ...]] = ("start", "event", "change")
_NUMBERS: Final[dict[str, int]] = {kind: number for number, kind in enumerate(_KINDS)}
# What the checksum covers begins here: the length of all behind the head, unix milliseconds, kind, lengths of the ids.
_COVERED: Final = Struct("<IQBHH")
_CHECKSUM: Final = Struct("<I")
_COVERED_AT: Final = len(MAGIC) + _CHECKSUM.size
HEAD: Final = _COVERED_AT + _COVERED.size
"""Bytes of a head."""


class Frame(NamedTuple):
    """What a frame says."""

    kind: "Kind"
    event_id: str
    session_id: str
    body: bytes
    logged: int
    """When it was logged, in unix milliseconds."""


class Scan(NamedTuple):
    """What was found in the bytes of a file."""

    places: list[tuple[int, int]]
    """Offset and length of each intact frame."""
    damaged: int
    """How often something stood between them, or at the end, that is no intact frame."""
    is_cut: bool
    """Whether the last of that is the beginning of a frame whose end is missing, as where a process was killed while
    it wrote; it is among ``damaged``."""


def encoded(record: "Record", logged: int) -> bytes:
    """The frame of a record that is logged at this time, in unix milliseconds."""
    event_id, session_id = record.event_id.encode(), record.session_id.encode()
    size = len(event_id) + len(session_id) + len(record.body)
    covered = _COVERED.pack(size, logged, _NUMBERS[record.kind], len(event_id), len(session_id)) + event_id + session_id
    return b"".join((MAGIC, _CHECKSUM.pack(crc32(record.body, crc32(covered))), covered, record.body))


def intact_length(data: bytes, offset: int) -> int:
    """The length of the frame that begins at the offset; 0 if none does, or a damaged one."""
    if len(data) - offset < HEAD or data[offset : offset + len(MAGIC)] != MAGIC:
        return 0
    size, _, kind, event_id, session_id = _COVERED.unpack_from(data, offset + _COVERED_AT)
    end = offset + HEAD + size
    if end > len(data) or event_id + session_id > size or kind >= len(_KINDS):
        return 0
    (checksum,) = _CHECKSUM.unpack_from(data, offset + len(MAGIC))
    return HEAD + size if crc32(memoryview(data)[offset + _COVERED_AT : end]) == checksum else 0


def decoded(data: bytes) -> Frame | None:
    """The one frame that the bytes are; None if they are damaged."""
    if not data or intact_length(data, 0) != len(data):
        return None
    _, logged, kind, event_id, session_id = _COVERED.unpack_from(data, _COVERED_AT)
    ids = data[HEAD : HEAD + event_id + session_id]
    try:
        names = ids[:event_id].decode(), ids[event_id:].decode()
    except UnicodeDecodeError:  # the checksum is right: somebody made this by hand
        return None
    return Frame(_KINDS[kind], *names, data[HEAD + len(ids) :], logged)


def scan(data: bytes) -> Scan:
    """Every intact frame of a file, also those behind damaged ones."""
    places: list[tuple[int, int]] = []
    damaged = offset = 0
    bad_since: int | None = None
    while 0 <= offset < len(data):
        length = intact_length(data, offset)
        if length:
            places.append((offset, length))
            bad_since = None
            offset += length
            continue
        if bad_since is None:
            bad_since = offset
            damaged += 1
        offset = data.find(MAGIC, offset + 1)
    return Scan(places, damaged, bad_since is not None and _is_cut(data, bad_since))


def _is_cut(data: bytes, offset: int) -> bool:
    """Whether what begins at the offset would be a frame if the file went on."""
    if len(data) - offset < HEAD:
        return data[offset : offset + len(MAGIC)] == MAGIC[: len(data) - offset]
    size = _COVERED.unpack_from(data, offset + _COVERED_AT)[0]
    return data[offset : offset + len(MAGIC)] == MAGIC and offset + HEAD + size > len(data)
