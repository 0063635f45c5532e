"""One call as a generator without I/O: it yields what to do next, and returns the value of the call.

    transport                     exchange
        | <------ Send(request, seconds left)
        | ------> HttpResponse, or throws APIConnectionError
        | <------ Sleep(seconds)
        | ------> None
        | <------ AskKey(key), if a function returns it
        | ------> None
        | <------ returns the value, or raises the error of the call

The sync and the async transport drive the same generator, so every rule below holds for both. The generator reads
time and random numbers from the Clocks that it gets, which is why its tests neither wait nor open a socket.

Invariants. Tests without a folder are in tests/core/test_exchange.py.

 1. Identical attempts. Every attempt of a request sends the same bytes: ids are made before the first one.
    (test_a_503_is_retried_with_the_same_request_after_a_pause)
 2. One deadline. The timeout of a call covers all attempts, pauses and redirects. Each Send carries the seconds that
    are left. (test_each_attempt_gets_the_seconds_that_are_left)
 3. No pause past the deadline. If a pause would end after the deadline, the error is raised at once.
    (test_a_retry_after_past_the_deadline_raises_at_once)
 4. At most max_retries + 1 attempts; then the last error is raised. (test_the_last_error_is_raised_after_max_retries)
 5. No duplicates. A request that is not repeatable is sent again only if the server certainly did not process it: no
    connection was made, or it answered 408, 425 or 429.
    (test_an_operation_that_is_not_repeatable_is_retried_only_if_nothing_was_sent, tests/core/test_retry.py)
 6. Retry-After is a minimum. Jitter is added to it. (test_retry_after_is_a_minimum)
 7. Retries add no load to an API that is down: all calls of a client share a budget of 500 tokens. A retry takes 5,
    after a timeout 10. Without tokens the error is raised. (test_without_tokens_the_error_is_raised_at_once)
 8. A success returns the tokens that its call took, or 1 if it took none, up to 500 in all. An error that is not
    retried takes no token.
    (test_a_success_returns_the_tokens_of_its_call, test_an_error_that_is_not_retried_takes_no_token)
 9. Only reads follow redirects: at most 3, and only within the origin, because another host would get the key.
    Redirects do not count as attempts. (test_a_get_follows_three_redirects_without_using_a_retry,
    tests/core/test_redirects.py)
10. Errors are raised unchanged: not as a new object, without a chain, and without frames of httpx, whose locals hold
    the key.
    (test_a_connection_error_is_raised_unchanged_and_without_a_chain, tests/clients/test_secrets.py)
11. A call that is split sends its requests one after the other, each with its own attempts under the one deadline. If
    one fails, the call fails. (tests/operations/test_pages.py)
"""

from collections.abc import Callable, Generator
from typing import Any, Final, Generic, NamedTuple, TypeAlias, TypeVar

from .errors import APIConnectionError, APIStatusError, APITimeoutError, HoneyHiveError
from .messages import AskKey, HttpRequest, HttpResponse, Send, Sleep
from .reply import error_of, redirected, value_of
from .retry import may_repeat, pause, retry_after

T = TypeVar("T")
Exchange: TypeAlias = Generator[Send | Sleep | AskKey, HttpResponse | None, T]

MAX_REDIRECTS: Final = 3
_FULL_BUDGET: Final = 500
"""Tokens, as in botocore: in an outage, retries stop after about a hundred by all threads together."""
# With a timeout below a millisecond, a Send would end before the socket is tried at all.
_SHORTEST_ATTEMPT: Final = 0.001


class Notice(NamedTuple):
    """A warning that the client emits on the caller's line."""

    message: str
    category: type[Warning]


