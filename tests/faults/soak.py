"""Memory and objects of a process before and after many calls and many clients."""

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
    """Memory, threads, descriptors and clients of this process."""

    kilobytes: int
    threads: int
    files: int

    def __str__(self) -> str:
        return f"{self.kilobytes} kB, {self.threads} threads and {self.files} files"


def held() -> Held:
    """Return a measurement of this process after a garbage collection."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return Held(
        pages * os.sysconf("SC_PAGE_SIZE") // 1024, threading.active_count(), len([*Path("/proc/self/fd").iterdir()])
    )


@contextmanager
def elsewhere() -> Iterator[str]:
    """Yield the URL of a healthy server in another process, so that its memory is not counted."""
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
    """Make calls in several parts. Return a measurement after a warm-up, and after each part."""
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
    """Make calls of the async client in several parts, fifty at a time. Return a measurement after each part."""

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
    """Return measurements before and after ``count`` clients of each kind were opened, used and closed."""

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
    """Return the kilobytes per 100,000 calls, by least squares over the second half of the samples."""
    later = seen[len(seen) // 2 :]
    middle = (len(later) - 1) / 2
    mean = sum(one.kilobytes for one in later) / len(later)
    rise = sum((number - middle) * (one.kilobytes - mean) for number, one in enumerate(later))
    per_sample = rise / sum((number - middle) ** 2 for number in range(len(later)))
    return per_sample * (len(seen) - 1) / count * 100_000
