"""Lifecycle of a client: imports, connections, close, fork and garbage collection."""

import asyncio
import gc
import json
import os
import subprocess
import sys
import threading
import tomllib
import weakref
from pathlib import Path

import httpx
import pytest

import honeyhive
from honeyhive import AsyncHoneyHive, ConfigurationError, HoneyHive
from tests.clients.sample_namespace import Things

ROOT = Path(__file__).parents[2]
LIGHT = """
import json, sys, threading
import honeyhive, honeyhive.types
print(json.dumps({"modules": sorted(sys.modules), "threads": threading.active_count()}))
"""


def test_importing_honeyhive_imports_neither_httpx_nor_a_model_and_starts_no_thread():
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "generated")])}
    run = subprocess.run([sys.executable, "-c", LIGHT], capture_output=True, env=environment, check=True, timeout=60)
    seen = json.loads(run.stdout)

    assert len(seen["modules"]) <= 150
    assert seen["threads"] == 1
    heavy = {"httpx", "attr", "attrs", "asyncio", "socket", "ssl", "logging", "honeyhive_api.models"}
    assert heavy.isdisjoint(seen["modules"])


def test_dir_lists_lazily_imported_names():
    assert set(honeyhive.__all__) <= set(dir(honeyhive))


def test_the_version_is_that_of_the_distribution():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]

    assert honeyhive.__version__ == project["version"]


def test_with_closes_the_connections(server):
    with HoneyHive("hh_test", base_url=server.url) as hh:
        Things(hh).create()
        pool = hh._calls.transport().client

    assert pool.is_closed
    with pytest.raises(ConfigurationError, match="closed"), hh:
        pass


def test_the_error_names_the_closed_client_or_http_client(server):
    hh = HoneyHive("hh_test", base_url=server.url)
    hh._calls.transport().close()  # another thread could do this after this thread has checked
    with httpx.Client() as passed:
        other = HoneyHive("hh_test", base_url=server.url, http_client=passed)

    with pytest.raises(ConfigurationError, match=r"^this client is closed"):
        Things(hh).create()
    with pytest.raises(ConfigurationError, match=r"^the http_client of this HoneyHive client is closed"):
        Things(other).create()


def test_async_with_opens_a_transport_without_a_request_and_closes_it(server):
    async def main():
        async with AsyncHoneyHive("hh_test", base_url=server.url) as hh:
            (transport,) = hh._calls.transports.values()
            assert server.connections == 0
            await Things(hh).create()
            assert list(hh._calls.transports.values()) == [transport]
        assert transport.client.is_closed
        with pytest.raises(ConfigurationError, match="closed"):
            await hh.__aenter__()

    asyncio.run(main())


def test_an_async_client_may_be_used_on_one_event_loop_after_another(server):
    hh = AsyncHoneyHive("hh_test", base_url=server.url)

    async def main():
        await Things(hh).create()
        await hh._calls.transports[asyncio.get_running_loop()].close()

    for _ in range(2):
        asyncio.run(main())

    assert (len(server.requests), len(hh._calls.transports)) == (2, 1)


def test_a_call_awaited_after_close_raises_configuration_error(server):
    async def main():
        hh = AsyncHoneyHive("hh_test", base_url=server.url)
        call = Things(hh).create()
        await hh.close()
        with pytest.raises(ConfigurationError, match="closed"):
            await call

    asyncio.run(main())


def test_concurrent_calls_share_a_client(server):
    async def main():
        async with AsyncHoneyHive("hh_test", base_url=server.url) as hh:
            await asyncio.gather(*[Things(hh).create() for _ in range(20)])

    asyncio.run(main())

    assert len({request.json["thing_id"] for request in server.requests}) == 20


def test_threads_share_a_client_and_its_pool(server):
    hh = HoneyHive("hh_test", base_url=server.url)
    start, pools = threading.Barrier(8), []

    def work():
        start.wait()
        Things(hh).create()
        pools.append(hh._calls.transport())

    threads = [threading.Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    hh.close()

    assert len(server.requests) == 8
    assert len(set(pools)) == 1


def test_a_cancelled_call_leaves_the_pool_usable(server):
    async def main():
        async with AsyncHoneyHive("hh_test", base_url=server.url) as hh:
            server.script.append("hang")
            call = asyncio.ensure_future(Things(hh).create())
            while not server.requests:
                await asyncio.sleep(0)
            call.cancel()
            with pytest.raises(asyncio.CancelledError):
                await call
            assert await Things(hh).create() == {}

    asyncio.run(main())


def test_a_client_that_is_dropped_is_collected_with_its_connections(server):
    hh = HoneyHive("hh_test", base_url=server.url)
    Things(hh).create()
    hh.datasets.list()
    pool, gone = hh._calls.transport().client, weakref.ref(hh)
    del hh
    gc.collect()

    assert gone() is None
    assert pool.is_closed


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_forked_child_has_connections_of_its_own(server):
    hh = HoneyHive("hh_test", base_url=server.url)
    Things(hh).create()
    child = os.fork()
    if child == 0:
        Things(hh).create()
        os._exit(0)
    os.waitpid(child, 0)
    Things(hh).create()
    hh.close()

    assert (len(server.requests), server.connections) == (3, 2)
