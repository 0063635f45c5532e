"""Clients on event loops: cancelled calls, ended loops, dropped clients, and imports."""

import asyncio
import gc
import json
import os
import random
import subprocess
import sys
import threading
import traceback
import weakref

import pytest

from honeyhive import AsyncHoneyHive, ConfigurationError
from tests.clients.exposed_text import shown
from tests.faults import actions
from tests.faults.one_call import KEY, get


def client(server, **settings):
    return AsyncHoneyHive(**{"api_key": KEY, "base_url": server.url, **settings})


async def cancelled_at(call, step):
    """Cancel the call after the given number of iterations of the event loop."""
    task = asyncio.ensure_future(call)
    for _ in range(step):
        await asyncio.sleep(0)
    task.cancel()
    return (await asyncio.gather(task, return_exceptions=True))[0]


def test_a_call_may_be_cancelled_at_any_moment_and_leaves_the_client_usable(server):
    chance = random.Random(12)

    async def main():
        async with client(server) as hh:
            for _ in range(300):
                ended = await cancelled_at(get(hh), chance.randrange(40))
                assert isinstance(ended, asyncio.CancelledError | dict)
            answers = await asyncio.gather(*[get(hh) for _ in range(100)])
            for _ in range(10):  # the last cancelled call may still be closing its connection
                await asyncio.sleep(0)
            pool = hh._calls.transports[asyncio.get_running_loop()].client._transport._pool
            return answers, [one for one in pool.connections if not (one.is_idle() or one.is_closed())]

    answers, busy = asyncio.run(main())

    assert (len(answers), busy) == (100, [])


def test_more_calls_than_connections_may_hang_and_be_cancelled(server):
    server.script.extend([actions.hang] * 120)

    async def main():
        async with client(server) as hh:
            hung = [asyncio.ensure_future(get(hh)) for _ in range(120)]
            while len(server.requests) < 100:
                await asyncio.sleep(0)
            for call in hung:
                call.cancel()
            await asyncio.gather(*hung, return_exceptions=True)
            server.script.clear()
            return await get(hh)

    assert asyncio.run(main())["success"]


def test_a_cancelled_call_does_not_show_the_key(server):
    server.always = actions.hang

    async def main():
        async with client(server) as hh:
            task = asyncio.ensure_future(get(hh))
            while not server.requests:
                await asyncio.sleep(0)
            task.cancel()
            try:
                await task
            except asyncio.CancelledError as caught:
                return shown(caught), [frame.filename for frame in traceback.extract_tb(caught.__traceback__)]

    text, files = asyncio.run(main())

    assert KEY not in text
    assert not [file for file in files if "/httpx/" in file or "/httpcore/" in file]


def test_a_first_call_that_is_cancelled_while_the_client_opens_does_not_stop_the_others(server):
    async def main():
        hh = client(server)
        first, second = asyncio.ensure_future(get(hh)), asyncio.ensure_future(get(hh))
        await asyncio.sleep(0)
        first.cancel()
        answer = await second
        await hh.close()
        return answer

    assert asyncio.run(main())["success"]
    assert len(server.requests) == 1


def test_many_first_calls_open_one_client(server):
    async def main():
        async with client(server) as hh:
            return await asyncio.gather(*[get(hh) for _ in range(150)]), len(hh._calls.transports)

    answers, transports = asyncio.run(main())

    assert (len(answers), transports) == (150, 1)


def test_a_call_that_has_not_started_when_its_client_closes_raises_configuration_error(server):
    async def main():
        hh = client(server)
        call = asyncio.ensure_future(get(hh))
        await hh.close()
        with pytest.raises(ConfigurationError, match="closed"):
            await call

    asyncio.run(main())

    assert server.connections == 0


def test_a_client_that_could_not_open_tries_again(server, monkeypatch):
    async def main():
        hh = client(server)
        monkeypatch.setenv("HTTP_PROXY", "gopher://proxy")
        with pytest.raises(ConfigurationError, match="HTTP_PROXY"):
            await get(hh)
        monkeypatch.delenv("HTTP_PROXY")
        answer = await get(hh)
        await hh.close()
        return answer

    assert asyncio.run(main())["success"]


def test_the_connections_of_a_client_that_is_never_closed_end_with_the_loop(server):
    """Warnings are errors in the tests, so a socket that is left open would fail the test with a ResourceWarning."""

    async def main():
        hh = client(server)
        await get(hh)
        return hh._calls.transports[asyncio.get_running_loop()].client, hh

    pool, hh = asyncio.run(main())

    assert pool.is_closed
    del hh
    gc.collect()


def test_a_client_that_is_dropped_is_collected_and_its_connections_closed(server):
    async def main():
        hh = client(server)
        await get(hh)
        pool, gone = hh._calls.transports[asyncio.get_running_loop()].client, weakref.ref(hh)
        del hh
        gc.collect()
        while not pool.is_closed:
            await asyncio.sleep(0)
        return gone()

    assert asyncio.run(main()) is None


def test_a_client_goes_from_loop_to_loop_without_keeping_the_dead_ones(server):
    hh = client(server)

    async def main():
        await get(hh)

    for _ in range(3):
        asyncio.run(main())

    assert (len(server.requests), len(hh._calls.transports)) == (3, 1)


def test_a_call_opens_the_client_while_all_threads_of_the_loop_are_busy(server):
    async def main():
        loop, free = asyncio.get_running_loop(), threading.Event()
        busy = [loop.run_in_executor(None, free.wait) for _ in range(64)]  # the default executor has at most 32 threads
        try:
            async with asyncio.timeout(60):
                return await get(client(server))
        finally:
            free.set()
            await asyncio.gather(*busy)

    assert asyncio.run(main())["success"]


FIRST_CALL = """
import asyncio, json, sys
from honeyhive import AsyncHoneyHive

def watch(event, arguments):
    if event == "import":
        loaded.add(arguments[0])

async def main(url):
    hh = AsyncHoneyHive("hh_test", base_url=url)
    sys.addaudithook(watch)
    await hh.sessions.create()
    seen = sorted(loaded)
    await hh.close()
    return seen

loaded = set()
print(json.dumps(asyncio.run(main(sys.argv[1]))))
"""


def test_the_first_async_call_imports_only_its_namespace_its_operation_and_models(server):
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", FIRST_CALL, server.url],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        check=True,
    )

    packages = {name.partition(".")[0] for name in json.loads(done.stdout)}
    assert packages <= {"honeyhive_api", "attr", "attrs", ""} | sys.stdlib_module_names
    assert not [name for name in json.loads(done.stdout) if name.startswith(("honeyhive.", "httpx", "anyio"))]
