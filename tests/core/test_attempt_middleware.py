"""Middleware and call hooks on the exchange, without a transport."""

import pytest

from honeyhive import APIConnectionError, ConfigurationError
from honeyhive._core.api_response import APIResponse
from honeyhive._core.attempt_middleware import StartedCall, check_functions, with_hooks, with_middleware
from honeyhive._core.exchange import Clocks, PreparedCall, RetryBudget, exchange
from honeyhive._core.messages import HttpRequest, HttpResponse, Send, Sleep

REQUEST = HttpRequest("POST", "https://host/v1/things?q=private", b"{}", None, headers={"x-gateway": "secret"})
OK = HttpResponse(200, {}, b'{"a":1}')
UNAVAILABLE = HttpResponse(503, {}, b"")
NOW = [100.0]


def started(*middleware, repeatable=True):
    NOW[0] = 100.0
    clocks = Clocks(lambda: NOW[0], lambda: 1.7e9, lambda: 0.5)
    call = PreparedCall(REQUEST, lambda data: data, repeatable, 30.0, 2)
    return with_middleware(exchange(call, clocks, RetryBudget()), middleware, clocks)


def ended(run, answer):
    with pytest.raises(StopIteration) as stop:
        run.send(answer)
    return stop.value.value


def unsent():
    return APIConnectionError("refused", request=REQUEST.label, request_sent=False)


class Noting:
    """Middleware that records requests and responses."""

    def __init__(self, name="", notes=None):
        self.name, self.notes = name, [] if notes is None else notes

    def __call__(self, request):
        self.notes.append(f"{self.name}>")
        try:
            response = yield request
        except APIConnectionError:
            self.notes.append(f"{self.name}!")
            raise
        finally:
            self.notes.append(f"<{self.name}")
        return response


def test_each_attempt_runs_the_middleware_the_first_one_outermost():
    notes = []
    run = started(Noting("a", notes), Noting("b", notes))
    assert next(run) == Send(REQUEST, 30.0)
    assert run.send(UNAVAILABLE) == Sleep(0.25)
    assert notes == ["a>", "b>", "<b", "<a"]
    assert run.send(None) == Send(REQUEST, 30.0)
    assert ended(run, OK) == {"a": 1}
    assert notes == ["a>", "b>", "<b", "<a"] * 2


def test_a_failed_attempt_is_thrown_at_the_yield_and_retried():
    noting = Noting()
    run = started(noting)
    next(run)
    assert run.throw(unsent()) == Sleep(0.25)
    assert noting.notes == [">", "!", "<"]


def test_middleware_may_return_a_response_for_a_failed_attempt():
    def answering(request):
        try:
            return (yield request)
        except APIConnectionError:
            return OK

    run = started(answering)
    next(run)
    with pytest.raises(StopIteration) as stop:
        run.throw(unsent())
    assert stop.value.value == {"a": 1}


def test_a_response_without_a_yield_sends_nothing():
    def cached(request):
        if request:
            return OK
        yield request

    with pytest.raises(StopIteration) as stop:
        next(started(cached))
    assert stop.value.value == {"a": 1}


def test_a_second_yield_sends_again_within_the_deadline():
    def twice(request):
        yield request
        return (yield request)

    run = started(twice)
    assert next(run).timeout == 30.0
    NOW[0] += 10
    assert run.send(UNAVAILABLE) == Send(REQUEST, 20.0)
    assert ended(run, OK) == {"a": 1}


def failing_second(request):
    yield request
    return (yield request._replace(url="https://host/audit"))


def refusing(request):
    yield request
    raise APIConnectionError("mine", request=request.label, request_sent=False)


def swallowing(request):
    try:
        yield request
    except APIConnectionError:
        raise unsent() from None


@pytest.mark.parametrize("inner", [(), (Noting(),)])
@pytest.mark.parametrize("first", [OK, UNAVAILABLE])
def test_a_write_with_a_response_is_not_retried_if_a_second_request_cannot_connect(first, inner):
    run = started(failing_second, *inner, repeatable=False)
    next(run)
    run.send(first)
    with pytest.raises(APIConnectionError) as caught:
        run.throw(unsent())
    assert caught.value.request_sent


@pytest.mark.parametrize("first", [OK, UNAVAILABLE])
def test_a_write_with_a_response_is_not_retried_for_an_error_of_the_middleware(first):
    run = started(Noting(), refusing, repeatable=False)
    next(run)
    with pytest.raises(APIConnectionError, match="mine"):
        run.send(first)


def test_a_write_that_may_have_arrived_is_not_repeated_for_an_error_that_replaces_the_first():
    run = started(swallowing, repeatable=False)
    next(run)
    with pytest.raises(APIConnectionError, match="refused"):
        run.throw(APIConnectionError("lost", request=REQUEST.label, request_sent=True))


def test_a_write_of_which_no_request_arrived_is_repeated():
    run = started(swallowing, repeatable=False)
    next(run)
    assert run.throw(unsent()) == Sleep(0.25)


