"""Server process that stores the events: the local server, or for other SDKs a recorder. The auditor reads its file."""

import gzip
import re
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock

ROOT = Path(__file__).parents[2]
_ID = re.compile(rb"EVT-[0-9a-f]+-\d+-Z")


class Service:
    """The process that stores events. This process reads the database file of that process."""

    def __init__(self, folder: Path, kind: str) -> None:
        self._file = folder / "store.db"
        self._kind = kind
        command = [sys.executable, "-m", "tests.auditor.service", kind, str(self._file)]
        self._process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.port: int = int(self._process.stdout.readline())

    def stored(self, since: float, seed: int) -> Counter[str]:
        """Return the number of rows for each id of a schedule that arrived after this Unix time in seconds."""
        found: Counter[str] = Counter()
        mark = f"EVT-{seed:x}-".encode()
        # Each look uses a new connection, as another program would.
        with closing(sqlite3.connect(f"file:{self._file}?mode=ro", uri=True, timeout=10)) as connection:
            query = "SELECT document FROM events WHERE received_at >= ?"
            for (document,) in connection.execute(query, (int(since * 1e6),)):
                names = {name for name in _ID.findall(str(document).encode()) if name.startswith(mark)}
                found.update(name.decode() for name in names)
        return found

    def close(self) -> None:
        """End the server process."""
        self._process.communicate("", timeout=30)


def _serve_honeyhive(file: str) -> None:
    from honeyhive_server import LocalServer

    with LocalServer(database=file) as server:
        print(server.url.rpartition(":")[2], flush=True)
        sys.stdin.read()


def _serve_recorder(file: str) -> None:
    """Store each id once, even if it is sent several times, because other services recognize a span by its id."""
    connection = sqlite3.connect(file, check_same_thread=False, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("CREATE TABLE events (document TEXT PRIMARY KEY, received_at INTEGER)")
    lock = Lock()

    class Recorder(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def record(self) -> None:
            body = self.body()
            body = gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body
            rows = [(name.decode(), time.time_ns() // 1000) for name in _ID.findall(body)]
            with lock:
                connection.executemany("INSERT OR IGNORE INTO events VALUES (?, ?)", rows)
            is_spans = "traces" in self.path
            reply = b"" if is_spans else b"{}"
            self.send_response(200)
            self.send_header("Content-Type", "application/x-protobuf" if is_spans else "application/json")
            self.send_header("Content-Length", str(len(reply)))
            self.end_headers()
            self.wfile.write(reply)

        do_GET = do_POST = do_PATCH = record  # noqa: N815 - the names in the standard library

        def body(self) -> bytes:
            if self.headers.get("transfer-encoding") != "chunked":
                return self.rfile.read(int(self.headers.get("content-length", 0)))
            parts = []
            while length := int(self.rfile.readline().partition(b";")[0], 16):
                parts.append(self.rfile.read(length))
                self.rfile.readline()
            self.rfile.readline()
            return b"".join(parts)

        def log_message(self, *_: object) -> None:
            """Turn off the log line of each request."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Recorder)
    print(server.server_address[1], flush=True)
    from threading import Thread

    Thread(target=server.serve_forever, daemon=True).start()
    sys.stdin.read()
    server.shutdown()


if __name__ == "__main__":
    {"honeyhive": _serve_honeyhive, "recorder": _serve_recorder}[sys.argv[1]](sys.argv[2])
