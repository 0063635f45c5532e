"""Counters with a spool: each record is counted exactly once, however often processes die."""

import shutil
import tempfile
from collections import Counter

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from honeyhive._core.messages import HttpResponse
from honeyhive._tracing.delivery.backlog import Backlog
from honeyhive._tracing.delivery.batches import Batch
from honeyhive._tracing.delivery.counters import Counters
from honeyhive._tracing.delivery.policy import DeliveryPolicy, Now, Wait
from honeyhive._tracing.limits import DeliveryLimits, DiskLimits, QueueLimits
from honeyhive._tracing.rate_limited_log import RateLimitedLog
from honeyhive.errors import APIConnectionError

from .spools import Clock, files, look, numbers, opened, record

LIMITS = DeliveryLimits(linger=0.0, batch_events=4, window=8, failures_before_drop=3)
DISK = DiskLimits(bytes=60_000, segment_bytes=4_000, tidy_bytes=1_000, window_bytes=6_000, look_interval=10, claims=2)


class Process:
    """A simulated process without threads, with a spool in a folder."""

    def __init__(self, folder, clock):
        self.clock = clock
        self.counters = Counters()
        self.store = opened(folder, counters=self.counters, limits=DISK, memory=QueueLimits(records=5), clock=clock)
        self.delivery = DeliveryPolicy(
            Backlog(self.store, self.counters, RateLimitedLog(lambda: clock.monotonic), LIMITS)
        )
        self.logged = 0

    @property
    def now(self):
        return Now(self.clock.monotonic, self.clock.unix, 0.5)

    def next(self):
        return self.delivery.next(self.now, flush_now=True)

    def unit(self):
        """Return the next batch that would be sent, once all records of the spool were read."""
        look(self.store, self.clock)
        step = self.next()
        return step if isinstance(step, Batch) else None


def test_expired_and_damaged_records_are_counted_and_later_ones_delivered(tmp_path):
    clock = Clock()
    process = Process(tmp_path, clock)
    for number in range(3):
        process.store.put(record(number))
    clock.advance(8 * 24 * 3600)

    assert process.next() == Wait(0.0)
    assert process.next() == Wait(None)
    assert process.delivery.backlog.is_settled(3)
    assert process.counters.stats().dropped == {"expired": 3}
    process.store.put(record(3))
    file = tmp_path / files(tmp_path, ".log")[0]
    file.write_bytes(file.read_bytes()[:-1] + b"x")
    assert process.next() == Wait(0.0)
    assert process.delivery.backlog.is_settled(4)
    assert process.counters.stats().dropped == {"expired": 3, "damaged": 1}
    process.store.put(record(4))
    assert numbers(process.unit().records) == [4]


class Durable(RuleBasedStateMachine):
    """Two processes on one folder: accepted + recovered = delivered + pending + dropped, without duplicates."""

    def __init__(self):
        super().__init__()
        self.folder = tempfile.mkdtemp(prefix="spool-")
        self.clock = Clock()
        self.processes = [Process(self.folder, self.clock) for _ in range(2)]
        self.count = 0
        self.accepted = set()
        self.sent = Counter()
        self.refused = set()
        self.may_come_twice = set()

    @rule(
        which=st.integers(0, 1),
        kind=st.sampled_from(["event", "event", "start", "change"]),
        session=st.sampled_from("ab"),
        size=st.sampled_from([10, 1_000, 3_000]),
    )
    def log(self, which, kind, session, size):
        process = self.processes[which]
        self.count += 1
        process.logged += 1
        dropped = process.counters.stats().dropped
        process.store.put(record(self.count, kind, session, size))
        if process.counters.stats().dropped == dropped:
            self.accepted.add(self.count)

    @rule(which=st.integers(0, 1), status=st.sampled_from([200, 200, 200, 204, 400, 401, 413, 429, 500, 503]))
    def answer(self, which, status):
        process = self.processes[which]
        unit = process.unit()
        if unit is None:
            return
        given_up = process.counters.failed.total()
        process.delivery.ended(unit, HttpResponse(status, {}, b'{"success":true}'), process.now)
        if status in (200, 204):  # a 204 with a documented body also confirms
            self.sent.update(numbers(unit.records))
        elif process.counters.failed.total() > given_up:
            self.refused.update(numbers(unit.records))

    @rule(which=st.integers(0, 1))
    def no_answer(self, which):
        process = self.processes[which]
        unit = process.unit()
        if unit is not None:
            process.delivery.ended(unit, APIConnectionError("down", request="x"), process.now)

    @rule(seconds=st.floats(0, 100))
    def time_passes(self, seconds):
        self.clock.advance(seconds)

    @rule(which=st.integers(0, 1))
    def is_killed(self, which):
        self.processes[which].store.forget()
        self.processes[which] = Process(self.folder, self.clock)

    @rule(which=st.integers(0, 1))
    def is_killed_after_the_server_has_stored_and_before_that_is_marked(self, which):
        unit = self.processes[which].unit()
        if unit is not None:
            self.sent.update(numbers(unit.records))
            self.may_come_twice.update(numbers(unit.records))
        self.is_killed(which)

    @rule(which=st.integers(0, 1))
    def ends(self, which):
        process = self.processes[which]
        before = process.counters.stats()
        assert process.delivery.backlog.abandon() == 0
        assert process.counters.stats() == before
        assert process.store.kept == before.pending
        self.processes[which] = Process(self.folder, self.clock)

    @invariant()
    def books_balance(self):
        for process in self.processes:
            stats = process.counters.stats()
            assert stats.accepted == process.logged
            assert stats.accepted + stats.recovered == stats.delivered + stats.pending + sum(stats.dropped.values())
            assert process.store.kept == stats.pending
            assert (process.store.pending_bytes == 0) == (stats.pending == 0)
        twice = {number for number, times in self.sent.items() if times > 1}
        assert twice <= self.may_come_twice

    def teardown(self):
        for process in self.processes:
            process.store.forget()
        last = Process(self.folder, self.clock)
        while True:
            unit = last.unit()
            if unit is None:
                break
            self.sent.update(numbers(unit.records))
            last.delivery.ended(unit, HttpResponse(200, {}, b'{"success":true}'), last.now)
        assert self.sent.keys() | self.refused == self.accepted
        assert last.delivery.backlog.abandon() == 0
        assert files(self.folder) == []
        shutil.rmtree(self.folder)


Durable.TestCase.settings = settings(max_examples=100, stateful_step_count=50, deadline=None)
TestDurable = Durable.TestCase
