"""Exceptions of the application during a call: from event hooks of its http_client, and from signal handlers."""

import asyncio
import signal
import threading
import time
from contextlib import contextmanager

import httpx
import pytest

from honeyhive import APIConnectionError, APITimeoutError, HoneyHive
from honeyhive._core.exchange import Clocks
from honeyhive._tracing.delivery.batches import Batch
from honeyhive._tracing.delivery.records import Record
from honeyhive._tracing.delivery.sender import Sender
from tests.clients.exposed_text import shown


@pytest.fixture
def hooked(colour):
    """Return an http_client whose event hook raises, and the list to which the hook adds its calls."""
    made = []

    def make(raised, event="response"):
        calls = []

        def hook(passed):
            calls.append(passed)
            if raised is None:
                passed.raise_for_status()
            else:
                raise raised

        async def later(passed):
            hook(passed)

        kind = httpx.Client if colour.name == "sync" else httpx.AsyncClient
        made.append(kind(event_hooks={event: [hook if colour.name == "sync" else later]}))
        return made[-1], calls

    yield make
    for one in made:
        one.close() if colour.name == "sync" else colour.done(one.aclose())


@pytest.mark.parametrize("event", ["request", "response"])
@pytest.mark.parametrize("raised", [ValueError("mine"), RuntimeError("mine"), LookupError("mine")])
def test_an_error_of_a_hook_is_raised_at_once_as_it_is(raised, event, colour, hooked, server):
    http_client, calls = hooked(raised, event)
    hh = colour.client(http_client=http_client)
    with pytest.raises(type(raised), match="mine") as caught:
        colour.done(hh.datasets.list())
    assert caught.value is raised
    assert (len(calls), caught.value.__context__) == (1, None)
    assert "hh_test" not in shown(caught.value)


def test_a_status_error_of_a_hook_is_raised_at_once(colour, hooked, server):
    server.answers(503)
    http_client, calls = hooked(None)
    with pytest.raises(httpx.HTTPStatusError, match="503"):
        colour.done(colour.client(http_client=http_client).datasets.list())
    assert len(server.requests) == len(calls) == 1


def test_a_refused_connection_of_the_http_client_is_still_retried(colour, hooked, server):
    server.script.append("drop")
    http_client, _ = hooked(None)
    colour.done(colour.client(http_client=http_client).datasets.list())
    assert len(server.requests) == 2


@contextmanager
def alarm(error, server=None):
    """Make a signal handler raise the error as soon as the server has received a request."""

    def handle(number, frame):
        raise error

    def send():
        while not server.requests:
            time.sleep(0.001)
        signal.pthread_kill(threading.main_thread().ident, signal.SIGALRM)

    previous = signal.signal(signal.SIGALRM, handle)
    sending = threading.Thread(target=send if server else lambda: None)
    sending.start()
    try:
        yield
    finally:
        sending.join()
        signal.signal(signal.SIGALRM, previous)


class JobTimeoutError(TimeoutError):
    """An exception class of an application."""


@pytest.mark.parametrize("error", [TimeoutError("job"), JobTimeoutError("job"), OSError("job"), ValueError("job")])
@pytest.mark.parametrize("has_http_client", [False, True])
def test_an_error_of_a_signal_handler_comes_out_of_a_call_that_waits(error, has_http_client, server):
    server.script.append("hang")
    with (
        httpx.Client() as made,
        HoneyHive(api_key="hh_test", base_url=server.url, http_client=made if has_http_client else None) as hh,
        alarm(error, server),
        pytest.raises(type(error), match=r"^job$") as caught,
    ):
        hh.datasets.list(timeout=30)
    assert caught.value is error
    assert len(server.requests) == 1
    assert "hh_test" not in shown(caught.value)


def test_an_error_of_a_signal_handler_comes_out_of_connecting(server, monkeypatch):
    import socket

    error = TimeoutError("job")
    connect = socket.create_connection

    def interrupted(*args, **more):
        signal.raise_signal(signal.SIGALRM)
        return connect(*args, **more)

    monkeypatch.setattr(socket, "create_connection", interrupted)
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [(2, 1, 6, "", ("127.0.0.1", 1))] * 2)
    with (
        HoneyHive(api_key="hh_test", base_url=server.url) as hh,
        alarm(error),
        pytest.raises(TimeoutError) as caught,
    ):
        hh.datasets.list()
    assert caught.value is error


def test_a_failure_inside_the_handling_of_an_interrupt_is_a_failure(server):
    server.script += ["hang", "hang"]
    with HoneyHive(api_key="hh_test", base_url=server.url, max_retries=0) as hh:
        try:
            with alarm(TimeoutError("job"), server):
                hh.datasets.list(timeout=30)
        except TimeoutError:
            with pytest.raises(APITimeoutError):
                hh.datasets.list(timeout=0.05)


def test_an_error_of_a_signal_handler_comes_out_of_a_delivery_on_the_same_thread():
    outcomes = []

    class Policy:
        backlog = type("", (), {"is_abandoned": False})

        def ended(self, batch, outcome, now):
            outcomes.append(type(outcome))

    class Interrupted:
        def send(self, request):
            signal.raise_signal(signal.SIGALRM)

    sender = Sender(Policy(), Interrupted, Clocks(time.monotonic, time.time, lambda: 0.0), threading.Lock)
    with alarm(TimeoutError("job")), pytest.raises(TimeoutError, match="job"):
        sender.send(Batch("event", [Record("event", "e", "s", b"{}")]))
    assert outcomes == [APIConnectionError]


def test_asyncio_timeouts_of_the_application_are_its_own(server):
    from honeyhive import AsyncHoneyHive

    server.script.append("hang")

    async def main():
        async with AsyncHoneyHive(api_key="hh_test", base_url=server.url) as hh, asyncio.timeout(0.05):
            await hh.datasets.list(timeout=30)

    with pytest.raises(TimeoutError) as caught:
        asyncio.run(main())
    assert not isinstance(caught.value, APITimeoutError)
    assert len(server.requests) <= 1
