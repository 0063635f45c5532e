"""Calls between files on the warm path: ``python -m benchmarks.walks`` prints each walk with its goal.

A walk is the set of distinct pairs of calling file and called function, both in this project. Its size is the number
of places that a reader visits to follow one call, and does not depend on the machine.
"""

import asyncio
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any, TypeAlias

from honeyhive import AsyncHoneyHive, HoneyHive
from honeyhive_server import LocalServer

from .calls import EVENT, answering_server

ROOT = Path(__file__).parents[1]
PACKAGES = (ROOT / "honeyhive", ROOT / "generated" / "honeyhive_api")
CALL_GOAL = 16
ASYNC_CALL_GOAL = 18
EVENT_GOAL = 38
Walk: TypeAlias = set[tuple[str, str]]


@contextmanager
def recorded_walk(without: str = "") -> Iterator[Walk]:
    """Yield a set that collects the walk of the block, on this thread and on each thread that starts inside the block.

    Calls inside the function ``without`` are left out.
    """
    walk: Walk = set()
    inside: set[int] = set()
    folders = tuple(f"{folder}/" for folder in PACKAGES)
    start = len(f"{ROOT}/")

    def on_call(frame: FrameType, kind: str, _: Any) -> None:
        called, caller = frame.f_code, frame.f_back
        if called.co_qualname == without and kind in ("call", "return"):
            (inside.add if kind == "call" else inside.discard)(threading.get_ident())
        if threading.get_ident() in inside:
            return
        if kind != "call" or not called.co_filename.startswith(folders):
            return
        calling = caller.f_code.co_filename if caller is not None else ""
        if calling.startswith(folders) and calling != called.co_filename and not called.co_name.startswith("<"):
            walk.add((calling[start:], f"{called.co_filename[start:]}:{called.co_qualname}"))

    threading.setprofile(on_call)
    sys.setprofile(on_call)
    try:
        yield walk
    finally:
        sys.setprofile(None)
        threading.setprofile(None)


def call() -> Walk:
    """Return the calls between files of one ``events.create``, after a first call has loaded everything."""
    with answering_server() as url, HoneyHive(api_key="hh_benchmark", base_url=url) as hh:
        hh.events.create(**EVENT)
        with recorded_walk() as walk:
            hh.events.create(**EVENT)
    return walk


def async_call() -> Walk:
    """Return the calls between files of one ``await events.create``, after a first call has loaded everything."""

    async def measured(url: str) -> Walk:
        async with AsyncHoneyHive(api_key="hh_benchmark", base_url=url) as hh:
            await hh.events.create(**EVENT)
            with recorded_walk() as walk:
                await hh.events.create(**EVENT)
        return walk

    with answering_server() as url:
        return asyncio.run(measured(url))


def event_to_wire() -> Walk:
    """Return the calls between files for one event that this thread logs and a worker thread sends."""
    return _delivered(without="DeliveryPolicy.ended")


def event_and_reply() -> Walk:
    """Return the calls between files for one event, from the log call to the reply that confirms the event."""
    return _delivered()


def _delivered(without: str = "") -> Walk:
    with (
        LocalServer() as server,
        HoneyHive(api_key="hh_benchmark", base_url=server.url) as hh,
        recorded_walk(without) as walk,
        hh.session("walk"),
    ):
        counters = hh.tracing._open().worker.counters
        _log(hh)
        hh.flush(30)
        # Now everything is imported, and the worker's thread runs.
        walk.clear()
        _log(hh)
        while counters.delivered < 3:
            time.sleep(0.01)  # flush() is not part of the walk
        return set(walk)


def _log(hh: HoneyHive) -> None:
    with hh.event("step", inputs={"n": 1}) as event:
        event.outputs = {"n": 2}


def main() -> None:
    """Print the walks."""
    walks: list[tuple[str, Callable[[], Walk], int]] = [
        ("a warm call", call, CALL_GOAL),
        ("a warm async call", async_call, ASYNC_CALL_GOAL),
        ("a traced event, to the wire", event_to_wire, EVENT_GOAL),
        ("a traced event, to its confirmation", event_and_reply, EVENT_GOAL),
    ]
    for name, measure, goal in walks:
        walk = measure()
        print(f"{name}: {len(walk)} calls between files, goal {goal}")
        for calling, called in sorted(walk):
            print(f"  {calling} -> {called}")


if __name__ == "__main__":
    main()
