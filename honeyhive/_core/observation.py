"""Wrappers of an exchange, which return the whole response, count the attempts, or log each step."""

import logging
from typing import Any, Final, TypeVar

from .api_response import APIResponse
from .exchange import Clocks, Exchange
from .messages import HttpResponse, Send, Sleep
from .reply import response_of

T = TypeVar("T")
LOG: Final = logging.getLogger("honeyhive")


def with_response(steps: Exchange[T], clocks: Clocks) -> Exchange[APIResponse[T]]:
    """Return an APIResponse with the value of the exchange and its last HTTP response."""
    start = clocks.monotonic()
    answer: HttpResponse | Exception | None = None
    received: tuple[HttpResponse, Send] | None = None
    try:
        while True:
            step = steps.throw(answer) if isinstance(answer, Exception) else steps.send(answer)
            try:
                answer = yield step
            except Exception as error:
                answer = error
            if isinstance(step, Send) and isinstance(answer, HttpResponse):
                received = answer, step
    except StopIteration as stop:
        value: T = stop.value
    elapsed = clocks.monotonic() - start
    if received is None:
        return APIResponse(value, 200, {}, b"", "no request", None)
    response, sent = received
    return response_of(response, sent.request)._replace(reply=value, elapsed=elapsed)


def with_attempts(steps: Exchange[APIResponse[T]]) -> Exchange[APIResponse[T]]:
    """Return the APIResponse of the exchange, completed with the number of attempts."""
    attempts = 0
    answer: HttpResponse | Exception | None = None
    try:
        while True:
            step = steps.throw(answer) if isinstance(answer, Exception) else steps.send(answer)
            is_redirected = isinstance(answer, HttpResponse) and 300 <= answer.status < 400
            attempts += isinstance(step, Send) and not is_redirected
            try:
                answer = yield step
            except Exception as error:
                answer = error
    except StopIteration as stop:
        response: APIResponse[T] = stop.value
    return response._replace(attempts=attempts)


def logged(steps: Exchange[T], clocks: Clocks) -> Exchange[T]:
    """Log each attempt, pause and redirect of the exchange at the level DEBUG, without headers, query and body."""
    answer: HttpResponse | Exception | None = None
    try:
        while True:
            step = steps.throw(answer) if isinstance(answer, Exception) else steps.send(answer)
            start = clocks.monotonic()
            if isinstance(step, Sleep):
                LOG.debug("waiting %.3f s before the next attempt", step.seconds)
            try:
                answer = yield step
            except Exception as error:
                answer = error
            if isinstance(step, Send):
                LOG.debug("%s -> %s in %.0f ms", step.request.label, _outcome(answer, step), _ms(clocks, start))
    except StopIteration as stop:
        value: T = stop.value
    return value


def _outcome(answer: Any, sent: Send) -> str:
    """Return the status and request id of a response, or the message of an error."""
    if not isinstance(answer, HttpResponse):
        return str(answer)
    found = response_of(answer, sent.request)
    location = found.headers.get("location", "").partition("?")[0]
    redirect = f" to {location[:200]!r}" if 300 <= answer.status < 400 else ""
    return f"{answer.status}{redirect}{f' (request id {found.request_id})' if found.request_id else ''}"


def _ms(clocks: Clocks, start: float) -> float:
    return (clocks.monotonic() - start) * 1000
