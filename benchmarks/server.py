"""The local server: events stored per second after their commit, on SQLite in a process of its own."""

import http.client
import json
import sqlite3
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from honeyhive.server.semantics import event_document
from honeyhive.server.store import Store
from honeyhive.server.store.schema import Row, row

from .ratio import Ratio, compare, timed

BATCHES, SIZE = 40, 100
PAIRS = 5
CONNECTIONS, SINGLES = 32, 100
_HEADERS = {"Authorization": "Bearer hh_benchmark", "Content-Type": "application/json"}


def measure() -> list[Ratio | str]:
    """One ratio and one rate."""
    # Made before, since making them is no work of either; new for each run, since a key is stored once.
    batches = [[_batch() for _ in range(BATCHES)] for _ in range(PAIRS + 1)]
    sent, rows = iter(batches), iter([[_rows(batch) for batch in run] for run in batches])
    with tempfile.TemporaryDirectory(prefix="honeyhive-") as name, serving(Path(name)) as port:
        Store(Path(name, "plain.db")).close()
        ratio = compare(
            f"{BATCHES} batches of {SIZE} events",
            lambda: _post_all(port, next(sent)),
            "sqlite3 executemany",
            lambda: _insert(Path(name, "plain.db"), next(rows)),
            bound=2.5,
            pairs=PAIRS,
        )
        bodies = [[json.dumps(_event()) for _ in range(SINGLES)] for _ in range(CONNECTIONS)]
        seconds = timed(lambda: _post_at_once(port, bodies))
    rate = CONNECTIONS * SINGLES / seconds
    return [ratio, f"      single events: {rate:,.0f}/s with {CONNECTIONS} connections of a client in Python"]


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
    """The same rows into the same table, a commit for each batch."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA synchronous=FULL")
    names = list(batches[0][0])
    statement = f"INSERT INTO events ({', '.join(names)}) VALUES ({', '.join(f':{name}' for name in names)})"
    for rows in batches:
        with connection:
            connection.executemany(statement, rows)
    connection.close()


def _post_at_once(port: int, bodies: list[list[str]]) -> None:
    threads = [threading.Thread(target=_post_all, args=(port, some, "/v1/events")) for some in bodies]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


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
def serving(folder: Path) -> Iterator[int]:
    """The port of a server in a process of its own, whose data lies in the folder."""
    command = [sys.executable, "-u", "-m", "honeyhive.server", "--port", "0", "--database", str(folder / "h.db")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        if process.stdout is None:
            raise RuntimeError("the server says nothing")
        yield int(process.stdout.readline().rpartition(":")[2])
        process.terminate()
