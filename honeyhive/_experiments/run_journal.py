"""The local journal of a run: a file that gets each finished row with its events, before they are sent."""

import json
import os
from pathlib import Path
from typing import Any, Final, NamedTuple

from .._core.errors import ConfigurationError
from .dataset import REPETITION, row_key

DEFAULT_DIRECTORY: Final = ".honeyhive/runs"


class JournalEntry(NamedTuple):
    """One event of a row, or the row's session. The session is written last, and marks the row as finished."""

    event: dict[str, Any]
    body: bytes
    """The event as the JSON that is sent."""


class RunJournal:
    """Append-only file with a line for each event.

    Lines survive the death of the process. They may be lost in a power failure, because they are not synced to disk.
    An incomplete last line is ignored.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        """The path of the file; None if no journal is kept."""
        self.problem: str | None = None
        """Reason why an event could not be written; None if all events were written."""
        self._file: _File | None = None

    def read(self) -> dict[str, list[JournalEntry]]:
        """Return the entries of each finished row, by row key. The last entry of a row is its session."""
        try:
            lines = self.path.read_bytes().split(b"\n") if self.path else []
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise self._unusable(error) from None
        rows: dict[str, list[JournalEntry]] = {}
        under_way: dict[str, list[JournalEntry]] = {}
        for entry in filter(None, map(_entry, lines)):
            its = under_way.setdefault(entry.event["session_id"], [])
            its.append(entry)
            if entry.event["event_type"] == "session":
                metadata = entry.event["metadata"]
                rows[row_key(metadata["datapoint_id"], metadata.get(REPETITION, 1))] = its
        return rows

    def open(self) -> None:
        """Open the file for appending. Raises ConfigurationError if that fails."""
        if self.path is None:
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._file = _File(os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
            if os.fstat(self._file.number).st_size:
                os.write(self._file.number, b"\n")  # this ends an incomplete line; blank lines are ignored
        except OSError as error:
            raise self._unusable(error) from None

    def add(self, body: bytes) -> None:
        """Append an event, from any thread. Each line is one write() call, so that lines do not mix."""
        file = self._file
        if file is None:
            return
        try:
            is_whole = os.write(file.number, body + b"\n") == len(body) + 1
            problem = None if is_whole else "the disk is full"
        except OSError as error:
            problem = error.strerror
        if problem:
            self.problem = f"{self.path} could not be written: {problem}"

    def close(self, *, remove: bool = False) -> None:
        """Close the file. With ``remove``, also delete it, because the service has stored everything.

        An empty file is always deleted. A second call has no effect.
        """
        file, self._file = self._file, None
        if file is None or self.path is None:
            return
        is_empty = not os.fstat(file.number).st_size
        if remove or is_empty:
            self.path.unlink(missing_ok=True)

    def _unusable(self, error: OSError) -> ConfigurationError:
        return ConfigurationError(
            f"journal_dir: {self.path} cannot be used ({error.strerror}); pass another folder, or None for no journal"
        )


class _File:
    """A file descriptor that is closed with its last reference, because abandoned rows may still write to it."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __del__(self) -> None:
        os.close(self.number)


def _entry(line: bytes) -> JournalEntry | None:
    """Return the entry in a line; None for a blank or incomplete line."""
    try:
        event = json.loads(line)
        event["session_id"], event["event_type"], event["metadata"]["datapoint_id"]
    except (ValueError, KeyError, TypeError):
        return None
    return JournalEntry(event, line)
