"""Forks while another thread holds each internal lock in turn: ``python -m tests.tracing.forks URL COUNT``.

Each child logs, reads the counters and sometimes delivers over its own connection. It exits with 1 if a lock of its
parent blocks it, and with 2 if it would write into a connection of its parent.
"""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

from honeyhive import HoneyHive

SESSION = "6f1f0c1e-5c1a-4b51-9d1c-2d8f4f0f7a10"
DELIVERING = 20
LONGEST = 60


def main(url: str, count: int) -> None:
    """Fork COUNT times. Return 0 if every child succeeded."""
    hh = HoneyHive(api_key="hh_forks", base_url=url)
    _log(hh, "parent")
    if not hh.flush(30):
        raise RuntimeError("the parent could not deliver")
    sockets = _sockets()
    for number, lock in zip(range(count), _in_turn(hh), strict=False):
        status = _forked_beside(lock, lambda turn=number: _child(hh, turn, sockets))
        if status:
            sys.exit(f"child {number} ended with {status} beside {lock}")
    _log(hh, "parent")
    sys.exit(0 if hh.close(30) else "the parent lost an event")


def _log(hh: HoneyHive, name: str) -> None:
    hh.log_event({"event_name": name, "session_id": SESSION, "metadata": {"pid": os.getpid()}})


def _in_turn(hh: HoneyHive) -> Iterator[AbstractContextManager[Any]]:
    """Yield in an endless cycle each lock that a log call, the delivery or the counters take."""
    worker = hh.tracing._open().worker
    store: Any = worker._store
    while True:
        yield store._lock
        yield worker._sender.changed
        yield worker._threads._starting
        yield worker.counters._reporting
        yield worker._sender._opening


def _forked_beside(lock: AbstractContextManager[Any], child: Callable[[], int]) -> int:
    """Return the exit status of a child that is forked while another thread holds the lock."""
    held, over = threading.Event(), threading.Event()

    def hold() -> None:
        with lock:
            held.set()
            over.wait()

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait()
    pid = os.fork()
    if pid == 0:
        signal.alarm(LONGEST)
        os._exit(child())
    over.set()
    holder.join()
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def _child(hh: HoneyHive, number: int, inherited: set[str]) -> int:
    is_delivering = number % DELIVERING == 0
    _log(hh, "delivered" if is_delivering else "child")
    hh.stats()
    if not is_delivering:
        return 0
    if not hh.flush(30):
        return 1
    return 2 if _sockets() <= inherited else 0


def _sockets() -> set[str]:
    """Return the inodes of the open sockets of this process."""
    found = set()
    for one in Path("/proc/self/fd").iterdir():
        try:
            name = str(one.readlink())
        except OSError:
            continue  # the descriptor of this listing is closed by now
        if name.startswith("socket:"):
            found.add(name)
    return found


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
