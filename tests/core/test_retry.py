from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from honeyhive import APIConnectionError, APIResponseError, APIStatusError, APITimeoutError
from honeyhive._core.exchange import RetryBudget, price_of
from honeyhive._core.retry import may_repeat, pause, retry_after

NOW = 1700000000.0


def status(code):
    return APIStatusError("", status=code, request="GET /")


@pytest.mark.parametrize("code", [408, 425, 429, 500, 502, 503, 504])
def test_a_repeatable_operation_is_retried_after_a_temporary_failure(code):
    assert may_repeat(status(code), repeatable=True)


@pytest.mark.parametrize("code", [301, 307, 400, 401, 403, 404, 409, 413, 422, 501, 505, 520])
def test_no_operation_is_retried_after_a_permanent_failure(code):
    assert may_repeat(status(code), repeatable=True) is False


@pytest.mark.parametrize(
    ("code", "again"), [(408, True), (425, True), (429, True), (500, False), (502, False), (503, False), (504, False)]
)
def test_an_operation_that_is_not_repeatable_is_retried_after_408_425_and_429_only(code, again):
    assert may_repeat(status(code), repeatable=False) is again


@pytest.mark.parametrize("kind", [APIConnectionError, APITimeoutError])
def test_a_connection_error_allows_a_repeat_if_that_is_safe_or_nothing_was_sent(kind):
    sent, unsent = kind("", request="GET /"), kind("", request="GET /", request_sent=False)

    assert may_repeat(sent, repeatable=True)
    assert may_repeat(unsent, repeatable=False)
    assert not may_repeat(sent, repeatable=False)


def test_an_api_response_error_is_not_retried():
    assert not may_repeat(APIResponseError("", status=200, request="GET /"), repeatable=True)


def test_the_pause_doubles_up_to_thirty_seconds():
    assert [pause(attempt, 1.0, 0.0) for attempt in range(8)] == [0.5, 1, 2, 4, 8, 16, 30, 30]
    assert pause(10**6, 1.0, 0.0) == 30


@given(st.integers(0, 50), st.floats(0, 1), st.floats(0, 1e9))
def test_retry_after_is_a_minimum_of_at_most_120_seconds(attempt, random, asked):
    assert min(asked, 120) <= pause(attempt, random, asked) <= min(asked, 120) + 30
    assert pause(attempt, 0.0, asked) == min(asked, 120)


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, 0),
        ({"retry-after": "7"}, 7),
        ({"retry-after": "1.5"}, 1.5),
        ({"retry-after-ms": "250", "retry-after": "7"}, 0.25),
        ({"retry-after-ms": "soon", "retry-after": "7"}, 7),
        ({"retry-after": "Tue, 14 Nov 2023 22:13:25 GMT"}, 5),
        ({"retry-after": "Tue, 14 Nov 2023 22:13:15 GMT"}, 0),
        ({"retry-after": "Tue, 14 Nov 2023 22:13:25"}, 5),
        ({"retry-after": "Wed, 15 Nov 2023 00:13:25 +0200"}, 5),
        ({"retry-after-ms": "0", "retry-after": "7"}, 0),
        ({"retry-after-ms": "-1", "retry-after": "7"}, 7),
        ({"retry-after": "0"}, 0),
        ({"retry-after": "0.5"}, 0.5),
        ({"retry-after": "-3"}, 0),
        ({"retry-after": "nan"}, 0),
        ({"retry-after": "soon"}, 0),
        ({"retry-after": "Tue, 99 Nov 2023 99:13:15 GMT"}, 0),
        ({"retry-after": ""}, 0),
    ],
)
def test_retry_after_is_parsed(headers, seconds):
    assert retry_after(headers, NOW) == seconds


@given(st.text())
def test_retry_after_of_any_string_is_not_negative(text):
    assert retry_after({"retry-after": text, "retry-after-ms": text}, NOW) >= 0


def test_a_timeout_takes_twice_the_tokens_of_another_failure():
    assert price_of(status(503)) == price_of(APIConnectionError("", request="GET /")) == 5
    assert price_of(APITimeoutError("", request="GET /")) == 10


def test_a_full_budget_allows_a_hundred_retries():
    budget = RetryBudget()

    assert [budget.take(5) for _ in range(101)] == [True] * 100 + [False]  # and never None
    assert budget.tokens == 0
    budget.give(5)
    assert not budget.take(6)
    assert budget.take(5)


def test_a_call_without_a_retry_adds_one_token_up_to_the_maximum():
    budget = RetryBudget()
    budget.give(0)
    assert budget.tokens == 500
    budget.take(10)
    budget.give(0)
    assert budget.tokens == 491
    budget.give(10)
    assert budget.tokens == 500


def test_retries_end_when_the_budget_is_empty():
    budget = RetryBudget()
    repeats = sum(budget.take(5) for _ in range(10_000) for _ in range(2))

    assert repeats == 100


@pytest.mark.parametrize("asked", [0.0, 2.0])
def test_jitter_spreads_the_retries_of_a_hundred_clients(asked):
    """Chi squared over ten slots of 50 ms, below the 99.9 % quantile of nine degrees of freedom."""
    chance = Random(12)
    slots = [0] * 10
    for _ in range(100):
        slots[int((pause(0, chance.random(), asked) - asked) / 0.05)] += 1

    assert sum((found - 10) ** 2 / 10 for found in slots) < 27.9
