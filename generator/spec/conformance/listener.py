"""Loopback server with one port per host, which answers correct requests with the examples of the document."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

from attrs import define, field

from ...document import Document
from .judge import Judge
from .kit import reply_of
from .received import Received

if TYPE_CHECKING:
    from ...model.ir import Scheme


@define
class Listener:
    """The state of a listener: the received requests with their faults, and the URLs and keys for a client."""

    schemes: "dict[str, Scheme]"
    received: list[tuple[Received, list[str]]] = field(factory=list)
    urls: dict[str, str] = field(factory=dict)
    """Base URL of each host, by short name."""

    @property
    def keys(self) -> dict[str, str]:
        """Return a different key for each security scheme."""
        return {name: f"{one.key_prefix or 'hh_'}conformance" for name, one in self.schemes.items()}

    def environment(self) -> dict[str, str]:
        """Return environment variables with the URL of each host and a key of each kind."""
        urls = {f"HH_{host.upper()}_URL": url for host, url in self.urls.items()}
        return urls | {name: self.keys[key] for key, one in self.schemes.items() for name in one.variables}


@contextmanager
def listen(document: Document) -> Iterator[Listener]:
    """Receive the requests of a client until the block ends."""
    # Imported here, because the module imports openapi-python-client, which is slow and not needed by other commands.
    from ...model.hosts_keys import schemes_of

    listener = Listener(schemes_of(document))
    judge = Judge(document, listener.keys)

    def answer(received: Received) -> dict[str, Any]:
        faults = judge.faults(received)
        listener.received.append((received, faults))
        operation = judge.operation_of(received)
        if operation is not None and not faults:
            return reply_of(operation)
        status = 400 if operation else 404
        return {"status": status, "body": {"statusCode": status, "message": "; ".join(faults), "success": False}}

    with ExitStack() as stack:
        for host in document.hosts():
            server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(host, answer))
            thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
            thread.start()
            for done in (server.server_close, thread.join, server.shutdown):
                stack.callback(done)
            listener.urls[host] = f"http://127.0.0.1:{server.server_port}"
        yield listener


def _handler(host: str, answer: Callable[[Received], dict[str, Any]]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _do(self) -> None:
            headers = {name.lower(): value for name, value in self.headers.items()}
            is_chunked = headers.get("transfer-encoding", "").lower() == "chunked"
            body = b"".join(self._chunks()) if is_chunked else self.rfile.read(int(headers.get("content-length") or 0))
            reply = answer(Received(host, self.command, self.path, headers, body))
            text = json.dumps(reply["body"]).encode() if "body" in reply else b""
            self.send_response(reply["status"])
            if text:
                self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def _chunks(self) -> Iterator[bytes]:
            while size := int(self.rfile.readline().partition(b";")[0], 16):
                yield self.rfile.read(size)
                self.rfile.readline()
            while self.rfile.readline().strip():
                pass

        do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = do_HEAD = do_OPTIONS = _do  # noqa: N815  # http.server looks up these names

        def log_message(self, *arguments: object) -> None:
            """Turn off the log line of each request, because the report lists all requests."""

    return Handler
