"""Compares the delivery to a distant service with opentelemetry-sdk and langfuse: ``python -m benchmarks.far``.

Each library runs in its own process against a server with a latency of 0, 20, 100 and 300 ms. The library logs single
events and short sessions at a rate, then a burst before the exit. Each line of the output has the number of arrived
events and the growth of the process's memory. langfuse is installed into its own environment under ``.tools``.
"""

import asyncio
import gzip
import json
import multiprocessing
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).parents[1]
OTHERS: Final = ROOT / ".tools" / "langfuse"
LATENCIES: Final = (0.0, 0.02, 0.1, 0.3)
RATE: Final = 50
SECONDS: Final = 20
BURST: Final = 20_000
ROUNDS: Final = 5
"""Number of times that a burst is measured; single events and sessions are measured once."""

_OPEN: Final = {
    "honeyhive": """
from honeyhive import HoneyHive
hh = HoneyHive(api_key="hh_benchmark", base_url=URL)
def event(name):
    hh.log_event({"event_type": "tool", "event_name": name, "inputs": {"n": 1}})
def session(name):
    with hh.session("session") as outer, outer.event(name):
        pass
""",
    "opentelemetry-sdk": """
from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
provider = TracerProvider()
provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(endpoint=URL + "/v1/traces")))
tracer = provider.get_tracer("benchmark")
def event(name):
    with tracer.start_as_current_span(name) as span:
        span.set_attribute("n", 1)
def session(name):
    with tracer.start_as_current_span("session"), tracer.start_as_current_span(name):
        pass
""",
    "langfuse": """
from langfuse import Langfuse
client = Langfuse(public_key="pk-lf-benchmark", secret_key="sk-lf-benchmark", base_url=URL)
def event(name):
    with client.start_as_current_observation(name=name, as_type="tool", input={"n": 1}):
        pass
def session(name):
    with client.start_as_current_observation(name="session"):
        with client.start_as_current_observation(name=name, as_type="tool"):
            pass
""",
}
_RUN: Final = """
import resource, sys, time
URL, kind, rate, seconds, burst = sys.argv[1], sys.argv[2], *map(int, sys.argv[3:])
{open}
def resident():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
event("warm-up")
time.sleep(1)
before = resident()
if kind == "burst":
    for number in range(burst):
        event(f"EVT-{{number}}-Z")
else:
    log, begun = event if kind == "single" else session, time.monotonic()
    for number in range(rate * seconds):
        time.sleep(max(0.0, begun + number / rate - time.monotonic()))
        log(f"EVT-{{number}}-Z")
print(resident() - before, flush=True)
"""


class Outcome(NamedTuple):
    """The result of one run."""

    arrived: int
    growth: int
    """Growth of the peak memory in kilobytes."""


def measure() -> Iterator[str]:
    """Yield a line for each library, kind and latency."""
    interpreters = _interpreters()
    for latency in LATENCIES:
        for kind, rounds in (("single", 1), ("sessions", 1), ("burst", ROUNDS)):
            logged = BURST if kind == "burst" else RATE * SECONDS
            for library, interpreter in interpreters.items():
                what = f"      {latency * 1e3:3.0f} ms, {kind:8} {library:17}"
                if interpreter is None:
                    yield f"{what} skipped: it is not installed"
                    continue
                outcomes = [_run(interpreter, library, kind, latency) for _ in range(rounds)]
                arrived = median(one.arrived for one in outcomes)
                growth = median(one.growth for one in outcomes) / 1024
                yield f"{what} {arrived:6.0f} of {logged} arrived, memory grew by {growth:.1f} MiB"


def _interpreters() -> dict[str, str | None]:
    """Return the interpreter for each library; None if it cannot be installed."""
    others = OTHERS / "bin" / "python"
    if not others.exists():
        subprocess.run([sys.executable, "-m", "venv", OTHERS], check=False)
        command = [
            str(others),
            "-m",
            "pip",
            "install",
            "--quiet",
            "--constraint",
            str(ROOT / "constraints.txt"),
            "langfuse",
        ]
        subprocess.run(command, check=False)
    found = {"honeyhive": sys.executable, "opentelemetry-sdk": str(others), "langfuse": str(others)}
    modules = {"honeyhive": "honeyhive", "opentelemetry-sdk": "opentelemetry.sdk", "langfuse": "langfuse"}
    return {
        name: interpreter if _can_import(interpreter, modules[name]) else None for name, interpreter in found.items()
    }


def _can_import(interpreter: str, module: str) -> bool:
    try:
        return subprocess.run([interpreter, "-c", f"import {module}"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _run(interpreter: str, library: str, kind: str, latency: float) -> Outcome:
    program = _RUN.format(open=_OPEN[library])
    with _distant_server(latency) as (url, arrived):
        arguments = [url, kind, str(RATE), str(SECONDS), str(BURST)]
        command = [interpreter, "-c", program, *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
        growth = int(done.stdout.split()[-1]) if done.stdout.split() else 0
        return Outcome(arrived(), growth)


@contextmanager
def _distant_server(latency: float) -> Iterator[tuple[str, "_Count"]]:
    """Run a server in its own process; yield its URL and a function that counts the arrived events."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.get_context("spawn").Process(target=_serve, args=(theirs, latency), daemon=True)
    process.start()
    try:
        yield f"http://127.0.0.1:{ours.recv()}", _Count(ours)
    finally:
        process.terminate()
        process.join()


class _Count:
    def __init__(self, pipe: Connection) -> None:
        self._pipe = pipe

    def __call__(self) -> int:
        self._pipe.send("count")
        return int(self._pipe.recv())


def _serve(pipe: Connection, latency: float) -> None:
    asyncio.run(_serving(pipe, latency))


async def _serving(pipe: Connection, latency: float) -> None:
    found: set[bytes] = set()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while (head := await _head(reader)) is not None:
            body = await _body(reader, head)
            await asyncio.sleep(latency)
            if b"content-encoding: gzip" in head.lower():
                body = gzip.decompress(body)
            found.update(re.findall(rb"EVT-\d+-Z", body))
            reply = b"" if b"traces" in head.split(b"\r\n")[0] else json.dumps({"success": True}).encode()
            kind = b"application/json" if reply else b"application/x-protobuf"
            writer.write(
                b"HTTP/1.1 200 OK\r\ncontent-type: %b\r\ncontent-length: %d\r\n\r\n%b" % (kind, len(reply), reply)
            )

    server = await asyncio.start_server(answer, "127.0.0.1", 0, limit=1 << 24)
    pipe.send(server.sockets[0].getsockname()[1])
    asyncio.get_running_loop().add_reader(pipe.fileno(), lambda: pipe.send(len(found)) if pipe.recv() else None)
    await server.serve_forever()


async def _head(reader: asyncio.StreamReader) -> bytes | None:
    try:
        return await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, ConnectionError):
        return None


async def _body(reader: asyncio.StreamReader, head: bytes) -> bytes:
    length = re.search(rb"content-length: *(\d+)", head.lower())
    if length is not None:
        return await reader.readexactly(int(length[1]))
    parts = []
    while size := int((await reader.readline()).partition(b";")[0], 16):
        parts.append(await reader.readexactly(size))
        await reader.readline()
    await reader.readline()
    return b"".join(parts)


def main() -> None:
    """Print each line as soon as it is measured."""
    for line in measure():
        print(line, flush=True)


if __name__ == "__main__":
    main()
