"""Number and size of requests in flight grow with a backlog at high latency, and shrink after a 429, 503 or 413."""

import pytest

from honeyhive._tracing.delivery.batches import Batch
from honeyhive._tracing.delivery.breaker import Breaker, Now
from honeyhive._tracing.delivery.concurrency import BatchSize, Concurrency, InFlight
from honeyhive._tracing.delivery.records import Record
from honeyhive._tracing.limits import DeliveryLimits

LIMITS = DeliveryLimits()


def now(seconds=0.0):
    return Now(seconds, 1_800_000_000.0 + seconds, 0.5)


def batch(number, size=10):
    made = Batch("event", [Record("event", f"e{number}", f"s{number}", b"x" * size)])
    made.place = (number,)
    return made


def test_at_most_two_requests_are_in_flight_before_one_is_confirmed():
    assert Concurrency(LIMITS).allowed(1_000) == 2


@pytest.mark.parametrize(
    ("seconds", "limits"), [(0.05, [*range(2, 17), *[16] * 5]), (0.1, [2, *range(4, 17), *[16] * 6])]
)
def test_concurrency_grows_with_each_confirmed_request_up_to_the_limit(seconds, limits):
    concurrency = Concurrency(LIMITS)
    seen = []
    for _ in range(20):
        seen.append(concurrency.allowed(1_000))
        concurrency.confirmed(seconds)

    assert seen == limits


def test_one_request_without_a_backlog_or_at_low_latency():
    far, near = Concurrency(LIMITS), Concurrency(LIMITS)
    for concurrency, seconds in ((far, 0.3), (near, 0.001)):
        for _ in range(20):
            concurrency.allowed(1_000)
            concurrency.confirmed(seconds)

    assert far.allowed(0.1) == 1
    assert near.allowed(100) == 1


def test_429_and_503_reduce_concurrency_to_one():
    concurrency = Concurrency(LIMITS)
    for _ in range(20):
        concurrency.allowed(1_000)
        concurrency.confirmed(0.1)
    concurrency.overloaded()

    assert concurrency.allowed(1_000) == 1
    concurrency.confirmed(0.1)
    assert concurrency.allowed(1_000) == 2


def test_full_confirmed_batches_double_the_size_and_grow_more_at_high_latency():
    near, far = BatchSize(LIMITS), BatchSize(LIMITS)
    for _ in range(10):
        near.confirmed(near.events, 0.002)
        far.confirmed(far.events, 0.1)
    near.confirmed(3, 0.1)

    assert (near.events, far.events) == (500, 2_000)
    far.failed()
    assert far.events == 100


def test_after_a_first_reply_from_far_away_batches_and_concurrency_are_large_at_once():
    near, far, failed = BatchSize(LIMITS), BatchSize(LIMITS), BatchSize(LIMITS)
    near.confirmed(1, 0.002)
    far.confirmed(1, 0.3)
    failed.failed()
    failed.confirmed(1, 0.3)

    assert (near.events, far.events, failed.events) == (100, 2_000, 100)

    at_hand, distant = Concurrency(LIMITS), Concurrency(LIMITS)
    at_hand.confirmed(0.002)
    distant.confirmed(0.3)
    assert (at_hand.limit, distant.limit) == (2, 4)
    distant.confirmed(0.3)
    assert distant.limit == 4


def test_concurrency_stays_at_one_if_an_overload_comes_before_the_first_confirmation():
    concurrency = Concurrency(LIMITS)
    concurrency.overloaded()
    concurrency.confirmed(0.3)

    assert concurrency.limit == 1


def test_batch_size_too_large_halves_down_to_smallest_batch_bytes():
    size = BatchSize(LIMITS)
    size.too_large(1_200_000)
    assert size.bytes == 600_000
    size.too_large(2_000_000)
    assert size.bytes == 600_000
    size.too_large(1_000)
    assert size.bytes == LIMITS.smallest_batch_bytes


def in_flight():
    breaker = Breaker(LIMITS)
    return InFlight(LIMITS, Concurrency(LIMITS), breaker), breaker


def test_the_bytes_in_flight_are_bounded():
    flight, _ = in_flight()
    flight.sent(batch(1, LIMITS.in_flight_bytes), now(), is_known=False)

    assert not flight.may_send(1_000, now())


def test_one_more_request_while_all_others_hang():
    flight, _ = in_flight()
    flight.sent(batch(1), now(), is_known=False)

    assert not flight.may_send(0.1, now(0.5))
    assert flight.may_send(0.1, now(1.0))
    flight.sent(batch(2), now(1.0), is_known=False)
    assert not flight.may_send(0.1, now(9.0))


def test_a_hanging_request_does_not_count_once_later_ones_are_confirmed():
    flight, breaker = in_flight()
    for number in range(5):
        flight.sent(batch(number), now(), is_known=False)
    breaker.succeeded(now(1.0))

    assert flight.may_send(0.1, now(1.0))


def test_timeouts_are_short_for_known_failures_and_grow_after_timeouts():
    flight, _ = in_flight()
    one = batch(1)
    seen = []
    for _ in range(6):
        flight.sent(one, now(), is_known=False)
        seen.append(one.timeout)
        assert flight.ended(one)
        one.timeouts += 1
    flight.sent(one, now(), is_known=True)

    assert seen == [10, 10, 10, 20, 30, 30]
    assert one.timeout == 2.5
