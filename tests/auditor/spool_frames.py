"""Reader of the spool, written from its format alone (docs/durable.md): it shares no code with the SDK.

A ``.log`` file is a row of frames: ff 48 48 01, the CRC-32 of the fields, the CRC-32 of the fields and the rest, the
fields (length of the rest u32, unix ms u64, kind u8, lengths of both ids u16), the rest: ids and JSON. All numbers are
little-endian. The ``.done`` file beside it has a mark for each settled frame: its offset u32 and the CRC-32 of that.
An ``.open`` file has frames of steps that have begun. A step has ended if it also has a frame in a ``.log`` file.
"""

import re
import struct
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

BEGIN = b"\xffHH\x01"
HEAD = struct.Struct("<4sIIIQBHH")
ID = re.compile(rb"EVT-[0-9a-f]+-\d+-Z")


def pending_ids(folder: Path) -> set[str]:
    """Return the ids in all intact frames that are not marked as settled, and those of open steps."""
    found, ended = set[bytes](), set[bytes]()
    for log in folder.glob("*.log"):
        settled = settled_offsets(log.with_suffix(".done"))
        for offset, frame in frames(log.read_bytes()):
            ended.update(ID.findall(frame))
            found.update(() if offset in settled else ID.findall(frame))
    for file in folder.glob("*.open"):
        found.update(name for _, frame in frames(file.read_bytes()) for name in ID.findall(frame) if name not in ended)
    return {name.decode() for name in found}


def settled_offsets(file: Path) -> set[int]:
    """Return the offsets of the frames that intact marks declare as settled."""
    marks = file.read_bytes() if file.exists() else b""
    whole = marks[: len(marks) // 8 * 8]
    return {offset for offset, crc in struct.iter_unpack("<II", whole) if crc == crc32(offset.to_bytes(4, "little"))}


def frames(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the offset and the contents of each intact frame, including frames behind a damaged place."""
    offset = data.find(BEGIN)
    while 0 <= offset <= len(data) - HEAD.size:
        _, fields_crc, crc, length, *_ = HEAD.unpack_from(data, offset)
        fields, end = data[offset + 12 : offset + HEAD.size], offset + HEAD.size + length
        if crc32(fields) == fields_crc and end <= len(data) and crc32(data[offset + 12 : end]) == crc:
            yield offset, data[offset + HEAD.size : end]
            offset = data.find(BEGIN, end)
        else:
            offset = data.find(BEGIN, offset + 1)
