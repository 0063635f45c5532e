"""Share of each package in the time that the local server takes for single events, with 32 requests at a time.

`python -m benchmarks.server_profile` calls the application without a web server, while benchmarks.server includes one.
The profiler slows everything down, so only the shares are meaningful.
"""

import asyncio
import cProfile
import json
import pstats
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import Final
from uuid import uuid4

from starlette.types import Message

import honeyhive_server
from honeyhive_server.http.app import App, create_app
from honeyhive_server.store import EventStore

from .server import CONNECTIONS, PER_SESSION, _event

EVENTS: Final = 6400
PATH: Final = "/v1/events"
_HEADERS: Final = (
    (b"host", b"127.0.0.1"),
    (b"authorization", b"Bearer hh_benchmark"),
    (b"content-type", b"application/json"),
)
_ROOT: Final = Path(honeyhive_server.__file__).parent


def measure() -> list[str]:
    """Return a line for each package, and one for the threads."""
    sessions = [str(uuid4()) for _ in range(EVENTS // PER_SESSION)]
    bodies = [json.dumps(_event(sessions[n // PER_SESSION])).encode() for n in range(EVENTS)]
    with tempfile.TemporaryDirectory(prefix="honeyhive-") as folder:
        store = EventStore(Path(folder, "h.db"))
        app = create_app(store)
        asyncio.run(_post_all(app, bodies[: EVENTS // 2]))
        own, every = time.thread_time(), time.process_time()
        asyncio.run(_post_all(app, bodies[EVENTS // 2 :]))
        own, every = time.thread_time() - own, time.process_time() - every
        profile = cProfile.Profile()
        bodies = [json.dumps(_event(sessions[n // PER_SESSION])).encode() for n in range(EVENTS)]
        profile.runcall(asyncio.run, _post_all(app, bodies))
        store.close()
    return [*_shares(profile), f"     the thread of requests used {own / every:.0%} of the CPU, the writer the rest"]


async def _post_all(app: App, bodies: list[bytes]) -> None:
    async def lane(first: int) -> None:
        for body in bodies[first::CONNECTIONS]:
            await _post(app, body)

    await asyncio.gather(*map(lane, range(CONNECTIONS)))


async def _post(app: App, body: bytes) -> None:
    async def receive() -> Message:
        return {"type": "http.request", "body": body}

    async def send(message: Message) -> None:
        if message.get("status", 200) != 200:
            raise RuntimeError(message)

    headers = [*_HEADERS, (b"content-length", b"%d" % len(body))]
    scope = {"type": "http", "method": "POST", "scheme": "http", "path": PATH, "raw_path": PATH.encode()}
    await app({**scope, "query_string": b"", "headers": headers}, receive, send)


def _shares(profile: cProfile.Profile) -> list[str]:
    """Return a line with the share of each package. Time in the standard library and in C counts for its callers."""
    seconds: dict[str, float] = defaultdict(float)
    stats = pstats.Stats(profile).stats  # type: ignore[attr-defined]
    for (path, _, name), (_, _, total, _, callers) in stats.items():
        if "poll" in name:  # time spent on waiting does not count
            continue
        if _package(path) or not callers:
            seconds[_package(path)] += total
            continue
        for (caller, _, _), (_, _, part, _) in callers.items():
            seconds[_package(caller)] += part
    seconds.pop("", None)
    whole = sum(seconds.values())
    ranks = sorted(seconds.items(), key=lambda each: -each[1])
    return [f"     {part / whole:4.0%}  {name}" for name, part in ranks]


def _package(path: str) -> str:
    if path.startswith(str(_ROOT)):
        return Path(path).relative_to(_ROOT).parts[0]
    return "asyncio" if "asyncio" in path else ""


if __name__ == "__main__":
    for line in measure():
        print(line)
