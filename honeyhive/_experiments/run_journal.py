"""The journal of a run on this machine: each row that has finished, with its events, written before it is sent."""

import json
import os
from pathlib import Path
from typing import Any, Final, NamedTuple

from .._core.errors import ConfigurationError

DEFAULT_DIRECTORY: Final = ".honeyhive/runs"


class Entry(NamedTuple):
    """An event, or the session of a row, which comes after its events and says that the row has finished."""

    event: dict[str, Any]
    body: bytes
    """The same as the JSON text that is sent."""


class Journal:
    """A file that is only appended to, a line for each event; lines survive the death of the process.

    A line that was being written when the process died does not count. It is not synchronised to disk at each line:
    what the machine had not put there when it lost its power is lost.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        """None keeps nothing."""
        self.problem: str | None = None
        """The reason why an event could not be written."""
        self._file: _File | None = None

    def read(self) -> dict[str, list[Entry]]:
        """The entries of each row that has finished, its session last, by the id of its datapoint."""
        try:
            lines = self.path.read_bytes().split(b"\n") if self.path else []
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise self._unusable(error) from None
        rows: dict[str, list[Entry]] = {}
        under_way: dict[str, list[Entry]] = {}
        for entry in filter(None, map(_entry, lines)):
            its = under_way.setdefault(entry.event["session_id"], [])
            its.append(entry)
            if entry.event["event_type"] == "session":
                rows[entry.event["metadata"]["datapoint_id"]] = its
        return rows

    def open(self) -> None:
        """Begin to append. Raises ConfigurationError if that is not possible."""
        if self.path is None:
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._file = _File(os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600))
            if os.fstat(self._file.number).st_size:
                os.write(self._file.number, b"\n")  # ends a line that was cut off; blank lines mean nothing
        except OSError as error:
            raise self._unusable(error) from None

    def add(self, body: bytes) -> None:
        """Write an event; from any thread, each line in one piece."""
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
        """Append no more; ``remove`` when everything in it is stored by the service. Again it changes nothing."""
        file, self._file = self._file, None
        if file is None or self.path is None:
            return
        is_empty = not os.fstat(file.number).st_size
        if remove or is_empty:
            self.path.unlink(missing_ok=True)

    def _unusable(self, error: OSError) -> ConfigurationError:
        return ConfigurationError(
            f"journal_dir: {self.path} cannot be used ({error.strerror}); choose another folder, or None to keep none"
        )


class _File:
    """An open file, closed when nobody holds it: rows that were left alone may write to it still."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __del__(self) -> None:
        os.close(self.number)


def _entry(line: bytes) -> Entry | None:
    """Return the entry in a line; None for a blank one, or one that was being written when the process died."""
    try:
        event = json.loads(line)
        event["session_id"], event["event_type"], event["metadata"]["datapoint_id"]
    except (ValueError, KeyError, TypeError):
        return None
    return Entry(event, line)
