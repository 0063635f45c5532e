"""How a record stands in a file: a head with its length and checksum, its ids, its JSON text.

A frame begins with a byte that no text in UTF-8 has, so that after damage the next frame can be told from anything
that a user logged.
"""

from struct import Struct
from typing import TYPE_CHECKING, Final, NamedTuple
from zlib import crc32

if TYPE_CHECKING:
    from .._tracing.delivery.records import Kind, Record

MAGIC: Final = b"\xffHH\x01"
"""The last byte is the version of the format."""
_KINDS: Final[tuple["Kind", ...]] = ("start", "event", "change")
_NUMBERS: Final[dict[str, int]] = {kind: number for number, kind in enumerate(_KINDS)}
# The length of all behind the head, unix milliseconds, kind, lengths of the ids.
_FIELDS: Final = Struct("<IQBHH")
# Of the fields alone, so that a length that goes beyond the end is believed or not; of all that follows.
_CHECKSUMS: Final = Struct("<II")
_FIELDS_AT: Final = len(MAGIC) + _CHECKSUMS.size
HEAD: Final = _FIELDS_AT + _FIELDS.size
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
    fields = _FIELDS.pack(size, logged, _NUMBERS[record.kind], len(event_id), len(session_id))
    ids = event_id + session_id
    of_fields = crc32(fields)
    checksums = _CHECKSUMS.pack(of_fields, crc32(record.body, crc32(ids, of_fields)))
    return b"".join((MAGIC, checksums, fields, ids, record.body))


def _claimed_length(data: bytes, offset: int) -> int:
    """The length that an intact head at the offset claims for its frame; 0 if there is none."""
    if len(data) - offset < HEAD or data[offset : offset + len(MAGIC)] != MAGIC:
        return 0
    size, _, kind, event_id, session_id = _FIELDS.unpack_from(data, offset + _FIELDS_AT)
    (checksum, _) = _CHECKSUMS.unpack_from(data, offset + len(MAGIC))
    is_sound = event_id + session_id <= size and kind < len(_KINDS)
    fields = data[offset + _FIELDS_AT : offset + HEAD]
    return HEAD + int(size) if is_sound and crc32(fields) == checksum else 0


def intact_length(data: bytes, offset: int) -> int:
    """The length of the frame that begins at the offset; 0 if none does, or a damaged one."""
    length = _claimed_length(data, offset)
    if not length or offset + length > len(data):
        return 0
    (_, checksum) = _CHECKSUMS.unpack_from(data, offset + len(MAGIC))
    return length if crc32(memoryview(data)[offset + _FIELDS_AT : offset + length]) == checksum else 0


def decoded(data: bytes) -> Frame | None:
    """The one frame that the bytes are; None if they are damaged."""
    if not data or intact_length(data, 0) != len(data):
        return None
    _, logged, kind, event_id, session_id = _FIELDS.unpack_from(data, _FIELDS_AT)
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
    return offset + _claimed_length(data, offset) > len(data)
