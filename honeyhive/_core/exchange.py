"""One call as a generator without I/O: it says what to send and when, and returns what the call returns."""

from collections.abc import Callable, Generator
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

from .errors import APIConnectionError, APIStatusError
from .messages import Answer, HttpRequest, Send, Sleep
from .redirects import MOST_REDIRECTS, redirected
from .reply import error_of, value_of
from .retry import RetryBudget, asked_wait, may_repeat, pause, price_of

T = TypeVar("T")
Exchange: TypeAlias = Generator[Send | Sleep, Answer | None, T]


class Notice(NamedTuple):
    """A warning that the client emits on the caller's line."""

    message: str
    category: type[Warning]


class Call(NamedTuple, Generic[T]):
    """A checked call: what to send, how to read the reply, and within which limits."""

    request: HttpRequest
    read: Callable[[Any], T]
    repeatable: bool
    timeout: float
    """Seconds for the call with all its attempts and pauses."""
    max_retries: int
    notices: tuple[Notice, ...] = ()
    others: tuple[HttpRequest, ...] = ()
    """What to send after the first request, where a call takes more than one."""
    merge: Callable[[list[Any]], Any] = lambda replies: replies[-1]
    """Makes one decoded reply of those to all requests."""
    known: Any = None
    """The decoded reply where it is known without a request, otherwise None."""


class Clocks(NamedTuple):
    """The sources of time and chance."""

    monotonic: Callable[[], float]
    unix: Callable[[], float]
    random: Callable[[], float]


def exchange(call: Call[T], clocks: Clocks, budget: RetryBudget) -> Exchange[T]:
    """Sends the request, and the others of the call after it, and returns what all of the answers say."""
    if call.known is not None:
        return call.read(call.known)
    deadline = clocks.monotonic() + call.timeout
    *earlier, last = (call.request, *call.others)
    replies: list[Any] = []
    for request in earlier:
        answer = yield from _answered(call, request, deadline, clocks, budget)
        replies.append(value_of(answer, lambda data: data, request))
    answer = yield from _answered(call, last, deadline, clocks, budget)
    read = (lambda data: call.read(call.merge([*replies, data]))) if replies else call.read
    return value_of(answer, read, last)


def _answered(
    call: Call[Any], request: HttpRequest, deadline: float, clocks: Clocks, budget: RetryBudget
) -> Exchange[Answer]:
    """Sends one request until it is answered, refused for good, or out of attempts, budget or time."""
    attempt = redirects = spent = 0
    while True:
        error: APIConnectionError | APIStatusError
        asked = 0.0
        try:
            answer = yield Send(request, max(deadline - clocks.monotonic(), 0.001))
        except APIConnectionError as failure:
            error = failure
        else:
            if answer is None:
                raise TypeError("a driver answers Send with an Answer")
            if 200 <= answer.status < 300:
                budget.give(spent)
                return answer
            target = redirected(request, answer) if redirects < MOST_REDIRECTS else None
            if target is not None:
                request, redirects = target, redirects + 1
                continue
            error = error_of(answer, request)
            asked = asked_wait(answer.headers, clocks.unix())
        seconds = pause(attempt, clocks.random(), asked)
        in_time = clocks.monotonic() + seconds < deadline
        if attempt >= call.max_retries or not in_time or not may_repeat(error, repeatable=call.repeatable):
            raise error
        if not budget.take(price_of(error)):
            raise error
        spent += price_of(error)
        yield Sleep(seconds)
        attempt += 1
