"""AsyncHoneyHive under trio: direct calls, flush and close. Tracing has its own thread."""

import threading

import pytest
import trio

from honeyhive import APIConnectionError, APITimeoutError, AsyncHoneyHive


def run(server, use, **settings):
    """Run an async function with a client under trio."""

    async def main():
        async with AsyncHoneyHive(api_key="hh_test", base_url=server.url, **settings) as hh:
            return await use(hh)

    return trio.run(main)


def test_calls_retries_and_pages(server):
    server.answers(503)
    server.answers(200, {"datasets": []})
    server.answers(200, {"events": [{"event_id": "a"}], "count": 2})
    server.answers(200, {"events": [], "count": 2})

    async def use(hh):
        datasets = (await hh.datasets.list()).datasets
        return datasets, [event.event_id async for event in hh.events.search_all(limit=1)]

    assert run(server, use) == ([], ["a"])


def test_calls_at_the_same_time_share_the_connections(server):
    async def use(hh):
        async with trio.open_nursery() as nursery:
            for _ in range(20):
                nursery.start_soon(hh.datasets.list)

    run(server, use)
    assert len(server.requests) == 20


def test_the_deadline_and_a_dropped_connection(server):
    server.script += ["hang", "drop"]

    async def use(hh):
        with pytest.raises(APITimeoutError):
            await hh.datasets.list(timeout=0.05)
        with pytest.raises(APIConnectionError):
            await hh.datasets.list()

    run(server, use, max_retries=0)


def test_a_cancelled_call_leaves_the_client_usable(server):
    server.script += ["hang"] * 3

    async def use(hh):
        for _ in range(3):
            with trio.move_on_after(0.02):
                await hh.datasets.list()
        await hh.datasets.list()
        pool = next(iter(hh._calls.transports.values())).client._transport._pool
        return [one for one in pool.connections if not (one.is_idle() or one.is_closed())]

    assert run(server, use) == []


def test_the_function_of_a_key_is_called_on_a_worker_thread(server):
    threads = []

    def key():
        threads.append(threading.get_ident())
        return "hh_called"

    async def use(hh):
        await hh.datasets.list()

    trio.run(use, AsyncHoneyHive(key, base_url=server.url))
    assert threads != [threading.get_ident()]


def test_events_are_traced_and_flushed(server):
    async def use(hh):
        with hh.session("s"):
            pass
        return await hh.flush(10)

    assert run(server, use)
    assert server.requests


def test_each_trio_run_has_its_own_connections(server):
    hh = AsyncHoneyHive(api_key="hh_test", base_url=server.url)

    async def use():
        await hh.datasets.list()
        return len(hh._calls.transports)

    assert [trio.run(use) for _ in range(3)] == [1, 1, 1]


def test_outside_of_every_loop_a_call_says_so(server):
    hh = AsyncHoneyHive(api_key="hh_test", base_url=server.url)
    call = hh.datasets.list()
    with pytest.raises(RuntimeError):
        call.send(None)


def test_a_serverless_handler_flushes_before_it_returns(server):
    async def use(hh):
        @hh.tracing.flush_before_return(10)
        async def handler():
            hh.log_event({"event_name": "e", "event_type": "tool"})
            return "done"

        assert await handler() == "done"
        assert hh.stats().pending == 0

    run(server, use)
