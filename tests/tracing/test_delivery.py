"""Delivery decisions without threads: timing, order, and counters that always balance."""

import heapq
import json
import random
from collections import Counter
from itertools import count, pairwise

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from honeyhive._core.messages import HttpResponse
from honeyhive._tracing.delivery.backlog import Backlog
from honeyhive._tracing.delivery.batches import Batch
from honeyhive._tracing.delivery.counters import Counters
from honeyhive._tracing.delivery.lanes import Lanes
from honeyhive._tracing.delivery.policy import DeliveryPolicy, Now, Wait
from honeyhive._tracing.delivery.queue import MemoryStore
from honeyhive._tracing.delivery.records import Record
from honeyhive._tracing.delivery.replies import Failure
from honeyhive._tracing.limits import DeliveryLimits, QueueLimits
from honeyhive._tracing.rate_limited_log import RateLimitedLog
from honeyhive.errors import APIConnectionError, APITimeoutError

LIMITS = DeliveryLimits(linger=0.1, batch_events=4, window=8, failures_before_drop=3)


class Path:
    """The delivery of a client without threads: queue, policy, and a clock that moves only when a test advances it."""

    def __init__(self, limits=LIMITS, queue=None, jitter=1.0, *, sessions_in_batches=True):
        self.time = 0.0
        self.jitter = jitter
        self.counters = Counters()
        self.store = MemoryStore(self.counters, queue)
        log = RateLimitedLog(lambda: self.time)
        self.delivery = DeliveryPolicy(
            Backlog(self.store, self.counters, log, limits, sessions_in_batches=sessions_in_batches)
        )

    def log(self, number, kind="event", session="s"):
        body = json.dumps({"inputs": {"number": number}, "outputs": {"text": "x" * 3000}}).encode()
        self.store.put(Record(kind, session if kind == "start" else f"e{number}", session, body))

    @property
    def now(self):
        return Now(self.time, 1_800_000_000.0 + self.time, self.jitter)

    def next(self, *, flush_now=True):
        return self.delivery.next(self.now, flush_now=flush_now)

    def answer(self, status, body=b'{"success":true}', **headers):
        unit = self.next()
        assert isinstance(unit, Batch), unit
        self.delivery.ended(
            unit, HttpResponse(status, {k.replace("_", "-"): v for k, v in headers.items()}, body), self.now
        )
        return unit


def test_the_first_event_waits_for_linger_unless_flushed_or_the_batch_is_full():
    path = Path()
    assert path.next(flush_now=False) == Wait(None)
    path.log(1)
    assert path.next(flush_now=False) == Wait(0.1)
    path.time = 0.06
    assert path.next(flush_now=False).seconds == pytest.approx(0.04)
    assert isinstance(path.next(flush_now=True), Batch)

    path = Path()
    for number in range(4):
        path.log(number)
    assert isinstance(path.next(flush_now=False), Batch)


def test_backoff_doubles_from_half_a_second_to_thirty_and_resets_after_a_success():
    path = Path()
    path.log(1)
    waits = []
    for _ in range(8):
        path.answer(503)
        waits.append(path.next().seconds)
        path.time += waits[-1]
    assert waits == pytest.approx([0.5, 1, 2, 4, 8, 16, 30, 30])

    path.answer(200)
    path.log(2)
    path.answer(503)
    assert path.next().seconds == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [({"retry_after": "7"}, 7), ({"retry_after": "900"}, 120), ({"retry_after_ms": "1500"}, 1.5)],
)
def test_retry_after_is_a_minimum_of_at_most_two_minutes(headers, seconds):
    path = Path(jitter=0.0)
    path.log(1)

    path.answer(429, **headers)
    assert path.next().seconds == pytest.approx(seconds)


def test_an_outage_of_a_minute_costs_few_requests():
    path = Path(jitter=0.5)
    path.log(1)
    while path.time < 60:
        unit = path.next()
        path.delivery.ended(unit, APIConnectionError("down", request="x"), path.now)
        path.time += path.next().seconds

    assert path.counters.requests <= 20


