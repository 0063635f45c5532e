"""What is in a spool, read without changing it, whoever writes to it at the time."""

import json
import os
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from .._tracing.delivery.records import Kind
from .folder import DAMAGED, Folder
from .journal import journal_of, segments_of
from .segment import Segment, SpooledRecord


class Spooled(NamedTuple):
    """A record that waits in a spool."""

    kind: Kind
    """start: of a session. event. change: the end of a session, or feedback."""
    event_id: str
    """The id of the event; of the session for its start and its end."""
    session_id: str
    logged: int
    """When it was logged, in unix milliseconds."""
    body: Any
    """What will be sent."""


class SpoolStatus(NamedTuple):
    """What waits in a spool; session starts, events, session ends and feedback count as one each."""

    path: str
    waiting: int
    left_behind: int
    """Those of ``waiting`` whose process has ended: the next start delivers them."""
    bytes: int
    """Of all files."""
    oldest: int | None
    """When the oldest that waits was logged, in unix milliseconds."""
    processes: int
    """Clients that have the spool open."""
    damaged: int
    """How often something in its files cannot be read."""
    kept_aside: int
    """Damaged files that were kept aside; nothing reads or deletes them."""


def spool_status(path: str | os.PathLike[str]) -> SpoolStatus:
    """What waits in the spool at this path. Raises ConfigurationError if it cannot be read."""
    folder = Folder(os.fspath(path), make=False)
    try:
        waiting = left_behind = processes = damaged = 0
        oldest: list[int] = []
        for journal, segments in _journals(folder):
            is_running = folder.is_claimed(journal)
            processes += is_running
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
    """All that waits in the spool at this path, process by process, in the order in which it was logged.

    It stays there. Raises ConfigurationError if the spool cannot be read.
    """
    folder = Folder(os.fspath(path), make=False)
    try:
        for _, segments in _journals(folder):
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