class PreparedCall(NamedTuple, Generic[T]):
    """A checked call: its requests, the reader of its reply, and its limits."""

    request: HttpRequest
    read: Callable[[Any], T]
    repeatable: bool
    timeout: float
    """Seconds for the call with all its attempts and pauses."""
    max_retries: int
    notices: tuple[Notice, ...] = ()
    more_requests: tuple[HttpRequest, ...] = ()
    """Requests to send after the first one, if the call is split."""
    merge: Callable[[list[Any]], Any] = lambda replies: replies[-1]
    """Merges the decoded replies to all requests into one."""
    known_reply: Any = None
    """The decoded reply if it is known without a request, otherwise None."""
    name: str = ""
    """The method that was called, for call hooks."""


class Clocks(NamedTuple):
    """Sources of time, in seconds, and of random numbers from 0 to 1."""

    monotonic: Callable[[], float]
    unix: Callable[[], float]
    random: Callable[[], float]


class RetryBudget:
    """Tokens for the retries of all calls of a client."""

    # No lock is used, because a forked child could inherit it locked. A race of two threads costs a few tokens at most.
    __slots__ = ("tokens",)

    def __init__(self) -> None:
        self.tokens: int = _FULL_BUDGET

    def take(self, price: int) -> bool:
        """Take the tokens and return True, or return False if there are too few."""
        if self.tokens < price:
            return False
        self.tokens -= price
        return True

    def give(self, tokens: int) -> None:
        """Give back the tokens that a successful call took, or add one if the call took none."""
        self.tokens = min(_FULL_BUDGET, self.tokens + (tokens or 1))


def price_of(error: HoneyHiveError) -> int:
    """Return the price of a retry after this error, in tokens. A timeout occupied a connection, so it costs double."""
    return 10 if isinstance(error, APITimeoutError) else 5


def exchange(call: PreparedCall[T], clocks: Clocks, budget: RetryBudget) -> Exchange[T]:
    """Yield the steps that send the requests of the call, and return the value of the call."""
    if call.known_reply is not None:
        return call.read(call.known_reply)
    deadline = clocks.monotonic() + call.timeout
    *earlier, last = (call.request, *call.more_requests)
    replies: list[Any] = []
    for request in earlier:
        response = yield from _answered(call, request, deadline, clocks, budget)
        replies.append(value_of(response, lambda data: data, request))
    response = yield from _answered(call, last, deadline, clocks, budget)
    read = (lambda data: call.read(call.merge([*replies, data]))) if replies else call.read
    return value_of(response, read, last)


def _complete(error: APIStatusError, attempts: int, elapsed: float, retry_after: float) -> None:
    """Add the number of attempts, the elapsed time and ``retry_after`` to an error."""
    if error.response is not None:
        error.response = error.response._replace(attempts=attempts, elapsed=elapsed)
    error.retry_after = retry_after if {"retry-after", "retry-after-ms"} & error.headers.keys() else None


def _answered(
    call: PreparedCall[Any], request: HttpRequest, deadline: float, clocks: Clocks, budget: RetryBudget
) -> Exchange[HttpResponse]:
    """Send one request until it gets a 2xx response. Raises the last error when attempts, tokens or time run out."""
    attempt = redirects = spent = 0
    while True:
        error: APIConnectionError | APIStatusError
        asked = 0.0
        try:
            response = yield Send(request, max(deadline - clocks.monotonic(), _SHORTEST_ATTEMPT))
        except APIConnectionError as failure:
            error = failure
        else:
            if response is None:
                raise TypeError("a transport answers Send with an HttpResponse")
            if 200 <= response.status < 300:
                budget.give(spent)
                return response
            target = redirected(request, response) if redirects < MAX_REDIRECTS else None
            if target is not None:
                request, redirects = target, redirects + 1
                continue
            error = error_of(response, request)
            asked = retry_after(response.headers, clocks.unix())
            _complete(error, attempt + 1, clocks.monotonic() - deadline + call.timeout, asked)
        seconds = pause(attempt, clocks.random(), asked)
        in_time = clocks.monotonic() + seconds < deadline
        if attempt >= call.max_retries or not in_time or not may_repeat(error, repeatable=call.repeatable):
            raise error
        if not budget.take(price_of(error)):
            raise error
        spent += price_of(error)
        yield Sleep(seconds)
        attempt += 1
