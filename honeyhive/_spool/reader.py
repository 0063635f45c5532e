"""Read-only view of a spool for ``read_spool()``, ``spool_status()`` and the command ``honeyhive spool``."""

import json
import os
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from .._tracing.delivery.records import Kind
from .folder import DAMAGED, Folder
from .journal import journal_of, segments_of
from .open_steps import interrupted
from .segment import Segment, SpooledRecord


class Spooled(NamedTuple):
    """A record that waits in a spool."""

    kind: Kind
    """start: a session start. event: an event. change: the end of a session, or feedback."""
    event_id: str
    """Id of the event; for a session start or end, the id of the session."""
    session_id: str
    logged: int
    """Time at which the record was logged, in unix milliseconds."""
    body: Any
    """Decoded JSON of the record, which will be sent."""


class SpoolStatus(NamedTuple):
    """Summary of a spool. Each session start, event, session end and feedback counts as one record."""

    path: str
    waiting: int
    left_behind: int
    """Waiting records that ended processes left behind. The next process that opens the spool delivers them."""
    bytes: int
    """Size of all files."""
    oldest: int | None
    """Time at which the oldest waiting record was logged, in unix milliseconds; None if none waits."""
    processes: int
    """Number of clients that have the spool open."""
    damaged: int
    """Number of places in the spool's files that cannot be read."""
    kept_aside: int
    """Number of damaged files that were renamed; nothing reads or deletes them."""


def spool_status(path: str | os.PathLike[str]) -> SpoolStatus:
    """Return a summary of the spool at this path. Raises ConfigurationError if it cannot be read."""
    folder = Folder(os.fspath(path), make=False)
    try:
        waiting = left_behind = processes = damaged = 0
        oldest: list[int] = []
        for journal, segments in _journals(folder):
            is_running = folder.is_claimed(journal)
            processes += is_running
            if not is_running:
                steps = interrupted(folder, journal, folder.names())
                waiting += len(steps)
                left_behind += len(steps)
                oldest += [one.logged for one in steps[:1]]
            for segment in segments:
                found = segment.index(is_last=segment is segments[-1])
                waiting += found.waiting
                left_behind += 0 if is_running else found.waiting
                damaged += found.damaged
                oldest += [one.logged for one in islice(_records(segment), 1)]
        sizes = folder.sizes()
    finally:
        folder.close()
    kept_aside = sum(name.endswith(DAMAGED) for name in sizes)
    total = sum(size for name, size in sizes.items() if journal_of(name))
    first = min(oldest, default=None)
    return SpoolStatus(os.fspath(path), waiting, left_behind, total, first, processes, damaged, kept_aside)


def read_spool(path: str | os.PathLike[str]) -> Iterator[Spooled]:
    """Yield all records that wait in the spool at this path, process by process, in the order of logging.

    The records stay in the spool. Raises ConfigurationError if the spool cannot be read.
    """
    folder = Folder(os.fspath(path), make=False)
    try:
        for journal, segments in _journals(folder):
            if not folder.is_claimed(journal):
                for step in interrupted(folder, journal, folder.names()):
                    yield Spooled(step.kind, step.event_id, step.session_id, step.logged, json.loads(step.body))
            for segment in segments:
                segment.index(is_last=False)
                for one in _records(segment):
                    yield Spooled(one.kind, one.event_id, one.session_id, one.logged, json.loads(one.body))
    finally:
        folder.close()


def _journals(folder: Folder) -> Iterator[tuple[str, list[Segment]]]:
    names = folder.names()
    for journal in sorted({found for name in names if (found := journal_of(name)) is not None}):
        yield journal, [Segment(folder, name) for name in segments_of(journal, names)]


def _records(segment: Segment) -> Iterator[SpooledRecord]:
    try:
        for found in segment.take():
            if isinstance(found, SpooledRecord):
                yield found
    finally:
        segment.close()
