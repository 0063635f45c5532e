"""Events that are set aside are retried with growing pauses, few at a time, and dropped only by documented rules."""

import pytest

from honeyhive._tracing.delivery.batches import Batch
from honeyhive._tracing.delivery.breaker import Now
from honeyhive._tracing.delivery.records import Record
from honeyhive._tracing.delivery.replies import Failure
from honeyhive._tracing.delivery.retries import SetAside
from honeyhive._tracing.limits import DeliveryLimits


def now(seconds=0.0):
    return Now(seconds, 1_800_000_000.0, 1.0)


def batch(number=1):
    return Batch("event", [Record("event", f"e{number}", f"s{number}", b"x" * 100)])


def tries(failure, *, counts=True, most=30):
    """Return the pause before each retry of an event, and the reason for which the event was dropped."""
    aside, one, time = SetAside(DeliveryLimits()), batch(), 0.0
    assert not list(aside.add(one, failure, now(time)))
    pauses = []
    for _ in range(most):
        pauses.append(one.due - time)
        assert aside.next(now(one.due - 0.001)) is None
        time = one.due
        assert aside.next(now(time)) is one
        for _, reason in aside.failed(one, failure, now(time), counts=counts):
            return pauses, reason
    return pauses, None


@pytest.mark.parametrize(
    ("cause", "reason", "count"),
    [
        ("denied", "refused", 10),
        ("failed", "server_error", 10),
        ("overloaded", "server_error", 10),
        ("reset", "server_error", 10),
        ("timeout", "server_error", 10),
        ("too_large", "too_large", 10),
        ("doubtful", "unconfirmed", 5),
        ("missing", "not_found", 3),
    ],
)
def test_an_event_is_dropped_after_a_number_of_tries_while_others_are_confirmed(cause, reason, count):
    pauses, dropped = tries(Failure(cause, ""))

    assert dropped == reason
    assert pauses == [2.0**number for number in range(1, count)]


def test_an_event_is_kept_as_long_as_nothing_else_is_confirmed():
    pauses, dropped = tries(Failure("doubtful", ""), counts=False)

    assert dropped is None
    assert pauses[-1] == 600


def test_retry_after_is_a_minimum():
    pauses, _ = tries(Failure("overloaded", "", retry_after=100))

    assert pauses[:2] == [100, 100]


def test_two_set_aside_events_are_retried_at_a_time():
    aside = SetAside(DeliveryLimits())
    for number in range(5):
        list(aside.add(batch(number), Failure("reset", ""), now()))

    assert sum(aside.next(now(1_000)) is not None for _ in range(5)) == 2
    assert aside.next_due() is None


def test_over_set_aside_records_the_oldest_event_is_dropped():
    aside = SetAside(DeliveryLimits(set_aside_records=3))
    made = [batch(number) for number in range(5)]
    dropped = []
    for one in made:
        for oldest, reason in aside.add(one, Failure("denied", ""), now()):
            dropped.append((oldest, reason))
            aside.remove(oldest)

    assert dropped == [(made[0], "refused"), (made[1], "refused")]
    assert aside.records == 3
