"""Circuit breaker: when it opens, for how long, and the attempts that flush() may make while it is open."""

import pytest

from honeyhive._tracing.delivery.breaker import Breaker, Now
from honeyhive._tracing.delivery.replies import Failure
from honeyhive._tracing.limits import DeliveryLimits

DENIED = Failure("denied", "401", status=401)
FAILED = Failure("failed", "500", status=500)
OVERLOADED = Failure("overloaded", "503", status=503)


def now(seconds=0.0):
    return Now(seconds, 1_800_000_000.0 + seconds, 1.0)


def test_one_request_that_keeps_failing_delays_only_itself():
    breaker = Breaker(DeliveryLimits())
    waits = [breaker.failed((1,), FAILED, now()) for _ in range(4)]

    assert waits == [0.5, 1, 2, 4]
    assert breaker.not_before == 0
    assert not breaker.is_open


def test_two_different_requests_that_fail_hold_back_everything_until_one_is_confirmed():
    breaker = Breaker(DeliveryLimits())
    breaker.failed((1,), FAILED, now())
    breaker.failed((2,), FAILED, now())

    assert breaker.is_open
    assert breaker.not_before == 1
    breaker.succeeded(now(1))
    assert not breaker.is_open
    assert breaker.not_before == 0


@pytest.mark.parametrize("cause", ["overloaded", "unreachable"])
def test_some_failures_hold_back_everything_at_once(cause):
    breaker = Breaker(DeliveryLimits())
    breaker.failed((1,), Failure(cause, ""), now())

    assert breaker.not_before == 0.5


def test_after_403_the_next_request_is_after_8_seconds_and_then_once_a_minute():
    breaker = Breaker(DeliveryLimits())
    assert breaker.failed((1,), DENIED, now()) == 60
    assert breaker.not_before == 0
    breaker.failed((2,), DENIED, now())
    assert breaker.not_before == 8
    breaker.failed((1,), DENIED, now(8))
    assert breaker.not_before == 68
    breaker.failed((2,), DENIED, now(68))
    assert breaker.not_before == 128


@pytest.mark.parametrize(("failure", "moment"), [(FAILED, 21), (DENIED, 27)])
def test_flush_may_have_one_attempt_of_its_own_within_a_while(failure, moment):
    breaker = Breaker(DeliveryLimits())
    for place in range(9):
        breaker.failed((place,), failure, now(20))
    breaker.last_sent = 20

    assert breaker.hasten(now(20.5)) == moment
    assert breaker.not_before == moment
    assert breaker.hasten(now(40)) == 40


def test_flush_waits_for_the_retry_after_header():
    breaker = Breaker(DeliveryLimits())
    breaker.failed((1,), Failure("overloaded", "", retry_after=50), now())

    assert breaker.hasten(now(10)) == pytest.approx(50.5)


def test_the_later_of_two_retry_after_times_applies():
    breaker = Breaker(DeliveryLimits())
    breaker.failed((1,), OVERLOADED._replace(retry_after=60.0), now())
    breaker.failed((2,), OVERLOADED._replace(retry_after=1.0), now())

    assert breaker.hasten(now(2)) >= 60
