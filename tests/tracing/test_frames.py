"""Frames of the spool: intact frames are found between damaged bytes."""

from struct import pack
from zlib import crc32

import pytest

from honeyhive._spool.frames import HEAD, MAGIC, Frame, decoded, encoded, scan
from honeyhive._tracing.delivery.records import Record

ONE, TWO = (encoded(Record("event", f"event-{n}", "session", b'{"n":%d}' % n), 1_767_323_045_000 + n) for n in (1, 2))


def test_encode_and_decode_round_trip():
    assert decoded(ONE) == Frame("event", "event-1", "session", b'{"n":1}', 1_767_323_045_001)
    assert decoded(encoded(Record("change", "", "", b""), 0)) == Frame("change", "", "", b"", 0)


def test_decoded_is_none_for_cut_or_changed_bytes():
    assert decoded(b"") is None
    assert decoded(ONE + TWO) is None
    assert all(decoded(ONE[:end]) is None for end in range(len(ONE)))
    for place in range(len(ONE)):
        assert decoded(ONE[:place] + bytes([ONE[place] ^ 1]) + ONE[place + 1 :]) is None


def made(size, kind, event_id, session_id, content):
    """Return a frame with the given fields and valid checksums."""
    fields = pack("<IQBHH", size, 0, kind, event_id, session_id)
    return MAGIC + pack("<II", crc32(fields), crc32(fields + content)) + fields + content


@pytest.mark.parametrize(
    "frame",
    [
        made(2, 1, 2, 1, b"ab"),
        made(2, 1, 1, 2, b"ab"),
        made(2, 3, 1, 1, b"ab"),
        made(2, 1, 1, 1, b"\xff\xfe"),
    ],
    ids=["event id too long", "session id too long", "unknown kind", "no text"],
)
def test_decoded_is_none_for_invalid_fields_with_valid_checksums(frame):
    assert decoded(frame) is None
    assert decoded(made(2, 1, 1, 1, b"ab")) is not None


@pytest.mark.parametrize("junk", [b"x", b"xx", MAGIC, MAGIC * 20, ONE[:-1], b"\xff"])
def test_scan_finds_the_frame_after_damaged_bytes(junk):
    found = scan(ONE + junk + TWO)

    assert found.places == [(0, len(ONE)), (len(ONE) + len(junk), len(TWO))]
    assert (found.damaged, found.is_cut) == (1, False)


@pytest.mark.parametrize("end", range(1, len(TWO)))
def test_scan_reports_a_truncated_frame_as_cut(end):
    assert scan(ONE + TWO[:end]) == ([(0, len(ONE))], 1, True)


@pytest.mark.parametrize(
    "junk",
    [
        b"x",
        b"x" * HEAD,
        b"x" * 2 * HEAD,
        MAGIC[:3] + b"x",
        MAGIC.ljust(HEAD, b"x"),
        MAGIC + b"x" * HEAD,
        TWO[:-1] + b"x",
    ],
)
def test_scan_reports_bytes_without_a_frame_start_as_damaged(junk):
    assert scan(ONE + junk) == ([(0, len(ONE))], 1, False)