def test_a_refused_key_is_tried_once_a_minute():
    path = Path()
    path.log(1)
    for _ in range(3):
        path.answer(401)
        assert path.next() == Wait(60.0)
        path.time += 60
    path.answer(200)

    assert path.counters.stats().delivered == 1


def test_the_start_events_and_end_of_a_session_travel_in_one_batch_and_lone_starts_and_changes_alone():
    path = Path()
    path.log(1, "start", "whole")
    path.log(2, "event", "whole")
    path.store.put(Record("change", "whole", "whole", b'{"duration":5}'))
    path.log(4, "start", "lone")
    path.log(5, "change", "old")

    batch = path.answer(200)
    lone, change = path.answer(200), path.answer(200)

    assert [record.kind for record in batch.records] == ["start", "change", "event"]
    session, event = json.loads(batch.content)["events"]
    assert (session["event_type"], session["session_id"], session["event_id"]) == ("session", "whole", "whole")
    assert event["inputs"] == {"number": 2}
    assert [(one.kind, one.records[0].number) for one in (lone, change)] == [("start", 4), ("change", 5)]


def test_without_sessions_in_batches_each_start_travels_alone_and_its_events_after_it():
    path = Path(sessions_in_batches=False)
    for number, session in enumerate("ab"):
        path.log(number, "start", session)
        path.log(10 + number, "event", session)

    sent = [path.answer(200) for _ in range(3)]

    assert [[record.kind for record in batch.records] for batch in sent] == [["start"], ["start"], ["event", "event"]]


def test_the_end_of_a_session_is_merged_into_its_start_unless_the_start_lacks_a_field():
    start = Record("start", "s", "s", b'{"session_id":"s","metadata":{"a":1}}')
    start.number = 1  # it is of this process; a start with the number 0 may be stored already
    end = Record("change", "s", "s", b'{"duration":5,"metadata":{"b":2}}')
    graded = Record("change", "s", "s", b'{"duration":5,"metrics":{"b":2}}')

    alone = Lanes(sessions_in_batches=False)
    alone.add([start, end])
    joined = alone.next_batch(100, 10_000)
    assert json.loads(joined.content) == {"session_id": "s", "metadata": {"a": 1, "b": 2}, "duration": 5}
    assert len(joined.records) == 2
    alone = Lanes(sessions_in_batches=False)
    alone.add([start, graded])
    assert [record.kind for record in alone.next_batch(100, 10_000).records] == ["start"]


@pytest.mark.parametrize("in_batches", [True, False])
def test_the_end_of_a_session_does_not_join_a_start_that_a_dead_process_may_have_sent(in_batches):
    start = Record("start", "s", "s", b'{"session_id":"s"}')
    event = Record("event", "e", "s", b'{"event_id":"e"}')
    end = Record("change", "s", "s", b'{"duration":5}')

    lanes = Lanes(sessions_in_batches=in_batches)
    lanes.add([start, event, end])
    first = lanes.next_batch(100, 10_000)

    assert "change" not in [record.kind for record in first.records]


def test_a_session_in_a_batch_has_the_fields_of_its_start_and_changes():
    start = Record("start", "s", "s", b'{"session_id":"s","session_name":"chat","source":"x","metadata":{"a":1}}')
    rated = Record("change", "s", "s", b'{"feedback":{"rating":5},"outputs":{"x":1}}')
    end = Record("change", "s", "s", b'{"duration":5,"metadata":{"b":2},"outputs":{"y":2}}')

    (session,) = json.loads(Batch("event", [start, rated, end]).content)["events"]

    assert session == {
        "event_id": "s",
        "session_id": "s",
        "event_type": "session",
        "event_name": "chat",
        "source": "x",
        "inputs": {},
        "metadata": {"a": 1, "b": 2},
        "feedback": {"rating": 5},
        "outputs": {"y": 2},
        "duration": 5,
    }


