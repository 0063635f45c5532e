"""Middleware and call hooks of both clients."""

import asyncio
from contextlib import suppress
from contextvars import ContextVar

import httpx
import pytest

from honeyhive import AsyncHoneyHive, ConfigurationError, ServerError
from honeyhive.middleware import HttpResponse

TENANT = ContextVar("TENANT", default="none")


def with_tenant(request):
    return (yield request.with_headers({"X-Tenant": TENANT.get()}))


def mutating(request):
    request.headers["X-Tenant"] = "acme"
    return (yield request)


class Counting:
    """Middleware that counts the requests and the responses."""

    def __init__(self):
        self.requests, self.statuses = [], []

    def __call__(self, request):
        self.requests.append(request)
        response = yield request
        self.statuses.append(response.status)
        return response


def test_the_same_function_serves_both_clients_in_the_context_of_the_call(colour, server):
    token = TENANT.set("acme")
    try:
        hh = colour.client(middleware=[with_tenant])

        async def called():
            return await hh.datasets.list()

        hh.datasets.list() if colour.name == "sync" else asyncio.run(called())
    finally:
        TENANT.reset(token)
    assert server.requests[0].headers["x-tenant"] == "acme"
    assert server.requests[0].headers["authorization"] == "Bearer hh_test"


@pytest.mark.parametrize("before", [[], [with_tenant]])
@pytest.mark.parametrize("settings", [{}, {"default_headers": {"X-Team": "search"}}])
def test_the_headers_of_a_request_are_read_only_so_that_no_other_call_gets_them(colour, server, settings, before):
    hh = colour.client(middleware=[*before, mutating], **settings)
    with pytest.raises(TypeError, match="does not support item assignment"):
        colour.done(hh.datasets.list())
    assert server.requests == []
    colour.done(hh.with_options(middleware=[]).datasets.list())
    assert "x-tenant" not in server.requests[0].headers


def test_middleware_runs_around_each_attempt(colour, server):
    server.answers(503)
    counting = Counting()
    colour.done(colour.client(middleware=[counting]).datasets.list())
    assert counting.statuses == [503, 200]
    assert "hh_test" not in repr(counting.requests)


def test_middleware_runs_for_each_page_and_each_part_of_a_split_list(colour, server):
    server.answers(200, {"events": [{"event_id": "a"}], "count": 2})
    server.answers(200, {"events": [], "count": 2})
    server.answers(200, {"datapoints": []})
    server.answers(200, {"datapoints": []})
    counting = Counting()
    hh = colour.client(middleware=[counting])
    pages = hh.events.search_all(limit=1)

    async def walked():
        return [event async for event in pages]

    assert len(list(pages) if colour.name == "sync" else colour.done(walked())) == 1
    assert len(counting.requests) == 2
    colour.done(hh.datapoints.list(datapoint_ids=[f"{n:024}" for n in range(101)]))
    assert len(counting.requests) == 4


def test_a_returned_response_is_a_cache(colour, server):
    kept = {}

    def cached(request):
        if request.url not in kept:
            kept[request.url] = yield request
        return kept[request.url]

    server.answers(200, {"datasets": []})
    hh = colour.client(middleware=[cached])
    first = colour.done(hh.datasets.list())
    response = colour.done(hh.with_response(hh.datasets.list))
    assert len(server.requests) == 1
    assert (response.reply, response.attempts) == (first, 0)


def test_an_error_status_of_a_middleware_is_an_error_of_the_call(colour, server):
    def down(request):
        if request:
            return HttpResponse(500, {}, b'{"message": "made up"}')
        yield request

    with pytest.raises(ServerError, match="made up"):
        colour.done(colour.client(middleware=[down], max_retries=0).datasets.list())
    assert server.requests == []


def test_with_options_replaces_middleware(colour, server):
    counting = Counting()
    hh = colour.client(middleware=[counting])
    colour.done(hh.with_options(middleware=[]).datasets.list())
    assert counting.requests == []
    colour.done(hh.with_options(max_retries=0).datasets.list())
    assert len(counting.requests) == 1
    plain = colour.client()
    colour.done(plain.with_options(middleware=[counting]).datasets.list())
    assert len(counting.requests) == 2
    assert not plain._calls.is_wrapped


def test_the_delivery_of_traced_events_does_not_run_it(colour, server):
    counting = Counting()
    hh = colour.client(middleware=[counting], call_hooks=[counting])
    with hh.session("s"):
        pass
    colour.done(hh.flush(10))
    assert server.requests
    assert counting.requests == []


def test_a_call_hook_gets_the_response_with_its_attempts(colour, server):
    server.answers(503)
    notes = []

    def hook(call):
        notes.append(call.name)
        response = yield
        notes.append((response.status, response.attempts))

    hh = colour.client(call_hooks=[hook])
    reply = colour.done(hh.request("GET", "/v1/new"))
    assert (reply, notes) == ({}, ["request", (200, 2)])
    assert colour.done(hh.with_response(hh.datasets.list)).status == 200
    assert notes[2:] == ["datasets.list", (200, 1)]


def test_a_call_hook_gets_the_error(colour, server):
    server.answers(500)
    errors = []

    def hook(call):
        try:
            yield
        except ServerError as error:
            errors.append(error.status)

    with pytest.raises(ServerError):
        colour.done(colour.client(call_hooks=[hook], max_retries=0).datasets.list())
    assert errors == [500]