def test_the_exception_of_a_middleware_reaches_the_others_and_the_caller_without_a_retry():
    def failing(request):
        yield request
        raise LookupError("mine")

    noting = Noting()
    run = started(noting, failing)
    next(run)
    with pytest.raises(LookupError, match="mine") as caught:
        run.send(OK)
    assert noting.notes == [">", "<"]
    assert caught.value.__context__ is None


def test_headers_body_path_and_query_may_change_and_nothing_else():
    def changing(request):
        changed = request.with_headers({"X-A": "1"})._replace(
            url="https://host/other?b=1", body=b"[]", method="DELETE", prefix="Basic "
        )
        return (yield changed)

    sent = next(started(changing)).request
    assert sent == REQUEST._replace(
        url="https://host/other?b=1", body=b"[]", headers={"x-gateway": "secret", "x-a": "1"}
    )


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ("x", "yielded an object of the type str; yield the request"),
        (None, "yielded None"),
        (REQUEST._replace(url="https://evil/v1/things"), "yielded a request to another host"),
        (REQUEST._replace(url="http://host/v1/things"), "yielded a request to another host"),
        (REQUEST._replace(url=1), "yielded a request to another host"),
        (REQUEST._replace(body="text"), "with an object of the type str as its body; encode it to bytes"),
        (REQUEST._replace(headers={"Authorization": "Bearer x"}), "has Authorization, which carries the API key"),
        (REQUEST._replace(headers={"X": "a\nb"}), "line break"),
    ],
)
def test_a_request_that_may_not_be_sent_is_an_error_that_names_the_middleware(given, fault):
    def wrong(request):
        return (yield given)

    with pytest.raises(ConfigurationError, match=f"middleware .*wrong.*{fault}") as caught:
        next(started(wrong))
    assert "secret" not in str(caught.value)


def test_a_middleware_that_forgets_to_return_the_response_gets_the_form():
    def forgetful(request):
        yield request

    run = started(forgetful)
    next(run)
    with pytest.raises(
        ConfigurationError, match="forgetful returned None; write `response = yield request; return response`"
    ):
        run.send(OK)


def test_an_abandoned_call_closes_its_middleware():
    noting = Noting()
    run = started(noting)
    next(run)
    run.close()
    assert noting.notes == [">", "<"]


def test_the_headers_of_a_response_are_a_plain_dict():
    def kept(request):
        response = yield request
        assert type(response.headers) is dict
        return response

    class Headers(dict):
        """A mapping that is not a dict."""

    run = started(kept)
    next(run)
    assert ended(run, OK._replace(headers=Headers(a="b"))) == {"a": 1}


async def asynchronous(request):
    yield request


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        (Noting(), "must be a list of generator functions, not Noting"),
        ([print], "has print, which is not a generator function; write `response = yield request; return response`"),
        (["x"], "has str, which is not"),
        ([Noting], r"has the class Noting, not an instance of it; pass Noting\(...\)"),
        ([asynchronous], "has the async generator asynchronous; a plain generator function serves both clients"),
    ],
)
def test_anything_but_generator_functions_is_refused(given, fault):
    with pytest.raises(ConfigurationError, match=f"middleware.*{fault}"):
        check_functions(given, "middleware")


def test_no_repr_shows_the_query_the_headers_or_the_body():
    assert repr(REQUEST) == "HttpRequest(POST https://host/v1/things, 2 bytes)"
    assert repr(StartedCall("things.create", REQUEST)) == "<StartedCall: things.create, POST https://host/v1/things>"


RESPONSE = APIResponse({"a": 1}, 200, {}, b"", "POST x", None)


def replying():
    yield Send(REQUEST, 1.0)
    return RESPONSE


def hooked(*hooks):
    return with_hooks(replying(), hooks, StartedCall("things.create", REQUEST))


def test_hooks_run_around_the_whole_call_and_get_its_response():
    notes = []

    def hook(call):
        notes.append(call.name)
        notes.append((yield))

    run = hooked(hook)
    assert notes == []
    next(run)
    assert notes == ["things.create"]
    assert ended(run, OK) is RESPONSE
    assert notes == ["things.create", RESPONSE]


def test_a_hook_gets_the_error_of_the_call_and_cannot_hide_it():
    notes = []

    def hiding(call):
        try:
            yield
        except APIConnectionError as error:
            notes.append(error)

    def passing(call):
        try:
            yield
        finally:
            notes.append("end")

    run = hooked(passing, hiding)
    next(run)
    error = unsent()
    with pytest.raises(APIConnectionError) as caught:
        run.throw(error)
    assert caught.value is error
    assert notes == [error, "end"]
    assert error.__context__ is None


def test_the_exception_of_a_hook_reaches_the_caller():
    def failing(call):
        yield
        raise LookupError("mine")

    run = hooked(failing)
    next(run)
    with pytest.raises(LookupError, match="mine"):
        run.send(OK)


def test_a_hook_without_a_yield_or_with_two_is_an_error():
    def none(call):
        if not call:
            yield

    def two(call):
        yield
        yield

    with pytest.raises(ConfigurationError, match="none ended without a yield; write `response = yield` once"):
        next(hooked(none))
    run = hooked(two)
    next(run)
    with pytest.raises(ConfigurationError, match="two yielded twice"):
        run.send(OK)
