"""Loopback server with one port per host, which answers correct requests with the examples of the document."""

import json
import threading
from collections.abc import Callable
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from attrs import define, field

from ...document import Document, Operation
from .judge import Judge
from .kit import reply_of
from .received import Received

if TYPE_CHECKING:
    from ...model.ir import Scheme

Answer = tuple[int, Any]


@define
class Listener:
    """Receives requests and stores each with its faults.

    ``urls`` has the base URL of each host by short name.
    """

    document: Document
    received: list[tuple[Received, list[str]]] = field(factory=list)
    urls: dict[str, str] = field(factory=dict)
    keys: dict[str, str] = field(init=False)
    """A different key for each security scheme."""
    _stack: ExitStack = field(factory=ExitStack)
    _schemes: "dict[str, Scheme]" = field(init=False)

    def __attrs_post_init__(self) -> None:
        # Imported here, because it imports openapi-python-client, which is slow and not needed by other commands.
        from ...model.hosts_keys import schemes_of

        self._schemes = schemes_of(self.document)
        self.keys = {name: f"{one.key_prefix or 'hh_'}conformance" for name, one in self._schemes.items()}

    def __enter__(self) -> Self:
        judge = Judge(self.document, self.keys)

        def answer(received: Received) -> Answer:
            faults = judge.faults(received)
            self.received.append((received, faults))
            return _answer(judge.operation_of(received), faults)

        for host in self.document.hosts():
            server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(host, answer))
            thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
            thread.start()
            self._stack.callback(server.server_close)
            self._stack.callback(thread.join)
            self._stack.callback(server.shutdown)
            self.urls[host] = f"http://127.0.0.1:{server.server_port}"
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    def environment(self) -> dict[str, str]:
        """Return environment variables with the URL of each host and a key of each kind."""
        urls = {f"HH_{host.upper()}_URL": url for host, url in self.urls.items()}
        return urls | {name: self.keys[key] for key, one in self._schemes.items() for name in one.variables}


def _answer(operation: Operation | None, faults: list[str]) -> Answer:
    if operation is None or faults:
        status = 400 if operation else 404
        return status, {"statusCode": status, "message": "; ".join(faults), "success": False}
    reply = reply_of(operation)
    return reply["status"], reply.get("body")


def _handler(host: str, answer: Callable[[Received], Answer]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _do(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if self.headers.get("Transfer-Encoding", "").lower() == "chunked":
                body = self._chunks()
            headers = {name.lower(): value for name, value in self.headers.items()}
            status, value = answer(Received(host, self.command, self.path, headers, body))
            text = b"" if value is None else json.dumps(value).encode()
            self.send_response(status)
            if text:
                self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def _chunks(self) -> bytes:
            parts = []
            while size := int(self.rfile.readline().partition(b";")[0], 16):
                parts.append(self.rfile.read(size))
                self.rfile.readline()
            while self.rfile.readline().strip():
                pass
            return b"".join(parts)

        do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = do_HEAD = do_OPTIONS = _do  # noqa: N815  # http.server looks up these names

        def log_message(self, *arguments: object) -> None:
            """Log nothing, because the report lists all requests."""

    return Handler
