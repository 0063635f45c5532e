"""Frames: the encoding of a record in a file, and the search for intact frames in damaged files.

A frame begins with a byte that never occurs in UTF-8. So the search for the next frame after a damaged place cannot
mistake logged data for a frame.
"""

from struct import Struct
from typing import TYPE_CHECKING, Final, NamedTuple
from zlib import crc32

if TYPE_CHECKING:
    from .._tracing.delivery.records import Kind, Record

MAGIC: Final = b"\xffHH\x01"
"""First bytes of every frame. The last of them is the version of the format."""
_ANY_VERSION: Final = MAGIC[:3]
_KINDS: Final[tuple["Kind", ...]] = ("start", "event", "change")
_NUMBERS: Final[dict[str, int]] = {kind: number for number, kind in enumerate(_KINDS)}
# Length of everything behind the head, unix milliseconds, kind, lengths of the two ids.
_FIELDS: Final = Struct("<IQBHH")
# The checksum of the fields alone, so that a length beyond the end of the file can be trusted; then that of all bytes
# from the fields to the end of the frame.
_CHECKSUMS: Final = Struct("<II")
_pack_fields: Final = _FIELDS.pack
_pack_start: Final = Struct("<4sII").pack  # with the magic bytes before the checksums
_FIELDS_AT: Final = len(MAGIC) + _CHECKSUMS.size
HEAD: Final = _FIELDS_AT + _FIELDS.size
"""Size in bytes of a frame's head: everything before the ids."""


class Frame(NamedTuple):
    """A decoded frame: a record as it was written to the disk."""

    kind: "Kind"
    event_id: str
    session_id: str
    body: bytes
    logged: int
    """Time at which the record was logged, in unix milliseconds."""


class Scan(NamedTuple):
    """Frames found in the bytes of a file."""

    places: list[tuple[int, int]]
    """(offset, length) of each intact frame."""
    damaged: int
    """Number of damaged places: gaps between intact frames, or at the end.

    In a gap, each record of another version counts as one damaged place.
    """
    is_cut: bool
    """True if the last gap is an incomplete frame, as after a kill; ``damaged`` counts it too."""


def encoded(record: "Record", logged: int) -> bytes:
    """Return the frame of a record that is logged at this time, in unix milliseconds."""
    return encoded_parts(record.kind, record.event_id, record.session_id, record.body, logged)


def encoded_parts(kind: "Kind", event_id: str, session_id: str, body: bytes, logged: int) -> bytes:
    """Return the frame of a record with these parts."""
    # Ids are nearly always ASCII, so both are encoded at once. For others, the first id is encoded alone as well.
    names = event_id + session_id
    ids = names.encode()
    size, of_ids = len(event_id), len(ids)
    if of_ids != len(names):
        size = len(event_id.encode())
    rest = ids + body
    fields = _pack_fields(len(rest), logged, _NUMBERS[kind], size, of_ids - size)
    of_fields = crc32(fields)
    return _pack_start(MAGIC, of_fields, crc32(rest, of_fields)) + fields + rest


def _claimed_length(data: bytes, offset: int) -> int:
    """Return the frame length that an intact head at the offset claims; 0 if there is no such head."""
    if len(data) - offset < HEAD or data[offset : offset + len(MAGIC)] != MAGIC:
        return 0
    size, _, kind, event_id, session_id = _FIELDS.unpack_from(data, offset + _FIELDS_AT)
    (checksum, _) = _CHECKSUMS.unpack_from(data, offset + len(MAGIC))
    is_sound = event_id + session_id <= size and kind < len(_KINDS)
    fields = data[offset + _FIELDS_AT : offset + HEAD]
    return HEAD + int(size) if is_sound and crc32(fields) == checksum else 0


def intact_length(data: bytes, offset: int) -> int:
    """Return the length of the intact frame that begins at the offset; 0 if there is none."""
    length = _claimed_length(data, offset)
    if not length or offset + length > len(data):
        return 0
    (_, checksum) = _CHECKSUMS.unpack_from(data, offset + len(MAGIC))
    return length if crc32(memoryview(data)[offset + _FIELDS_AT : offset + length]) == checksum else 0


def decoded(data: bytes) -> Frame | None:
    """Return the frame that the bytes consist of; None if they are damaged."""
    if not data or intact_length(data, 0) != len(data):
        return None
    _, logged, kind, event_id, session_id = _FIELDS.unpack_from(data, _FIELDS_AT)
    ids = data[HEAD : HEAD + event_id + session_id]
    try:
        names = ids[:event_id].decode(), ids[event_id:].decode()
    except UnicodeDecodeError:  # not damage, because the checksum is right: another program made this frame
        return None
    return Frame(_KINDS[kind], *names, data[HEAD + len(ids) :], logged)


def scan(data: bytes) -> Scan:
    """Find every intact frame in the bytes of a file, including frames after a damaged place."""
    places: list[tuple[int, int]] = []
    damaged = offset = 0
    bad_since: int | None = None
    while 0 <= offset < len(data):
        length = intact_length(data, offset)
        if length:
            if bad_since is not None:
                damaged += _in_gap(data, bad_since, offset)
            places.append((offset, length))
            bad_since = None
            offset += length
            continue
        if bad_since is None:
            bad_since = offset
        offset = data.find(MAGIC, offset + 1)
    if bad_since is not None:
        damaged += _in_gap(data, bad_since, len(data))
    return Scan(places, damaged, bad_since is not None and _is_cut(data, bad_since))


def _in_gap(data: bytes, start: int, end: int) -> int:
    """Return the number of unreadable records between two offsets: the records of other versions, but at least one."""
    return max(1, data.count(_ANY_VERSION, start, end) - data.count(MAGIC, start, end))


def _is_cut(data: bytes, offset: int) -> bool:
    """Return True if the bytes from this offset are the beginning of a frame."""
    if len(data) - offset < HEAD:
        return data[offset : offset + len(MAGIC)] == MAGIC[: len(data) - offset]
    return offset + _claimed_length(data, offset) > len(data)
