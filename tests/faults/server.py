"""A server on loopback with a scripted fault for each request, healthy after the last one. ``requests`` has the
requests, and ``stored`` the committed ids, both in order of arrival.
"""

import json
import socket
import ssl
import struct
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple


class Received(NamedTuple):
    """A received request."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes


class Connection:
    """A connection of a client, with methods to respond."""

    def __init__(self, sock: socket.socket, server: "FaultServer"):
        self.sock, self.server, self.pending = sock, server, b""

    def next_request(self) -> Received | None:
        while b"\r\n\r\n" not in self.pending:
            if not self._more():
                return None
        head, _, rest = self.pending.partition(b"\r\n\r\n")
        first, *lines = head.decode("latin-1").split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        length = int(headers.get("content-length", 0))
        self.pending = rest
        while len(self.pending) < length:
            if not self._more():
                return None
        body, self.pending = self.pending[:length], self.pending[length:]
        method, target, _ = first.split(" ")
        return Received(method, target, headers, body)

    def _more(self) -> bool:
        chunk = self.sock.recv(65536)
        self.pending += chunk
        return bool(chunk)

    def send(self, data: bytes) -> None:
        self.sock.sendall(data)

    def answer(self, status: int, body: bytes = b"", headers: dict[str, str] | None = None) -> None:
        lines = {"Content-Type": "application/json", "Content-Length": str(len(body)), **(headers or {})}
        head = "".join(f"{name}: {value}\r\n" for name, value in lines.items())
        self.send(f"HTTP/1.1 {status} Status\r\n{head}\r\n".encode() + body)

    def reset(self) -> None:
        """Close the connection with RST, so that the client gets an error instead of an end of file."""
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.sock.close()

    def wait(self, seconds: float) -> bool:
        """Return True if the time has passed, False if the server was closed."""
        return not self.server.closing.wait(seconds)


Act = Callable[[Connection, Received], None]
"""Action of the server on one request. If the action closes the connection, the connection is not used again."""


def healthy(connection: Connection, request: Received) -> None:
    """An action: store the data, then return 200."""
    connection.answer(200, connection.server.commit(request))


class FaultServer:
    """A server on a free port. With ``tls`` it serves HTTPS, also to clients that use it as a proxy (CONNECT)."""

    def __init__(
        self,
        tls: ssl.SSLContext | None = None,
        *,
        listening: bool = True,
        redo: Callable[[Received], bytes] | None = None,
    ):
        self.requests: list[Received] = []
        self.connects: list[Received] = []
        self.stored: list[str] = []
        self.script: deque[Act] = deque()
        self.always: Act = healthy
        self.connect_script: deque[Act] = deque()
        self.broken_handshakes = 0.0
        self.on_connection: Callable[[Connection, None], None] | None = None
        self.forgetful = False
        self.closing = threading.Event()
        self.connections = 0
        self._redo = redo
        self._tls = tls
        self._open: set[socket.socket] = set()
        self._threads: list[threading.Thread] = []
        self._fillers: list[socket.socket] = []
        self._listener = socket.socket()
        self._listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._listener.bind(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        if listening:
            self.listen()

    @property
    def url(self) -> str:
        return f"{'https' if self._tls else 'http'}://127.0.0.1:{self.port}"

    def listen(self, backlog: int = 128) -> None:
        self._listener.listen(backlog)
        self.accept()

    def accept(self) -> None:
        """Accept connections, on a thread."""
        self._listener.settimeout(0.2)
        self._start(self._accept)

    def fill(self) -> None:
        """Fill the accept queue of the socket, so that a connection attempt gets no response."""
        self._listener.listen(0)
        self._fillers = [socket.socket() for _ in range(4)]
        for filler in self._fillers:
            filler.setblocking(False)
            filler.connect_ex(("127.0.0.1", self.port))

    def empty(self) -> None:
        """Empty the accept queue, and accept connections again."""
        for filler in self._fillers:
            filler.close()
        self.accept()

    def commit(self, request: Received) -> bytes:
        """Store the ids of the request, and return the body of the response."""
        if self._redo is not None:
            return self._redo(request)
        try:
            body = json.loads(request.body or b"{}")
        except ValueError:
            return b"{}"
        events = body.get("events", [body])
        ids = [event.get("event_id") or event.get("session_id") for event in events]
        self.stored += ids
        first = {"event_id": ids[0], "session_id": events[0].get("session_id")}
        return json.dumps({"success": True, "event_ids": ids, **first}).encode()

    def close(self) -> None:
        self.closing.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for sock in [*self._open, *self._fillers]:
            with suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)
            sock.close()
        for thread in self._threads:
            thread.join()

    def __enter__(self) -> "FaultServer":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _start(self, work: Callable[..., None], *arguments: object) -> None:
        thread = threading.Thread(target=work, args=arguments, daemon=True)
        thread.start()
        self._threads.append(thread)

    def _accept(self) -> None:
        while not self.closing.is_set():
            try:
                sock, _ = self._listener.accept()
            except TimeoutError:
                continue
            except OSError:
                return
            sock.settimeout(None)
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.connections += 1
            self._open.add(sock)
            self._start(self._serve, sock)

    def _serve(self, sock: socket.socket) -> None:
        with suppress(OSError):
            connection = Connection(sock, self)
            if self._tls is not None and not self._begins_with_connect(sock):
                self._secure(connection)
            if self.on_connection is not None:
                self.on_connection(connection, None)
            self._answer_all(connection)
        self._open.discard(connection.sock)
        connection.sock.close()

    def _begins_with_connect(self, sock: socket.socket) -> bool:
        return sock.recv(1, socket.MSG_PEEK) == b"C"

    def _secure(self, connection: Connection) -> None:
        """Start TLS, or close the connection during the handshake if the script asks for it."""
        if self.broken_handshakes > 0:
            self.broken_handshakes -= 1
            connection.sock.recv(65536)
            raise ConnectionAbortedError
        assert self._tls is not None
        connection.sock.settimeout(5)
        secure = self._tls.wrap_socket(connection.sock, server_side=True)
        secure.settimeout(None)
        self._open.add(secure)
        connection.sock = secure

    def _answer_all(self, connection: Connection) -> None:
        while (request := connection.next_request()) is not None:
            if request.method == "CONNECT":
                self.connects.append(request)
                if self.connect_script:
                    self.connect_script.popleft()(connection, request)
                    return
                connection.send(b"HTTP/1.1 200 Connected\r\n\r\n")
                self._secure(connection)
                continue
            if not self.forgetful:
                self.requests.append(request)
            act = self.script.popleft() if self.script else self.always
            act(connection, request)
            if connection.sock.fileno() < 0:
                return
