"""Waiting records by session: each lane is sent in order and by one request at a time, lanes beside each other."""

from collections import Counter
from itertools import islice

from .batches import Batch, BatchKind, merged_start
from .records import Record

# Lanes that are looked at to estimate how many requests wait.
_SAMPLE = 64


class Lanes:
    """Records that were taken from the queue and wait to be sent."""

    def __init__(self, *, sessions_in_batches: bool = True) -> None:
        self._in_batches = sessions_in_batches
        self._waiting: dict[str, list[Record]] = {}
        # Lanes with nothing in flight and nothing that failed, the longest waiting first.
        self._ready: dict[str, None] = {}
        self._busy: Counter[str] = Counter()
        self._lane_of: dict[str, str] = {}
        self._built = 0
        self.ready = 0
        """Records of lanes that may be sent now."""

    def add(self, records: list[Record]) -> None:
        """Append records to their lanes."""
        for record in records:
            if record.kind == "change":
                # Feedback may name an event without its session: it follows that event.
                record.lane = self._lane_of.get(record.event_id, record.session_id)
            else:
                record.lane = record.session_id
                self._lane_of[record.event_id] = record.lane
            lane = self._waiting.setdefault(record.lane, [])
            lane.append(record)
            if record.lane not in self._busy:
                self._ready[record.lane] = None
                self.ready += 1

    def hold(self, batch: Batch) -> None:
        """Keep the lanes of a batch back until it is released."""
        for lane in batch.lanes:
            self._busy[lane] += 1
            if lane in self._ready:
                del self._ready[lane]
                self.ready -= len(self._waiting[lane])

    def release(self, batch: Batch) -> None:
        """Let the lanes of a batch continue."""
        for lane in batch.lanes:
            self._busy[lane] -= 1
            if self._busy[lane]:
                continue
            del self._busy[lane]
            if lane in self._waiting:
                self._ready[lane] = None
                self.ready += len(self._waiting[lane])

    def forget(self, records: list[Record]) -> None:
        """Nothing has to follow these records any more: they are settled."""
        for record in records:
            if record.kind != "change":
                self._lane_of.pop(record.event_id, None)

    def load(self, batch_events: int) -> float:
        """Estimate how many requests wait; single session starts and changes need one each."""
        singles = sum([self._is_single(self._waiting[lane]) for lane in islice(self._ready, _SAMPLE)])
        return singles + self.ready / batch_events

    def next_batch(self, most_events: int, most_bytes: int) -> Batch | None:
        """Take the records that have waited longest: a batch of many lanes, or a single start or change."""
        chosen: list[Record] = []
        size = 0
        for lane in list(self._ready):
            waiting = self._waiting[lane]
            if self._is_single(waiting):
                if not chosen:
                    return self._single(lane)
                continue
            count = _batchable(waiting, most_events - len(chosen))
            count, more = _fitting(waiting, count, most_events - len(chosen), most_bytes - size, is_first=not chosen)
            chosen += self._take(lane, waiting, count)
            size += more
            if len(chosen) >= most_events or size >= most_bytes or (count == 0 and more):
                break
        return self._built_batch(Batch("event", chosen)) if chosen else None

    def _single(self, lane: str) -> Batch:
        first, *rest = self._waiting[lane]
        joins = first.kind == "start" and rest and _changes(rest[0], first) and merged_start(first, rest[0])
        kind: BatchKind = "start" if first.kind == "start" else "change"
        return self._built_batch(Batch(kind, self._take(lane, self._waiting[lane], 2 if joins else 1)))

    def _built_batch(self, batch: Batch) -> Batch:
        self._built += 1
        batch.place = (self._built,)
        self.hold(batch)
        return batch

    def _take(self, lane: str, waiting: list[Record], count: int) -> list[Record]:
        taken = waiting[:count]
        self.ready -= count
        if count == len(waiting):
            del self._waiting[lane]
            del self._ready[lane]
        else:
            del waiting[:count]
        return taken

    def _is_single(self, waiting: list[Record]) -> bool:
        """Return True if the first record travels by itself: a change, or a start with nothing to go with."""
        first = waiting[0]
        if first.kind == "event":
            return False
        if first.kind == "change" or not self._in_batches or len(waiting) == 1:
            return True
        return waiting[1].kind != "event" and not _changes(waiting[1], first)


def _batchable(waiting: list[Record], most: int) -> int:
    """Return how many records of a lane, from its beginning, may travel in one batch of events.

    The changes of a session start are moved directly behind it, where its batch expects them.
    """
    first, count = waiting[0], 0
    for record in waiting[: most + 1]:
        if count and record.kind != "event" and not (first.kind == "start" and _changes(record, first)):
            break
        count += 1
    if first.kind == "start" and any(record.kind == "change" for record in waiting[1:count]):
        waiting[1:count] = sorted(waiting[1:count], key=lambda record: record.kind == "event")
    return count


def _changes(record: Record, start: Record) -> bool:
    return record.kind == "change" and record.event_id == start.session_id


def _fitting(waiting: list[Record], count: int, events: int, room: int, *, is_first: bool) -> tuple[int, int]:
    """Return how many of the first ``count`` records fit, and their bytes.

    Bytes without records mean that the next one does not fit any more. The first record of a batch always fits, and the
    changes of a session start go with it.
    """
    size = taken = 0
    for at in range(count):
        record = waiting[at]
        more = len(record.body) + 1
        is_full = taken >= events or size + more > room
        if is_full and record.kind != "change" and (taken or not is_first):
            return taken, size or (more if events > 0 else 0)
        size += more
        taken += 1
    return taken, size
