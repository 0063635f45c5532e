"""Measures the import, the construction of a client, its first call, and the help of the command line in new processes.

The environments have only the packages of a plain install, or of the extra `cli`.
"""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests import environments

from .ratio import Ratio

PAIRS = 15
_IMPORT = "import time; start = time.perf_counter(); import {}; print(time.perf_counter() - start)"
_TIMED = """
import time
start = time.perf_counter()
{}
print(time.perf_counter() - start)
"""
_OURS = """
from honeyhive import APIConnectionError, HoneyHive
hh = HoneyHive("hh_benchmark", base_url="http://127.0.0.1:9", max_retries=0)
try:
    hh.sessions.create(session_name="x")  # nothing listens on port 9
except APIConnectionError:
    hh.close()
"""
# verify is False, because plain HTTP needs no certificates, and reading them would take longer than everything else.
_THEIRS = """
import httpx
client = httpx.Client(headers={"Authorization": "Bearer hh_benchmark"}, verify=False)
try:
    client.post("http://127.0.0.1:9/v1/sessions", json={"session_name": "x"})
except httpx.ConnectError:
    client.close()
"""
_OURS_ASYNC = """
import asyncio
from honeyhive import APIConnectionError, AsyncHoneyHive
async def main():
    hh = AsyncHoneyHive("hh_benchmark", base_url="http://127.0.0.1:9", max_retries=0)
    try:
        await hh.sessions.create(session_name="x")  # nothing listens on port 9
    except APIConnectionError:
        await hh.close()
asyncio.run(main())
"""
_THEIRS_ASYNC = """
import asyncio
import httpx
async def main():
    client = httpx.AsyncClient(headers={"Authorization": "Bearer hh_benchmark"}, verify=False)
    try:
        await client.post("http://127.0.0.1:9/v1/sessions", json={"session_name": "x"})
    except httpx.ConnectError:
        await client.aclose()
asyncio.run(main())
"""
_WAITS = """
import asyncio
from time import perf_counter
import honeyhive
from honeyhive import APIConnectionError, AsyncHoneyHive

async def ours():
    await honeyhive.load()
    hh = AsyncHoneyHive(api_key="hh_benchmark", base_url="http://127.0.0.1:9", max_retries=0)
    try:
        await hh.sessions.create()  # nothing listens on port 9
    except APIConnectionError:
        await hh.close()

async def baseline():
    import httpx

async def longest_wait(work):
    task, longest, last = asyncio.ensure_future(work), 0.0, perf_counter()
    while not task.done():
        await asyncio.sleep(0)
        now = perf_counter()
        longest, last = max(longest, now - last), now
    return longest

print(asyncio.run(longest_wait({}())))
"""
_HELP = """
import sys
sys.argv = ["honeyhive", "--help"]
from honeyhive._cli import main
main()
"""
_BARE_HELP = """
import sys
sys.argv = ["bare", "--help"]
import click

@click.group()
def bare():
    "Do nothing."

@bare.command()
@click.option("--name", help="A name.")
def nothing(name):
    "Do nothing with a name."

bare()
"""


def measure() -> list[Ratio]:
    """Return the ratios of import, first call (sync and async), longest wait and help."""
    with TemporaryDirectory() as folder:
        help_page = _help_ratio(environments.make(Path(folder), "cli"))
    with TemporaryDirectory() as folder:
        python = environments.make(Path(folder))
        first = "import, construction and a refused first call"
        same = "the same program on httpx"
        return [
            _ratio(python, "import", _IMPORT.format("honeyhive"), "import httpx", _IMPORT.format("httpx"), bound=0.3),
            _ratio(python, first, _TIMED.format(_OURS), same, _TIMED.format(_THEIRS), bound=1.25),
            _ratio(
                python, f"{first}, async", _TIMED.format(_OURS_ASYNC), same, _TIMED.format(_THEIRS_ASYNC), bound=1.25
            ),
            _ratio(
                python,
                "longest wait of an event loop for load() and the first call",
                _WAITS.format("ours"),
                "import httpx at once",
                _WAITS.format("baseline"),
                bound=0.5,
            ),
            help_page,
        ]


def _ratio(python: Path, what: str, ours: str, against: str, baseline: str, *, bound: float) -> Ratio:
    return _alternating(what, lambda: _seconds(python, ours), against, lambda: _seconds(python, baseline), bound)


def _help_ratio(python: Path) -> Ratio:
    """Return the ratio for whole processes, because a user also waits for the interpreter."""

    def seconds(script: str) -> float:
        start = perf_counter()
        _run(python, script)
        return perf_counter() - start

    against = "the help of a bare click program"
    return _alternating("honeyhive --help", lambda: seconds(_HELP), against, lambda: seconds(_BARE_HELP), 1.3)


def _alternating(
    what: str, ours: Callable[[], float], against: str, baseline: Callable[[], float], bound: float
) -> Ratio:
    """Run both scripts in turn, each time in a new process. A warm-up of each comes first, which may write bytecode."""
    ours(), baseline()
    pairs = [(ours(), baseline()) for _ in range(PAIRS)]
    times, others = (tuple(column) for column in zip(*pairs, strict=True))
    return Ratio(what, against, times, others, bound)


def _seconds(python: Path, script: str) -> float:
    return float(_run(python, script))


def _run(python: Path, script: str) -> str:
    # pip compiles installed packages, so the first run may write the bytecode of this checkout's modules.
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return subprocess.run([python, "-c", script], capture_output=True, text=True, check=True, env=compiled).stdout
