"""Fixtures: a server that keeps the bytes of each request, and low-level clients for it."""

import json
import socket
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from honeyhive_api import AuthenticatedClient
from honeyhive_api.connection import HOSTS

KEYS = {
    "projectKey": "hh_project_0123456789",
    "ingestionKey": "hh_ingst_0123456789",
    "dataPlaneKey": "hh_fgdp_0123456789",
    "controlPlaneKey": "hh_fgcp_0123456789",
}


class Wire:
    """Server that answers one request per connection with the result of ``answer``, and keeps the received bytes."""

    def __init__(self) -> None:
        self.received: list[bytes] = []
        self.answer: Callable[[bytes], bytes] = lambda _: response({})
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._socket.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def close(self) -> None:
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join()

    def _serve(self) -> None:
        while True:
            try:
                connection, _ = self._socket.accept()
            except OSError:
                return
            with connection:
                request = _request(connection)
                if request:
                    self.received.append(request)
                    connection.sendall(self.answer(request))


def response(value: Any, status: str = "200 OK", *, content_type: str = "application/json", extra: str = "") -> bytes:
    """Return an HTTP response as bytes; a bytes value is the unchanged body."""
    body = value if isinstance(value, bytes) else b"" if value is None else json.dumps(value).encode()
    head = f"HTTP/1.1 {status}\r\ncontent-type: {content_type}\r\ncontent-length: {len(body)}\r\n"
    return f"{head}connection: close\r\n{extra}\r\n".encode() + body


def _request(connection: socket.socket) -> bytes:
    data = b""
    while b"\r\n\r\n" not in data:
        chunk = connection.recv(65536)
        if not chunk:
            return b""
        data += chunk
    head, _, body = data.partition(b"\r\n\r\n")
    lengths = [line.split(b":")[1] for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")]
    wanted = int(lengths[0]) if lengths else 0
    while len(body) < wanted:
        body += connection.recv(65536)
    return head + b"\r\n\r\n" + body


@pytest.fixture
def wire() -> Iterator[Wire]:
    server = Wire()
    yield server
    server.close()


@pytest.fixture
def client(wire: Wire) -> Iterator[AuthenticatedClient]:
    """Return a low-level client with every key, and with a separate path for each host."""
    urls = {host: f"{wire.url}/{host}" for host in HOSTS}
    with AuthenticatedClient(tokens=KEYS, base_urls=urls) as made:
        yield made