def test_a_session_start_that_fails_is_not_passed_by_its_own_events():
    path = Path(sessions_in_batches=False)
    path.log(0, "start")
    path.log(1)
    for _ in range(40):
        assert path.answer(500).kind == "start"
        path.time += 200

    path.answer(200)
    assert path.answer(200).kind == "event"
    assert path.counters.stats().delivered == 2


def moments(path, respond, seconds, backlog=0, interval=0.2, one_session=False):
    """Return the times of the requests during ``seconds`` of steady logging; each request takes 10 ms."""
    sent, logged = [], 0
    for _ in range(backlog):
        logged += 1
        path.log(logged, session="s" if one_session else f"s{logged}")
    while path.time < seconds:
        while logged - backlog < path.time / interval:
            logged += 1
            path.log(logged, session="s" if one_session else f"s{logged}")
        step = path.next(flush_now=False)
        if isinstance(step, Batch):
            sent.append(path.time)
            path.time += 0.01
            respond(step)
        else:
            path.time += min(interval, interval if step.seconds is None else max(step.seconds, 0.001))
    return sent


@pytest.mark.parametrize("one_session", [False, True])
@pytest.mark.parametrize("backlog", [0, 1, 3, 1000])
@pytest.mark.parametrize("status", [401, 403, 404])
def test_a_service_that_refuses_everything_gets_three_requests_in_7_seconds_and_then_one_a_minute(
    status, backlog, one_session
):
    path = Path(DeliveryLimits())
    reply = HttpResponse(status, {}, b"{}")
    sent = moments(path, lambda batch: path.delivery.ended(batch, reply, path.now), 600, backlog, 1.0, one_session)

    assert 1 <= sum(moment < 7 for moment in sent) <= 3
    assert sum(7 <= moment < 60 for moment in sent) <= 1
    assert all(later - earlier >= 59 for earlier, later in pairwise(moment for moment in sent if moment > 60))
    assert len(sent) <= 14
    assert path.counters.stats().dropped == {}
    path.time += 60
    while isinstance(step := path.next(), Batch):
        path.delivery.ended(step, HttpResponse(200, {}, b'{"success":true}'), path.now)
    assert path.counters.stats().pending == 0


@pytest.mark.parametrize("backlog", [0, 1, 1000])
@pytest.mark.parametrize("status", [200, 429, 500, 503, None])
def test_an_outage_of_a_minute_at_a_steady_rate_costs_few_requests(status, backlog):
    path = Path(DeliveryLimits(), jitter=0.5)

    def respond(batch):
        if status is None:
            path.delivery.ended(batch, APIConnectionError("reset", request="x"), path.now)
        else:
            path.delivery.ended(batch, HttpResponse(status, {}, b"<html>"), path.now)

    sent = moments(path, respond, 60, backlog)

    assert 5 <= len(sent) <= 20
    assert path.counters.stats().dropped == {}


@pytest.mark.parametrize("one_session", [False, True])
@pytest.mark.parametrize("status", [200, 302, 401, 403, 404, 405, 429, 500, 502, 503, 504, None])
def test_one_event_that_is_always_refused_delays_the_others_by_seconds_only(status, one_session):
    path = Path(DeliveryLimits(), jitter=0.5)

    def respond(batch):
        if 11 not in [record.number for record in batch.records]:
            path.delivery.ended(batch, HttpResponse(200, {}, b'{"success":true}'), path.now)
        elif status is None:
            path.delivery.ended(batch, APIConnectionError("reset", request="x"), path.now)
        else:
            path.delivery.ended(batch, HttpResponse(status, {}, b"<html>"), path.now)

    moments(path, respond, 15, 41, one_session=one_session)
    stats = path.counters.stats()

    assert stats.delivered >= stats.accepted - 2
    assert stats.pending <= 2


OK = HttpResponse(200, {}, b'{"success":true}')


