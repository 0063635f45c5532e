"""A server on real sockets with a scripted fault for each request; it keeps the requests."""

import json
import socket
import struct
import threading
from contextlib import suppress
from typing import Any, NamedTuple


class Received(NamedTuple):
    method: str
    path: str
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


def answer(status: int, body: bytes = b'{"success":true}', **headers: str) -> bytes:
    """Return the bytes of an HTTP response."""
    lines = [f"HTTP/1.1 {status} X", f"content-length: {len(body)}", "content-type: application/json"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


OK = answer(200)
RESET, HANG, CLOSE = "reset", "hang", "close"


class FaultServer:
    """A server with a script: each request gets its next entry, and the last entry repeats. Without one, requests
    succeed.

    An entry is the bytes of a response, ``reset``, ``hang``, ``close``, ``+reset`` (stored, then reset), or a function
    that returns one of these for a request.
    """

    def __init__(self) -> None:
        self.requests: list[Received] = []
        self.stored: list[Received] = []
        self.script: list[Any] = []
        self.forever: Any = OK
        self.forgetful = False
        """True if the server does not keep its requests, for runs with millions of events."""
        self._over = threading.Event()
        self._open: list[socket.socket] = []
        self._threads: list[threading.Thread] = []
        self._port = 0
        self.come_back()
        self.url = f"http://127.0.0.1:{self._port}"

    def come_back(self) -> None:
        """Listen for connections. After an earlier start, the port is the same as before."""
        self._over.clear()
        self._listener = socket.create_server(("127.0.0.1", self._port), backlog=512)
        self._port = self._listener.getsockname()[1]
        self._threads = [threading.Thread(target=self._accept, daemon=True)]
        self._threads[0].start()

    def go_away(self) -> None:
        """Refuse new connections, and close the open connections."""
        self._over.set()
        with socket.create_connection(("127.0.0.1", self._port)):
            pass
        self._threads[0].join(5)
        self._listener.close()
        for connection in self._open:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
            connection.close()
        for thread in self._threads:
            thread.join(5)
        self._open.clear()

    def stop(self) -> None:
        """Stop the server permanently."""
        if not self._over.is_set():
            self.go_away()

    def events(self) -> list[dict[str, Any]]:
        """Return the stored events in order, without the sessions."""
        return [event for event in self._in_batches() if event["event_type"] != "session"]

    def starts(self) -> list[dict[str, Any]]:
        """Return the stored session starts, sent alone or in a batch; their names are in ``session_name``."""
        alone = [request.json for request in self.stored if request.path == "/v1/sessions"]
        sessions = [event for event in self._in_batches() if event["event_type"] == "session"]
        return alone + [{**session, "session_name": session["event_name"]} for session in sessions]

    def _in_batches(self) -> list[dict[str, Any]]:
        return [event for request in self.stored if request.path.endswith("/batch") for event in request.json["events"]]

    def _accept(self) -> None:
        while not self._over.is_set():
            connection, _ = self._listener.accept()
            if self._over.is_set():
                connection.close()
                return
            self._open.append(connection)
            thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        try:
            with connection, connection.makefile("rb") as stream:
                while self._answer(connection, stream):
                    pass
        except OSError:
            pass

    def _answer(self, connection: socket.socket, stream: Any) -> bool:
        first = stream.readline().decode()
        if not first:
            return False
        length = 0
        while (line := stream.readline()) not in (b"\r\n", b""):
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        method, path, _ = first.split(" ")
        request = Received(method, path, stream.read(length))
        if not self.forgetful:
            self.requests.append(request)
        act = self.script.pop(0) if self.script else self.forever
        act = act(request) if callable(act) else act
        return self._act(connection, request, act)

    def _act(self, connection: socket.socket, request: Received, act: Any) -> bool:
        if isinstance(act, bytes):
            if not self.forgetful and act[9:10] == b"2" and act.endswith((b"}", b"\r\n\r\n")):
                self.stored.append(request)
            connection.sendall(act)
            return True
        if act.startswith("+"):
            self.stored.append(request)
        if act == HANG:
            self._over.wait()
        elif act.endswith(RESET):
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        return False
