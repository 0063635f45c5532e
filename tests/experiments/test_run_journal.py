"""The journal can be read even if the process that wrote it died in the middle of a row, after any byte."""

import json
import os
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from honeyhive import ConfigurationError
from honeyhive._experiments.run_journal import RunJournal

BODIES = [
    json.dumps(
        {"session_id": f"s{row}", "event_type": kind, "metadata": {"datapoint_id": f"d{row}"}, "text": "é\u2028"}
    ).encode()
    for row, kind in ((0, "tool"), (1, "tool"), (0, "session"), (1, "model"), (1, "session"), (2, "chain"))
]


def written(path: Path, bodies: list[bytes]) -> None:
    journal = RunJournal(path)
    journal.open()
    for body in bodies:
        journal.add(body)
    journal.close()


def finished(path: Path) -> dict[str, list[bytes]]:
    return {row: [entry.body for entry in its] for row, its in RunJournal(path).read().items()}


def expected(bodies: list[bytes]) -> dict[str, list[bytes]]:
    """Return the rows that have a complete session in the journal."""
    rows = {b'"s0"': "d0", b'"s1"': "d1", b'"s2"': "d2"}
    its = {name: [body for body in bodies if session in body] for session, name in rows.items()}
    return {name: found for name, found in its.items() if any(b'"session"' in body for body in found)}


@given(cut=st.integers(0, sum(map(len, BODIES)) + len(BODIES)))
@settings(deadline=None)
def test_a_journal_cut_off_at_any_byte_keeps_every_complete_row(tmp_path_factory, cut: int):
    path = tmp_path_factory.mktemp("journal") / "runs" / "one.jsonl"
    written(path, BODIES)
    path.write_bytes(path.read_bytes()[:cut])
    kept = [body for place, body in enumerate(BODIES) if sum(map(len, BODIES[: place + 1])) + place <= cut]

    assert finished(path) == expected(kept)
    written(path, BODIES[3:5])
    assert finished(path) == expected([*kept, *BODIES[3:5]])


def test_the_journal_has_mode_0600_and_is_deleted_when_everything_is_stored(tmp_path: Path):
    path = tmp_path / "one.jsonl"
    journal = RunJournal(path)
    journal.open()

    assert path.stat().st_mode & 0o077 == 0
    journal.close(remove=True)
    assert not path.exists()


def test_without_a_path_there_is_no_journal():
    journal = RunJournal(None)
    journal.open()
    journal.add(b"{}")
    journal.close(remove=True)

    assert journal.read() == {}
    assert journal.problem is None


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path):
    (tmp_path / "file").write_text("")

    with pytest.raises(ConfigurationError, match=r"journal_dir: .*file/one\.jsonl cannot be used"):
        RunJournal(tmp_path / "file" / "one.jsonl").open()


def test_a_full_disk_is_reported_and_does_not_stop_the_run(tmp_path: Path):
    (tmp_path / "one.jsonl").symlink_to("/dev/full")
    journal = RunJournal(tmp_path / "one.jsonl")
    journal.open()
    journal.add(BODIES[0])
    journal.close()

    assert journal.problem == f"{tmp_path}/one.jsonl could not be written: No space left on device"


def test_close_waits_for_a_row_that_is_being_written(tmp_path: Path):
    """If close() did not wait, the row could be written to a file that has got the same descriptor meanwhile."""
    path = tmp_path / "one.jsonl"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    free = next_number()
    journal = RunJournal(path)
    journal.open()
    adding = threading.Thread(target=journal.add, args=(b"x" * 2**20,))  # more bytes than the buffer of a pipe holds
    adding.start()
    while not read(reader):
        pass

    journal.close()
    while_adding = next_number()
    while adding.is_alive():
        read(reader)
    os.close(reader)

    assert while_adding != free
    assert next_number() <= free
    assert journal.problem is None


def next_number() -> int:
    """Return the file descriptor that the next opened file will get."""
    number = os.open(os.devnull, os.O_RDONLY)
    os.close(number)
    return number


def read(file: int) -> bytes:
    try:
        return os.read(file, 2**16)
    except BlockingIOError:
        return b""
