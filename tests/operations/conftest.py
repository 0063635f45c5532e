"""A scripted server on a loopback socket that records requests, and both clients for it."""

import json
import threading
from collections.abc import Awaitable, Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple
from urllib.parse import parse_qsl, unquote, urlsplit

import anyio
import pytest

from honeyhive import AsyncHoneyHive, HoneyHive

_IDS = {"id": "i", "session_id": "s", "event_id": "e", "run_id": "r", "metric_id": "m", "insertedId": "i"}
ACCEPTED = {**_IDS, "success": True, "event_ids": [], "data": _IDS, "evaluation": _IDS, "queue": _IDS, "result": _IDS}
"""A successful reply to most operations, which has every required id at every place where an operation expects it."""
HOSTS = ("legacy", "v1", "control_plane")
KEYS = {
    "projectKey": "hh_project",
    "ingestionKey": "hh_ingst_key",
    "dataPlaneKey": "hh_fgdp_key",
    "controlPlaneKey": "hh_fgcp_key",
}


class Asked(NamedTuple):
    """A request that the server received over the socket."""

    method: str
    host: str
    path: str
    query: list[tuple[str, str]]
    key: str
    body: Any


class Script(ThreadingHTTPServer):
    """Server that replies with the result of ``answer``: a status code and JSON, or None for no body."""

    daemon_threads = True
    request_queue_size = 64

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.answer: Callable[[Asked], tuple[int, Any]] = lambda _: (200, ACCEPTED)
        super().__init__(("127.0.0.1", 0), Handler)

    def settings(self) -> dict[str, Any]:
        """Return arguments for a client: every key, and a separate URL for each host."""
        urls = {f"{host}_url": f"http://127.0.0.1:{self.server_port}/{host}" for host in HOSTS}
        kinds = ("ingestion", "data_plane", "control_plane")
        keys = {f"{kind}_api_key": text for kind, text in zip(kinds, list(KEYS.values())[1:], strict=True)}
        return {"api_key": KEYS["projectKey"], **keys, **urls, "max_retries": 0}


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # Each response is one write, because a second write would wait for an acknowledgement of the first.
    server: Script

    def serve(self) -> None:
        parts = urlsplit(self.path)
        _, host, *segments = parts.path.split("/")
        length = int(self.headers.get("content-length") or 0)
        asked = Asked(
            self.command,
            host,
            "/" + "/".join(map(unquote, segments)),
            parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query)),
            self.headers["authorization"].removeprefix("Bearer "),
            json.loads(self.rfile.read(length)) if length else None,
        )
        self.server.asked.append(asked)
        status, value = self.server.answer(asked)
        answer = b"" if value is None else json.dumps(value).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = serve  # noqa: N815 -- http.server looks for these names

    def log_message(self, *arguments: object) -> None:
        pass


@pytest.fixture(scope="session")
def running() -> Iterator[Script]:
    with Script() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


@pytest.fixture
def script(running: Script) -> Script:
    """Return the server with an empty list of requests."""
    running.asked.clear()
    running.answer = lambda _: (200, ACCEPTED)
    return running


def done(result: Any) -> Any:
    """Return the result of a method, awaited if it is a coroutine."""

    async def main() -> Any:
        return await result

    return anyio.run(main) if isinstance(result, Awaitable) else result


Use = Callable[[Callable[[Any], Any]], Any]


@pytest.fixture(params=["sync", "async"])
def use(request: pytest.FixtureRequest, script: Script) -> Use:
    """Return a function that passes a client to a function and returns its awaited or collected result."""

    def sync(work: Callable[[HoneyHive], Any]) -> Any:
        with HoneyHive(**script.settings()) as hh:
            result = work(hh)
            return list(result) if hasattr(result, "__next__") else result

    def asynchronous(work: Callable[[AsyncHoneyHive], Any]) -> Any:
        async def main() -> Any:
            async with AsyncHoneyHive(**script.settings()) as hh:
                result = work(hh)
                if hasattr(result, "__anext__"):
                    return [item async for item in result]
                return await result if isinstance(result, Awaitable) else result

        return anyio.run(main)

    return sync if request.param == "sync" else asynchronous
