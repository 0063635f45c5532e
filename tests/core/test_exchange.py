import pytest

from honeyhive import APIConnectionError, APIStatusError, APITimeoutError, RateLimitError, ServerError
from honeyhive._core.exchange import Clocks, PreparedCall, RetryBudget, exchange
from honeyhive._core.messages import HttpRequest, HttpResponse, Send, Sleep

REQUEST = HttpRequest("POST", "https://host/v1/things", b"{}", None)
OK = HttpResponse(200, {}, b'{"a":1}')
UNAVAILABLE = HttpResponse(503, {}, b"")


class Clock:
    """A clock that moves only when a test advances it, and a source of random numbers that are always 0.5."""

    now = 100.0

    def __init__(self):
        self.budget = RetryBudget()

    def started(self, *, request=REQUEST, repeatable=True, timeout=30.0, max_retries=2):
        call = PreparedCall(request, lambda data: data, repeatable, timeout, max_retries)
        return exchange(call, Clocks(lambda: self.now, lambda: 1.7e9, lambda: 0.5), self.budget)


def ended(run, answer):
    with pytest.raises(StopIteration) as stop:
        run.send(answer)
    return stop.value.value


def unsent():
    return APIConnectionError("refused", request=REQUEST.label, request_sent=False)


def test_a_200_returns_the_reply():
    run = Clock().started()

    assert next(run) == Send(REQUEST, 30.0)
    assert ended(run, OK) == {"a": 1}


def test_a_503_is_retried_with_the_same_request_after_a_pause():
    run = Clock().started()

    assert next(run) == Send(REQUEST, 30.0)
    assert run.send(UNAVAILABLE) == Sleep(0.25)
    assert run.send(None) == Send(REQUEST, 30.0)
    assert run.send(UNAVAILABLE) == Sleep(0.5)
    assert run.send(None) == Send(REQUEST, 30.0)
    assert ended(run, OK) == {"a": 1}


def test_the_last_error_is_raised_after_max_retries():
    run = Clock().started(max_retries=1)
    next(run)
    run.send(UNAVAILABLE)
    run.send(None)

    with pytest.raises(ServerError) as caught:
        run.send(HttpResponse(500, {}, b""))

    assert caught.value.status == 500


def test_max_retries_0_means_one_attempt():
    run = Clock().started(max_retries=0)
    next(run)

    with pytest.raises(ServerError):
        run.send(UNAVAILABLE)


def test_retry_after_is_a_minimum():
    run = Clock().started()
    next(run)

    assert run.send(HttpResponse(429, {"retry-after": "2"}, b"")) == Sleep(2.25)


def test_a_retry_after_past_the_deadline_raises_at_once():
    run = Clock().started(timeout=1.0)
    next(run)

    with pytest.raises(RateLimitError):
        run.send(HttpResponse(429, {"retry-after": "2"}, b""))


def test_each_attempt_gets_the_seconds_that_are_left():
    clock = Clock()
    run = clock.started(timeout=10.0)
    next(run)
    clock.now += 4

    assert run.send(UNAVAILABLE) == Sleep(0.25)
    clock.now += 0.25
    assert run.send(None) == Send(REQUEST, 5.75)


def test_a_timeout_after_the_deadline_is_raised():
    clock = Clock()
    run = clock.started(timeout=5.0)
    next(run)
    clock.now += 5

    with pytest.raises(APITimeoutError):
        run.throw(APITimeoutError("slow", request=REQUEST.label))


def test_an_operation_that_is_not_repeatable_is_retried_only_if_nothing_was_sent():
    run = Clock().started(repeatable=False)
    next(run)

    assert run.throw(unsent()) == Sleep(0.25)
    run.send(None)
    with pytest.raises(ServerError):
        run.send(UNAVAILABLE)


def test_a_connection_error_is_raised_unchanged_and_without_a_chain():
    failure = unsent()
    run = Clock().started(max_retries=0)
    next(run)

    with pytest.raises(APIConnectionError) as caught:
        run.throw(failure)

    assert caught.value is failure
    assert caught.value.__context__ is None


def test_a_success_returns_the_tokens_of_its_call():
    clock = Clock()
    clock.budget.tokens = 100
    run = clock.started()
    next(run)
    run.send(UNAVAILABLE)
    run.send(None)
    run.throw(APITimeoutError("slow", request=REQUEST.label))
    run.send(None)

    assert clock.budget.tokens == 85
    ended(run, OK)
    assert clock.budget.tokens == 100


def test_a_call_that_succeeds_at_once_adds_one_token():
    clock = Clock()
    clock.budget.tokens = 100
    run = clock.started()
    next(run)
    ended(run, OK)

    assert clock.budget.tokens == 101


def test_without_tokens_the_error_is_raised_at_once():
    clock = Clock()
    clock.budget.tokens = 4
    run = clock.started()
    next(run)

    with pytest.raises(ServerError):
        run.send(UNAVAILABLE)

    assert clock.budget.tokens == 4


def test_an_error_that_is_not_retried_takes_no_token():
    clock = Clock()
    run = clock.started(max_retries=0)
    next(run)
    with pytest.raises(ServerError):
        run.send(UNAVAILABLE)

    assert clock.budget.tokens == 500


READ = HttpRequest("GET", "https://host/v1/things", None, None)


def moved(to):
    return HttpResponse(307, {"location": to}, b"")


def test_a_get_follows_three_redirects_without_using_a_retry():
    run = Clock().started(request=READ, max_retries=0)
    next(run)

    for number in range(3):
        assert run.send(moved(f"/{number}")) == Send(READ._replace(url=f"https://host/{number}"), 30.0)
    with pytest.raises(APIStatusError, match=r"GET https://host/2 answered 307: a redirect") as caught:
        run.send(moved("/3"))

    assert caught.value.status == 307


def test_a_redirected_get_returns_the_reply_of_its_target():
    run = Clock().started(request=READ)
    next(run)
    run.send(moved("/there"))

    assert ended(run, OK) == {"a": 1}