@pytest.mark.parametrize(("at_once", "seconds"), [(1, 1), (5, 1), (8, 9)])
def test_events_with_403_beside_good_traffic_hold_it_back_only_if_three_requests_in_a_row_have_them(at_once, seconds):
    path = Path(DeliveryLimits(), jitter=0.5)
    logged, bad, delivered = {}, set(), {}

    def log(*, is_bad=False):
        number = len(logged) + 1
        logged[number] = path.time
        if is_bad:
            bad.add(number)
        path.log(number, session=f"s{number}")

    while path.time < 120:
        if len(logged) - len(bad) < path.time / 0.2:
            log()
        if (path.time > 10 and len(bad) < at_once) or (path.time > 60 and len(bad) < 2 * at_once):
            log(is_bad=True)
        step = path.next(flush_now=False)
        if isinstance(step, Batch):
            path.time += 0.01
            numbers = [record.number for record in step.records]
            if bad.isdisjoint(numbers):
                delivered |= dict.fromkeys(numbers, path.time)
            path.delivery.ended(step, HttpResponse(403, {}, b"") if bad.intersection(numbers) else OK, path.now)
        else:
            path.time += min(0.05, 0.05 if step.seconds is None else max(step.seconds, 0.001))

    waited = [delivered[number] - logged[number] for number in logged if number not in bad and logged[number] < 110]
    assert max(waited) < seconds
    assert path.delivery.backlog.aside.records == len(bad)


@pytest.mark.parametrize("one_session", [False, True])
def test_a_key_that_is_withdrawn_costs_three_requests_in_7_seconds_and_then_one_a_minute(one_session):
    path = Path(DeliveryLimits(), jitter=0.5)
    withdrawn = 10.0
    replies = []

    def respond(batch):
        replies.append(200 if path.time < withdrawn else 401)
        path.delivery.ended(batch, HttpResponse(replies[-1], {}, b'{"success":true}'), path.now)

    sent = [moment - withdrawn for moment in moments(path, respond, 310, 0, 0.2, one_session)]
    refused = [moment for moment, status in zip(sent, replies, strict=True) if status == 401]

    assert 1 <= sum(moment < 7 for moment in refused) <= 3
    assert len(refused) <= 3 + 1 + 300 / 60
    assert path.counters.stats().dropped == {}


def test_an_event_with_403_and_then_413_is_truncated():
    path = Path(DeliveryLimits(smallest=1_000))
    for number in range(2):
        path.log(number, session=f"s{number}")
        path.answer(200 if number == 0 else 403)
    path.log(2, session="s2")
    path.answer(200)  # this success makes the delivery set the event with 403 aside
    assert path.delivery.backlog.aside.records == 1
    path.time += 10

    whole = path.answer(413)
    assert whole.records[0].event_id == "e1"
    cut = path.next()

    assert cut is whole
    (event,) = json.loads(cut.content)["events"]
    assert event["metadata"]["honeyhive"]["cut"] == ["outputs"]
    path.delivery.ended(cut, OK, path.now)
    assert path.counters.stats().delivered == 3


def test_flush_moves_a_paused_batch_forward_while_another_request_is_in_flight():
    path = Path()
    path.log(1, session="paused")
    for _ in range(4):
        path.answer(500)
        path.time += 60
    path.answer(500)
    path.log(2, session="hangs")
    hanging = path.next()
    assert [record.event_id for record in hanging.records] == ["e2"]
    path.time += 1

    assert isinstance(path.next(), Wait)
    assert path.delivery.hasten(path.now)
    path.time += 1
    assert [record.event_id for record in path.next().records] == ["e1"]


