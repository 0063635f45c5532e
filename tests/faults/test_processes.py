"""A client that is used in many threads and processes, opened and closed many times, leaves no connection or thread."""

import gc
import os
import threading
import weakref

import pytest

from honeyhive import HoneyHive
from tests.faults import soak
from tests.faults.one_call import KEY, KINDS, ca_file, get, made, server_context
from tests.faults.server import FaultServer


def test_many_threads_share_a_client(server):
    with HoneyHive(KEY, base_url=server.url) as hh:
        threads = [threading.Thread(target=lambda: [get(hh) for _ in range(20)]) for _ in range(16)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    assert len(server.requests) == 320
    assert server.connections <= 16


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_a_forked_child_that_closes_its_client_leaves_the_tls_of_its_parent_alone():
    with FaultServer(server_context()) as server, ca_file() as path:
        hh = HoneyHive(KEY, base_url=server.url, ca_file=path)
        get(hh)
        child = os.fork()
        if child == 0:
            get(hh)
            hh.close()
            del hh
            gc.collect()
            os._exit(0)
        _, status = os.waitpid(child, 0)
        get(hh)
        hh.close()

        assert (status, len(server.requests), server.connections) == (0, 3, 2)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_fifty_children_of_a_client_in_use_by_threads_all_get_through(server):
    hh = HoneyHive(KEY, base_url=server.url, timeout=20)
    busy = threading.Event()
    threads = [threading.Thread(target=lambda: [get(hh) for _ in iter(busy.is_set, True)]) for _ in range(2)]
    for thread in threads:
        thread.start()
    failed = 0
    for _ in range(50):
        child = os.fork()
        if child == 0:
            try:
                get(hh)
            except BaseException:
                os._exit(1)
            os._exit(0)
        failed += os.waitpid(child, 0)[1] != 0
    busy.set()
    for thread in threads:
        thread.join()
    hh.close()

    assert failed == 0


def test_a_client_that_is_opened_and_closed_leaves_nothing(server, kind):
    made(kind, get, base_url=server.url)
    before = soak.held()
    for _ in range(20):
        made(kind, get, base_url=server.url)
    gc.collect()

    assert soak.held().files == before.files


@pytest.mark.parametrize("name", KINDS)
def test_a_client_that_was_never_used_is_collected_at_once(name):
    hh = KINDS[name](KEY)
    gone = weakref.ref(hh)
    del hh

    assert gone() is None
