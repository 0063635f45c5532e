"""The queue is bounded, and stays consistent if a signal handler interrupts it."""

import gc
import logging
import signal
import threading
from collections import deque
from contextlib import nullcontext

import pytest

from honeyhive._tracing.delivery.counters import Counters
from honeyhive._tracing.delivery.queue import MemoryStore, ReentrantQueue
from honeyhive._tracing.delivery.records import Record
from honeyhive._tracing.events.prebuilt import log_prebuilt
from honeyhive._tracing.limits import DeliveryLimits, QueueLimits

from .conftest import event


def record(kind="event", size=0):
    return Record(kind, "e", "s", b"x" * size)


def test_the_newest_is_dropped_when_the_count_is_full_and_session_starts_have_room_left():
    counters = Counters()
    store = MemoryStore(counters, QueueLimits(records=100))
    for _ in range(150):
        store.put(record())
    for _ in range(30):
        store.put(record("start"))

    assert len(store) == 110
    assert counters.stats().dropped == {"queue_full": 70}
    assert counters.stats().accepted == 180


def test_bytes_are_bounded_until_they_are_settled():
    counters = Counters()
    store = MemoryStore(counters, QueueLimits(bytes=10_000))
    for _ in range(20):
        store.put(record(size=1_000))
    taken = store.take(100)

    assert len(taken) == 7
    store.put(record(size=1_000))
    assert len(store) == 0
    store.settle(taken)
    store.put(record(size=1_000))
    assert len(store) == 1


def test_threads_that_log_at_the_same_time_lose_no_count():
    counters = Counters()
    store = MemoryStore(counters, QueueLimits(records=10_000))
    threads = [threading.Thread(target=lambda: [store.put(record()) for _ in range(5_000)]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    stats = counters.stats()
    assert (stats.accepted, stats.pending, stats.dropped) == (20_000, 10_000, {"queue_full": 10_000})
    assert [found.number for found in store.take(10_000)] == list(range(1, 10_001))


def test_a_signal_handler_may_log_while_the_same_thread_is_logging(faults, tracer_to):
    tracer = tracer_to(faults.url, delivery=DeliveryLimits(linger=0.01))
    fired = []

    def handler(number, frame):
        fired.append(number)
        log_prebuilt(tracer, event(-1))

    previous = signal.signal(signal.SIGALRM, handler)
    signal.setitimer(signal.ITIMER_REAL, 0.0002, 0.0002)
    try:
        for number in range(3_000):
            log_prebuilt(tracer, event(number))
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)

    assert fired
    assert tracer.flush(30)
    assert tracer.stats().delivered == 3_000 + len(fired)


def test_a_signal_handler_that_logs_between_two_records_damages_nothing():
    counters = Counters()
    store = MemoryStore(counters)

    class Arriving(deque):
        """A queue that calls a handler right after it has found a record."""

        def __bool__(self):
            has_one = len(self) > 0
            if has_one and not handled:
                handled.append(1)
                store.put(record())
            return has_one

    handled = []
    store._arriving = Arriving()
    ReentrantQueue.put(store, record())  # what a put does that interrupts another one

    assert handled
    assert counters.stats().accepted == 2
    assert [found.number for found in store.take(10)] == [1, 2]


@pytest.mark.parametrize("is_raised", [False, True])
def test_a_signal_handler_that_runs_after_the_last_line_of_a_put_damages_nothing(is_raised):
    counters = Counters()
    store = MemoryStore(counters)
    handled = []

    class Waiting(deque):
        """Runs the handler right after a record was added."""

        def append(self, one):
            super().append(one)
            if not handled:
                handled.append(1)
                store.put(record())
                if is_raised:
                    raise TimeoutError

    store.waiting = Waiting()
    with pytest.raises(TimeoutError) if is_raised else nullcontext():
        store.put(record())

    assert handled
    assert counters.stats().accepted == 2
    assert [found.number for found in store.take(10)] == [1, 2]


def test_objects_may_log_while_they_are_collected(faults, tracer_to):
    tracer = tracer_to(faults.url, queue=QueueLimits(records=100_000))

    collected = []

    class Logs:
        def __init__(self):
            self.itself = self

        def __del__(self):
            log_prebuilt(tracer, event(0))
            collected.append(1)

    for number in range(2_000):
        Logs()
        log_prebuilt(tracer, event(number))
    gc.collect()

    count = len(collected)
    assert count
    assert tracer.flush(30)
    assert tracer.stats().delivered >= 2_000 + count


def test_an_overflow_is_logged_in_one_line_with_its_count(faults, tracer_to, caplog):
    tracer = tracer_to("http://127.0.0.1:9", queue=QueueLimits(records=10))
    with caplog.at_level(logging.INFO, "honeyhive"):
        for number in range(20_000):
            log_prebuilt(tracer, event(number))

    assert len(caplog.records) <= 3
    assert tracer.stats().accepted == 20_000
    assert tracer.stats().dropped["queue_full"] == 20_000 - 10
