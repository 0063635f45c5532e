"""Tracing of AsyncHoneyHive(http_client=...): events are sent with that client only, on its event loop."""

import asyncio
import json
import logging
import os
import signal
import threading
from contextlib import contextmanager, suppress

import httpx
import httpx2
import pytest

from honeyhive import AsyncHoneyHive, HoneyHive
from honeyhive.tracing import DeliveryLimits, Options
from honeyhive_server import LocalServer

QUICK = Options(delivery=DeliveryLimits(linger=0.0, first_pause=0.01, flush_interval=0.01))


class Recording:
    """A transport that confirms every request, and records the thread that sends it."""

    def __init__(self):
        self.events, self.threads, self.headers, self.waits = [], set(), [], None

    async def __call__(self, request):
        self.threads.add(threading.get_ident())
        self.headers.append(request.headers)
        sent = json.loads(request.content or b"{}")
        if self.waits is not None:
            await self.waits.wait()
        events = sent.get("events", [sent])
        self.events += [one.get("event_name") or one.get("session_name") for one in events]
        ids = [one.get("event_id") for one in events]
        return httpx.Response(200, json={**sent, "success": True, "event_ids": ids})


@pytest.fixture
def recording():
    return Recording()


SESSION = "6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10"


def log(hh, name):
    """Log one event."""
    hh.log_event({"event_name": name, "event_type": "tool", "session_id": SESSION, "inputs": {}})


def client(recording, **settings):
    http_client = httpx.AsyncClient(transport=httpx.MockTransport(recording), headers={"X-Gateway": "eu"})
    # No server listens at this address, so an event that is not sent with the client is never confirmed.
    settings = {"base_url": "http://127.0.0.1:9", "tracing": QUICK, **settings}
    return AsyncHoneyHive(api_key="hh_x", http_client=http_client, **settings)


def test_events_go_through_the_client_on_the_loop_that_used_it(recording):
    async def main():
        async with client(recording) as hh:
            log(hh, "s")
            log(hh, "e")
            return await hh.flush(10)

    assert asyncio.run(main()).delivered == 2
    assert sorted(recording.events) == ["e", "s"]
    assert recording.threads == {threading.get_ident()}
    assert {headers["x-gateway"] for headers in recording.headers} == {"eu"}


def test_the_first_event_inside_a_loop_sends_on_that_loop(recording):
    async def main():
        hh = client(recording)
        log(hh, "s")
        while not recording.events:
            await asyncio.sleep(0.001)
        await hh.close()

    asyncio.run(main())


async def stored(recording, name):
    while name not in recording.events:
        await asyncio.sleep(0.001)


def test_an_event_from_a_thread_is_sent_with_later_events_on_the_loop(recording):
    async def main():
        hh = client(recording)
        await asyncio.to_thread(log, hh, "off")
        log(hh, "on")
        await asyncio.wait_for(stored(recording, "on"), 10)
        await hh.close()

    asyncio.run(main())
    assert sorted(recording.events) == ["off", "on"]


