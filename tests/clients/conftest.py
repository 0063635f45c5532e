"""Fixtures: a scripted server on loopback, and both clients with one interface."""

import asyncio
import json
import threading
from collections import deque
from collections.abc import Awaitable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import NamedTuple

import pytest

import honeyhive._http.transport
from honeyhive import AsyncHoneyHive, HoneyHive
from honeyhive._core.exchange import Clocks


class Received(NamedTuple):
    method: str
    target: str
    headers: dict
    body: bytes

    @property
    def json(self):
        return json.loads(self.body)


class ScriptedServer:
    """A server with a script: each request gets its next entry, and after the last one 200 and an empty object. An
    entry is (status, body, headers), "drop" to close the connection without a response, or "hang" for no response until
    the test ends.
    """

    def __init__(self):
        self.requests, self.script, self.connections = [], deque(), 0
        self.ended = threading.Event()
        owner = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            wbufsize = -1  # Each response is sent in one packet.

            def setup(self):
                super().setup()
                owner.connections += 1

            def answer(self):
                body = self.rfile.read(int(self.headers.get("content-length", 0)))
                headers = {name.lower(): value for name, value in self.headers.items()}
                owner.requests.append(Received(self.command, self.path, headers, body))
                line = owner.script.popleft() if owner.script else (200, b"{}", {})
                if line == "hang":
                    owner.ended.wait(10)
                if isinstance(line, str):
                    self.close_connection = True
                    return
                status, body, headers = line
                self.send_response(status)
                for name, value in {"Content-Type": "application/json", **headers}.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = answer  # noqa: N815 - the names that http.server asks for

            def log_message(self, *_):
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._thread = threading.Thread(target=self._http.serve_forever, args=(0.01,))
        self._thread.start()
        self.url = f"http://127.0.0.1:{self._http.server_port}"

    def answers(self, status, body=b"{}", **headers):
        data = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.script.append((status, data, {name.replace("_", "-"): value for name, value in headers.items()}))

    def close(self):
        self.ended.set()
        self._http.shutdown()
        self._thread.join()
        self._http.server_close()


@pytest.fixture
def server():
    server = ScriptedServer()
    yield server
    server.close()


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch):
    """Make every retry pause zero, by removing the jitter."""
    clocks = honeyhive._http.transport.CLOCKS
    monkeypatch.setattr(honeyhive._http.transport, "CLOCKS", Clocks(clocks.monotonic, clocks.unix, lambda: 0.0))


async def at_once(value):
    return value


class ClientKind:
    """One of the two clients. ``done`` returns the result of a call, which is awaited for the async client."""

    def __init__(self, name, runner, url):
        self.name, self._runner, self._url, self._made = name, runner, url, []
        self.kind = HoneyHive if name == "sync" else AsyncHoneyHive

    def client(self, **settings):
        client = self.kind(**{"api_key": "hh_test", "base_url": self._url, **settings})
        self._made.append(client)
        return client

    def done(self, value):
        if not isinstance(value, Awaitable):
            return value

        async def wait():
            return await value

        return self._runner.run(wait())

    def awaitable(self, value):
        """Return an awaitable for the result of a call, so that a test can await the calls of both clients."""
        return value if isinstance(value, Awaitable) else at_once(value)

    def close(self):
        for client in self._made:
            self.done(client.close())


@pytest.fixture(params=["sync", "async"])
def colour(request, server):
    with asyncio.Runner() as runner:
        colour = ClientKind(request.param, runner, server.url)
        yield colour
        colour.close()
