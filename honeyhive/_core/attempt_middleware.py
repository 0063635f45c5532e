"""Middleware: generator functions of the application around each request, and around each whole call.

The exchange runs them, and does no I/O. So the same function works with the sync and the async client.
"""

from collections.abc import Callable, Generator, Sequence
from inspect import isasyncgenfunction, isgeneratorfunction
from types import MappingProxyType
from typing import Any, Final, NamedTuple, TypeAlias, TypeVar
from urllib.parse import urlsplit

from .api_response import APIResponse
from .call_options import merged_headers
from .errors import APIConnectionError, ConfigurationError
from .exchange import Clocks, Exchange
from .messages import HttpRequest, HttpResponse, Send

T = TypeVar("T")
Middleware: TypeAlias = Callable[[HttpRequest], Generator[HttpRequest, HttpResponse, HttpResponse]]
"""Function around each request: ``response = yield request; return response``."""


class StartedCall(NamedTuple):
    """A call that begins, as a call hook gets it."""

    name: str
    """The method, such as "sessions.create"; "request" for ``hh.request()``."""
    request: HttpRequest
    """The first request of the call."""

    def __repr__(self) -> str:
        return f"<StartedCall: {self.name}, {self.request.label}>"


CallHook: TypeAlias = Callable[[StartedCall], Generator[None, APIResponse[Any], None]]
"""Function around each whole call, with its retries: ``response = yield``."""

_FORMS: Final = {
    "middleware": "write `response = yield request; return response`",
    "call_hooks": "write `response = yield` once",
}
_SHORTEST_ATTEMPT: Final = 0.001


def check_functions(given: Any, argument: str) -> tuple[Any, ...]:
    """Return the generator functions as a tuple. Raises ConfigurationError for anything else."""
    if not isinstance(given, list | tuple):
        raise ConfigurationError(
            f"must be a list of generator functions, not {type(given).__name__}", argument=argument
        )
    for function in given:
        called = getattr(function, "__call__", None)  # noqa: B004 - an object may have a generator method
        if isasyncgenfunction(function) or isasyncgenfunction(called):
            raise ConfigurationError(
                f"has the async generator {_name(function)}",
                argument=argument,
                hint=f"a plain generator function serves both clients: {_FORMS[argument]}",
            )
        if isinstance(function, type):
            raise ConfigurationError(
                f"has the class {_name(function)}, not an instance of it",
                argument=argument,
                hint=f"pass {_name(function)}(...)",
            )
        if not isgeneratorfunction(function) and not isgeneratorfunction(called):
            raise ConfigurationError(
                f"has {_name(function)}, which is not a generator function", argument=argument, hint=_FORMS[argument]
            )
    return tuple(given)


def with_middleware(steps: Exchange[T], middleware: Sequence[Middleware], clocks: Clocks) -> Exchange[T]:
    """Run the middleware around each request of the exchange, with the first function outermost."""
    answer: HttpResponse | Exception | None = None
    while True:
        try:
            step = steps.throw(answer) if isinstance(answer, Exception) else steps.send(answer)
        except StopIteration as stop:
            value: T = stop.value
            return value
        try:
            if isinstance(step, Send):
                answer = yield from _answered(step.request, middleware, clocks.monotonic() + step.timeout, clocks)
            else:
                answer = yield step
        except Exception as error:
            answer = error


def _answered(
    request: HttpRequest, middleware: Sequence[Middleware], end: float, clocks: Clocks
) -> Exchange[HttpResponse]:
    """Return the response of the outermost middleware, or raise its error."""
    if not middleware:
        response = yield Send(request, max(end - clocks.monotonic(), _SHORTEST_ATTEMPT))
        if response is None:
            raise TypeError("a transport answers Send with an HttpResponse")
        # The headers become a plain dict, so that a response in a cache keeps no httpx object.
        return response._replace(headers=dict(response.headers))
    function, inner = middleware[0], middleware[1:]
    running = function(request)
    answer: Any = None
    was_sent = False
    try:
        while True:
            try:
                given = running.throw(answer) if isinstance(answer, Exception) else running.send(answer)
            except StopIteration as stop:
                return _checked_response(stop.value, function)
            except APIConnectionError as error:
                # The error may belong to a second request; the call is repeated only if no request of the call arrived.
                error.request_sent = error.request_sent or was_sent
                raise
            sent = _checked_request(given, request, function)
            try:
                answer = yield from _answered(sent, inner, end, clocks)
                was_sent = True
            except Exception as error:
                was_sent = was_sent or getattr(error, "request_sent", True)
                answer = error
            del given, sent
    finally:
        running.close()


def _checked_request(given: Any, request: HttpRequest, function: Middleware) -> HttpRequest:
    """Return the request to send. Middleware may change its path, query, body and headers, but not key and method."""
    if not isinstance(given, HttpRequest):
        raise _fault(function, f"yielded {_article(given)}", "yield the request")
    if given is request:
        return given
    if _origin(given.url) != _origin(request.url):
        raise _fault(function, "yielded a request to another host, which would get the key", "change the path only")
    if given.body is not None and not isinstance(given.body, bytes):
        raise _fault(function, f"yielded a request with {_article(given.body)} as its body", "encode it to bytes")
    headers = merged_headers({}, given.headers, f"middleware {_name(function)}: headers")
    return request._replace(url=given.url, body=given.body, headers=MappingProxyType(headers))


def _checked_response(given: Any, function: Middleware) -> HttpResponse:
    if not isinstance(given, HttpResponse):
        raise _fault(function, f"returned {_article(given)}", _FORMS["middleware"])
    return given


def _origin(url: Any) -> tuple[Any, ...]:
    parts = urlsplit(url) if isinstance(url, str) else None
    return (parts and (parts.scheme, parts.netloc),)


def with_hooks(
    steps: Exchange[APIResponse[T]], hooks: Sequence[CallHook], call: StartedCall
) -> Exchange[APIResponse[T]]:
    """Run the hooks around the whole exchange, with the first hook outermost. Hooks cannot change the result."""
    if not hooks:
        return (yield from steps)
    function, inner = hooks[0], hooks[1:]
    running = function(call)
    try:
        try:
            next(running)
        except StopIteration:
            raise _fault(function, "ended without a yield", _FORMS["call_hooks"]) from None
        try:
            response = yield from with_hooks(steps, inner, call)
        except Exception as error:
            _end(running, error, function)
            raise
        _end(running, response, function)
        return response
    finally:
        running.close()


def _end(running: Generator[None, APIResponse[Any], None], outcome: Any, function: CallHook) -> None:
    """Let the hook run to its end with the response or the error of the call."""
    try:
        if isinstance(outcome, Exception):
            running.throw(outcome)
        else:
            running.send(outcome)
    except StopIteration:
        return
    except Exception as error:
        if error is outcome:
            return
        raise
    raise _fault(function, "yielded twice", _FORMS["call_hooks"])


def _fault(function: Callable[..., Any], problem: str, hint: str) -> ConfigurationError:
    return ConfigurationError(f"the middleware {_name(function)} {problem}", hint=hint)


def _name(function: Any) -> str:
    return str(getattr(function, "__qualname__", type(function).__qualname__))


def _article(value: Any) -> str:
    return "None" if value is None else f"an object of the type {type(value).__name__}"