def test_an_event_on_another_loop_once_the_first_is_closed_is_sent_there(recording):
    hh = client(recording)

    async def main(name):
        log(hh, name)
        await asyncio.wait_for(stored(recording, name), 10)

    asyncio.run(main("first"))
    asyncio.run(main("second"))
    asyncio.run(hh.close())
    assert recording.events == ["first", "second"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_a_client_that_was_used_before_a_fork_sends_on_the_loop_of_the_child(recording):
    hh = client(recording)
    hh.stats()
    child = os.fork()
    if not child:

        async def main():
            log(hh, "child")
            await asyncio.wait_for(stored(recording, "child"), 10)

        with suppress(BaseException):
            asyncio.run(main())
        os._exit("child" not in recording.events)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_events_before_any_loop_wait_for_one(recording):
    hh = client(recording)
    log(hh, "early")
    assert hh.stats().pending == 1

    async def main():
        async with hh:
            assert await hh.flush(10)

    asyncio.run(main())
    assert recording.events == ["early"]


def test_events_stay_pending_after_the_loop_is_closed_until_another_uses_the_client(recording):
    hh = client(recording)

    async def first():
        await hh.request("GET", "/v1/thing")
        log(hh, "first")
        await hh.flush(10)

    asyncio.run(first())
    log(hh, "late")
    assert not hh.tracing._flush(0.2)
    assert hh.stats().pending == 1

    async def second():
        await hh.flush(10)
        await hh.close()

    asyncio.run(second())
    assert recording.events[-1] == "late"


def test_undelivered_events_are_dropped_at_close_and_never_sent_over_another_client(recording):
    with LocalServer() as server:
        hh = client(recording, base_url=server.url)
        log(hh, "s")
        closed = hh.tracing._close(0.1)
        assert (closed.delivered, closed.dropped) == (0, 1)
        assert server.requests == []


def test_a_request_that_is_in_flight_when_the_loop_ends_is_sent_again(recording):
    hh = client(recording)

    async def first():
        recording.waits = asyncio.Event()
        log(hh, "s")
        while not recording.threads:
            await asyncio.sleep(0.001)

    asyncio.run(first())
    assert recording.events == []
    assert hh.stats().pending == 1
    recording.waits = None

    async def second():
        assert await hh.flush(10)
        await hh.close()

    asyncio.run(second())
    assert recording.events == ["s"]


def test_flush_before_return_on_the_loop_returns_at_once_with_a_log_line(recording, caplog):
    async def main():
        async with client(recording) as hh:
            handler = hh.tracing.flush_before_return(timeout=300)(lambda: log(hh, "s"))
            handler()
            assert hh.stats().pending == 1
            assert [line.getMessage() for line in caplog.records if "await hh.flush()" in line.getMessage()]
            return await hh.flush(10)

    assert asyncio.run(main())


@pytest.mark.skipif(not hasattr(signal, "SIGALRM"), reason="signals are of POSIX")
def test_sigterm_on_the_loop_runs_the_previous_handler_at_once(recording):
    async def main():
        async with client(recording) as hh:
            hh.tracing.flush_on_sigterm(timeout=300)
            log(hh, "s")
            os.kill(os.getpid(), signal.SIGTERM)
            await asyncio.sleep(0)
            return previous

    previous = []
    kept = signal.signal(signal.SIGTERM, lambda *_: previous.append("ran"))
    try:
        assert asyncio.run(main()) == ["ran"]
    finally:
        signal.signal(signal.SIGTERM, kept)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_a_forked_child_does_not_use_the_loop_of_its_parent(recording):
    async def main():
        async with client(recording) as hh:
            log(hh, "parent")
            await hh.flush(10)
            child = os.fork()
            if not child:
                log(hh, "child")
                os._exit(bool(hh.tracing._flush(0.2)))
            status = os.waitpid(child, 0)[1]
            return os.waitstatus_to_exitcode(status)

    assert asyncio.run(main()) == 0


def test_an_error_of_a_hook_leaves_the_events_pending(recording):
    async def failing(request):
        raise ValueError("mine")

    async def main():
        hh = client(recording)
        hooks = hh._calls._http_client
        hooks.event_hooks = {"request": [failing]}
        log(hh, "s")
        assert not await hh.flush(0.1)
        assert hh.stats().pending == 1
        hooks.event_hooks = {}
        assert await hh.flush(10)
        await hh.close()

    asyncio.run(main())
    assert recording.events == ["s"]


class LoggingHandler(logging.Handler):
    """A log handler that logs each line of the HTTP libraries as an event."""

    def __init__(self, hh):
        super().__init__()
        self.hh, self.lines = hh, 0

    def emit(self, record):
        if record.name.startswith(("httpx", "httpcore")):
            self.lines += 1
            log(self.hh, "line")


@contextmanager
def logging_through(hh, caplog):
    caplog.set_level("DEBUG")
    handler = LoggingHandler(hh)
    logging.getLogger().addHandler(handler)
    try:
        yield handler
    finally:
        logging.getLogger().removeHandler(handler)


@pytest.mark.parametrize("library", [httpx, httpx2])
def test_no_line_is_logged_about_the_requests_of_tracing_on_the_loop(library, caplog):
    async def main():
        with LocalServer() as server:
            settings = {"base_url": server.url, "tracing": QUICK}
            async with (
                library.AsyncClient() as http_client,
                AsyncHoneyHive(api_key="hh_x", http_client=http_client, **settings) as hh,
            ):
                with logging_through(hh, caplog) as handler:
                    log(hh, "e")
                    assert await hh.flush(10)
                    assert handler.lines == 0
                    await hh.datasets.list()  # httpx logs direct calls as usual
                    assert handler.lines

    asyncio.run(main())


@pytest.mark.parametrize("library", [httpx, httpx2])
def test_no_line_is_logged_about_the_requests_of_tracing_on_its_thread(library, caplog):
    with (
        LocalServer() as server,
        library.Client() as http_client,
        HoneyHive(api_key="hh_x", base_url=server.url, tracing=QUICK, http_client=http_client) as hh,
        logging_through(hh, caplog) as handler,
    ):
        log(hh, "e")
        assert hh.flush(10)
        assert handler.lines == 0
