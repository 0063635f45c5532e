"""Many calls and many clients: what a process holds before and after."""

import asyncio
import gc
import multiprocessing
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NamedTuple

from honeyhive import AsyncHoneyHive, HoneyHive
from tests.faults.server import FaultServer


class Held(NamedTuple):
    """What this process holds."""

    kilobytes: int
    threads: int
    files: int


def held() -> Held:
    """What it holds after a collection of garbage."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return Held(
        pages * os.sysconf("SC_PAGE_SIZE") // 1024, threading.active_count(), len([*Path("/proc/self/fd").iterdir()])
    )


@contextmanager
def elsewhere() -> Iterator[str]:
    """The URL of a healthy server in a process of its own, so that its memory is not counted."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_serve, args=(theirs,))
    process.start()
    try:
        yield ours.recv()
    finally:
        ours.send("end")
        process.join()


def _serve(pipe: Connection) -> None:
    with FaultServer() as server:
        server.always = lambda connection, _: connection.answer(200, b'{"success":true}')
        server.forgetful = True
        pipe.send(server.url)
        pipe.recv()


def _call(hh: Any) -> Any:
    return hh.events.create(event_type="tool", event_name="x", inputs={"a": [1, 2, 3]}, event_id=None)


def calls(url: str, count: int, samples: int) -> list[Held]:
    """What is held after each share of the calls; the first is after a warm-up."""
    with HoneyHive("hh_soak", base_url=url) as hh:
        for _ in range(count // samples):
            _call(hh)
        seen = [held()]
        for _ in range(samples):
            for _ in range(count // samples):
                _call(hh)
            seen.append(held())
    return seen


def calls_async(url: str, count: int, samples: int) -> list[Held]:
    """The same with asyncio, fifty calls at a time."""

    async def main() -> list[Held]:
        async with AsyncHoneyHive("hh_soak", base_url=url) as hh:
            seen = []
            for _ in range(samples + 1):
                for _ in range(count // samples // 50):
                    await asyncio.gather(*[_call(hh) for _ in range(50)])
                seen.append(held())
            return seen

    return asyncio.run(main())


def cycles(url: str, count: int) -> tuple[Held, Held]:
    """What is held before and after so many clients of each kind were opened, used and closed."""

    def once() -> None:
        with HoneyHive("hh_soak", base_url=url) as hh:
            _call(hh)

        async def main() -> None:
            async with AsyncHoneyHive("hh_soak", base_url=url) as ahh:
                await _call(ahh)

        asyncio.run(main())

    for _ in range(5):
        once()
    before = held()
    for _ in range(count):
        once()
    return before, held()


def slope(seen: list[Held], count: int) -> float:
    """Kilobytes that 100,000 calls add, by least squares over the second half of the samples, when all has settled."""
    later = seen[len(seen) // 2 :]
    middle = (len(later) - 1) / 2
    mean = sum(one.kilobytes for one in later) / len(later)
    rise = sum((number - middle) * (one.kilobytes - mean) for number, one in enumerate(later))
    per_sample = rise / sum((number - middle) ** 2 for number in range(len(later)))
    return per_sample * (len(seen) - 1) / count * 100_000