def test_a_request_that_was_sent_into_an_outage_keeps_its_place_when_it_ends_after_the_outage():
    """While the request hangs, other requests are confirmed, but they were sent after the outage."""
    path = Path()
    hanging = APITimeoutError("no reply", request="tracing")
    for session in "ab":
        path.log(f"1{session}", session=session)
        unit = path.next()
        path.time += 30
        path.delivery.ended(unit, hanging, path.now)
        path.log(f"2{session}", session=session)
    path.time += 30
    sent_into_outage = path.next()
    path.time += 29
    path.answer(200)
    path.time += 1
    path.delivery.ended(sent_into_outage, hanging, path.now)

    assert not path.delivery.backlog.aside.batches
    lane, arrived = sent_into_outage.records[0].session_id, []
    while path.counters.stats().pending:
        if isinstance(waiting := path.next(), Wait):
            path.time += waiting.seconds
        else:
            path.delivery.ended(waiting, OK, path.now)
            arrived += [one.event_id for one in waiting.records if one.session_id == lane]
    assert arrived == [f"e1{lane}", f"e2{lane}"]


def stored_ids(end: float, chance: random.Random, names: str, rate: int) -> tuple[list[str], int]:
    """Log ``rate`` events a second in the given sessions while requests hang from second 2 to ``end``.

    Return the stored ids and the number of logged ones.
    """
    path, stored, logged, most = Path(limits=DeliveryLimits()), [], 0, int(rate * (end + 3))
    flying: list[tuple[float, int, Batch, bool]] = []
    order = count()
    while logged < most or path.counters.stats().pending:
        path.jitter = chance.random()
        while logged < min(most, rate * path.time + 1):
            session = names[logged % len(names)]
            path.log(f"{logged}{session}", session=session)
            logged += 1
        while flying and flying[0][0] <= path.time:
            _, _, batch, hung = heapq.heappop(flying)
            stored += [] if hung else [one.event_id for one in batch.records]
            path.delivery.ended(batch, APITimeoutError("no reply", request="tracing") if hung else OK, path.now)
        while isinstance(step := path.next(flush_now=False), Batch):
            hangs = 2 <= path.time < end
            heapq.heappush(flying, (path.time + (step.timeout if hangs else 0.01), next(order), step, hangs))
        moments = [one[0] for one in flying[:1]]
        moments += [logged / rate] if logged < most else []
        moments += [] if step.seconds is None else [path.time + max(step.seconds, 0.001)]
        path.time = min(moments, default=path.time)
    return stored, logged


@pytest.mark.parametrize(("names", "rate"), [("ab", 10), ("abcdef", 1)])
@pytest.mark.parametrize("seed", range(60))
def test_an_outage_of_any_length_in_which_requests_hang_leaves_each_session_in_order(seed, names, rate):
    chance = random.Random(seed)
    stored, logged = stored_ids(chance.uniform(3, 60), chance, names, rate)
    assert sorted(stored) == sorted(f"e{number}{names[number % len(names)]}" for number in range(logged))
    for session in names:
        own = [one for one in stored if one.endswith(session)]
        assert own == sorted(own, key=lambda one: int(one[1:-1]))


def test_flush_has_nothing_to_move_forward_while_nothing_is_paused():
    path = Path()
    assert not path.delivery.hasten(path.now)
    path.log(1)
    assert not path.delivery.hasten(path.now)
    assert isinstance(path.next(), Batch)
    assert not path.delivery.hasten(path.now)


def test_after_everything_was_abandoned_a_retry_after_still_holds():
    path = Path()
    path.log(1)
    path.answer(503, retry_after="60")
    assert path.delivery.backlog.abandon() == 1
    path.delivery.backlog.is_abandoned = False
    path.log(2)

    assert path.next().seconds > 59
    path.time += 61
    assert [record.event_id for record in path.answer(200).records] == ["e2"]


