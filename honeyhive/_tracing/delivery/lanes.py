"""Lanes: waiting records by session. A lane is sent in order, by one request at a time; lanes are sent in parallel."""

from itertools import islice
from typing import Final

from .batches import Batch, BatchKind
from .bodies import merged_start
from .records import Record

# Number of lanes that are read to estimate the number of waiting requests.
_SAMPLE: Final = 64


class Lanes:
    """Records that were taken from the store and wait to be sent."""

    def __init__(self, *, sessions_in_batches: bool = True) -> None:
        self._in_batches = sessions_in_batches
        # Waiting records by lane: of lanes that may be sent, the longest waiting first; of lanes that a batch holds.
        self._ready: dict[str, list[Record]] = {}
        self._blocked: dict[str, list[Record]] = {}
        # For each held lane, the number of its batches that are in flight or failed.
        self._holders: dict[str, int] = {}
        self._lane_of: dict[str, str] = {}
        self._built = 0
        self.ready: int = 0
        """Records of lanes that may be sent now."""

    def add(self, records: list[Record]) -> None:
        """Append records to their lanes."""
        # Every event takes this path, so local variables save attribute lookups.
        ready, lane_of, holders = self._ready, self._lane_of, self._holders
        for record in records:
            if record.kind == "change":
                # Feedback may name an event but not its session, so it joins the lane of that event.
                record.lane = lane = lane_of.get(record.event_id, record.session_id)
            else:
                lane_of[record.event_id] = lane = record.session_id
            if lane in ready:
                ready[lane].append(record)
                self.ready += 1
            elif lane in holders:
                self._blocked.setdefault(lane, []).append(record)
            else:
                ready[lane] = [record]
                self.ready += 1

    def hold(self, batch: Batch) -> None:
        """Make the later records of a batch's lanes wait until the batch is released."""
        holders, ready = self._holders, self._ready
        for lane in batch.lanes:
            holders[lane] = holders.get(lane, 0) + 1
            if lane in ready:
                self._blocked[lane] = waiting = ready.pop(lane)
                self.ready -= len(waiting)

    def release(self, batch: Batch) -> None:
        """Let the lanes of a batch continue, unless another batch holds them."""
        holders, blocked = self._holders, self._blocked
        for lane in batch.lanes:
            if holders[lane] > 1:
                holders[lane] -= 1
                continue
            del holders[lane]
            if lane in blocked:
                self._ready[lane] = waiting = blocked.pop(lane)
                self.ready += len(waiting)

    def settle(self, batch: Batch, *, is_held: bool) -> None:
        """Forget a delivered or dropped batch, and release its lanes if it held them."""
        if is_held:
            self.release(batch)
        lane_of = self._lane_of
        for record in batch.records:
            if record.kind != "change":
                lane_of.pop(record.event_id, None)

    def load(self, batch_events: int) -> float:
        """Estimate the number of waiting requests. A single session start or change needs its own request."""
        singles = sum([self._is_single(waiting) for waiting in islice(self._ready.values(), _SAMPLE)])
        return singles + self.ready / batch_events

    def next_batch(self, most_events: int, most_bytes: int) -> Batch | None:
        """Take the records that have waited longest, and return them as a batch; None if no lane is ready.

        The batch has events of several lanes, or a single session start or change.
        """
        chosen: list[Record] = []
        emptied: list[str] = []
        size = 0
        for lane, waiting in self._ready.items():
            first = waiting[0]
            if first.kind != "event" and self._is_single(waiting):
                if not chosen:
                    return self._single(lane, waiting)
                continue
            count = 1 if len(waiting) == 1 else _batchable(waiting, most_events - len(chosen))
            for record in waiting if count == len(waiting) else waiting[:count]:
                size += len(record.body) + 1
                # The changes of a session start are always put into the same batch, whatever their size.
                is_full = size > most_bytes or len(chosen) >= most_events
                if is_full and chosen and record.kind != "change":
                    count = -1
                    break
                chosen.append(record)
            if count == len(waiting):
                emptied.append(lane)
            if count < 0 or len(chosen) >= most_events:
                break
        if not chosen:
            return None
        return self._built_batch(Batch("event", chosen), emptied)

    def _single(self, lane: str, waiting: list[Record]) -> Batch:
        first = waiting[0]
        kind: BatchKind = "start" if first.kind == "start" else "change"
        records = waiting[:1]
        if kind == "start" and len(waiting) > 1 and _changes(waiting[1], first) and merged_start(first, waiting[1]):
            records = waiting[:2]
        return self._built_batch(Batch(kind, records), [lane] if len(records) == len(waiting) else [])

    def _built_batch(self, batch: Batch, emptied: list[str]) -> Batch:
        """Remove a batch's records from their lanes, and hold the lanes; ``emptied`` lanes have no other records."""
        for lane in emptied:
            del self._ready[lane]
        counts: dict[str, int] = {}
        if len(emptied) < len(batch.lanes):
            for record in batch.records:
                counts[record.lane] = counts.get(record.lane, 0) + 1
        for lane in batch.lanes.intersection(self._ready) if counts else ():
            del self._ready[lane][: counts[lane]]
        self.ready -= len(batch.records)
        self._built += 1
        batch.place = (self._built,)
        self.hold(batch)
        return batch

    def _is_single(self, waiting: list[Record]) -> bool:
        """Return True if the first record of a lane is a change or a session start that needs its own request."""
        first = waiting[0]
        if first.kind == "event":
            return False
        if first.kind == "change" or not self._in_batches or len(waiting) == 1:
            return True
        return waiting[1].kind != "event" and not _changes(waiting[1], first)


def _batchable(waiting: list[Record], most: int) -> int:
    """Return how many records at the beginning of a lane can be in one batch of events.

    The changes of a session start are moved directly behind the start, where ``batch_body`` expects them.
    """
    first, count = waiting[0], 0
    for record in islice(waiting, most + 1):
        if count and record.kind != "event" and not (first.kind == "start" and _changes(record, first)):
            break
        count += 1
    if first.kind == "start" and any(record.kind == "change" for record in waiting[1:count]):
        waiting[1:count] = sorted(waiting[1:count], key=lambda record: record.kind == "event")
    return count


def _changes(record: Record, start: Record) -> bool:
    """Return True if the record is a change that may be merged into the session start.

    The start of a dead process (number 0) may be stored already. A second start with the same id would have no effect,
    and the merged change would be lost.
    """
    return record.kind == "change" and record.event_id == start.session_id and start.number > 0
