"""The local server: committed events per second, on SQLite in its own process.

The rate of single events is compared with that of an application that returns a constant response to the same client.
The ratio shows the cost of validation and storage.
"""

import http.client
import json
import socket
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple
from uuid import uuid4

from honeyhive_server.model.event_model import event_document
from honeyhive_server.store import EventStore
from honeyhive_server.store.db_schema import Row, row
from honeyhive_server.store.group_commit import MAX_POSTPONED

from .ratio import Ratio, compare, timed

BATCHES, SIZE = 40, 100
# A round of sustained batches is short, so that the server is not idle for long while the same rows are inserted.
ROUNDS, PART = 20, 10
PAIRS = 5
CONNECTIONS, SINGLES, PER_SESSION = 32, 6400, 20
_HEADERS = {"Authorization": "Bearer hh_benchmark", "Content-Type": "application/json"}


def measure() -> list[Ratio | str]:
    """Return the ratio for batches, and two lines: sustained batches, and the rate of single events."""
    # The batches are made in advance, so that this time does not count. Each run has new batches, because the server
    # stores an id only once.
    batches = [[_batch() for _ in range(BATCHES)] for _ in range(PAIRS + 1)]
    sent, rows = iter(batches), iter([[_rows(batch) for batch in run] for run in batches])
    with tempfile.TemporaryDirectory(prefix="honeyhive-") as name, _serving(Path(name)) as port:
        EventStore(Path(name, "plain.db")).close()
        ratio = compare(
            f"{BATCHES} batches of {SIZE} events",
            lambda: _post_all(port, next(sent)),
            "sqlite3 executemany",
            lambda: _insert(Path(name, "plain.db"), next(rows)),
            bound=2.0,
            pairs=PAIRS,
        )
        singles = [_singles(port) for _ in range(PAIRS)]
        sustained = _sustained(port, Path(name, "plain.db"))
    return [ratio, sustained, *_compared(singles)]


def _sustained(port: int, plain: Path) -> str:
    """Post more than the server postpones, then measure the rate at which it stores events and indexes their words."""
    filling = [_batch() for _ in range(MAX_POSTPONED // len(_batch()))]
    rounds = [[_batch() for _ in range(PART)] for _ in range(ROUNDS)]
    rows = [[_rows(batch) for batch in bodies] for bodies in rounds]
    _insert(plain, [_rows(batch) for batch in filling])
    _post_all(port, filling)
    seconds = plain_seconds = 0.0
    for bodies, batches in zip(rounds, rows, strict=True):
        seconds += timed(lambda: _post_all(port, bodies))  # noqa: B023 -- called at once
        plain_seconds += timed(lambda: _insert(plain, batches))  # noqa: B023 -- called at once
    return (
        f"     {plain_seconds / seconds:5.2f} x  sqlite3 executemany, batches of {SIZE} events for so long that they"
        f" wait for the word index: {ROUNDS * PART * SIZE / seconds:,.0f} events/s"
    )


class Load(NamedTuple):
    """The result of one run of the client."""

    rate: float
    """Requests per second."""
    share: float
    """Share of one CPU that the client itself used."""


def _singles(port: int) -> tuple[Load, Load]:
    """Post single events to the server, then to an application that returns a constant response."""
    sessions = [str(uuid4()) for _ in range(SINGLES // PER_SESSION)]
    lines = "\n".join(json.dumps(_event(sessions[number // PER_SESSION])) for number in range(SINGLES))
    with _constant() as other:
        return _load(port, lines), _load(other, lines)


def _load(port: int, lines: str) -> Load:
    command = [sys.executable, "-m", "benchmarks.load", str(port), str(CONNECTIONS)]
    done = subprocess.run(command, input=lines, stdout=subprocess.PIPE, text=True, check=True)
    seconds, cpu = map(float, done.stdout.split())
    return Load(SINGLES / seconds, cpu / seconds)


def _compared(pairs: list[tuple[Load, Load]]) -> list[str]:
    rate, share = median(one.rate for one, _ in pairs), median(one.share for one, _ in pairs)
    bare, bare_share = median(two.rate for _, two in pairs), median(two.share for _, two in pairs)
    part = median(one.rate / two.rate for one, two in pairs)
    return [
        f"     {part:5.2f} x  single events with {CONNECTIONS} connections: {rate:,.0f}/s against {bare:,.0f}/s"
        f" of a constant answer; the client used {share:.0%} and {bare_share:.0%} of a CPU",
    ]


def _event(session_id: str | None = None) -> dict[str, object]:
    return {
        "session_id": session_id or str(uuid4()),
        "event_id": str(uuid4()),
        "event_type": "model",
        "event_name": "answer",
        "inputs": {"messages": [{"role": "user", "content": "Where is my parcel? " * 25}]},
        "outputs": {"content": "It is on its way. " * 25},
        "duration": 740,
    }


def _batch() -> str:
    sessions = [str(uuid4()) for _ in range(SIZE // 20)]
    return json.dumps({"events": [_event(sessions[number % len(sessions)]) for number in range(SIZE)]})


def _rows(batch: str) -> list[Row]:
    events = json.loads(batch)["events"]
    return [
        row(event_document(event, 1_767_323_045_123, free_ids=False), number) for number, event in enumerate(events)
    ]


def _insert(path: Path, batches: list[list[Row]]) -> None:
    """Insert the rows of each batch into the table of events, with one commit per batch."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA synchronous=FULL")
    names = list(batches[0][0])
    statement = f"INSERT INTO events ({', '.join(names)}) VALUES ({', '.join(f':{name}' for name in names)})"
    for rows in batches:
        with connection:
            connection.executemany(statement, rows)
    connection.close()


def _post_all(port: int, bodies: list[str], path: str = "/v1/events/batch") -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    for body in bodies:
        connection.request("POST", path, body, _HEADERS)
        answer = connection.getresponse()
        if answer.status != 200:
            raise RuntimeError(answer.read())
        answer.read()
    connection.close()


@contextmanager
def _constant() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    options = ["--port", str(port), "--no-access-log", "--no-proxy-headers"]
    command = [sys.executable, "-m", "uvicorn", "benchmarks.load:constant", *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        if process.stderr is None:
            raise RuntimeError("the server has no output")
        while "running on" not in process.stderr.readline():
            pass
        try:
            yield port
        finally:
            process.terminate()


@contextmanager
def _serving(folder: Path) -> Iterator[int]:
    command = [sys.executable, "-u", "-m", "honeyhive_server", "--port", "0", "--database", str(folder / "h.db")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        if process.stdout is None:
            raise RuntimeError("the server has no output")
        try:
            yield int(process.stdout.readline().rpartition(":")[2])
        finally:
            process.terminate()
