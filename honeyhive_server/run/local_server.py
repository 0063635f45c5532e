"""A server inside this process, for tests and notebooks."""

import asyncio
import contextlib
import socket
import tempfile
import threading
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import orjson
import uvicorn

from ..http.app import App
from ..model.access_keys import AccessKey, digest_of
from ..model.config import ServerConfig
from ..model.http_messages import HTTPError
from ..services.session_tree import session_json
from ..store import EventStore, queries
from .uvicorn_protocol import http

if TYPE_CHECKING:
    from collections.abc import Callable

LOOPBACK = "127.0.0.1"
# Seconds between uvicorn's ticks.
TICK = 0.1
# Time limit in seconds for current requests when the server stops.
CLOSE_TIMEOUT = 5.0


class LocalServer:
    """A running server: `with LocalServer() as server: HoneyHive(api_key="hh_test", base_url=server.url)`.

    Without `database` (a path or URL) its data is temporary. `latency` delays every response, in seconds. `fail_rate`
    is the share of requests that fail, `reset_rate` the share that is processed before the connection is dropped. Every
    response is validated against openapi.yaml; `violations` lists the responses that did not fit.
    """

    def __init__(
        self,
        *,
        database: str | Path | None = None,
        require_key: str | None = None,
        strict: bool = False,
        dedupe: bool = True,
        latency: float = 0,
        fail_rate: float = 0,
        reset_rate: float = 0,
    ) -> None:
        for name, share in (("fail_rate", fail_rate), ("reset_rate", reset_rate)):
            if not 0 <= share <= 1:
                raise ValueError(f"{name} is a share from 0 to 1, not {share}")
        if latency < 0:
            raise ValueError(f"latency must be 0 or more seconds, not {latency}")
        keys = () if require_key is None else (AccessKey(digest_of(require_key)),)
        self._database = database
        self._config = ServerConfig(
            keys=keys,
            strict=strict,
            check_answers=True,
            latency=latency,
            fail_rate=fail_rate,
            reset_rate=reset_rate,
        )
        self._dedupe = dedupe
        self._stack = contextlib.ExitStack()
        self._app: App | None = None
        self._store: EventStore | None = None
        self.url: str = ""
        """The base URL, while the server runs."""
        self.requests: list[tuple[str, str]] = []
        """Method and path of every request so far."""

    def __enter__(self) -> Self:
        with contextlib.ExitStack() as stack:
            database = self._database
            if database is None:
                folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="honeyhive-"))
                database = Path(folder, "honeyhive.db")
            self._store = EventStore(database, dedupe=self._dedupe)
            stack.callback(self._store.close)
            self._app = App(self._store, self._config)
            self._app.observe = self.requests.append
            listening = socket.create_server((LOOPBACK, 0), backlog=2048)
            self.url = f"http://{LOOPBACK}:{listening.getsockname()[1]}"
            stack.callback(_ServerThread(self._app, listening).stop)
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stack.close()

    @property
    def violations(self) -> list[str]:
        """Return descriptions of the responses that did not fit openapi.yaml."""
        return self._running()[0].violations

    def sessions(self) -> list[dict[str, Any]]:
        """Return every session, the newest first, with the tree of its events in `children`."""
        _, store = self._running()
        ids = store.read_now(queries.session_ids, None, (), queries.MAX_ROWS)
        found = store.read_now(queries.sessions, ids)
        return [orjson.loads(orjson.dumps(session_json(nodes))) for nodes in found]

    def events(self, session_id: str | None = None) -> list[dict[str, Any]]:
        """Return the events of one session or of all sessions, in order of arrival, without session events."""
        _, store = self._running()
        return [orjson.loads(document) for document in store.read_now(queries.everything, session_id)]

    def fail_next(self, status: int, *, times: int = 1, headers: dict[str, str] | None = None) -> None:
        """Return an error with this status code for the next requests, and store none of their data."""
        app, _ = self._running()
        app.faults.extend(HTTPError(status, "failure simulated by fail_next()", headers) for _ in range(times))

    def _running(self) -> tuple[App, EventStore]:
        if self._app is None or self._store is None:
            raise RuntimeError("the server is not running; use it in a with statement")
        return self._app, self._store


class _ServerThread:
    """uvicorn on its own thread, ready when the constructor returns."""

    def __init__(self, app: App, listening: socket.socket) -> None:
        config = uvicorn.Config(app, log_config=None, access_log=False, lifespan="off", http=http(), ws="none")
        self._server = _PromptServer(config)
        self._thread = threading.Thread(
            target=self._server.run, args=([listening],), name="honeyhive-server", daemon=True
        )
        self._thread.start()
        self._server.started_or_failed.wait()

    def stop(self) -> None:
        """Finish the current requests and end the thread."""
        self._server.stop()
        self._thread.join()


class _PromptServer(uvicorn.Server):
    """uvicorn's server, changed to stop at once: uvicorn itself takes 0.1 s to notice the stop and 0.1 s to close."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.started_or_failed = threading.Event()
        self._wake: Callable[[], object] = lambda: None
        self._stopping = asyncio.Event()

    def stop(self) -> None:
        self.should_exit = True
        with contextlib.suppress(RuntimeError):  # the loop has already ended
            self._wake()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        self._wake = partial(asyncio.get_running_loop().call_soon_threadsafe, self._stopping.set)
        try:
            await super().startup(sockets)
        finally:
            self.started_or_failed.set()

    async def main_loop(self) -> None:
        ticks = 0
        while not await self.on_tick(ticks):
            ticks += 1
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._stopping.wait(), TICK)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for listening in (*self.servers, *(sockets or ())):
            listening.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        with contextlib.suppress(TimeoutError):  # the end of the loop cancels the remaining tasks
            async with asyncio.timeout(CLOSE_TIMEOUT):
                while self.server_state.connections or self.server_state.tasks:
                    await asyncio.sleep(0.001)