class Conservation(RuleBasedStateMachine):
    """Invariant of every sequence of steps: accepted = delivered + pending + dropped."""

    def __init__(self):
        super().__init__()
        self.path = Path(queue=QueueLimits(records=12, bytes=30_000))
        self.logged = 0
        self.sent = Counter()
        self.in_flight = []

    @rule(kind=st.sampled_from(["event", "event", "event", "start", "change"]), session=st.sampled_from("abc"))
    def log(self, kind, session):
        self.logged += 1
        self.path.log(self.logged, kind, session)

    @rule()
    def sample_out(self):
        self.logged += 1
        self.path.store.drop("sampled")

    @rule()
    def send(self):
        step = self.path.next()
        if isinstance(step, Batch):
            busy = {lane for batch in self.in_flight if not batch.tries for lane in batch.lanes}
            assert step.tries or not busy & step.lanes
            self.in_flight.append(step)

    @rule(
        which=st.integers(0, 15),
        status=st.sampled_from([200, 200, 200, 204, 400, 401, 404, 413, 429, 500, 500, 503, 302]),
        body=st.sampled_from([b'{"success":true}'] * 3 + [b"<html>", b"", b"{}", b'{"success":false}']),
    )
    def answer(self, which, status, body):
        if not self.in_flight:
            return
        batch = self.in_flight.pop(which % len(self.in_flight))
        before = self.path.counters.delivered
        self.path.delivery.ended(batch, HttpResponse(status, {}, body), self.path.now)
        if self.path.counters.delivered > before:
            assert status in (200, 204)
            assert (
                body == b'{"success":true}' or (not body and (status == 204 or batch.kind == "change")) or body == b"{}"
            )
            self.sent.update(record.number for record in batch.records)

    @rule(which=st.integers(0, 15), kind=st.sampled_from([APIConnectionError, APITimeoutError]), is_sent=st.booleans())
    def no_answer(self, which, kind, is_sent):
        if self.in_flight:
            batch = self.in_flight.pop(which % len(self.in_flight))
            error = kind("down", request="x", request_sent=is_sent)
            self.path.delivery.ended(batch, error, self.path.now)

    @rule()
    def hasten(self):
        self.path.delivery.hasten(self.path.now)

    @rule(seconds=st.floats(0, 100))
    def time_passes(self, seconds):
        self.path.time += seconds

    @rule()
    def late_answer(self):
        stale = Batch("event", [Record("event", "x", "s", b"{}")])
        self.path.delivery.ended(stale, HttpResponse(200, {}, b""), self.path.now)

    @invariant()
    def books_balance(self):
        stats = self.path.counters.stats()
        pending = self.path.delivery.backlog.unsettled(1 << 60) - ((1 << 60) - self.path.counters.admitted)
        assert stats.accepted == self.logged
        assert stats.pending == pending
        assert stats.accepted == stats.delivered + stats.pending + sum(stats.dropped.values())
        assert stats.delivered == len(self.sent)
        assert not self.sent or max(self.sent.values()) == 1
        assert (self.path.store.pending_bytes == 0) == (stats.pending == 0)

    def teardown(self):
        self.recovers()
        self.path.delivery.backlog.abandon()
        assert self.path.counters.stats().pending == 0
        assert self.path.store.pending_bytes == 0

    def recovers(self):
        """Confirm every request from now on, and check that everything is delivered."""
        for batch in self.in_flight:
            self.path.delivery.ended(batch, HttpResponse(200, {}, b'{"success":true}'), self.path.now)
        for _ in range(200):
            step = self.path.next()
            if isinstance(step, Batch):
                self.path.delivery.ended(step, HttpResponse(200, {}, b'{"success":true}'), self.path.now)
            elif step.seconds is None:
                break
            else:
                self.path.time += step.seconds
        assert self.path.counters.stats().pending == 0


Conservation.TestCase.settings = settings(max_examples=150, stateful_step_count=60, deadline=None)
TestConservation = Conservation.TestCase


def test_a_reply_about_an_event_that_was_dropped_for_room_in_the_meantime_changes_nothing():
    path = Path()
    path.log(1)
    batch = path.next()
    path.delivery.backlog.drop(batch, "server_error", Failure("failed", "500", status=500))
    path.delivery.ended(batch, HttpResponse(200, {}, b'{"success":true}'), path.now)

    stats = path.counters.stats()
    assert (stats.delivered, stats.pending, stats.dropped) == (0, 0, {"server_error": 1})
    assert stats.accepted == 1