@pytest.mark.parametrize("colour", ["async"], indirect=True)
def test_a_cancelled_call_ends_its_middleware_at_once(colour, server):
    server.script.append("hang")
    notes = []

    def noting(request):
        try:
            return (yield request)
        finally:
            notes.append("ended")

    hh = colour.client(middleware=[noting])

    async def cancelled():
        task = asyncio.create_task(hh.datasets.list())
        while not server.requests:
            await asyncio.sleep(0.001)
        task.cancel()
        with pytest.raises(asyncio.CancelledError) as caught:
            await task
        assert (notes, caught.type) == (["ended"], asyncio.CancelledError)

    colour.done(cancelled())


@pytest.mark.parametrize("argument", ["middleware", "call_hooks"])
def test_a_function_that_is_not_a_generator_is_refused(argument, colour):
    with pytest.raises(ConfigurationError, match=f"{argument} has .*<lambda>, which is not a generator function"):
        colour.client(**{argument: [lambda request: request]})
    with pytest.raises(ConfigurationError, match=argument):
        colour.client().with_options(**{argument: print})


def repairing(request):
    response = yield request
    return HttpResponse(200, {"x-request-id": "mine"}, b'{"a": 2}') if response.status == 404 else response


def answering_first(request):
    if request:
        return HttpResponse(200, {"x-request-id": "mine"}, b'{"a": 2}')
    yield request


@pytest.mark.parametrize(("middleware", "attempts"), [(repairing, 1), (answering_first, 0)])
def test_the_response_that_middleware_returned_is_reported(colour, server, middleware, attempts):
    server.answers(404, {"a": 1}, X_Request_Id="theirs")
    noted = []

    def hook(call):
        noted.append((yield))

    hh = colour.client(middleware=[middleware], call_hooks=[hook])
    response = colour.done(hh.with_response(hh.datasets.list))
    assert (response.status, response.request_id, response.body) == (200, "mine", b'{"a": 2}')
    assert (noted[0].status, noted[0].request_id, noted[0].attempts) == (200, "mine", attempts)


class NotingErrors:
    """Middleware and a call hook that record the errors raised at their yield."""

    def __init__(self):
        self.got = []

    def middleware(self, request):
        try:
            return (yield request)
        except BaseException as error:
            self.got.append(error)
            raise

    def hook(self, call):
        try:
            yield
        except BaseException as error:
            self.got.append(error)
            raise


def failing_http_client(kind):
    def sync_hook(response):
        raise LookupError("mine")

    async def async_hook(response):
        raise LookupError("mine")

    if kind == "sync":
        return httpx.Client(event_hooks={"response": [sync_hook]})
    return httpx.AsyncClient(event_hooks={"response": [async_hook]})


def failing_key():
    raise LookupError("mine")


@pytest.mark.parametrize("debug", [False, True])
@pytest.mark.parametrize("cause", ["http_client", "key"])
def test_middleware_and_hooks_get_the_exception_that_ends_the_call(colour, caplog, cause, debug):
    if debug:
        caplog.set_level("DEBUG", "honeyhive")
    noting = NotingErrors()
    made = {"http_client": failing_http_client(colour.name)} if cause == "http_client" else {"api_key": failing_key}
    hh = colour.client(middleware=[noting.middleware], call_hooks=[noting.hook], **made)
    with pytest.raises(LookupError, match="mine") as caught:
        colour.done(hh.datasets.list())
    assert noting.got == [caught.value, caught.value]
    assert caught.value.__context__ is None
    if http_client := made.get("http_client"):
        colour.done(http_client.close() if colour.name == "sync" else http_client.aclose())


def test_middleware_and_hooks_get_the_error_of_a_closed_http_client(colour):
    noting = NotingErrors()
    http_client = httpx.Client() if colour.name == "sync" else httpx.AsyncClient()
    hh = colour.client(middleware=[noting.middleware], call_hooks=[noting.hook], http_client=http_client)
    colour.done(http_client.close() if colour.name == "sync" else http_client.aclose())
    with pytest.raises(ConfigurationError, match="closed") as caught:
        colour.done(hh.datasets.list())
    assert noting.got == [caught.value, caught.value]


def test_a_response_instead_of_an_exception_that_ends_the_call_comes_too_late(colour):
    def answering(request):
        with suppress(LookupError):
            return (yield request)
        return HttpResponse(200, {}, b"{}")

    with pytest.raises(LookupError, match="mine"):
        colour.done(colour.client(api_key=failing_key, middleware=[answering]).datasets.list())


def test_a_cancelled_call_closes_its_middleware_and_hooks(server):
    noting = NotingErrors()
    server.script.append("hang")

    async def cancelled():
        settings = {"middleware": [noting.middleware], "call_hooks": [noting.hook]}
        async with AsyncHoneyHive(api_key="hh_test", base_url=server.url, **settings) as hh:
            call = asyncio.create_task(hh.datasets.list())
            while not server.requests:
                await asyncio.sleep(0)
            call.cancel()
            with pytest.raises(asyncio.CancelledError):
                await call

    asyncio.run(cancelled())
    assert [type(error) for error in noting.got] == [GeneratorExit, GeneratorExit]
